"""Find those who act together or for somebody: groups ("the two leaders") and bodies ("the Korean government").

In:   the mentions of a sentence and its skeleton, which they are signs of.
Out:  mentions of a second order: they are made of words and of other mentions, and swallow them.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from shuttle.lexicons.groups import bodies, bodies_alone, group_words, named_lands
from shuttle.reading.alternation import cue_words, one_of
from shuttle.reading.cast import Member
from shuttle.reading.mentions import Mention
from shuttle.reading.skeleton import COUNTRY, DEMONYM, PERSON, PLACE, Skeleton

__all__ = ["find_bodies", "find_groups"]

_LISTED = rf"(?:the )?{COUNTRY}(?:(?:,? and |, )(?:the )?{COUNTRY})+"
_FROM_LISTED = re.compile(rf"(?:from|of) {_LISTED}")


@functools.cache
def _group(*, listed: bool, lands: bool, counted: bool) -> re.Pattern[str]:
    """Return the pattern of groups, without the forms that a sentence cannot hold.

    It begins with what stands before the group, so that `re` skips from gap to gap.

    Args:
        listed: whether countries stand in a row behind "of" or "from": "leaders of China, Japan and Korea".
        lands: whether peoples stand in a row: "the Greek and Finnish ministers".
        counted: whether a word of number stands in the sentence: "the two leaders", "officials from both sides".
    """
    groups, names = one_of(group_words()), one_of(bodies())
    of_listed = (
        rf"|(?:(?!(?:with|between|of|and|to|from|by|for|met|meets|meet|among) )[a-z-]+ )?{groups} (?:from|of) (?P<from>{_LISTED})"
        if listed
        else "|(?P<from>(?!))"
    )
    of_lands = (
        rf"|(?:the )?(?P<lands>(?:{DEMONYM}(?:, | and |, and ))+{DEMONYM}) (?:[a-z-]+ ){{0,2}}(?P<theirs>{groups}|ministries|governments)"
        if lands
        else "|(?P<lands>(?!))(?P<theirs>(?!))"
    )
    bare = r"|(?P<bare>(?<![^\"' ])(?:ministers|leaders|foreign ministers|defence ministers|presidents|delegations)(?= (?:also |further |then |jointly )?[a-z]+ed\b))"
    of_sides = (
        rf"|(?P<officials>{groups}) (?:from|of) (?:both|the two|the three) (?:sides|countries|nations|governments|states)"
        if counted
        else "|(?P<officials>(?!))"
    )
    number = (
        rf"(?:(?:the |these |our )?(?P<size>two|three|four|2|3|4) |both (?:the )?(?:two )?)(?:{DEMONYM} |(?:[a-z]+ )?[a-z-]+(?:ian|can|ean|arab|ing|ly) )?|(?:the |all (?:three|the) )(?:{DEMONYM} )?"
        if counted
        else rf"(?P<size>(?!))|(?:the |all the )(?:{DEMONYM} )?"
    )
    # Words with which none of these begins are passed over at once.
    opening = (
        ""
        if listed
        else rf"(?=th|our |two |four |[234] |both|all |{groups}|{DEMONYM})"
        if counted
        else rf"(?=the|all |both|ministers|leaders|foreign |defence |presidents|delegations|{DEMONYM})"
    )
    return re.compile(
        rf"[^a-z0-9](?P<whole>{opening}(?:(?:{number})"
        rf"(?P<noun>{groups})(?: of (?:the|both) (?:(?:two|three) )?(?:countries|nations|sides|states))?(?: (?:from|of) (?P<of>{_LISTED}))?{of_listed}"
        rf"{of_lands}{bare}{of_sides}|(?P<pronoun>they|both(?= (?:also |sides )?[a-z]+ed\b)|the two|the three|the latter|the pair|the duo)))(?!\w|-)(?! {names})"
    )


_COUNTS = frozenset({"two", "three", "four", "2", "3", "4", "both"})
_TWO_PEOPLES = re.compile(rf"{DEMONYM}(?:, | and |, and ){DEMONYM}")


@functools.cache
def _owned_body() -> re.Pattern[str]:
    """ "Korea's government", "the Japanese and [Korean foreign ministries]": from the owner on."""
    return re.compile(
        rf"(?P<owner>{COUNTRY}|{DEMONYM}|{PLACE}|{PERSON})(?:'s?)? (?P<body>{one_of(bodies())})(?! (?:visit|meeting|residence|of (?!the )))\b(?:'s office)?"
    )


_MORE_OWNERS = re.compile(rf"(?:the )?(?P<more>(?:(?:{DEMONYM}|{COUNTRY})(?:, | and (?:the )?))*)$")


@functools.cache
def _other_body() -> re.Pattern[str]:
    """ "the government of Korea", "his office", "the ministry", with what stands before: `re` skips from gap to gap."""
    return re.compile(
        # Words with which none of these begins are passed over at once.
        rf"\W(?=the |a |multiple |his |her |{one_of({*bodies(), *bodies_alone()})})"
        rf"(?:(?:the )?(?P<of>{one_of(bodies())}) of (?:the )?(?P<owner>{COUNTRY}|{PLACE})"
        rf"|(?P<his>his|her) (?P<office>office|spokesman|spokeswoman|spokesperson)\b"
        rf"|(?:the |a |multiple )?(?P<alone>{one_of(bodies_alone())})(?!\w)(?! (?:and|of|on|in|with) (?:the )?(?:{COUNTRY})| consultations| talks| meeting| dialogue))"
    )


@functools.cache
def _named_lands() -> re.Pattern[str]:
    """ "the prime ministers of the Baltic States", "the Nordic countries"."""
    return re.compile(
        rf"(?<!\w)(?:(?:the |all )?(?:three |five |eight )?(?P<noun>{one_of(group_words())}) of )?(?:the |all )?(?:two |three |four |five |eight )?(?P<lands>{one_of(named_lands())})(?!\w)"
    )


@functools.cache
def _land_cues() -> frozenset[str]:
    # "Nordic countries": their first word is said of few others.
    return cue_words(words.split()[0] for words in named_lands())


@functools.cache
def _group_cues() -> frozenset[str]:
    return cue_words(group_words()) | {"they", "both", "two", "three", "latter", "pair", "duo", "ministries"}


@functools.cache
def _body_cues() -> frozenset[str]:
    # "Prime Minister's office": a minister stands in most sentences, an office does not.
    plain = (words for words in (*bodies(), *bodies_alone()) if "office" not in words.split())
    return cue_words(plain) | {"office", "spokesman", "spokeswoman", "spokesperson"}


_SIZES = {"two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}


def find_groups(mentions: list[Mention], skeleton: Skeleton, words: frozenset[str], text: str) -> Iterator[Mention]:
    """Yield the groups of a sentence: "the two leaders", "both sides", "the ministers of China, Japan and Korea"."""
    if not words.isdisjoint(_land_cues()):
        first, last = skeleton.span(0, len(skeleton.shape))  # in the text: "Baltic" alone is a sea
        for match in _named_lands().finditer(text[first:last].lower()):
            start, end = first + match.start(), first + match.end()
            codes = named_lands()[match["lands"]]
            level = group_words()[match["noun"]].level if match["noun"] else None
            yield Mention("group", start, end, codes, label=text[start:end], level=level, size=len(codes))
    if words.isdisjoint(_group_cues()):
        return
    pattern = _group(
        listed="country" in skeleton.kinds and _FROM_LISTED.search(skeleton.shape) is not None,
        lands="demonym" in skeleton.kinds and _TWO_PEOPLES.search(skeleton.shape) is not None,
        counted=not words.isdisjoint(_COUNTS),
    )
    for match in pattern.finditer(" " + skeleton.shape):
        start, end = skeleton.span(match.start(), match.end() - 1)
        noun = match["noun"] or match["officials"] or match["theirs"] or match["bare"]
        if noun == "authorities" and match["whole"] == "the authorities":
            continue  # those of one country, as a rule
        size = _SIZES.get(match["size"] or "", 0)
        phrase = match["whole"]
        if not size and phrase.startswith("both"):
            size = 2
        if phrase in ("the two", "the pair", "the duo", "both"):
            size = 2
        if phrase == "the three":
            size = 3
        level = group_words()[noun].level if noun in group_words() else None
        listed = match["of"] or match["from"] or match["lands"]
        if listed:
            signs = [mentions[skeleton.mentions[sign]] for sign in listed if sign in skeleton.mentions]
            codes = tuple(dict.fromkeys(code for m in signs for code in m.countries))
            word = next((w for w in group_words() if re.search(rf"(?<!\w){w}(?!\w)", phrase)), None)
            level = level or (group_words()[word].level if word else None)
            yield Mention("group", start, end, codes, label=text[start:end], level=level, size=len(codes))
            continue
        yield Mention("group", start, end, label=text[start:end], level=level, size=size)


_ARTICLE = re.compile(r"[Tt]he (?=\S)|[Mm]ultiple ")


def find_bodies(
    mentions: list[Mention], skeleton: Skeleton, words: frozenset[str], side: str | None, text: str
) -> Iterator[Mention]:
    """Yield the bodies of a sentence: "the Korean government", "Lee's office", "the ministry"."""
    if words.isdisjoint(_body_cues()):
        return
    shape = skeleton.shape
    found: list[tuple[int, int, int, re.Match[str], str]] = []
    for match in _owned_body().finditer(shape):
        floor = max(match.start() - 40, 0)
        before = _MORE_OWNERS.search(shape[floor : match.start()])
        begin = floor + before.start() if before else match.start()
        found.append((begin, 0, match.end(), match, before["more"] if before else ""))
    found += [(match.start(), 1, match.end() - 1, match, "") for match in _other_body().finditer(" " + shape)]
    taken = 0
    for begin, _, stop, match, more in sorted(found, key=lambda f: f[:2]):
        if begin < taken:
            continue
        taken = stop
        start, end = skeleton.span(begin, stop)
        countries: tuple[str, ...] = ()
        member: Member | None = None
        if match["owner"]:
            owner = mentions[skeleton.mentions[match["owner"]]]
            countries = owner.countries or ((owner.place.country,) if owner.place else ())
            member = owner.member
            signs = [mentions[skeleton.mentions[c]] for c in more if c in skeleton.mentions]
            if signs:
                countries = tuple(dict.fromkeys([*(code for m in signs for code in m.countries), *countries]))
        elif side and match["alone"]:
            countries = (side,)
        article = _ARTICLE.match(text, start, end)
        label = text[article.end() if article else start : end]
        yield Mention("body", start, end, countries, member=member, label=label)
