"""The next meeting as Shuttle would propose it, where none is announced: window and days, with their reasons."""

from __future__ import annotations

from shuttle.analysis.plan import Plan
from shuttle.analysis.window import WINDOW_RULES
from shuttle.views.paper.model import Block, Line, Remark, Reminders, Section, facts, proofs_of, say, section, strong
from shuttle.views.plan_wording import point_words, points_word, run_words
from shuttle.views.wording import CountryName, count, date_words

__all__ = ["proposed_meeting"]

_MOST_DAYS = 3


def proposed_meeting(plan: Plan, country_name: CountryName) -> Section | None:
    """Return the section for the programme; None where a meeting is announced for a day, or no window can be told."""
    window = plan.window
    if plan.fixed is not None or window.start is None or window.end is None:
        return None
    blocks: list[Block] = [
        Remark(say("A proposal of Shuttle's, not an announcement by anybody; the plan has it at length."))
    ]
    blocks += facts([_window(plan)])
    blocks.append(Remark(say(WINDOW_RULES[window.rule])))
    if plan.candidates:
        place = f" in {country_name(plan.host)}" if plan.host else ""
        days = [
            say(
                strong(f"{run_words(found.start, found.end)}{place}"),
                f": {points_word(found.points)}",
                "".join(f"; {point_words(point)}" for point in found.reasons),
                ".",
            )
            for found in plan.candidates[:_MOST_DAYS]
        ]
        blocks.append(Reminders(tuple(days)))
    return section("programme-proposed", "Proposed days", blocks)


def _window(plan: Plan) -> Line | None:
    """Return the window with the gaps it is reckoned from, which prove it."""
    window, cadence = plan.window, plan.window.cadence
    proofs = proofs_of(claim for gap in reversed(cadence.gaps) for claim in (gap.claims[0], gap.claims[-1]))
    if not proofs or window.start is None or window.end is None:
        return None
    days = date_words(window.start.isoformat(), window.end.isoformat())
    gaps = count(len(cadence.gaps), "gap")
    if cadence.first is None:
        return Line(say(strong("Window"), f": {days}."), proofs)
    told = f": {days}. Half of the {gaps} between meetings took {cadence.first} to {count(cadence.third or 0, 'day')}."
    return Line(say(strong("Window"), told), proofs)
