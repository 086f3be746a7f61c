"""Find what somebody says he will do, is ready to do or is working to do.

In:   a line of a page, and the main encounter.
Out:  Bonds. Rules `commit.modal` and `commit.willing`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from shuttle.lexicons.verbs import commitment_modals
from shuttle.reading.alternation import cue_words, one_of
from shuttle.reading.binding import CONDITION, Bond, actions_in, parties_of, stop_of
from shuttle.reading.encounters import Encounter
from shuttle.reading.modality import auxiliary_start
from shuttle.reading.page import Line, Page
from shuttle.reading.skeleton import ACTOR, DATE, GROUP, PLACE
from shuttle.reading.subjects import subject_of

__all__ = ["modal_bonds"]


@functools.cache
def _modal_cues() -> frozenset[str]:
    return cue_words(commitment_modals())


@functools.cache
def _modal() -> re.Pattern[str]:
    words = one_of(commitment_modals())
    return re.compile(
        rf"(?<![\w'-])(?P<modal>{words})(?P<adverbs>(?: (?:also|then|soon|jointly|continue to|further|now|later))*) (?!(?:on|in|at|from|by|for|with|to|as|if|when|while|during|after|before|today|tomorrow) |be (?:expected|able|remembered|important|seen|reported)|not |have |also not |never )(?P<verb>[a-z]+)"
    )


_SAYING = (
    r"(?P<say>said|says|announced|announces|added|confirmed|promised|stated|told [^,;.]{1,40}?|declared|revealed|indicated|emphasi[sz]ed|"
    r"stressed|noted|explained|reiterated|underlined|underscored|mentioned|wrote|assured [^,;.]{1,40}?|vowed|informed [^,;.]{1,40}?|affirmed|pledged|responded|replied|remarked)"
)
# What is said, and what is to be done: one of each.
_SAYING_CUES = frozenset(
    [
        "said", "says", "announced", "announces", "added", "confirmed", "promised", "stated", "told", "declared",
        "revealed", "indicated", "emphasised", "emphasized", "stressed", "noted", "explained", "reiterated", "underlined",
        "underscored", "mentioned", "wrote", "assured", "vowed", "informed", "affirmed", "pledged", "responded", "replied",
        "remarked",
    ]
)  # fmt: skip
_SAY_CUES = frozenset(["would", "will", "wants", "hopes", "intends", "plans", "ready", "forward"])
_WILLING_CUES = frozenset(
    ["willing", "ready", "determined", "prepared", "committed", "keen", "eager", "intent", "interested", "working"]
)
_SAY = re.compile(
    rf"(?<![\w-]){_SAYING}(?: (?:in|at|on) (?:the )?(?:[a-z-]+ |[\ue000-\ueaff](?:'s)? ?){{1,4}}?)?(?: on {DATE}| {DATE})?,?(?: that)?,? (?P<whom>(?:he|she|it|they|(?:his|her|its) (?:country|government)|the government|"
    rf"(?P<both>(?:together,? )?(?:both sides|the two sides|{GROUP}))|together,? they|{ACTOR}|{PLACE}|(?:(?:[a-z'-]+|[\ue000-\ueaff]) ){{1,8}}?(?=(?:would|will) be [a-z]+ed)) ?)?"
    r"\"?(?P<modal>would like to|(?:would|will) (?:not|never)(?= (?!be |have |affect|change|mean|help|work|happen|take |lead|solve|hurt|harm|make|come|go |see|need|know|want|stop|end |succeed|allow anyone))|would|will|wants to|hopes to|intends to|plans to|is ready to|was ready to|looks forward to|looked forward to)(?: also| soon| continue to| further)* "
    r"(?!be (?:expected|remembered|seen|well|important|able|necessary|good|difficult|hard|possible|impossible|easy|better|a|an|the|no|in|on|at|there|about)(?!\w)|have |not |never |like |benefit |meet |discuss |mark |celebrate |attend |talk )(?P<verb>[a-z]+)"
)
_TEAMS = re.compile(
    r"^(?:[a-z-]+ ){0,2}(?:negotiators|teams|experts|working groups|officials|delegations|authorities|ministers|working group|committee|technical teams) $"
)

# What delegations will do on a visit is a programme, no promise.
_PROGRAMME = frozenset([
    "be", "take", "mark", "see", "remain", "become", "need", "depend", "begin", "last", "include", "focus",
    "arrive", "travel", "leave", "meet", "attend", "visit", "hold", "discuss", "fly", "deliver", "receive",
    "welcome", "serve", "help", "speak", "talk", "address", "come", "go", "happen", "follow", "stroll", "dine",
    "tour", "walk", "convene", "gather", "depart", "lay", "pay", "give",
])  # fmt: skip


# "... that he appreciated the effort, and he would like to [continue to cooperate]"
_AND_HE = re.compile(
    r",? and (?:that )?(?:he|she|they|it) (?:also )?(?P<modal>would like to|will|hopes to|wants to|intends to|plans to|wishes to)(?: also)? "
    r"(?!be |have |not |never |like |meet |discuss |attend |see |visit )(?P<verb>[a-z]+)"
)
_SAID = re.compile(rf"(?<![\w-]){_SAYING},?(?: that)? ")


def modal_bonds(page: Page, line: Line, main: Encounter | None) -> Iterator[Bond]:
    """Yield what is said to be done, in a modal or by one who is ready to do it."""
    shape = line.skeleton.shape
    told = not (line.words.isdisjoint(_SAY_CUES) or line.words.isdisjoint(_SAYING_CUES))
    for match in _SAY.finditer(shape) if told else ():
        subjects = subject_of(page, line, auxiliary_start(shape, match.start()))
        codes = parties_of(page, subjects, main)
        if match["both"]:
            # "He wrote that the two sides would move fast": he speaks for both.
            codes = parties_of(page, line.between(match.start("whom"), match.end("whom")), main) or codes
        if not codes:
            continue
        if CONDITION.search(shape[max(0, match.start() - 90) : match.start()]):
            continue
        begin = match.start("verb")
        if match["modal"].endswith(("not", "never")):
            begin = match.end("modal") - len(match["modal"].rsplit(" ", 1)[1])
        if match["verb"] == "be" and match["whom"] and not match["both"]:
            begin = match.start("whom")  # "that sanctions on Syria would be lifted"
        stop = stop_of(shape, match.start("verb"))
        strength = "plans" if match["say"].startswith(("announce", "confirm", "reveal", "indicat")) else "pledged"
        if match["modal"].startswith(("would like", "wants", "hopes", "is ready", "was ready", "look")):
            strength = "expressed intent"
        elif match["modal"].startswith(("intends", "plans")):
            strength = "plans"
        for first, last in actions_in(shape, begin, stop):
            yield Bond(line, first, last, match.span(), strength, codes, "commit.modal")
    for match in _AND_HE.finditer(shape) if told else ():
        said = _SAID.search(shape, 0, match.start())
        codes = parties_of(page, subject_of(page, line, auxiliary_start(shape, said.start())), main) if said else ()
        begin = match.start("verb")
        strength = {"will": "pledged", "intends to": "plans", "plans to": "plans"}.get(
            match["modal"], "expressed intent"
        )
        for first, last in actions_in(shape, begin, stop_of(shape, begin)) if codes else ():
            yield Bond(line, first, last, match.span(), strength, codes, "commit.modal")
    for match in () if line.words.isdisjoint(_modal_cues()) else _modal().finditer(shape):
        if match["verb"] in _PROGRAMME:
            continue
        auxiliary = match.start("modal")
        subjects = subject_of(page, line, auxiliary)
        if any(m.kind in ("pair", "person") for m in subjects):
            continue  # what a person will do is a programme, unless somebody says so as a promise
        codes = parties_of(page, subjects, main)
        if not subjects and main is not None and _TEAMS.match(shape[:auxiliary]):
            codes = tuple(main.countries)
        if not codes or shape.count('"', 0, auxiliary) % 2:
            continue
        stop = stop_of(shape, match.start("verb"))
        for first, last in actions_in(shape, match.start("verb"), stop):
            strength = "agreed" if len(codes) > 1 and _UNDER.search(shape[:auxiliary]) else "plans"
            yield Bond(line, first, last, match.span(), strength, codes, "commit.modal")
    for match in () if line.words.isdisjoint(_WILLING_CUES) else _WILLING.finditer(shape):
        codes = parties_of(page, subject_of(page, line, match.start()), main)
        if match["how"] is None and not _own_effort(line, match, codes, main):
            continue
        if not codes or CONDITION.search(shape[max(0, match.start() - 60) : match.start()]):
            continue
        strength = "plans" if match["how3"] else "reaffirmed" if match["how"] == "committed" else "expressed intent"
        for first, last in actions_in(shape, match.end(), stop_of(shape, match.end())):
            yield Bond(line, first, last, match.span(), strength, codes, "commit.willing")


_AGAINST = re.compile(r"(?:undermine|dominat|weaken|evade|evading|contain|destabili|circumvent|persuade|prevent)")


def _own_effort(line: Line, match: re.Match[str], codes: tuple[str, ...], main: Encounter | None) -> bool:
    """Return whether those who met say of themselves what they are working for: not "Russia is working to undermine ..."."""
    now = match.group().startswith(("is ", "are ", "remain", "stand"))
    return (
        now
        and main is not None
        and set(codes) <= set(main.countries)
        and not _AGAINST.match(line.skeleton.shape, match.end())
    )


_UNDER = re.compile(
    r"(?<!\w)(?:under|according to|as part of) the (?:[a-z]+ )?(?:deal|agreement|accord|treaty|pact|memorandum|plan|framework|declaration)\b"
)
_WILLING = re.compile(
    r"(?<!\w)(?:is|are|was|were|remains?|remained|stands?|stood)(?: [a-z]+ly| also| fully)? (?:(?P<how>willing|ready|determined|prepared|committed|keen|eager) to (?!be )|(?P<how2>keen|intent|interested) (?:on|in) (?=[a-z]+ing )|(?P<how3>working) to (?!be ))"
)
