"""A plan for a desk officer: the proposal, why it is so, the days of the window, what is due, the programme.

In:   a plan (`shuttle.analysis.plan`).
Out:  lines. What a source said stands with its words; what Shuttle proposes is called so, with the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from shuttle.analysis.agenda import AGENDA_REASONS, AgendaItem
from shuttle.analysis.hosting import COUNTING_RULES
from shuttle.analysis.plan import Announced, Plan
from shuttle.analysis.window import FEWEST_GAPS, WINDOW_RULES
from shuttle.records.accounts import Account, MeetingAccount, NextStepAccount
from shuttle.records.claims import Claim
from shuttle.records.dates import days_between
from shuttle.records.evidence import Evidence
from shuttle.views.brief_lines import occasion
from shuttle.views.plan_wording import day_with_weekday, forum_words, point_words, points_word, run_words
from shuttle.views.text_lines import TextLine
from shuttle.views.wording import (
    CountryName,
    and_list,
    capitalised,
    clean,
    count,
    date_words,
    day_words,
    on_date,
    publisher_words,
    quoted,
    shortened,
)

__all__ = ["plan_lines"]

_BLANK = TextLine("blank", 0, "")
_MOST_OF_A_KIND = 5
_MOST_TOLD = 6
_LONGEST = 160


def plan_lines(plan: Plan, country_name: CountryName, *, everything: bool = False) -> Iterator[TextLine]:
    """Yield the lines of ``plan``.

    Args:
        everything: the whole agenda and all that was told, not only the first of each kind.
    """
    page = _Page(plan, country_name, everything)
    one, other = map(country_name, plan.countries)
    yield TextLine("title", 0, f"{one} and {other}: a plan for the next meeting")
    yield TextLine(
        "note", 0, f"As of {day_words(plan.as_of)}. A proposal drawn from the ledger, not an announcement by anybody."
    )
    for section in (page.proposal, page.announced, page.choices, page.calendar, page.agenda, page.programme):
        lines = list(section())
        if lines:
            yield _BLANK
            yield from lines


@dataclass(frozen=True, slots=True)
class _Page:
    plan: Plan
    country_name: CountryName
    everything: bool

    def proposal(self) -> Iterator[TextLine]:
        """Yield what is proposed, with host, window and length, each with its reason."""
        plan = self.plan
        yield TextLine("heading", 0, "Proposal")
        if plan.fixed is not None:
            where = occasion(plan.fixed, self.country_name).replace("\\", "")
            yield TextLine("entry", 1, f"Announced: {where}. The plan starts from that day.")
            yield from self._announcement(plan.fixed)
            for clash in plan.clashes:
                country = self.country_name(clash.country)
                yield TextLine(
                    "issue",
                    1,
                    f"Mind {day_with_weekday(clash.day)}: {_CLASHES[clash.kind]} {country}, {clean(clash.what)}.",
                )
        elif plan.candidates:
            best = plan.candidates[0]
            place = f" in {self.country_name(plan.host)}" if plan.host else ""
            yield TextLine("entry", 1, f"{run_words(best.start, best.end)}{place}")
        else:
            yield TextLine("entry", 1, "No day is proposed.")
        yield from self._host()
        yield from self._window()
        summit = next((f for f in (*plan.forums, *plan.next_forums) if f.kind == "leaders"), None)
        if summit is not None and plan.fixed is None:
            words = forum_words(summit, self.country_name)
            yield TextLine("detail", 1, f"Margins: the next summit of both is the {words}. It gives neither the turn.")
        if plan.shape is not None and plan.days > 1:
            yield TextLine(
                "detail",
                1,
                f"Length: {count(plan.days, 'day')}, as in {self._when_where(plan.shape)} ({plan.shape.id}).",
            )
        for code in plan.no_calendar:
            yield TextLine(
                "issue",
                1,
                f"The holidays of {self.country_name(code)} are not known; only Saturday and Sunday are avoided.",
            )

    def announced(self) -> Iterator[TextLine]:
        """Yield what was told of visits and meetings to come, in the sources' words."""
        told = [item for item in self.plan.announced if item is not self.plan.fixed]
        if not told:
            return
        last = f" since the last meeting, {self._when_where(self.plan.last)}" if self.plan.last else ""
        yield TextLine("heading", 0, f"Told of visits and meetings to come{last}")
        for item in told if self.everything else told[:_MOST_TOLD]:
            yield from self._told(item)
        if len(told) > _MOST_TOLD and not self.everything:
            yield TextLine("note", 1, f"{len(told) - _MOST_TOLD} more: --all shows them.")

    def choices(self) -> Iterator[TextLine]:
        """Yield the candidates with their points."""
        if not self.plan.candidates:
            if self.plan.window.start and self.plan.fixed is None:
                yield TextLine("heading", 0, "Days to choose from")
                yield TextLine("issue", 1, "Every day of the window is off in one country or taken by a summit.")
            return
        yield TextLine("heading", 0, "Days to choose from")
        yield TextLine(
            "note", 1, "On none of them is a public holiday or weekend of either, or a summit to which either belongs."
        )
        for candidate in self.plan.candidates:
            yield TextLine("entry", 1, f"{run_words(candidate.start, candidate.end)}: {points_word(candidate.points)}")
            for point in candidate.reasons:
                yield TextLine("detail", 2, point_words(point))

    def calendar(self) -> Iterator[TextLine]:
        """Yield holidays, forums and anniversaries of the window in the order of time, then what comes after it."""
        plan = self.plan
        rows: list[tuple[str, int, str]] = []
        for day, names in _by_day(plan):
            rows.append((day, 0, f"{day_with_weekday(day)}: holiday, {self._holiday_words(names)}"))
        for forum in plan.forums:
            rows.append((forum.start, 1, f"{forum_words(forum, self.country_name)}; both belong to it"))
        for forum in plan.one_sided:
            mine = next(code for code in plan.countries if code in forum.members)
            rows.append((forum.start, 2, f"{forum_words(forum, self.country_name)}; {self.country_name(mine)} alone"))
        for item in plan.anniversaries:
            rows.append((item.day, 3, f"{day_words(item.day)}: {count(item.years, 'year')} since: {clean(item.event)}"))
        start, end = plan.window.start, plan.window.end
        title = f"Calendar of the window, {date_words(start.isoformat(), end.isoformat())}" if start and end else None
        if rows or plan.next_forums or plan.undated:
            yield TextLine("heading", 0, title or "Calendar of the coming year")
        for _, _, words in sorted(rows):
            yield TextLine("detail", 1, words)
        if start and not plan.forums and (plan.next_forums or plan.undated):
            yield TextLine("note", 1, "No forum of both falls in the window.")
        if plan.next_forums:
            yield TextLine("entry", 1, "Next forums of both after it:" if start else "Later forums of both:")
            for forum in plan.next_forums:
                yield TextLine("detail", 2, f"{forum_words(forum, self.country_name)} ({clean(forum.source)})")
        if plan.undated:
            yield TextLine("entry", 1, "Forums of both whose days are not announced:")
            for forum in plan.undated:
                yield TextLine("detail", 2, f"{forum_words(forum, self.country_name)} ({clean(forum.source)})")
        if plan.forums or plan.next_forums or plan.undated:
            yield TextLine("note", 1, "That a country belongs to a forum does not say that its leader will go.")

    def agenda(self) -> Iterator[TextLine]:
        """Yield the commitments that are due, by why they are."""
        plan = self.plan
        if not plan.agenda:
            return
        yield TextLine("heading", 0, f"Agenda: {count(len(plan.agenda), 'commitment')} not delivered")
        for why, sentence in AGENDA_REASONS.items():
            items = [item for item in plan.agenda if item.why == why]
            if not items:
                continue
            yield TextLine("entry", 1, f"{capitalised(sentence)} ({len(items)})")
            shown = items if self.everything else items[:_MOST_OF_A_KIND]
            for item in shown:
                yield TextLine("detail", 2, self._item(item))
            if len(items) > len(shown):
                yield TextLine("note", 2, f"{len(items) - len(shown)} more: --all shows them.")

    def programme(self) -> Iterator[TextLine]:
        """Yield the slots, with where the shape comes from."""
        plan = self.plan
        if plan.shape is None or not plan.programme:
            return
        yield TextLine("heading", 0, f"Programme, in the shape of {self._when_where(plan.shape)} ({plan.shape.id})")
        sources = {source.document_id: source for source in plan.shape.sources}
        day = 0
        for slot in plan.programme:
            if slot.day != day:
                day = slot.day
                yield TextLine("entry", 1, _DAY_NAMES.get(day, f"Day {day}"))
            hour = f"{slot.start_time} (as last time) " if slot.start_time else ""
            length = f", {count(slot.minutes, 'minute')} last time" if slot.minutes else ""
            yield TextLine("detail", 2, f"{hour}{slot.format}{length}")
            for document, item in slot.evidence[:1]:
                yield TextLine("quote", 3, f"{_cited(item)} — {publisher_words(sources[document], self.country_name)}")
        if plan.shape.start_time:
            yield TextLine("note", 1, f"The last meeting began at {plan.shape.start_time}, local time.")
        yield TextLine(
            "note", 1, "Hours and lengths stand only where a source gives them; the rest is for the two to fix."
        )

    def _host(self) -> Iterator[TextLine]:
        turn = self.plan.turn
        rule = COUNTING_RULES.get(turn.rule, turn.rule)
        if turn.country is None or turn.last is None:
            yield TextLine("detail", 1, f"Host: open. {capitalised(turn.reason)}; counted: {_lower(rule)}")
            return
        other = next(code for code in self.plan.countries if code != turn.country)
        yield TextLine(
            "detail",
            1,
            f"Host: {self.country_name(turn.country)}, whose turn it is: {self.country_name(other)} hosted last, "
            f"{on_date(turn.last.start or '', turn.last.end)} ({turn.last.id}). Counted: {_lower(rule)}",
        )
        first: dict[str, Claim] = {}
        for claim in turn.claims:
            first.setdefault(claim.field, claim)
        yield from self._claim_lines(turn.last, first.values())

    def _window(self) -> Iterator[TextLine]:
        found = self.plan.window
        figures = found.cadence
        if found.start and found.end:
            cut = " Cut by the days that were asked for." if found.cut else ""
            words = date_words(found.start.isoformat(), found.end.isoformat())
            yield TextLine("detail", 1, f"Window: {words}. Rule {found.rule}: {_lower(WINDOW_RULES[found.rule])}{cut}")
            if found.aim is not None:
                yield TextLine("detail", 1, f"Aimed at: {day_words(found.aim.isoformat())}, {self._aim_words()}.")
        else:
            yield TextLine(
                "detail",
                1,
                f"Window: none. The ledger holds {count(len(figures.gaps), 'gap')} between meetings of leaders in "
                f"person; {FEWEST_GAPS} are needed to say what is usual. Ask for days with --from and --until.",
            )
        if figures.median is not None and found.anchor is not None:
            rough = f"; {figures.approximate} of them reckoned from a month" if figures.approximate else ""
            span = f"{figures.first} to {figures.third} days, the median {figures.median}"
            yield TextLine(
                "detail",
                1,
                f"Figures: the middle half of {count(len(figures.gaps), 'gap')} took {span}{rough}; the last meeting "
                f"was {self._when_where(found.anchor)} ({found.anchor.id}).",
            )
            yield from self._claims(found.anchor, "end" if found.anchor.end else "start")

    def _aim_words(self) -> str:
        found = self.plan.window
        ended = (found.anchor.end or found.anchor.start or "") if found.anchor else ""
        exact = found.aim is not None and len(ended) == 10 and found.rule == "cadence"
        if exact and found.aim and days_between(ended, found.aim.isoformat()) == found.cadence.median:
            return f"{found.cadence.median} days after the last meeting, the median gap"
        return _AIMS[found.rule]

    def _told(self, item: Announced) -> Iterator[TextLine]:
        if isinstance(item, NextStepAccount):
            when = f", {date_words(item.when)}" if item.when else ""
            yield TextLine("detail", 1, f"{capitalised(item.kind)}{when}: {quoted(item.text)}")
        else:
            what = "Meeting" if isinstance(item, MeetingAccount) else "Visit"
            where = occasion(item, self.country_name).replace("\\", "")
            yield TextLine("detail", 1, f"{what}, {item.status}, {where}")
            yield from self._words(item)
        names = [f"{publisher_words(s, self.country_name)}{_published(s.published)}" for s in item.sources]
        yield TextLine("note", 2, f"{'; '.join(dict.fromkeys(names))} ({item.id})")

    def _words(self, account: Account) -> Iterator[TextLine]:
        for _, item in account.evidence[:1]:
            yield TextLine("quote", 2, _cited(item))

    def _announcement(self, meeting: MeetingAccount) -> Iterator[TextLine]:
        """Yield the words that announced a meeting by the day of the plan, whatever was told of it later."""
        published = {source.document_id: source.published or "" for source in meeting.sources}
        early = [c for c in meeting.field("status").all_claims if published[c.document_id] <= self.plan.as_of]
        for claim in sorted(early, key=lambda claim: published[claim.document_id])[:1]:
            source = meeting.source(claim.document_id)
            named = f"{publisher_words(source, self.country_name)}{_published(source.published)}"
            for item in claim.evidence[:1]:
                yield TextLine("quote", 2, f"{_cited(item)} — {named}")

    def _claims(self, account: Account, *fields: str) -> Iterator[TextLine]:
        """Yield the words of the best claim of each of ``fields``, each once."""
        yield from self._claim_lines(account, (claim for name in fields for claim in account.field(name).claims[:1]))

    def _claim_lines(self, account: Account, claims: Iterable[Claim]) -> Iterator[TextLine]:
        seen = set()
        for claim in claims:
            source = publisher_words(account.source(claim.document_id), self.country_name)
            for item in claim.evidence[:1]:
                if (claim.document_id, item.start, item.end) not in seen:
                    seen.add((claim.document_id, item.start, item.end))
                    yield TextLine("quote", 2, f"{_cited(item)} — {source}")

    def _item(self, item: AgendaItem) -> str:
        commitment, follow = item.owed.commitment, item.owed.follow
        by = and_list(map(self.country_name, commitment.by)) or "parties not named"
        facts = [f"made {day_words(follow.made)}" if follow.made else "day not known"]
        if commitment.deadline:
            facts.append(f"due {day_words(commitment.deadline)}")
        if item.why in ("moving", "stalled"):
            facts.append(item.owed.life)
        if follow.silence:
            facts.append(follow.silence)
        return (
            f"{by} {commitment.strength}: {quoted(shortened(commitment.action, _LONGEST))} "
            f"({'; '.join(facts)}; {commitment.id})"
        )

    def _holiday_words(self, names: list[tuple[str, str]]) -> str:
        return "; ".join(f"{self.country_name(code)}: {clean(name)}" for code, name in names)

    def _when_where(self, meeting: MeetingAccount) -> str:
        return occasion(meeting, self.country_name).replace("\\", "")


_CLASHES = {"holiday": "a public holiday of", "weekend": "the weekend of", "summit": "a summit elsewhere of"}
_AIMS = {
    "announced": "the day that is announced",
    "cadence": "the day of the window nearest to the median gap from the last meeting",
    "overdue": "the first day of the window, since the usual time is over",
    "asked": "the middle of the days that were asked for",
}
_DAY_NAMES = {1: "First day", 2: "Next day"}


def _by_day(plan: Plan) -> list[tuple[str, list[tuple[str, str]]]]:
    days: dict[str, list[tuple[str, str]]] = {}
    for day in plan.holidays:
        days.setdefault(day.day, []).append((day.country, day.name))
    return sorted(days.items())


def _cited(item: Evidence) -> str:
    return f"{quoted(shortened(item.quote, _LONGEST))} [{item.start}–{item.end}]"


def _published(day: str | None) -> str:
    return f", {day_words(day)}" if day else ""


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
