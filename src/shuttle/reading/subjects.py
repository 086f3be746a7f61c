"""Tell who governs a verb: the actors before it in its clause, or whom a pronoun stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from shuttle.reading.endings import ADVERBS, Ending
from shuttle.reading.mentions import Mention
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import ACTOR, BODY, COUNTRY, GROUP, PERSON, PLACE

__all__ = ["ACTORS", "countries_of", "owner_of", "subject_of"]

_JOINT = (
    r"(?:, and |, | and | & | and (?:his|her) counterpart,? | as well as |, as well as | together with | along with |, together with |, along with )"
    r"(?:the |with |also )*"
)
#: One or more actors joined by "and": "P and P", "C, C and C".
_CAPTION = (  # who is who in a picture; the short name of a person
    rf"(?:(?<={PERSON}) \([a-z]{{1,12}}\)| \((?:l|r|c|left|right|center|centre)\))?"
)
ACTORS = rf"{ACTOR}(?:'s?)?{_CAPTION}(?:{_JOINT}{ACTOR}(?:'s?)?{_CAPTION})*"
_SUBJECTS = re.compile(rf"(?:{ACTOR}|{PLACE}){_CAPTION}(?:(?:{_JOINT})(?:{ACTOR}|{PLACE}){_CAPTION})*")

_ADVERB = r"(?:also|then|first|last|later|earlier|further|furthermore|additionally|again|once|both|each|jointly|all|only|now|still|today|however|meanwhile|himself|herself|itself|too|[a-z]+ly)"
# What may stand between a subject and its verb: an aside in commas, adverbs, a date.
_GAP = re.compile(
    rf"^\)?(?:,? (?:who|which|whose|in|on|at|during|after|while|speaking|for|by|as|the|a|an|citing|noting|accompanied|according|his|her|its|their|where|when|with)\b[^;.\"]{{0,160}}?,)?"
    rf"(?:,? (?:{_ADVERB}|(?:on |in |earlier |late |at |during |this |the )*[\ue400-\ue4ff](?:'s)?|in [\ue300-\ue3ff]|in (?:a|an|his|her|the|their) [a-z -]{{3,60}}?(?: in [\ue300-\ue3ff])?(?: on [\ue400-\ue4ff])?|during (?:the|their|a|his) [a-z -]{{3,40}}|(?:for|on) (?:his|her|its|their) part|after [a-z -]{{3,30}}|according to (?:a|the) (?:press )?(?:statement|readout|release|communique)|,))*(?: --?)?,? ?\"?$|^ ?-+ ?[^.;-]{{3,60}}-+ ?$"
)
_PRONOUN = Ending(
    rf"(?<![\w'])(?P<pronoun>he|she|it|who|which|i|we)(?:,? (?:{_ADVERB}))*,? $",
    ["he", "she", "it", "who", "which", "i", "we"],
    adverbs=True,
)
_LEADS = (
    "in", "at", "of", "with", "for", "to", "from", "by", "on", "into", "between", "about", "against", "toward", "towards",
    "near", "than", "told", "thanked", "welcomed", "met",
)  # fmt: skip
_OBJECT_LEAD = Ending(
    rf"\b(?:{'|'.join(_LEADS)}) (?:the |both |former |visiting )*$", [*_LEADS, "the", "both", "former", "visiting"]
)


_HE_AND = Ending(r"(?<![\w'])(?P<pronoun>he|she) and (?:the )?$", ["and", "the"])
_IN_ASIDE = re.compile(
    r", (?:in |of |to |for |at |on )?(?:which|whom|where|whose|that) (?:the )?(?:[^,;]*(?:and|,) (?:the )?)?$"
)


_ACCORDING_TO = re.compile(r"(?<!\w)according to (?:the )?\Z")
_PLACED = re.compile(rf"{PLACE}(?:, {PLACE})*(?:, (?:and )?| and )(?:the )?(?=[^{PLACE[1:-1]}])")


_UP_TO_COMMA = re.compile(r"[^,;]{0,120},")
_SOURCE = re.compile(rf"{ACTOR}, (?:the )?(?=.)")
_BY_COMMAS = re.compile(r"(, (?:the |with )?)")
_JOINS = re.compile(r"(?:^| )and | & | as well as |along with|together with")
_PAPER_OF = Ending(
    r"(?:statement|readout|note|communique|release) (?:from|by|of) (?:the )?$", ["from", "by", "of", "the"]
)
# "the delegations led by Lee and Kim met": they did
_DELEGATION_OF = re.compile(rf"(?:(?<!\w)delegations?|{GROUP}),? (?:headed|led) by (?:the )?\Z")
_OPENS_CLAUSE = re.compile(r"(?:^|[,;\"] )(?:in|at|on|for|to|with) (?:the )?$")
_GOVERNS = re.compile(r"\b(?:in|at|with|by|to|from|told|thanked|met|welcomed) (?:the )?$")


def subject_of(page: Page, line: Line, position: int) -> list[Mention]:
    """Return the actors that govern the verb at ``position`` of the line, or an empty list.

    Auxiliaries before the verb are the caller's business: pass the position where they begin.
    """
    shape = line.skeleton.shape
    window_start = max(0, position - 260)
    window = shape[window_start:position]
    pronoun = _PRONOUN.search(window)
    if pronoun:
        return _antecedent(page, line, window_start + pronoun.start(), pronoun["pronoun"])
    joined = _joined_verb(window)
    if joined:
        found = _shared_subject(line, window_start, window[: joined.start()], main=joined.group().startswith(","))
        if found:
            return found
    for match in reversed(list(_SUBJECTS.finditer(window))):
        tail = window[match.end() :]
        if tail != " ":  # not at once before the verb
            if _UP_TO_COMMA.match(tail) and _IN_ASIDE.search(window[: match.start()]):
                continue  # "the committee, which Lee and Ishiba had agreed to bring back, met"
            if not _GAP.match(tail):
                if len(tail) > 200:
                    break
                continue
        lead = window[: match.start()]
        words = match.group()
        placed = _PLACED.match(words) if _OBJECT_LEAD.search(lead) else None
        if placed is None and lead.endswith(("according to ", "according to the ")) and _ACCORDING_TO.search(lead):
            placed = _SOURCE.match(words)  # "according to the ministry, Motegi and Wang"
        if placed:
            # "In a summit in Beijing, Lee and Xi agreed": where, and then who.
            lead, words = window[: match.start() + placed.end()], words[placed.end() :]
        listed = _BY_COMMAS.split(words) if ", " in words else [words]
        if (
            len(listed) > 2
            and listed[-1]
            and (
                not _JOINS.search(listed[-1])
                # "in Nara, and the two ministers met": what a preposition governs is no subject.
                or (listed[-1].startswith("and ") and _OBJECT_LEAD.search(lead))
            )
        ):
            # "between Japan and South Korea, Lee stated": a comma alone joins no two subjects.
            return line.between(window_start + match.end() - len(listed[-1]), window_start + match.end())
        if _PAPER_OF.search(lead):
            return line.between(window_start + match.start(), window_start + match.end())
        if placed:
            return line.between(window_start + match.start() + placed.end(), window_start + match.end())
        governed = (
            _OBJECT_LEAD.search(lead)
            and not _OPENS_CLAUSE.search(lead)
            and not (lead.endswith((" by ", " by the ")) and _DELEGATION_OF.search(lead))
        )
        # "After talks with Lee, Takaichi said": Lee governs nothing; nor does "of Japan" in "the PM of Japan said".
        if governed and (tail.strip() or _GOVERNS.search(lead)):
            continue
        named = [
            m
            for m in line.between(window_start + match.start(), window_start + match.end())
            if m.kind != "place" or m.countries
        ]
        joint = _HE_AND.search(lead)
        if joint:
            # "She and Lee met": whom the pronoun stands for, and Lee.
            who = _antecedent(page, line, window_start + joint.start(), joint["pronoun"])
            return [*(m for m in who if all(m.member is not one.member for one in named)), *named]
        return named
    return []


def owner_of(page: Page, line: Line, position: int) -> list[Mention]:
    """Return the person whom "his" or "her" before ``position`` stands for, or an empty list."""
    return _antecedent(page, line, position, "he")


# A second verb of the same subject: "held a summit in Seoul and [agreed]", "met on Monday, [exchanged views]".
_JOINED_VERB = re.compile(rf"(?:,? and|,| but|, then| by| before|,? as well as)(?: (?:{_ADVERB}))*,? \"?$")
_JOINING = frozenset(["and", "but", "then", "by", "before", "as", *ADVERBS])


def _joined_verb(window: str) -> re.Match[str] | None:
    """Return the conjunction at the end of ``window``, if the last word or the comma behind it can belong to one."""
    words = window.rstrip('" ')
    word = words[words.rfind(" ") + 1 :]
    return _JOINED_VERB.search(window) if word in _JOINING or word.endswith((",", "ly")) else None


_SUBJECT_LAST = re.compile(rf"(?:{ACTOR}|{PLACE})(?:'s?)?$")
_VERB_WITHIN = re.compile(r"[a-z]{3,}(?:ed|t|d|s) ")
_THEN_WORD = re.compile(r",? [a-z]")
_COLON = re.compile(r"(?:^|[;:]) ?")
_CLAUSE_START = re.compile(r"(?:^|[;:]|(?<![\w-])(?:that|said|says|which|while|because)) ?")


def _shared_subject(line: Line, offset: int, clause: str, *, main: bool) -> list[Mention]:
    """Return the first actors of the clause that an earlier verb of a coordination belongs to.

    Nothing where what stands before the conjunction is itself a list of actors ("Lee and ...").

    Args:
        main: after a comma the verb goes on with the main clause, not with one that "that" opened.
    """
    if _SUBJECT_LAST.search(clause[-3:]) and not _VERB_WITHIN.search(clause):
        return []
    opening = _COLON if main else _CLAUSE_START
    starts = list(opening.finditer(clause))
    start = starts[-1].end() if starts else 0
    if starts and starts[-1].group().startswith(("said", "says")) and not _SUBJECTS.search(clause[start:]):
        # "the ministers said their talks were useful and [pledged]": nobody else is named there.
        start = starts[-2].end() if len(starts) > 1 else 0
    if clause.count('"') % 2:
        start = max(start, clause.rfind('"') + 1)  # inside a quotation; one that is closed again is passed over
    for match in _SUBJECTS.finditer(clause):
        if match.start() < start or _OBJECT_LEAD.search(clause[: match.start()]):
            continue
        if main and _IN_ASIDE.search(clause[: match.start()]):
            continue  # "the committee, which Lee and Ishiba had agreed to bring back, [met]"
        if clause[match.end() :].startswith("'") or not clause[match.end() :].strip():
            continue
        if not _THEN_WORD.match(clause, match.end()):
            continue
        return [
            m for m in line.between(offset + match.start(), offset + match.end()) if m.kind != "place" or m.countries
        ]
    return []


_ACTOR_BEFORE = re.compile(rf"(?P<actor>{ACTOR}),? $")


def _antecedent(page: Page, line: Line, position: int, pronoun: str) -> list[Mention]:
    shape = line.skeleton.shape
    if pronoun in ("who", "which"):
        before = _ACTOR_BEFORE.search(shape, max(0, position - 3), position)
        return line.between(before.start("actor"), before.end("actor")) if before else []
    if pronoun in ("i", "we"):
        return []
    wanted = PERSON if pronoun in ("he", "she") else f"[{BODY[1:-1]}{COUNTRY[1:-1]}{PLACE[1:-1]}]"
    here, goes_on = _named_first(line, shape[:position], wanted)
    if here:
        return here
    lines: Sequence[Line] = page.lines
    index = line.sentence.index
    reach = index - 4
    for back in range(index - 1, max(-1, index - 9), -1):
        if back <= reach:
            break
        other = lines[back]
        if other.headline:
            continue
        found, goes_on = _named_first(other, other.skeleton.shape, wanted)
        if found:
            return found
        if goes_on:
            reach -= 1  # "He added ...": whoever that is was named still further above
    # Nobody who governs a verb: then whoever is named at all.
    for other, end in ((line, position), *((lines[n], None) for n in range(index - 1, max(-1, index - 3), -1))):
        match = re.search(wanted, other.skeleton.shape[:end])
        if match and not other.headline:
            return other.between(match.start(), match.end())
    return []


_HE_OR_SHE = re.compile(r"(?<![\w'])(?:he|she)(?![\w'])")


def _named_first(line: Line, shape: str, wanted: str) -> tuple[list[Mention], bool]:
    """Return the first of ``wanted`` that no preposition governs, or nothing and whether a pronoun stands for one.

    "He praised Tupai": who acts was named before this sentence.
    """
    pronoun = _HE_OR_SHE.search(shape) if wanted == PERSON else None
    for match in re.finditer(wanted, shape):
        if pronoun and pronoun.start() < match.start():
            break
        if not _GOVERNED.search(shape[: match.start()]) and not shape[match.end() :].startswith("'"):
            return line.between(match.start(), match.end()), False
    return [], pronoun is not None


_GOVERNED = Ending(
    rf"\b(?:{'|'.join(_LEADS)}|including|"
    r"such as|praised|like|joined|visited|received|invited|called|congratulated|under|after|before|whom) "
    r"(?:the |both |former |visiting |his |her |their |its )*$",
    [
        *_LEADS, "including", "as", "praised", "like", "joined", "visited", "received", "invited", "called",
        "congratulated", "under", "after", "before", "whom", "the", "both", "former", "visiting", "his", "her", "their",
        "its",
    ],
)  # fmt: skip


def countries_of(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Return the countries of mentions, each once."""
    return tuple(dict.fromkeys(code for mention in mentions for code in mention.countries))
