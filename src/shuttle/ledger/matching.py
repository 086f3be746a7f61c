"""Whether two findings can tell of the same meeting or visit, how well they fit, and why.

In:   two `Mention`s: the features of findings that tell one event from another.
Out:  a `Match` with a score and its reasons in words, or None where something speaks against it.

A field that a text does not give agrees with everything. These speak against it, whatever else
agrees: other parties, another level, another mode (a call never joins a meeting in person), days
that do not overlap, another country, another forum, other people, held against cancelled. How many
candidates there may be and who joins whom is decided in `shuttle.ledger.grouping`.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields

from shuttle.ledger import names
from shuttle.records import dates
from shuttle.records.documents import Document
from shuttle.records.findings import Meeting, Visit

__all__ = [
    "ENTRY",
    "REACH",
    "VAGUE",
    "Match",
    "Mention",
    "contradicts",
    "judge",
    "mention_from",
    "mention_of",
    "mention_text",
    "people_key",
]

# The field of the passage that gives the number under which a table lists an event.
ENTRY = "entry"
# A larger meeting can hold a smaller one only up to this many parties; beyond, parties must be the same.
_LARGEST_HOLDER = 4
# Plans that are over, one way or the other, and exclude each other.
_HAPPENED = frozenset({"held"})
_CALLED_OFF = frozenset({"cancelled", "postponed"})
# How far from its publication an undated text can mean, in days.
REACH = 400
# A meeting or visit that seems to take longer, in days, is a time in which one or several took place.
_LONGEST = 62
# The precision from which a date alone decides nothing.
VAGUE = 2
# So short an interval, in days, tells one event of two parties at one level from another.
_FEW_DAYS = 15
# How far apart two undated texts on one event can be published, in days.
_SAME_NEWS = 45

_PersonTriple = tuple[str | None, str | None, str | None]


@dataclass(frozen=True, slots=True)
class Mention:
    """What matching looks at in a meeting or a visit.

    Attributes:
        kind: ``meeting`` or ``visit``.
        finding: the finding's id.
        document: the document's id.
        countries: alpha-3 codes in order of the alphabet; for a visit in order of the journey.
        people: ``(name, office, country)`` of all that are named.
        published: when the document was published.
        entry: the number under which a table lists it; None where it has none.
        when: for one without a start, what its words allow (EDTF): an interval, or a date of which parts are open.
    """

    kind: str
    finding: str
    document: str
    countries: tuple[str, ...]
    people: tuple[_PersonTriple, ...]
    status: str
    level: str | None
    mode: str | None
    start: str | None
    end: str | None
    start_time: str | None
    place: str | None
    place_country: str | None
    host: str | None
    forum: str | None
    ordinal: int | None
    published: str | None
    when: str | None = None
    entry: str | None = None

    @property
    def precision(self) -> int:
        """0 for a date known to the day, 1 to the month, 2 to the year or a longer time, 3 for none."""
        if self.start is None:
            return 3
        if self.end and (dates.last_day(self.end) - dates.first_day(self.start)).days > _LONGEST:
            return VAGUE
        return {"day": 0, "month": 1, "year": 2}[dates.precision(self.start)]

    @property
    def findable(self) -> bool:
        """Whether it says anything by which its event could be told from others of the same parties."""
        return self.precision < VAGUE or bool(self.place or self.forum or self.when) or self.ordinal is not None

    @property
    def specific(self) -> bool:
        """Whether it says what kind of meeting it is: its level, or who travels."""
        return self.level is not None if self.kind == "meeting" else self.people[0][0] is not None


@dataclass(frozen=True, slots=True)
class Match:
    """Two mentions can be one event.

    Attributes:
        score: from 0 to 1.
        reasons: what they agree on, in words.
        decisive: names of the fields that agree and tell events apart even without a date.
    """

    score: float
    reasons: tuple[str, ...]
    decisive: frozenset[str]


def mention_of(finding: Meeting | Visit, document: Document) -> Mention:
    """Return the features of a meeting or visit in ``document``."""
    if isinstance(finding, Visit):
        traveller = finding.person
        origin = finding.from_country or traveller.country
        return Mention(
            kind="visit",
            finding=finding.id,
            document=document.id,
            countries=((origin or "?"), finding.to_country),
            people=((traveller.name, traveller.office, traveller.country),),
            status=finding.status,
            level=None,
            mode=None,
            start=finding.start,
            end=finding.end,
            start_time=None,
            place=None,
            place_country=finding.to_country,
            host=finding.to_country,
            forum=finding.forum,
            ordinal=None,
            published=document.published,
            entry=_entry(finding),
        )
    place = finding.place
    in_person = place is not None or finding.forum is not None
    return Mention(
        kind="meeting",
        finding=finding.id,
        document=document.id,
        countries=tuple(sorted(finding.countries)),
        people=tuple((person.name, person.office, person.country) for person in finding.people),
        status=finding.status,
        level=finding.level,
        mode=finding.mode or ("in person" if in_person else None),
        start=finding.start,
        end=finding.end,
        start_time=finding.start_time,
        place=place.name if place and not names.names_its_country(place) else None,
        place_country=place.country if place else None,
        host=finding.host,
        forum=finding.forum,
        ordinal=finding.ordinal,
        published=document.published,
        when=finding.when,
        entry=_entry(finding),
    )


def _entry(finding: Meeting | Visit) -> str | None:
    return next((item.quote for item in finding.evidence if item.field == ENTRY), None)


def mention_text(mention: Mention) -> str:
    """Return ``mention`` as JSON, which `mention_from` reads back."""
    return json.dumps(asdict(mention), ensure_ascii=False)


def mention_from(text: str) -> Mention:
    """Return the mention that `mention_text` wrote."""
    plain = json.loads(text)
    plain["countries"] = tuple(plain["countries"])
    plain["people"] = tuple(tuple(person) for person in plain["people"])
    # What was added later is not in the rows of an older ledger.
    return Mention(**{field.name: plain[field.name] for field in fields(Mention) if field.name in plain})


def people_key(mention: Mention) -> str | None:
    """Return a key that two texts on one small meeting share though one leaves out a party; None if it has none."""
    named = sorted({names.letters(name) for name, _, _ in mention.people if name})
    small = 2 <= len(mention.countries) <= _LARGEST_HOLDER
    if mention.kind != "meeting" or mention.precision != 0 or len(named) < 2 or not small:
        return None
    return f"{mention.start}:{'+'.join(named)}"


def judge(one: Mention, other: Mention) -> Match | None:
    """Return how well two mentions fit as one event; None if something speaks against it.

    The order of the two does not matter.
    """
    if one.kind != other.kind or one.finding == other.finding:
        return None
    one, other = sorted((one, other), key=lambda mention: mention.finding)
    return _score(one, other) if _parties(one, other) and not contradicts(one, other) else None


def contradicts(one: Mention, other: Mention) -> bool:
    """Return whether anything but the list of parties speaks against two mentions being one event."""
    checks = (_kind_of_meeting, _status, _time, _where, _who, _one_document)
    return not all(check(one, other) for check in checks)


def _parties(one: Mention, other: Mention) -> bool:
    if one.countries == other.countries:
        return True
    if one.kind == "visit":
        return False
    smaller, larger = sorted((set(one.countries), set(other.countries)), key=len)
    people = people_key(one)
    return len(smaller) >= 2 and smaller < larger and people is not None and people == people_key(other)


def _kind_of_meeting(one: Mention, other: Mention) -> bool:
    return _null_or_same(one.level, other.level) and _null_or_same(one.mode, other.mode)


def _status(one: Mention, other: Mention) -> bool:
    statuses = {one.status, other.status}
    return not (statuses & _HAPPENED and statuses & _CALLED_OFF)


def _time(one: Mention, other: Mention) -> bool:
    if one.start is None and other.start is None:
        return _published_together(one, other)
    if one.start is None:
        return _within_reach(one, other) and _as_said(one.when, other)
    if other.start is None:
        return _within_reach(other, one) and _as_said(other.when, one)
    return dates.overlap(one.start, one.end, other.start, other.end)


def _published_together(one: Mention, other: Mention) -> bool:
    """Two undated texts can only mean one event if they came out about the same time."""
    if one.published is None or other.published is None:
        return False
    days = (dates.first_day(one.published) - dates.first_day(other.published)).days
    return abs(days) <= _SAME_NEWS


def _within_reach(undated: Mention, dated: Mention) -> bool:
    """An undated text tells of something before its publication, or of a plan after it."""
    if undated.published is None or dated.start is None:
        return True
    first, last = dates.first_day(dated.start), dates.last_day(dated.end or dated.start)
    if undated.status == "held":
        days = (dates.last_day(undated.published) - first).days
    else:
        days = (last - dates.first_day(undated.published)).days
    return 0 <= days <= REACH


def _as_said(when: str | None, dated: Mention) -> bool:
    """Return whether ``dated`` can lie where loose words ("last week", "on the 26th") say."""
    if when is None or dated.start is None:
        return True
    first, divider, last = when.partition("/")
    if divider:
        if _few_days(first, last) and dated.precision > 0:
            # "Last week" lies in the month that holds most of it.
            first = last = _middle(first, last)
        return dates.overlap(first, last, dated.start, dated.end)
    return any(_fits(when, day) for day in {dated.start, dated.end or dated.start})


def _fits(pattern: str, day: str) -> bool:
    return all(mine in ("X", theirs) for mine, theirs in zip(pattern, day, strict=False))


def _tells_the_day(when: str | None, dated: Mention) -> bool:
    """Return whether loose words leave so few days that an event on one of them is the one meant."""
    if when is None or dated.precision >= VAGUE:
        return False
    first, divider, last = when.partition("/")
    if divider:
        return _few_days(first, last)
    return dated.precision == 0 and len(when) == 10 and when[8:] != "XX"


def _few_days(first: str, last: str) -> bool:
    return (dates.last_day(last) - dates.first_day(first)).days <= _FEW_DAYS


def _middle(first: str, last: str) -> str:
    start, end = dates.first_day(first), dates.last_day(last)
    return (start + (end - start) / 2).isoformat()


def _where(one: Mention, other: Mention) -> bool:
    if not _null_or_same(one.place_country, other.place_country) or not names.same_forum(one.forum, other.forum):
        return False
    same_day = one.precision == 0 and one.start == other.start
    # Two names in one country are one place or a source's slip if the day is the same; else they are two meetings.
    if not names.same_place_name(one.place, other.place):
        return same_day
    return same_day or _null_or_same(one.host, other.host)


def _who(one: Mention, other: Mention) -> bool:
    for country in {country for _, _, country in one.people} & {country for _, _, country in other.people}:
        mine = [person for person in one.people if person[2] == country]
        theirs = [person for person in other.people if person[2] == country]
        if not any(_same_person(a, b) for a in mine for b in theirs):
            return False
    return True


def _same_person(
    one: tuple[str | None, str | None, str | None], other: tuple[str | None, str | None, str | None]
) -> bool:
    if one[0] and other[0]:
        return names.same_person_name(one[0], other[0])
    return names.same_office(one[1], other[1])


def _one_document(one: Mention, other: Mention) -> bool:
    """Two findings of one document are two events, unless they say the very same of one day."""
    if one.document != other.document:
        return True
    if one.precision != 0 or one.start != other.start or (one.end or one.start) != (other.end or other.start):
        return False
    return (
        one.status == other.status
        and one.countries == other.countries
        and _null_or_same(one.start_time, other.start_time)
        and _null_or_same(one.ordinal, other.ordinal)
        and names.same_place_name(one.place, other.place)
        and _null_or_same(one.entry, other.entry)
    )


def _score(one: Mention, other: Mention) -> Match:
    score = 0.4
    reasons = [f"the same parties: {', '.join(one.countries)}"]
    decisive = set()
    if one.countries != other.countries:
        reasons = ["the same people on the same day, one text leaving out a party"]
    if one.start and other.start:
        if one.start == other.start:
            score += 0.3 - 0.08 * one.precision
            reasons.append(f"both on {one.start}" if one.precision == 0 else f"both in {one.start}")
        else:
            score += 0.2 - 0.06 * max(one.precision, other.precision)
            reasons.append(f"{_span(one)} and {_span(other)} share a day")
    loose, dated = (one, other) if one.start is None else (other, one)
    if loose.start is None and dated.start and _tells_the_day(loose.when, dated):
        score += 0.15
        decisive.add("when")
        reasons.append(f"{dated.start} is when the words say ({loose.when})")
    for value, theirs, words, weight in (
        (one.level, other.level, "both at the level of {}", 0.06),
        (one.mode, other.mode, "both {}", 0.04),
        (one.host, other.host, "both hosted by {}", 0.03),
        (one.start_time, other.start_time, "both at {}", 0.03),
    ):
        if value and value == theirs:
            score += weight
            reasons.append(words.format(value))
    if one.place and other.place and names.same_place_name(one.place, other.place):
        score += 0.06
        decisive.add("place")
        reasons.append(f"both in {one.place}")
    if one.forum and other.forum:
        score += 0.04
        decisive.add("forum")
        reasons.append(f"both beside {one.forum}")
    if one.ordinal is not None and one.ordinal == other.ordinal:
        score += 0.02
        decisive.add("ordinal")
        reasons.append(f"both counted as number {one.ordinal}")
    if _shares_a_name(one, other):
        score += 0.04
        reasons.append("the same people")
    if one.status != other.status:
        score -= 0.02
        reasons.append(" and ".join(sorted({one.status, other.status})))
    return Match(round(max(0.0, min(score, 1.0)), 3), tuple(reasons), frozenset(decisive))


def _span(mention: Mention) -> str:
    return f"{mention.start}/{mention.end}" if mention.end else str(mention.start)


def _shares_a_name(one: Mention, other: Mention) -> bool:
    return any(
        a[0] and b[0] and a[2] == b[2] and names.same_person_name(a[0], b[0]) for a in one.people for b in other.people
    )


def _null_or_same(one: object, other: object) -> bool:
    return one is None or other is None or one == other
