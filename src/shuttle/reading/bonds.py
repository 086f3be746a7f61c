"""Find the places of a text where somebody is bound.

In:   the lines of a page and its encounters.
Out:  Bonds: subject + verb of commitment + what it takes, not negated, not conditional.

Rules:

    commit.verb     "the two leaders agreed to ...", "Tokyo pledged that ..."
    commit.object   "they signed a memorandum", "expressed his intention to ..."
    commit.passive  "a declaration was signed"
    commit.list     "the two sides agreed that: 1. ...; 2. ..."
    commit.willing  "China is willing to ...", "remains committed to ..."
    commit.modal    "technical teams will look into ...", where the document itself or one who
                    can bind says so

A view that is shared and an endorsement of the past bind nobody; "did not agree" and "if they
agree" are passed over. Coordinated actions ("to maintain ties and to expand trade") are cut into
one commitment each, in the words of the text.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from shuttle.lexicons.verbs import CommitmentVerb, commitment_verbs, stances, views
from shuttle.reading.alternation import Phrases, cue_words
from shuttle.reading.arrangements import accepted, arranged, decided, signed, stances_told, to_be_done
from shuttle.reading.binding import CONDITION, CONDITIONS, Bond, actions_in, parties_of, stop_of
from shuttle.reading.encounters import Encounter
from shuttle.reading.mentions import Mention
from shuttle.reading.modal_bonds import modal_bonds
from shuttle.reading.modality import auxiliary_start, verb_status
from shuttle.reading.page import Line, Page
from shuttle.reading.papers import provided
from shuttle.reading.skeleton import ACTOR, BODY, COUNTRY, DATE, DEMONYM, GROUP, PAIR, PERSON
from shuttle.reading.subjects import ACTORS, subject_of

__all__ = ["bonds_on"]


@functools.cache
def _verbs() -> Phrases:
    return Phrases(commitment_verbs(), beside="'-")


@functools.cache
def _cues() -> frozenset[str]:
    return cue_words(commitment_verbs())


_WITH_DOING = re.compile(rf"(?:with|saw|see) (?:(?:both )?{ACTORS}|both)(?: also)? $")
_VIEW = re.compile(
    r"^ ?(?:on |upon )?(?:the )?(?:view|fact|notion)\b|^ ?with\b|^ ?(?:on |upon )?the (?:[a-z-]+ )?(?:strength|depth|closeness|seriousness|gravity|value|significance|quality|success|severity) of\b|^ ?that (?:it is|it was|there (?:is|was)|the (?:current|present|meeting|situation)|[a-z ]{3,30} (?:has to|have to|must|needs to|should) (?:end|stop|cease)(?!\w))|^ ?(?:or|nor|in principle)\b"
)
# "agreed that relations are good": a view of what is, not of what shall be.
_FACT = re.compile(
    r"^(?:(?!(?:should|will|would|must|shall|to|needs?) )[^ ,;]+,? ){0,12}?(?:is|are|was|were|remains?|has|have|had) (?!to )"
)
# "assured that the mission also consulted": what was done.
_PAST = re.compile(
    r"(?![^;.]{0,140}(?<!\w)(?:be|continue|remain|will|would|shall|should|must) )(?:(?!(?:should|will|would|must|shall|to|needs?|could|can) )[^ ,;]+ ){1,7}?[a-z]+ed (?!by )"
)


def bonds_on(page: Page, encounters: Sequence[Encounter]) -> Iterator[Bond]:
    """Yield every place on a page where somebody is bound, in the order of the text."""
    main = encounters[0] if encounters else None
    seen: set[tuple[int, int]] = set()
    for line in page.lines:
        if line.headline:
            continue
        found = sorted((*_by_verbs(page, line, main), *modal_bonds(page, line, main)), key=lambda b: (b.start, b.end))
        found += _listed(page, line, main)
        if not found and main is not None:
            found += (*signed(line, main), *arranged(line, main))
        if not found and main is not None:
            found += (*to_be_done(line, main), *provided(page, line, main))
        if not found:
            found += stances_told(page, line, main)
        found += accepted(page, line)
        if not found:
            found += decided(line)
        until: dict[int, int] = {}
        for bond in found:
            index = bond.line.sentence.index
            if (index, bond.start) in seen or bond.start < until.get(index, 0):
                continue
            seen.add((index, bond.start))
            until[index] = bond.end
            yield bond


_ITEM = re.compile(r"^ ?(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[-*•·–]) ?")
_LIST_FOLLOWS = re.compile(
    r"(?<![\w'-])(?P<verb>agreed|decided|pledged|committed|concurred|undertook|resolved)(?: (?:to|on|upon|that|as follows|the following|to the following|[a-z]+)){0,5}:$"
)


def _listed(page: Page, line: Line, main: Encounter | None) -> list[Bond]:
    """Return the items of a list that a verb of commitment opens: "The two sides agreed that: 1. ..."."""
    shape = line.skeleton.shape.rstrip()
    match = _LIST_FOLLOWS.search(shape) if shape.endswith(":") else None
    if not match:
        return []
    countries = _bound(page, line, auxiliary_start(line.skeleton.shape, match.start("verb")), main)
    if not countries:
        return []
    verb = commitment_verbs()[match["verb"]]
    found = []
    for other in page.lines[line.sentence.index + 1 : line.sentence.index + 40]:
        item = _ITEM.match(other.skeleton.shape)
        if not item:
            break
        end = len(other.skeleton.shape.rstrip(" .;,"))
        if end > item.end():
            found.append(Bond(other, item.end(), end, (0, item.end()), verb.strength, countries, "commit.list"))
    return found


_DONE_TOGETHER = ("sign", "conclude", "reach", "agree", "concur", "decide")


def _told_before(line: Line, start: int, main: Encounter) -> bool:
    """Return whether the clause before ``start`` tells of the meeting: "held a call with Ishiba and [agreed]"."""
    return any(
        frame.line is line
        and frame.end <= start
        and not frame.reference
        and len({code for party in frame.parties for code in party.countries}) > 1
        and re.search(r"(?:,? and|,)(?: also| both)? \Z", line.skeleton.shape[:start])
        for frame in main.frames
    )


_WITH_WHOM = re.compile(
    rf"(?: (?:on )?{DATE})?,? with (?:(?:the |his |her )?(?P<who>{PERSON}|{COUNTRY})|him |her |them )"
)
# What is planned before it is done; who "may agree" plans nothing, who "is expected to agree" does.
_DONE_BY_SIGNING = ("sign", "launch", "establish", "adopt", "conclude")
_ALONE_AT_HOME = ("launch", "establish", "adopt", "conclude", "create")
# "reached agreement on none of the five points"
_ON_NOTHING = re.compile(r" (?:[a-z]+ ){0,4}?(?:on|of|to|in) (?:none|nothing|neither|no) ")
# "the need for Russia to [commit]": it has not
_NEED_FOR = re.compile(
    rf"(?<!\w)(?:need|needs|importance|necessity|necessary|important|essential|vital|crucial|time|pressure|imperative) for (?:the )?{ACTORS} to $"
)
# "wished to thank Japan", "arranged to visit a park"
_POLITE = re.compile(
    r"(?:thank|congratulate|express|convey|extend|reiterate|emphasi[sz]e|stress|underline|underscore|welcome|say|note|offer|recall|acknowledge|visit|meet|see|travel|tour)(?!\w)"
)
# What somebody does with his own office binds no country.
_OF_ONESELF = re.compile(
    r"(?:resign|step down|step aside|retire|quit|leave office|run for|stand down|dissolve parliament)(?!\w)"
)
_IN_ASIDE = re.compile(r", (?:which|whom) [^,;]*$")
_MIGHT = re.compile(r"(?<!\w)(?:may|might|could|should|can|must)(?: [a-z]+ly| also| well| yet| still| now)* $")
_EXPECTED = re.compile(r"(?<!\w)(?:is|are) (?:also |widely )?(?:expected|scheduled|set|due) to $")


_IS_DONE = re.compile(r"(?:was|were|is|are|been|be|being) (?:also |formally |officially )?$")
_SO_HE_WOULD = re.compile(r"(?:that )?(?:he|she|it|they) (?:would|will|could)(?: do so)?")
_JOINED = re.compile(r"(?:,|\band|\bwhile|\bby|\bbefore) $")
_NOT = re.compile(r"(?<!\w)(?:not|never|no)(?: \w+)? $")
_NEGATIONS = frozenset(["not", "never", "no"])
_NOTHING = frozenset(["none", "nothing", "neither", "no"])
_HAD = re.compile(r"(?<!\w)had (?:originally |initially |previously )?$")
_WITH_ANOTHER = re.compile(rf"(?<!\w)(?:with|between|together) |{ACTOR}")


def _by_verbs(page: Page, line: Line, main: Encounter | None) -> Iterator[Bond]:
    if line.words.isdisjoint(_cues()):
        return
    shape = line.skeleton.shape
    table = commitment_verbs()
    negated, conditional, nothing = (not line.words.isdisjoint(cues) for cues in (_NEGATIONS, CONDITIONS, _NOTHING))
    for match in _verbs().finditer(shape):
        verb = table[match.group()]
        start, end = match.span()
        auxiliary = auxiliary_start(shape, start)
        passive = (
            "participle" in verb.forms and start > auxiliary and _IS_DONE.search(shape[auxiliary:start]) is not None
        )
        status = verb_status(shape, start, verb.forms)
        if status is None and not passive:
            led = _WITH_DOING.search(shape[max(0, start - 24) : start])
            if "ing" in verb.forms and (led or _JOINED.search(shape[max(0, start - 8) : start])):
                status = "held"
            else:
                continue
        if (negated and _NOT.search(shape[max(0, start - 16) : start])) or (
            conditional and CONDITION.search(shape[max(0, start - 90) : start])
        ):
            continue
        if nothing and _ON_NOTHING.match(shape, end):
            continue
        if "for" in line.words and _NEED_FOR.search(shape[max(0, start - 60) : start]):
            continue
        if verb.base in ("plan", "want", "hope", "intend", "seek") and _HAD.search(shape[max(0, start - 24) : start]):
            continue  # "had planned to": and did not
        if passive:
            yield from _passive(page, line, verb, start, end, auxiliary, main)
            continue
        strength = verb.strength
        if status in ("planned", "proposed") and strength == "agreed":
            lead = shape[max(0, start - 40) : start]
            if _MIGHT.search(lead) or (
                verb.base not in _DONE_BY_SIGNING and not (verb.base == "agree" and _EXPECTED.search(lead))
            ):
                continue
            strength = "plans"
        body = _complement(shape, end, verb, status)
        if body is None:
            continue
        countries = _bound(page, line, auxiliary, main)
        stance = _STANCE.match(shape, end) if verb.stances else None
        if stance and stance["noun"] in stances():
            owner = line.mention(stance["owner"]) if stance["owner"] else None
            if owner and owner.countries and owner.kind != "place":
                countries = owner.countries  # "he expressed China's willingness": whose stance it is
            if not stances()[stance["noun"]] and strength == "reaffirmed":
                strength = "expressed intent"
        if not countries:
            continue
        partner = _WITH_WHOM.match(shape, end) if strength == "agreed" else None
        if partner and main is not None:
            # "agreed with Hu that the two nations will ...": it binds both.
            named = line.mention(partner["who"]).countries if partner["who"] else tuple(main.countries)
            countries = (*countries, *(c for c in named if c not in countries))
        if verb.base in _DONE_TOGETHER and len(countries) == 1 and main is not None:
            # "Wang met Szijjarto and signed an agreement": nobody signs or agrees alone
            told = line in main.lines if verb.base in ("sign", "conclude", "reach") else _told_before(line, start, main)
            countries = tuple(main.countries) if told and countries[0] in main.countries else countries
        if verb.base == "confirm" and len(countries) == 1:
            strength = "reaffirmed"
        if verb.base == "announce" and len(countries) > 1 and status == "held":
            strength = "agreed"
        if verb.base in _ALONE_AT_HOME and len(countries) == 1 and not _WITH_ANOTHER.search(shape[body:]):
            continue  # "launched a missile": what a country does by itself binds it to nobody
        rule = "commit.object" if "object" in verb.takes and shape[end:body] == " " else "commit.verb"
        if verb.base in ("wish", "arrange") and _POLITE.match(shape, body):
            continue
        if verb.base == "endorse" and (main is None or len(countries) < 2 or not set(countries) <= set(main.countries)):
            continue  # "ten years ago France endorsed the creation of ..."
        if _OF_ONESELF.match(shape, body) or (verb.base in ("request", "ask") and shape.startswith("be ", body)):
            continue
        stop = stop_of(shape, body)
        if ", wh" in shape and _IN_ASIDE.search(shape[:start]):
            # "which the two had agreed to bring back, met in Tokyo": the aside ends at its comma.
            comma = shape.find(", ", body, stop)
            stop = comma if comma > 0 else stop
        if stance and body > end and rule == "commit.object" and " and to " not in shape[body:stop]:
            # "support for all efforts to reduce tensions and pursue solutions": one stance
            yield Bond(line, body, stop, (start, end), strength, countries, rule)
            continue
        if _SO_HE_WOULD.fullmatch(shape, body, stop):
            continue  # "promised that he would": what, another sentence says
        for first, last in actions_in(shape, body, stop):
            yield Bond(line, first, last, (start, end), strength, countries, rule)


# "Egypt's full support", "their shared desire": whose it is, how it is called, the noun, what it is for.
_STANCE = re.compile(
    r"(?: (?:on |in )?[\ue400-\ue4ff],?)?,? \"?(?P<what>(?:(?:the |an? )?(?:(?P<owner>[\ue000-\ueaff])(?:'s?)? )|(?:his|her|their) (?:country|government|nation)'s \"?|(?:the|an?|its|their|his|her|our|both sides'|both countries') )?"
    r"(?:(?!(?:of|to|for|in|on|with|at|by|that|from) )[a-z-]+,? (?:and )?){0,4}?"
    r"(?P<noun>[a-z]+))(?= (?:to|for|in|with|towards?|of) |,? and [a-z]+ (?:to|for) )"
)


_FILLER = r"(?: (?:with [\ue000-\ue0ff\ue100-\ue1ff](?! on)|with (?:him|her|them)|with (?:his|her|their) (?:[a-z]+ |[\ue200-\ue2ff] )?counterparts?|also|further|jointly|today|in principle|among other things|once again|again|mutually|together|(?>(?:at|during|in) (?:the|their|an?|its) (?:(?!(?:to|that|at|during|in|on|for) )[^,;. ]+ ){0,5}?(?:meeting|talks|summit|call|conference|session)(?!\w)(?: held on the same day| held (?:on |in |at |)[^,;. ]+)?)|on (?:that|this) occasion|[\ue400-\ue4ff]|(?:on|in) [\ue400-\ue4ff]|in [\ue300-\ue3ff])|, (?:however|moreover|in addition|for their part|too),|, among other things,|, inter alia,)*"
_FILLED = re.compile(rf"^{_FILLER}")
_TAKES = {
    kind: re.compile(pattern)
    for kind, pattern in {
        "to": rf"{_FILLER},? (?:to (?=the following:? to )the following:? to |to (?!be sure|(?:the )?(?:press|media|reporters|journalists|public|parliament|lawmakers|[\ue900-\ue9ff]))|(?=not to ))",
        "that": rf"{_FILLER},? that,? ",
        "on": rf"{_FILLER} (?:on|upon|for|in|about|to) ",
        "ing": rf"{_FILLER} (?=[a-z]+ing )",
        "that will": rf"{_FILLER},? that (?=[^,;.]{{1,90}}? (?:would|will|should) (?!be (?:important|necessary|good)))",
        "that we": rf"{_FILLER},? that (?={GROUP}|(?:both|we|they|the two [a-z]+) )",
        # A person is called on, too, who receives a visit.
        "party to": rf" (?:the )?(?:(?:{COUNTRY}|{GROUP}|{BODY}|{PAIR})(?:'s?)?(?:(?:,| and|, and) (?:the )?(?:{COUNTRY}|{GROUP}|{BODY}))*|both sides|(?:all|other|the other) (?:sides|parties|side|states|countries)|international community) to ",
        "actor to": rf" (?:the )?(?:{ACTORS}|both sides) to ",
        "person to": rf" (?:{ACTORS}|him|her|them|both sides|(?:(?:the|their|his|her|its|all|relevant|respective|{DEMONYM}) )*(?:{ACTOR}|[a-z]+(?: [a-z]+){{0,2}})(?: of (?:the )?{ACTOR})?)(?:'s)? to ",
        "person that": rf" (?:{ACTOR}|him|her|them) that ",
        "person of": rf" (?:{ACTOR}|him|her|them) of ",
    }.items()
}


# "the road map we adopted [included] three levels", "which we established [a few months ago]"
_NO_OBJECT = re.compile(
    rf" (?:{DATE}(?! (?:in [\ue300-\ue3ff] )?(?:an?|the|two|three|several|their|its|{BODY}) )|(?:nothing|none|cover(?:ed|s)|provide[ds]?|concern(?:ed|s)|focus(?:ed|es)|includ(?:ed|es?)|contain(?:ed|s)|was|were|is|are|has|have|had|a (?:few|couple of)|several (?:days|weeks|months|years)|last|earlier|yesterday|today)(?!\w))"
)
_DETERMINER = re.compile(r" (?:an? |the |its |their |his |her )?(?=[^ ,.;])")
_OWNED = re.compile(r"\"?(?:the )?(?:[\ue000-\ueaff](?:'s?)? )?")  # matches nothing at all, too
_NO_PAPER = re.compile(r"(?:an? |the |their )?(?:diplomatic (?:relations|ties)|one document|documents?$)")
_NO_NOUN = re.compile(r" (?:to|that|on|in|at|by|and|or|with|for|as|from|off)\b|[,.;]")
_SHALL = re.compile(
    rf" (?=(?:(?:his|her|its|their|the) )?(?:we|they|both|{ACTOR}|[a-z]+) (?:must|should|will|would|need to)\b)"
)


def _complement(shape: str, end: int, verb: CommitmentVerb, status: str | None = "held") -> int | None:
    """Return where the action begins after a verb that ends at ``end``, or None if it binds to nothing."""
    rest = shape[end:]
    for kind in verb.takes:
        if kind == "object":
            match = _DETERMINER.match(rest)
            if not match or _NO_OBJECT.match(rest):
                continue
            owned = _OWNED.match(rest, 1)
            plain = rest[owned.end() if owned else 1 :]
            if status in ("planned", "proposed") and verb.base == "announce":
                return end + 1
            if verb.objects and any(plain.startswith(words) for words in verb.objects):
                return end + 1
            if verb.stances and (stance := _STANCE.match(rest)) and stance["noun"] in stances():
                return end + stance.start("what")
            if _NO_PAPER.match(rest, 1):
                continue
            if verb.objects and not any(
                rest[1:].startswith(words) or rest[match.end() :].startswith(words) for words in verb.objects
            ):
                continue
            if not verb.objects and _NO_NOUN.match(rest):
                continue
            return end + 1
        match = _TAKES[kind].match(rest)
        if not match:
            continue
        if kind == "that" and _AMOUNTS_TO.match(rest, match.end()):
            return None
        if kind == "that" and _NEEDED.match(rest, match.end()):
            return end + match.end()
        if kind == "that" and _FACT.match(rest[match.end() :]):
            return None
        if kind.endswith("that") and verb.strength == "pledged" and _PAST.match(rest, match.end()):
            return None
        if kind == "on" and _DOING.match(rest, match.end()):
            return end + match.end()
        filled = _FILLED.match(rest)
        if kind in ("on", "that") and (
            _VIEW.match(rest[filled.end() if filled else 0 :].lstrip())
            or any(rest[match.end() :].startswith(v) for v in views())
        ):
            return None
        return end + match.end()
    if "that" in verb.takes and _SHALL.match(rest):
        return end + 1
    if verb.base == "agree":
        return end + 1 if rest.startswith(" the need to ") or _MORE_OF_IT.match(rest) else None
    if not verb.takes:
        return end + 1 if rest.startswith(" ") else None
    return None


# "agreed further cooperation with the Netherlands"
_MORE_OF_IT = re.compile(r" (?:further|closer|greater|enhanced|increased|deeper|stronger) [a-z]+")
# "agreed that a launch would constitute a breach": a judgement
_AMOUNTS_TO = re.compile(
    r"[^,;]{3,120}? (?:will|would) (?:constitute|mean|represent|amount to|depend|be (?:defined|an?|the|good|bad|beneficial|in the interest|difficult|important|seen))(?!\w)"
)
# "agreed that [it is necessary to remove obstacles]"
_NEEDED = re.compile(
    r"it (?:is|was|would be) (?:necessary|important|essential|vital|imperative|crucial) (?:for [^,;.]{2,40}? )?to (?!be )"
)
# "agreed on the importance of [strengthening regional cooperation]": what is to be done
_DOING = re.compile(r"the (?:importance|necessity|need|urgency|desirability) (?:of|for) \"?[a-z]+ing (?!of )")


def _bound(page: Page, line: Line, position: int, main: Encounter | None) -> tuple[str, ...]:
    if main is not None and "we" in line.words and _WE.search(line.skeleton.shape[max(0, position - 130) : position]):
        return tuple(main.countries)
    together = (
        _AND_I.search(line.skeleton.shape[max(0, position - 40) : position])
        if main is not None and "i" in line.words
        else None
    )
    if main is not None and together:
        other = line.mention(together["who"])
        return tuple(main.countries) if set(other.countries) <= set(main.countries) else ()
    if (
        main is not None
        and line in main.lines
        and line.skeleton.shape.startswith("both ", position)
        and _WITH.search(line.skeleton.shape[:position])
    ):
        return tuple(main.countries)  # "with both pledging to ..."
    led = (
        None
        if line.words.isdisjoint(_LEADING)
        else _LED_BY.search(line.skeleton.shape, max(0, position - 60), position)
    )
    if led:
        return parties_of(page, line.between(led.start("actors"), led.end("actors")), main)
    subjects = subject_of(page, line, position) or _list_head(page, line, position)
    if not subjects and main is not None and _GATHERED.search(line.skeleton.shape[max(0, position - 60) : position]):
        return tuple(main.countries)
    return parties_of(page, subjects, main)


# "the meeting also [decided]": those who met
_GATHERED = re.compile(
    r"(?:^|[,;] |that )(?:the|this|their) (?:(?:joint |[0-9]{1,3}(?:st|nd|rd|th) |bilateral |ministerial )*(?:meeting|session)|(?:joint |bilateral |bi-national |binational )+(?:commission|committee|council))(?: also| further| has| had)* \Z"
)


# "we both [agreed]"; "we have had good talks and [agreed]"
_WE = re.compile(
    r"(?<!\w)we (?:(?:(?:have|had|both|all|also|indeed) )*|(?:have|had) (?:(?!our |cabinet )[^,;.\" ]+ ){0,8}?(?:talks|meetings?|discussions?|exchange|conversations?) (?:(?!cabinet )[^,;.\" ]+ ){0,12}?and (?:have |also )*)$"
)
_LEADING = frozenset(["with", "saw", "see"])
# "President Moon and I [agreed]"
_AND_I = re.compile(rf"(?P<who>{ACTOR}) and i(?: (?:have|had|also|both|then))* \Z")
# "with Kenya and Somalia [agreeing] on Wednesday to ..."
_WITH = re.compile(r"(?<!\w)with \Z")
_LED_BY = re.compile(rf"(?<!\w)(?:with|saw|see) (?:both )?(?P<actors>{ACTORS})(?: also)? \Z")


_OPENS_LIST = re.compile(rf"(?P<who>{ACTOR})(?:,? (?:also|have|has|[a-z]+ly))* ?:$")


_ACTED = re.compile(rf"{ACTOR} [a-z]+ed ")
_DOES_AT_ONCE = re.compile(r"[ \"]*(?:[a-z]+(?:ed|ing)(?!\w)|$)")


def _list_head(page: Page, line: Line, position: int) -> list[Mention]:
    """Return who acts in an item without a subject: "In the meeting, the Ministers:", and below "Agreed to ..."."""
    shape = line.skeleton.shape
    first = _ITEM.match(shape)
    lead = shape[first.end() if first else 0 : position]
    if len(lead) > 160 or _ACTED.search(lead) or not _DOES_AT_ONCE.match(lead):
        return []
    for other in reversed(page.lines[max(0, line.sentence.index - 25) : line.sentence.index]):
        head = _OPENS_LIST.search(other.skeleton.shape.rstrip())
        if head:
            return [other.mention(head["who"])]
        if other.skeleton.shape.rstrip().endswith(":"):
            return []
    return []


_THING = re.compile(
    r"(?:agreement|memorand\w+|mou|mous|declaration|treaty|accord|statement|deal|pact|protocol|arrangement|plan|document|documents|communique|contract|contracts|framework|instruments?)s?\b"
)


def _passive(
    page: Page, line: Line, verb: CommitmentVerb, start: int, end: int, auxiliary: int, main: Encounter | None
) -> Iterator[Bond]:
    """Read "an agreement was signed": those who met are bound, or whom "by" names."""
    if (
        verb.base not in ("sign", "adopt", "conclude", "agree", "establish", "launch", "finalise", "finalize", "reach")
        or main is None
    ):
        return
    shape = line.skeleton.shape
    if verb.base == "agree":
        match = re.match(r" (?:that|to|on|upon) ", shape[end:])
        if not match or not re.search(
            r"(?:it|which) (?:was|has been|had been) (?:also |further )?$", shape[max(0, start - 26) : start]
        ):
            return
        stop = stop_of(shape, end + match.end())
        yield Bond(line, end + match.end(), stop, (start, end), verb.strength, tuple(main.countries), "commit.passive")
        return
    marks = (", ", "; ", ". ", " that ", " which ")
    first = max((at + len(mark) for mark in marks if (at := shape.rfind(mark, 0, auxiliary)) >= 0), default=0)
    phrase = shape[first:auxiliary].strip()
    if re.match(r"(?:where|at which|in which|during which|when) ", phrase):
        return
    if re.match(r"(?:no|neither|nothing|one|\"?all arrangements) ", phrase) or shape[:first].endswith(
        (" which ", " where ")
    ):
        return
    papers = any(m.kind == "body" and _THING.search(m.label.lower()) for m in line.between(first, auxiliary))
    if len(phrase.split()) < 2 or not (papers or _THING.search(phrase)):
        return
    stop = stop_of(shape, end) if end + 4 < len(shape) else end
    yield Bond(line, first, max(stop, end), (start, end), verb.strength, tuple(main.countries), "commit.passive")
