"""Read the noun phrases that name people in office.

In:   the skeleton of a sentence in which countries, peoples, places, known people and titles are
      signs already, and all other words stand in their own case.
Out:  NamePhrases in order without overlap: who is named, in which office, of which country.

The phrases understood, each with or without its parts:

    South Korean President Lee Jae Myung            country, title, name
    Japan's newly appointed Prime Minister Takaichi
    Prime Minister of Australia Anthony Albanese    title, country, name
    Mr. KISHIDA Fumio, Prime Minister of Japan      courtesy, name, title, country
    Syria's interim president, Ahmed al-Sharaa,     country, title, name in commas
    Presidents Alberto Fernandez and Luis Lacalle Pou
    Foreign Ministers Bustillo of Uruguay and Cafiero of Argentina
    his Japanese counterpart Takeshi Iwaya
    the prime minister, the Turkish president       no name
    the foreign ministers of Saudi Arabia and Iran  one for each country
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from shuttle.lexicons.offices import former_words, honorifics, office_adjectives
from shuttle.lexicons.words import never_names
from shuttle.reading.alternation import cue_words, one_of
from shuttle.reading.skeleton import BODY, COUNTRY, DEMONYM, KINDS, NAMES, PLACE, TITLE, Skeleton
from shuttle.reading.titles import LEADER, TitleHit

__all__ = ["NAME_WORD", "NEXT_WORD", "WORDS_TOO", "NamePhrase", "read_name_phrases"]


@dataclass(slots=True)
class NamePhrase:
    """One person named in positions [start, end) of a skeleton. Nobody changes one, see `Mention`.

    Attributes:
        name: [start, end) of the name itself; None where only the office is named.
        title: index of the mention that is the title, or None.
        countries: indices of the mentions that say whose office it is.
        former: whether the phrase says that the office is no longer held.
        honorific: whether a courtesy stands before the name.
        definite: whether "the", "his" or the like stands before it.
    """

    start: int
    end: int
    name: tuple[int, int] | None
    title: int | None
    countries: tuple[int, ...]
    former: bool
    honorific: bool
    definite: bool


#: A word of a name.
NAME_WORD = (
    r"(?:(?:[AaEe][lL]|[Aa][lnrstdz]|[Aa]sh|bin|d|O|Mc|Ben|Ould|Abd)[-'])?[A-Z][A-Za-z]*(?:[-'](?!s\b)[A-Za-z]+)*"
)
#: The word behind a name that may go on.
NEXT_WORD = re.compile(rf" ({NAME_WORD})")
#: Family names of office-holders that are first of all words.
WORDS_TOO = frozenset(
    ["An", "Ban", "Bay", "Day", "Do", "Fox", "Key", "Low", "Man", "May", "Old", "Ray", "So", "Sun", "To", "Vice", "Wa"]
)
_NAME_TOKEN = re.compile(
    rf" ?(?:(?P<sign>{NAMES}|{PLACE})|(?P<initial>(?:[A-Z]\.)+(?:[A-Z](?= [A-Z]))?|(?:Md|Mohd|Muh|Ma|St)\.|\"[A-Z][a-z]+\"(?= [A-Z]))|(?P<word>{NAME_WORD}))"
)
_PARTICLE = re.compile(
    r" (?:bin|ibn|bint|al|el|von|van|der|den|de|da|do|dos|das|del|di|la|le|y|e|abu|ul|ur|uz|ud|of the house of)(?= )"
)
_SUFFIX = re.compile(r",? (?:Jr|Sr)\b\.?| (?:II|III|IV|V|VI|VII|VIII|IX|X|XI|XII|XIII|XIV|XV|XVI)\b")
_CODE = re.compile(rf" ?\((?:{COUNTRY}|{PLACE})\)")
_OF = re.compile(rf",? of (?:the )?(?:{COUNTRY}|{DEMONYM}|{PLACE}|{BODY})(?: \((?:{COUNTRY}|[A-Z]{{2,5}})\))?")
# "his counterpart from New Zealand Murray McCully"
_FROM = re.compile(rf"{_OF.pattern}| from (?:the )?{COUNTRY}")
# "Secretary (East), Ministry of External Affairs, India", "Deputy Secretary-General, Ministry of Foreign Affairs of Malaysia"
_DEPARTMENT = re.compile(
    rf"(?: \([A-Z][A-Za-z ]{{1,24}}\))?(?: (?:for|of) [A-Z][A-Za-z -]{{2,40}}?)?(?:,| of| at| in) (?:the )?(?:{BODY}|{DEMONYM} {BODY})(?:,| of)? (?:the )?{COUNTRY}"
)
# "Minister of Foreign Affairs[, African Cooperation and Moroccan Expatriates], Mr. Nasser Bourita"
_FIELD = (
    r"(?:International|Regional|African|Arab|European|Foreign|External|Trade|Commerce|Cooperation|Co-operation|Integration|Expatriates?|Emigrants?|Emigration|Diaspora|Migration|Immigration|"
    r"Worship|Religious|Tourism|Culture|Employment|Investment|Development|Public|Human|Mobility|Defen[cs]e|Economy|Economic|Energy|Francophonie|Labou?r|Communities|Nationals|Abroad|Affairs|Islamic|East|CARICOM|Senegalese)"
)
_MORE_FIELDS = re.compile(
    rf"(?:(?:, and|,| and| &) (?:the )?(?:{DEMONYM} |{PLACE} |{COUNTRY} )?{_FIELD}(?: (?:(?:and|of|for|&) (?:the )?)?(?:[A-Z][A-Za-z-]+|{DEMONYM}|{PLACE}))*?){{1,4}}(?=,? of (?:the )?[{COUNTRY[1:-1]}{PLACE[1:-1]}{BODY[1:-1]}]|, [A-Z{NAMES[1:-1]}]| (?:Mr|Mrs|Ms|Dr|H\.E)\.? )"
)
# "Assistant Secretary of State [for East Asian and Pacific Affairs] Christopher Hill", "Special Envoy [for Sudan] X"
_SCOPE = re.compile(
    rf" (?:for|on|of) (?:the )?(?:(?:(?:[A-Z][A-Za-z-]*|{COUNTRY}|{DEMONYM}|{PLACE}|{BODY})(?:'s)?(?:,? and| &|,| of)? (?:the )?){{0,6}}?"
    rf"(?:Affairs|Policy|Cooperation|Security|Issues|Relations|Development|Reform|Talks|Negotiations|Strategy|Planning|Europe|Nonproliferation|Non-proliferation|Issue|Matters|Question|Africa|Asia|Europe|America|Americas|{PLACE})|(?:{COUNTRY}|{PLACE}))(?=,? [A-Z{NAMES[1:-1]}])"
)
_AND_OF = re.compile(rf"(?:,? and |, )(?:the )?({COUNTRY}|{DEMONYM}|{PLACE})(?! {TITLE})(?!'s? )")
_TITLES = re.compile(rf"{TITLE}(?:(?:,? and|,|/|-cum-)? ?(?:the )?{TITLE})*")


@functools.cache
def _left() -> re.Pattern[str]:
    adjectives = one_of(office_adjectives())
    return re.compile(
        rf"(?<![A-Za-z'])(?P<definite>\b[Tt]he |\b[Hh]is |\b[Hh]er |\b[Tt]heir |\b[Oo]ur |\b[Aa] )?"
        rf"(?P<lead>(?:(?:{adjectives})[ -]){{1,3}}(?=[{COUNTRY[1:-1]}{DEMONYM[1:-1]}{PLACE[1:-1]}]))?"
        rf"(?:(?P<owner>(?:{COUNTRY}|{DEMONYM}|{PLACE})(?:'s?)?(?:(?:,? and |-| )(?:{COUNTRY}|{DEMONYM}|{PLACE})(?:'s?)?)*) )?"
        rf"(?P<adjectives>(?:(?:{adjectives})[ -]?){{0,4}})$",
        re.IGNORECASE,
    )


@functools.cache
def _honorific() -> tuple[re.Pattern[str], frozenset[str]]:
    """Return the pattern of courtesies before a name, and words of which each of them holds one."""
    pattern = rf" ?(?:(?:{one_of(honorifics())})(?:,|(?<=\.))? ?)+(?=[A-Z{NAMES[1:-1]}{PLACE[1:-1]}])"
    return re.compile(pattern, re.IGNORECASE), cue_words(honorifics())


_HONORIFIC_ALONE = re.compile(
    rf"(?<![\w.])(?:H\.?E\.?,? |His Excellency |Her Excellency |The Honourable |Hon\.? )?(?:Mr|Mrs|Ms|Dr|Prof|Sheikh|Shaikh|Sir|Shri|Gen|Ma|Hon|Dato'|Datuk|Senator)(?:\b|(?<='))\.? "
    rf"(?=[A-Z{NAMES[1:-1]}{PLACE[1:-1]}])"
)
_COURTESY_BEFORE = re.compile(
    r"\b(?:(?:His|Her|Their|his|her|their) (?:Royal |Imperial |Serene )?(?:Excellenc(?:y|ies)|Majest(?:y|ies)|Highness(?:es)?|Holiness|Honou?r)|H\.?E\.?|H\.?R\.?H\.?|H\.?M\.?)(?: the|,)? $"
)
# "Ahmed al-Sharaa, the new [president of Syria]"
_APPOSED_TAIL = re.compile(r",? (?:who (?:is|was|serves as) |(?:[Tt]he |[Aa]n? )?)$")


# "Lee Sang-ryol, [the ministry's] director general"
_INSTITUTION = re.compile(
    rf"(?:[Tt]he |[Hh]is |[Ii]ts )?(?:{BODY}|(?:[a-z]+ )?(?:[Mm]inistry|department|government|office|bloc|agency|party))'s? \Z"
)
_OWNER_BEFORE = re.compile(rf"({COUNTRY}|{DEMONYM}|{PLACE})(?:'s?) (?:(?:[Pp]rince|[Kk]ing|[Ss]heikh|[Dd]r) )?$")
_IN_OFFICE = re.compile(rf"(?:,| of| in| at) (?:the )?{BODY}(?=, [A-Z][a-z]+ [A-Z])")
_LISTED_OWNERS = re.compile(rf"(?:{DEMONYM},? )+\Z")
# "with [the Hon.] Richard Marles MP, Deputy Prime Minister"
_HONOUR_BEFORE = re.compile(
    r"(?:[Tt]he )?(?:(?:Senator|Rt\.?|Right|Hon\.?|Hon'ble|Honou?rable|Dato'|Dato' Seri|Datuk|Datuk Seri|Tan Sri|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|H\.E\.|Sir|Lord|the) )+\Z"
)


def read_name_phrases(
    skeleton: Skeleton, titles: Mapping[int, TitleHit], words: frozenset[str], *, headline: bool
) -> list[NamePhrase]:
    """Return the name phrases of one sentence.

    Args:
        skeleton: of the sentence, in its own case.
        titles: the title behind each title sign, by the index of its mention.
        words: of the sentence, in lower case (`alternation.words_of`).
        headline: in a headline every word has a capital, so only names known already count; the
            caller passes sentences twice.
    """
    if not titles and "known" not in skeleton.kinds and words.isdisjoint(_HONORIFIC_CUES):
        return []
    return _Scan(skeleton, titles, words, headline).run()


_START = re.compile(rf"[{TITLE[1:-1]}{NAMES[1:-1]}]")
_START_OR_HONORIFIC = re.compile(rf"{TITLE}|{NAMES}|{_HONORIFIC_ALONE.pattern}")
# What every courtesy of the second pattern holds.
_HONORIFIC_CUES = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "sheikh", "shaikh", "sir", "shri", "gen", "ma", "hon", "dato", "datuk", "senator"]
)


_TITLE_FIRST, _TITLE_LAST = chr(KINDS["title"]), chr(KINDS["title"] + 0xFF)
_KNOWN_FIRST, _KNOWN_LAST = chr(KINDS["known"]), chr(KINDS["known"] + 0xFF)
_ORDER = {"leaders": 0, "ministers": 1, "vice-ministers": 2, "working": 3, "other": 4}
_SMALL_LETTERS = re.compile(r"[a-z]+")
_APPOSED_AT_ONCE = re.compile(r", (?:[Tt]he |[Aa]n? )?")
# What stands behind a name and before the office: "Kamina Johnson Smith, JP, Minister of ..."
_LETTERS = r"(?:JP|J\.P\.|MP|M\.P\.|SC|S\.C\.|KC|K\.C\.|QC|Q\.C\.|OJ|ON|OBE|CBE|MBE|CMG|GCMG|PC|AM|AO|AC|MLA|MHA|MNA|PhD|Ph\.D\.)"
# "while Japan was represented by [Senior Deputy Minister] Namazu": whose office it is
_LED_BY = re.compile(
    rf"(?P<side>{COUNTRY}|{DEMONYM}|{PLACE})(?:'s)? (?:delegation |side |team )?(?:(?:was|were|is|will be) )?(?:represented|led|headed) by (?:the |its )?\Z"
)
_MEMBER = re.compile(rf" {_LETTERS}(?![\w'-])(?! [A-Z][a-z])")
_APPOSED = re.compile(rf"(?:,? {_LETTERS})*,? (?:[Tt]he |[Aa]n? )?")
_JOINT = re.compile(r",? and|,(?= )")
_CLOSED = re.compile(
    r"[,.;:)]|$| \(|'s|(?: also| both)? (?:has|have|had|will|would|is|are|was|were|said|met|held|told|[a-z]+ed) "
)
_NAME_BEFORE = re.compile(
    r"(?:^|(?<=[ (\"]))(?:(?:The|Senator|Rt|Right|Hon|Honou?rable|Dato|Datuk|Sir|Dame|Lord|Lady|Dr|Mr|Mrs|Ms|Prof|Ambassador|Amb)\.? )*"
    rf"((?:{NAME_WORD}|[A-Z]\.)(?: (?:{NAME_WORD}|[A-Z]\.|bin|al|de|da|von|van))+)$"
)


def _is_known(sign: str) -> bool:
    """Return whether a sign stands for the whole name of somebody known."""
    return _KNOWN_FIRST <= sign <= _KNOWN_LAST


@functools.cache
def _former() -> frozenset[str]:
    return frozenset(word.strip("-") for word in former_words())


@functools.cache
def _left_words() -> frozenset[str]:
    """Return the words of which what stands to the left of a title is made, signs apart."""
    words = {word for adjective in office_adjectives() for word in _SMALL_LETTERS.findall(adjective.lower())}
    return frozenset(words | {"the", "his", "her", "their", "our", "a", "and", "s"})


def _left_reach(window: str) -> int:
    """Return the position before which nothing in ``window`` can belong to the title at its end.

    It is the beginning of the last word that no such phrase holds: the pattern need not be tried before it.
    """
    known, lowered, stop = _left_words(), window.lower(), len(window)
    while stop > 0:
        begin = window.rfind(" ", 0, stop - 1) + 1
        if not known.issuperset(_SMALL_LETTERS.findall(lowered, begin, stop)):
            return begin
        stop = begin
    return 0


class _Scan:
    def __init__(
        self, skeleton: Skeleton, titles: Mapping[int, TitleHit], words: frozenset[str], headline: bool
    ) -> None:
        self.shape = skeleton.shape
        self.skeleton = skeleton
        self.titles = titles
        self.headline = headline
        self.words = words
        self.found: list[NamePhrase] = []
        self.taken = 0  # positions before this one belong to a phrase already

    def run(self) -> list[NamePhrase]:
        position = 0
        pattern = _START if self.words.isdisjoint(_HONORIFIC_CUES) else _START_OR_HONORIFIC
        while match := pattern.search(self.shape, position):
            position = max(self._at(match), match.end())
        return self.found

    def _at(self, match: re.Match[str]) -> int:
        if match.start() < self.taken:
            return match.end()
        first = match.group()[0]
        if _TITLE_FIRST <= first <= _TITLE_LAST:
            return self._titled(match.start())
        return self._untitled(match)

    def _titled(self, start: int) -> int:
        run = _TITLES.match(self.shape, start)
        if not run:
            return start + 1
        run = self._one_persons(run)
        title = self._best_title(run.start(), run.end())
        plural = self.titles[title].plural
        offset = max(self.taken, start - 90)
        window = self.shape[offset:start]
        left = _left().search(window, _left_reach(window))
        begin = start
        owners: list[int] = []
        former = definite = False
        if left:
            begin = offset + left.start()
            if left["owner"]:
                owners = list(self.skeleton.signs(offset + left.start("owner"), offset + left.end("owner")))
            courtesy = _COURTESY_BEFORE.search(self.shape[max(self.taken, begin - 40) : begin])
            if courtesy:
                begin = max(self.taken, begin - 40) + courtesy.start()
            if left["adjectives"] or left["lead"]:
                words = (
                    f"{left['lead'] or ''} {left['adjectives']}".lower()
                )  # "then [Colombian] President", "Japan's former"
                former = not _former().isdisjoint(_SMALL_LETTERS.findall(words))
            definite = bool(left["definite"])
        if self.titles[title].offices[0] is LEADER and len(owners) != 1:
            return run.end()  # "the opposition leader", "the Turkish-Cypriot leader": of no country that is named
        end = run.end()
        if "minister" in self.titles[title].text and not plural and (more := _MORE_FIELDS.match(self.shape, end)):
            end = more.end()
        of = (_FROM if self.titles[title].text.startswith("counterpart") else _OF).match(self.shape, end)
        if of and not self.shape[end:].startswith(", "):
            owners += self.skeleton.signs(of.start(), of.end())
            end = of.end()
            if plural:
                while more := _AND_OF.match(self.shape, end):
                    owners += self.skeleton.signs(more.start(), more.end())
                    end = more.end()
        elif code := _CODE.match(self.shape, end):
            owners += self.skeleton.signs(code.start(), code.end())
            end = code.end()
        elif not owners and (department := _DEPARTMENT.match(self.shape, end)):
            owners.append(list(self.skeleton.signs(department.start(), department.end()))[-1])
            end = department.end()
        if not owners and not plural and "by" in self.words and (led := _LED_BY.search(self.shape, 0, begin)):
            owners += self.skeleton.signs(led.start("side"), led.end("side"))
        if not plural and (office := _IN_OFFICE.match(self.shape, end)):
            end = office.end()  # "Permanent Secretary, Ministry of Foreign Affairs, Vincent Waiswa"
        if plural and owners and (more_owners := _LISTED_OWNERS.search(self.shape, self.taken, begin)):
            # "his Greek, Finnish and Korean counterparts"
            owners = [*self.skeleton.signs(more_owners.start(), more_owners.end()), *owners]
            begin = more_owners.start()
        if plural:
            shared = len(owners) == 1 and not of and bool(left and left["owner"])
            return self._several(begin, end, title, owners, former, shared=shared)
        name = self._name_after(end, comma=True)
        if not name and (scope := _SCOPE.match(self.shape, end)):
            name = self._name_after(scope.end(), comma=True)
        if name and self.shape.startswith(", ", end) and self._apposed_to_last(begin):
            name = (
                None  # "Mr. Mirzoyan, Minister of Armenia, Mr. Bayramov, Minister of Azerbaijan": each behind its name
            )
        if name:
            (name_start, name_end), honorific = name
            end = name_end
            post = _OF.match(self.shape, end)
            if post and not owners and not post.group().startswith(","):
                owners += self.skeleton.signs(post.start(), post.end())
                end = post.end()
            elif code := _CODE.match(self.shape, end):
                owners += self.skeleton.signs(code.start(), code.end())
                end = code.end()
            return self._add(begin, end, (name_start, name_end), title, owners, former, honorific, definite)
        previous = self.found[-1] if self.found else None
        between = self.shape[previous.end : begin] if previous else ""
        if previous and previous.title is None and previous.name and _APPOSED.fullmatch(between):
            # "Mr. KISHIDA Fumio, [Prime Minister of Japan]": the name came first.
            self.found.pop()
            return self._add(previous.start, end, previous.name, title, owners, former, previous.honorific, definite)
        if self.shape.endswith(("'s ", "' "), self.taken, begin):
            institution = _INSTITUTION.search(self.shape, self.taken, begin)
            begin = institution.start() if institution else begin
        if not previous or previous.end <= begin:
            behind = self._name_before(begin)
            if behind:
                honour = _HONOUR_BEFORE.search(self.shape, self.taken, behind[0])
                return self._add(
                    honour.start() if honour else behind[0], end, behind, title, owners, former, False, definite
                )
        return self._add(begin, end, None, title, owners, former, False, definite)

    def _one_persons(self, run: re.Match[str]) -> re.Match[str]:
        """Return the titles of a run that one person can hold: not "the Prime Minister and President Biden"."""
        keys = {self.titles[index].offices[0].key for index in self.skeleton.signs(run.start(), run.end())}
        if {"head_of_state", "head_of_government"} <= keys:
            first = _TITLES.match(self.shape, run.start(), run.start() + 1)
            assert first  # noqa: S101
            return first
        return run

    def _apposed_to_last(self, begin: int) -> bool:
        previous = self.found[-1] if self.found else None
        return bool(
            previous
            and previous.title is None
            and previous.name
            and _APPOSED_AT_ONCE.fullmatch(self.shape, previous.end, begin)
        )

    def _untitled(self, match: re.Match[str]) -> int:
        honorific = not _is_known(match.group()[0])
        start = match.end() if honorific else match.start()
        name = self._name(start)
        if not name:
            return match.end()
        begin, end = match.start(), name[1]
        owners: list[int] = []
        post = _OF.match(self.shape, end)
        if post and not post.group().startswith(","):
            owners += self.skeleton.signs(post.start(), post.end())
            end = post.end()
        elif code := _CODE.match(self.shape, end):
            owners += self.skeleton.signs(code.start(), code.end())
            end = code.end()
        # "Japan's Takaichi", "Syria's al-Sharaa"
        window = max(self.taken, begin - 16)
        before = _OWNER_BEFORE.search(self.shape[window:begin])
        if before and not owners:
            shift = window
            owners += self.skeleton.signs(shift + before.start(), shift + before.end())
            begin = shift + before.start()
        end = self._add(begin, end, name, None, owners, False, honorific, False)
        return self._also_of(end) if post else end

    def _also_of(self, end: int) -> int:
        """Read on after "Shamkhani of Iran": "and Musaed Al-Aiban of Saudi Arabia", of whom no more is said."""
        joint = re.match(r",? and ", self.shape[end:])
        name = self._name(end + joint.end() - 1) if joint else None
        if not name or " " not in self.shape[name[0] : name[1]]:
            return end
        post = _OF.match(self.shape, name[1])
        if not post:
            return end
        owners = list(self.skeleton.signs(post.start(), post.end()))
        return self._add(name[0], post.end(), name, None, owners, False, False, False)

    def _several(self, begin: int, end: int, title: int, owners: list[int], former: bool, *, shared: bool) -> int:
        """Read "Presidents A and B", "Foreign Ministers A of X and B of Y", "foreign ministers of X and Y".

        Args:
            shared: whether all are of the one country before the title.
        """
        position, names = end, 0
        while name := self._name_after(position, comma=False):
            span, honorific = name
            own: list[int] = []
            position = span[1]
            post = _OF.match(self.shape, position)
            if post:
                own += self.skeleton.signs(post.start(), post.end())
                position = post.end()
            elif len(owners) > names:
                own = [owners[names]]
            elif shared:
                own = owners  # "their Indonesian counterparts A and B"
            self._add(begin if not names else span[0], position, span, title, own, former, honorific, False)
            names += 1
            joint = _JOINT.match(self.shape, position)
            if not joint:
                break
            position = joint.end()
        if names:
            return self.found[-1].end
        if len(owners) > 1:
            # One phrase for the whole; `countries` tells how many people it stands for.
            return self._add(begin, end, None, title, owners, former, False, True)
        return end

    def _name_after(self, end: int, *, comma: bool) -> tuple[tuple[int, int], bool] | None:
        """Return the name that follows position ``end``, and whether a courtesy stands before it."""
        start = end
        apposed = False
        if comma and self.shape.startswith(", ", end):
            start, apposed = end + 1, True
        pattern, cues = _honorific()
        honorific = None if self.words.isdisjoint(cues) else pattern.match(self.shape, start)
        if honorific and honorific.group().strip():
            start = honorific.end()
        elif not self.shape.startswith(" ", start):
            return None
        name = self._name(start)
        if not name:
            return None
        courtesy = bool(honorific and honorific.group().strip())
        # A name in commas must be closed, or be known, or it begins something else.
        if apposed and not courtesy and not _CLOSED.match(self.shape, name[1]):
            return None
        return name, courtesy

    def _name_before(self, begin: int) -> tuple[int, int] | None:
        """Return the name that an apposed title belongs to: "Woo Won-shik, the speaker of ..."."""
        offset = max(self.taken, begin - 60)
        window = self.shape[offset:begin]
        if not window.endswith(", "):
            return None
        words = _NAME_BEFORE.search(window[:-2])
        if not words:
            return None
        name = self._name(offset + words.start(1))
        return name if name and name[1] == offset + words.end(1) else None

    def _name(self, start: int) -> tuple[int, int] | None:
        """Return the longest name at ``start`` (a blank before it is passed over)."""
        position, first, tokens, signs = start, None, 0, 0
        while tokens < 7:
            token = _NAME_TOKEN.match(self.shape, position)
            if not token:
                particle = _PARTICLE.match(self.shape, position) if tokens else None
                if particle and _NAME_TOKEN.match(self.shape, particle.end()):
                    position = particle.end()
                    continue
                break
            if tokens and not token.group().startswith(" "):
                break
            if token["word"]:
                word = token["word"]
                if word in never_names() and not (tokens == 0 and self._surname(word, token.end())):
                    break
                if self.headline:
                    break
            begin = token.end() - len(token.group().lstrip(" "))
            if first is None:
                first = begin
            known = bool(token["sign"] and _is_known(token["sign"]))
            if token["sign"] and not known and not self._one_word(token["sign"]):
                break
            signs += bool(token["sign"]) and not known
            tokens += 1
            position = token.end()
            if known and not NEXT_WORD.match(self.shape, position):
                break
        if first is None or tokens == 0:
            return None
        if signs == tokens and tokens < 2:
            return None  # a city alone is no person
        suffix = _SUFFIX.match(self.shape, position)
        if suffix:
            position = suffix.end()
        return first, position

    def _surname(self, word: str, end: int) -> bool:
        """Return whether a word that is no name as a rule is one here: "Vice Foreign Minister [Sun] Weidong"."""
        following = NEXT_WORD.match(self.shape, end) if word in WORDS_TOO else None
        return bool(following and following.group(1) not in never_names())

    def _one_word(self, sign: str) -> bool:
        at = self.shape.index(sign)
        start, end = self.skeleton.span(at, at + 1)
        return end - start < 16

    def _best_title(self, start: int, end: int) -> int:
        """Return the title of a run that says most: leaders before ministers before the rest."""
        if end == start + 1:
            return self.skeleton.mentions[self.shape[start]]
        # Of equals the first.
        return min(self.skeleton.signs(start, end), key=lambda index: _ORDER[self.titles[index].offices[0].level])

    def _add(
        self,
        start: int,
        end: int,
        name: tuple[int, int] | None,
        title: int | None,
        countries: list[int],
        former: bool,
        honorific: bool,
        definite: bool,
    ) -> int:
        if name and (name[0] == start or honorific):
            honour = _HONOUR_BEFORE.search(self.shape, max(self.taken, start - 40), start)
            start = honour.start() if honour else start
        if name and end == name[1] and (letters := _MEMBER.match(self.shape, end)):
            end = letters.end()  # "Hon. Manasseh Sogavare MP and Hon. Ishmael Kalsakau MP"
        self.found.append(
            NamePhrase(start, end, name, title, tuple(dict.fromkeys(countries)), former, honorific, definite)
        )
        self.taken = end
        return end
