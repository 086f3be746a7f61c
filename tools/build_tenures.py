#!/usr/bin/env python3
"""Build, or check, the table of office-holders `src/shuttle/lexicons/world/tenures.csv`.

    python tools/build_tenures.py --wikidata DIR --archigos FILE --pocom DIR --out FILE
    python tools/build_tenures.py --check FILE

In (from outside the repository, see shared/data/README.md):
  --wikidata  a folder with one `<repository>.csv` for each repository of `every-politician-scrapers`: its
              `html/holders21.csv` (columns position, person, start, end, enwiki); its content is Wikidata's
  --archigos  `arch_annual.txt` of Archigos 4.1 (tab-separated, one row a leader and year)
  --pocom     a checkout of `HistoryAtState/pocom`: secretaries of state of the United States
In (from here): `tenures_public_record.txt`, the curated rows, and `tenures_wikidata_repositories.csv`.

Out: the table, one row a term. Curated rows come first: where another source says the same (a name in common, both ends
within a few days) that source is named, else `public-record`. Rows of other sources that no curated block replaces are
cut to make room for curated ones, and one left open is vouched for only as long as its source was kept up.

`--check` prints what is wrong with a table and exits 1 if anything is. Nothing but the standard library is needed.
"""

import argparse
import csv
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).parent
COLUMNS = (
    "name", "family", "variants", "country", "office", "title",
    "start", "end", "valid_through", "source", "example",
)  # fmt: skip
OFFICES = frozenset(
    [
        "head_of_state",
        "head_of_government",
        "foreign_minister",
        "defence_minister",
        "vice_president",
        "deputy_head_of_government",
        "security_adviser",
        "crown_prince",
        "party_leader",
        "chief_cabinet_secretary",
        "organisation_head",
        "spokesperson",
    ]
)
FIRST_DAY = date(1990, 1, 1)
WIKIDATA = "wikidata-every-politician"
WIKIDATA_THROUGH = "2022-06-30"
WIKIDATA_TAKEN = "2023-01-01"  # the day before which the copies were made: a later date in them is a plan
ARCHIGOS = "archigos-4.1"
POCOM = "pocom"

# Two holders at once are no mistake here: country and office -> why.
SHARED_OFFICES = {
    ("AND", "head_of_state"): "two co-princes",
    ("BIH", "head_of_state"): "a presidency of three members",
    ("EUE", "organisation_head"): "three institutions",
    ("LBY", "head_of_government"): "rival governments",
    ("LBY", "foreign_minister"): "rival governments",
    ("NIC", "head_of_state"): "two co-presidents",
    ("SRB", "head_of_state"): "Serbia and Montenegro beside Serbia, 2003 to 2006",
    ("RUS", "head_of_state"): "the Soviet Union and Russia side by side in 1991",
    ("RUS", "foreign_minister"): "the Soviet Union and Russia side by side in 1991",
    ("SMR", "head_of_state"): "two captains regent",
    ("YEM", "head_of_government"): "rival governments",
    ("YEM", "foreign_minister"): "rival governments",
    ("AFG", "head_of_state"): "rival governments",
    ("AFG", "foreign_minister"): "rival governments",
    ("CIV", "head_of_state"): "the disputed election of 2010",
    ("IRN", "head_of_state"): "the leader and the president",
    ("PRK", "head_of_state"): "the leader and the president of the assembly",
    ("CMR", "foreign_minister"): "minister and minister delegate",
    ("VEN", "head_of_state"): "the disputed presidency of 2019 to 2023",
    ("KHM", "head_of_government"): "first and second prime minister, 1993 to 1998",
    ("ARE", "foreign_minister"): "minister and minister of state",
    ("ARE", "vice_president"): "two vice presidents",
    ("DEU", "head_of_state"): "two German states in 1990",
}

HEAD_OF_STATE = {
    "President": "President", "Emperor": "Emperor", "King": "King", "monarch": "King", "Monarch": "King",
    "Sultan": "Sultan", "emir": "Emir", "Emir": "Emir", "Grand Duke": "Grand Duke", "Prince": "Prince",
    "Druk Gyalpo (King)": "King", "Yang di_pertuan Agong (Monarch)": "King", "Beretitenti (President)": "President",
    "O le Ao o le Malo": "Head of State", "Ngwenyama (King)": "King",
    "Chairman of the Presidential Council": "Chairman of the Presidential Council",
    "President of Montenegro": "President", "Chairman of the Presidency": "Chairman of the Presidency",
    "Supreme Leader": "Supreme Leader",
}  # fmt: skip
HEAD_OF_GOVERNMENT = {
    "Prime Minister": "Prime Minister", "Federal Chancellor": "Chancellor", "Premier": "Premier",
    "Premier of the State Council": "Premier", "Taoiseach": "Taoiseach",
    "Chairman of the Council of Ministers": "Chairman of the Council of Ministers",
    "Chairman of the Cabinet of Ministers (Prime Minister)": "Prime Minister",
    "Prime Minister of Montenegro": "Prime Minister",
    "Prime Minister of the Palestinian National Authority": "Prime Minister",
}  # fmt: skip
FOREIGN = re.compile(
    r"^(?:Federal )?(?:Minister|Secretary) (?:of|for) (?:European and International|Europe and Foreign|"
    r"Foreign|External Affairs|External Relations|International Relations and Coop)"
    r"|^Secretary for Foreign (?:and Political )?Affairs$|^Minister with responsibility for External Affairs$"
)
NOT_FOREIGN = re.compile(r"^(?!.*Foreign Affairs).*Foreign Trade|in charge of", re.IGNORECASE)
WIKIDATA_DROPPED = {("GBR", "King"), ("IND", "Foreign Secretary"), ("PAK", "Foreign Secretary")}
# The crown of another realm, and the countries whose monarch is told apart by hand.
REALMS = frozenset(
    ["ATG", "AUS", "BHS", "BLZ", "CAN", "GRD", "JAM", "KNA", "LCA", "NZL", "PNG", "SLB", "TUV", "VCT", "BRB"]
)
WORD_ORDER_FAMILY_FIRST = frozenset(["CHN", "KOR", "PRK", "TWN"])
GIVEN_NAME_ALONE = frozenset(["THA", "LAO", "MYS", "ETH", "ERI"])
WHOLE_NAME = frozenset(["KHM", "MMR"])
PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "del",
        "della",
        "di",
        "du",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "ould",
        "ag",
        "st.",
    ]
)


@dataclass(frozen=True)
class Term:
    """One row of the table.

    Dates are ISO 8601, cut where they are not known to the day; `end` "" means in office at `valid_through`.
    """

    name: str
    family: str
    variants: tuple[str, ...]
    country: str
    office: str
    title: str
    start: str
    end: str
    valid_through: str = ""
    source: str = "public-record"


@dataclass
class Block:
    """The curated terms of one office under one heading; `whole` where they are all there is to say of it."""

    country: str
    office: str
    whole: bool
    title: str
    through: str
    terms: list[Term] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)


def first_day(text: str) -> date:
    """The first day that a date cut to month or year can mean."""
    parts = [int(part) for part in text.split("-")]
    return date(*[*parts, 1, 1][:3])


def last_day(text: str) -> date:
    """The last day that a date cut to month or year can mean."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return date(parts[0], 12, 31)
    if len(parts) == 2:
        return (date(parts[0], parts[1], 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return date(*parts)


def folded(text: str) -> str:
    """Lower case, no accents, no hyphens or apostrophes: what two spellings must share to count as one."""
    text = (
        text.translate(str.maketrans("ıøØłŁđĐðÐ", "ioOlLdDdD")).replace("ß", "ss").replace("æ", "ae").replace("þ", "th")
    )
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9 ]", "", plain.lower().replace("-", " ")).strip()


def same_person(one: Term, other: Term) -> bool:
    """Whether two names can be one person's: all words of the shorter in the longer, or the family name in both."""
    ones = [set(folded(text).split()) for text in (one.name, *one.variants)]
    others = [set(folded(text).split()) for text in (other.name, *other.variants)]
    if any(a <= b or b <= a for a in ones for b in others if a and b):
        return True
    joined = [folded(t.name).replace(" ", "") for t in (one, other)]
    if joined[0] == joined[1]:
        return True
    families = {folded(one.family), folded(other.family)}
    return len(families) == 1 and bool(ones[0] & others[0])


# ---------------------------------------------------------------------------------------------- curated rows

HEAD = re.compile(
    r"^\[(?P<country>[A-Z]{3}) (?P<office>\w+) (?P<mode>[=+]) (?P<title>[^|\]]*?)(?: \| (?P<through>[-\d]+))?\]$"
)
ROW = re.compile(r"^(?P<start>\d{4}(?:-\d\d){0,2})(?:\.\.(?P<end>\??\d{4}(?:-\d\d){0,2}|-))? (?P<rest>.+)$")


def family_name(name: str, country: str) -> str:
    """The part of a name that stands alone after a title, as the country's custom is; exceptions are listed by hand."""
    words = name.split()
    if country in WHOLE_NAME or len(words) == 1:
        return name
    if country in GIVEN_NAME_ALONE or country in WORD_ORDER_FAMILY_FIRST:
        return words[0]
    if words[-1] in ("Jr.", "Sr.", "Jr", "II", "III", "IV", "V", "VI", "X", "XIV", "XVI") and len(words) > 1:
        return words[-2].rstrip(",")
    if len(words) > 2 and words[-2].lower() in PARTICLES:
        return " ".join(words[-2:])
    return words[-1]


def respaced(name: str, country: str) -> tuple[str, ...]:
    """The other usual spacings of a Korean name: Lee Jae-myung -> Lee Jae Myung, Lee Jaemyung."""
    found = re.fullmatch(r"(\w+) (\w+)-(\w+)", name)
    if country not in ("KOR", "PRK") or not found:
        return ()
    family, one, two = found.groups()
    return (f"{family} {one} {two.capitalize()}", f"{family} {one}{two}")


def read_curated(path: Path) -> list[Block]:
    """The blocks of `tenures_public_record.txt`, whose head says how it is written."""
    blocks: list[Block] = []
    people: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {}
    rows: list[tuple[str, str | None, str, str, tuple[str, ...], str]] = []

    def close() -> None:
        if not blocks:
            return
        block = blocks[-1]
        for number, (start, end, name, family, variants, title) in enumerate(rows):
            if end is None and number + 1 < len(rows):
                end = rows[number + 1][0]
            through = block.through
            if end and end.startswith("?"):
                end, through = "", end[1:]
            elif end in (None, "-"):
                end = ""
            block.terms.append(
                Term(name, family, variants, block.country, block.office, title, start, end, end or through)
            )
        rows.clear()

    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            close()
            head = HEAD.match(line)
            if not head:
                raise SystemExit(f"{path.name}:{number}: not a block head: {line}")
            blocks.append(
                Block(head["country"], head["office"], head["mode"] == "=", head["title"], head["through"] or "")
            )
            continue
        block = blocks[-1]
        if line.startswith("x "):
            block.left_out.add(folded(line[2:]))
            continue
        row = ROW.match(line)
        if not row:
            raise SystemExit(f"{path.name}:{number}: not a row: {line}")
        name, family, variants, title = (
            [part.strip() for part in re.split(r"\s*/\s*", row["rest"])] + ["", "", "", ""]
        )[:4]
        known_family, known_variants = people.get((block.country, name), ("", ()))
        family = family or known_family or family_name(name, block.country)
        spellings = tuple(v.strip() for v in variants.split(";") if v.strip()) or known_variants
        spellings += tuple(v for v in respaced(name, block.country) if v not in spellings)
        people[block.country, name] = (family, spellings)
        rows.append((row["start"], row["end"], name, family, spellings, title or block.title))
    close()
    return blocks


# ---------------------------------------------------------------------------------------------- other sources

TITLES = {
    "foreign_minister": "Foreign Minister", "defence_minister": "Defence Minister", "vice_president": "Vice President",
    "crown_prince": "Crown Prince", "security_adviser": "National Security Adviser",
    "chief_cabinet_secretary": "Chief Cabinet Secretary", "party_leader": "General Secretary",
}  # fmt: skip
QUEENS = frozenset({"Elizabeth II", "Margrethe II", "Beatrix"})


def office_of(position: str) -> tuple[str, str] | None:
    """The office and title that one of Wikidata's position labels stands for, or None where it is none of ours."""
    if position in HEAD_OF_STATE:
        return "head_of_state", HEAD_OF_STATE[position]
    if position in HEAD_OF_GOVERNMENT:
        return "head_of_government", HEAD_OF_GOVERNMENT[position]
    if FOREIGN.search(position) and not NOT_FOREIGN.search(position):
        return "foreign_minister", "Foreign Secretary" if position.startswith("Secretary") else "Foreign Minister"
    if position in ("Vice President", "Vice-President"):
        return "vice_president", "Vice President"
    if position == "Crown Prince":
        return "crown_prince", "Crown Prince"
    return None


def read_wikidata(folder: Path, repositories: Path) -> list[Term]:
    """The terms of our offices in the copies of Wikidata, joined where one person's follow each other."""
    terms: list[Term] = []
    with repositories.open(encoding="utf-8", newline="") as lines:
        countries = {row["repository"]: row["country"] for row in csv.DictReader(lines)}
    for path in sorted(folder.glob("*.csv")):
        country = countries.get(path.stem)
        if not country:
            continue
        with path.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        days = [row[column] for row in rows for column in ("start", "end") if len(row[column]) == 10]
        through = max([WIKIDATA_THROUGH, *(day for day in days if day < WIKIDATA_TAKEN)])
        for row in rows:
            found = office_of(row["position"])
            if not found or not row["start"] or (country, row["position"]) in WIKIDATA_DROPPED:
                continue
            office, title = found
            if office == "head_of_state" and (country in REALMS and row["position"].lower() == "monarch"):
                continue
            article = re.sub(r"\s*\(.*\)$", "", row.get("enwiki") or "")
            name, label = tidy_name(article or row["person"]), tidy_name(row["person"])
            if title == "King" and name in QUEENS:
                title = "Queen"
            variants: tuple[str, ...] = (label,) if folded(label) != folded(name) and " of " not in label else ()
            variants += tuple(v for v in respaced(name, country) if v not in variants)
            terms.append(
                Term(name, family_name(name, country), variants, country, office, title, row["start"], row["end"],
                     row["end"] or through, WIKIDATA)
            )  # fmt: skip
    return [t for t in joined_terms(terms) if not t.end or last_day(t.end) >= FIRST_DAY]


def tidy_name(name: str) -> str:
    """A name without Wikidata's explanations: "Albert II, Prince of Monaco", "John Baird (Canadian politician)"."""
    name = re.sub(r"\s*\(.*?\)(?= |$)", "", name).replace("’", "'").replace("ʻ", "'").replace("‘", "'").strip()
    name = re.sub(r",? (?:Grand Duke|Prince|King|Crown Prince) of .*$", "", name)
    return re.sub(r"(?<=[IVX]) of [A-Z].*$", "", name)


def joined_terms(terms: list[Term]) -> list[Term]:
    """Terms with two that follow each other in one office by one person made into one."""
    out: list[Term] = []
    for term in sorted(terms, key=lambda t: (t.country, t.office, first_day(t.start), last_day(t.end or "2100"))):
        before = next(
            (t for t in reversed(out[-4:]) if (t.country, t.office, t.name) == (term.country, term.office, term.name)),
            None,
        )
        if before is None:
            out.append(term)
            continue
        if not before.end or (first_day(term.start) - last_day(before.end)).days <= 45:
            longer = before.end if before.end and term.end and last_day(before.end) >= last_day(term.end) else term.end
            longer = "" if not before.end else longer
            out[out.index(before)] = replace(before, end=longer, valid_through=longer or term.valid_through)
            continue
        out.append(term)
    return out


def read_archigos(path: Path) -> list[tuple[str, str, str]]:
    """Leaders as (folded name, first day, last day); they only confirm, so their country codes are not needed."""
    spells: dict[str, list[str]] = {}
    with path.open(encoding="latin-1", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            spell = spells.setdefault(row["obsid"], [row["leader"], row["startdate"], row["enddate"]])
            spell[1], spell[2] = min(spell[1], row["startdate"]), max(spell[2], row["enddate"])
    return [(folded(leader), start, end) for leader, start, end in spells.values() if end >= "1990"]


def read_pocom(checkout: Path) -> list[tuple[str, str, str]]:
    """Secretaries of state as (folded family name, first day, last day)."""
    people = {}
    for file in (checkout / "people").rglob("*.xml"):
        text = file.read_text(encoding="utf-8")
        people[element(text, "id")] = element(text, "surname")
    chiefs = (checkout / "positions-principals" / "secretary.xml").read_text(encoding="utf-8")
    return [
        (
            folded(people.get(element(chief, "person-id"), "")),
            element(element(chief, "started"), "date") or element(element(chief, "appointed"), "date"),
            element(element(chief, "ended"), "date"),
        )
        for chief in re.findall(r"<principal>.*?</principal>", chiefs, re.DOTALL)
    ]


def element(xml: str, tag: str) -> str:
    """What is inside the first element of a name, or ""; enough for pocom's plain files."""
    found = re.search(rf"<{tag}>(.*?)</{tag}>", xml, re.DOTALL)
    return found[1].strip() if found else ""


# ---------------------------------------------------------------------------------------------- putting together


def near(one: str, other: str, days: int) -> bool:
    """Whether two dates are at most so many days apart; an open one is near an open one only."""
    if not one or not other:
        return one == other
    return abs((first_day(one) - first_day(other)).days) <= days


def confirmed(
    term: Term, wikidata: list[Term], archigos: list[tuple[str, str, str]], pocom: list[tuple[str, str, str]]
) -> str:
    """The source that says what a curated term says, or `public-record`."""
    if term.country == "USA" and term.office == "foreign_minister":
        family = folded(term.family)
        if any(name == family and near(start, term.start, 5) and near(end, term.end, 5) for name, start, end in pocom):
            return POCOM
    for other in wikidata:
        same_office = (other.country, other.office) == (term.country, term.office)
        same_dates = other.end and near(other.start, term.start, 5) and near(other.end, term.end, 5)
        if same_office and same_dates and same_person(term, other):
            return WIKIDATA
    if term.office in ("head_of_state", "head_of_government"):
        words = set(folded(" ".join((term.name, *term.variants))).split())
        for name, start, end in archigos:
            if near(start, term.start, 5) and near(end, term.end or "2100", 5) and words & set(name.split()):
                return ARCHIGOS
    return "public-record"


def cut(term: Term, curated: list[Term]) -> list[Term]:
    """What is left of a term when the curated ones of its office are laid over it."""
    pieces = [term]
    for over in curated:
        start, end = first_day(over.start), last_day(over.end) if over.end else date.max
        left: list[Term] = []
        for piece in pieces:
            a, b = first_day(piece.start), last_day(piece.end) if piece.end else date.max
            if b <= start or a >= end:
                left.append(piece)
                continue
            if a < start and not (len(piece.start) < 10 and start <= last_day(piece.start)):
                left.append(replace(piece, end=over.start, valid_through=over.start))
            if b > end and piece.end:  # one left open is not trusted beyond what the curated row says
                left.append(replace(piece, start=over.end))
        pieces = left
    return [p for p in pieces if not p.end or (last_day(p.end) - first_day(p.start)).days >= 14]


def without_overlaps(terms: list[Term]) -> list[Term]:
    """The rows of a foreign source with doubtful ones dropped: no end before the start, one holder at a time.

    Of two that overlap, an earlier term that reaches into the next is cut at the next one's start where it is at most
    half a year too long or was left open; of two that cannot be told apart so, the shorter one goes.
    """
    kept: list[Term] = []
    for term in sorted(terms, key=lambda t: (first_day(t.start), last_day(t.end or "2100"))):
        if term.end and last_day(term.end) < first_day(term.start):
            continue
        if term.end == term.start or (
            term.end and first_day(term.end) <= last_day(term.start) and len(term.start) < 10
        ):
            continue
        if (
            term.end
            and len(term.end) == len(term.start) == 10
            and (last_day(term.end) - first_day(term.start)).days < 14
        ):
            continue
        if kept and (term.country, term.office) not in SHARED_OFFICES:
            before = kept[-1]
            over = ((last_day(before.end) if before.end else date.max) - first_day(term.start)).days
            if over > 1:
                if (
                    before.end
                    and len(before.end) < 10
                    and last_day(before.end) > first_day(term.start) > first_day(before.start)
                ) or ((not before.end or over <= 183) and first_day(term.start) > first_day(before.start)):
                    kept[-1] = replace(before, end=term.start, valid_through=term.start)
                elif (last_day(before.end) if before.end else date.max) >= (
                    last_day(term.end) if term.end else date.max
                ):
                    continue
                else:
                    kept.pop()
        kept.append(term)
    return kept


def crowded(terms: list[Term]) -> bool:
    """Whether an office has several holders at a time, so that it is no one's title alone."""
    spans = sorted((first_day(t.start), last_day(t.end) if t.end else date.max) for t in terms)
    return any((one[1] - two[0]).days > 31 for one, two in pairwise(spans))


def build(arguments: argparse.Namespace) -> list[Term]:
    """All terms, in order of country, office and start."""
    blocks = read_curated(HERE / "tenures_public_record.txt")
    wikidata = (
        read_wikidata(Path(arguments.wikidata), HERE / "tenures_wikidata_repositories.csv")
        if arguments.wikidata
        else []
    )
    archigos = read_archigos(Path(arguments.archigos)) if arguments.archigos else []
    pocom = read_pocom(Path(arguments.pocom)) if arguments.pocom else []

    others: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in wikidata:
        others[term.country, term.office].append(term)
    out: list[Term] = []
    curated: dict[tuple[str, str], list[Term]] = defaultdict(list)
    whole: set[tuple[str, str]] = set()
    left_out: dict[tuple[str, str], set[str]] = defaultdict(set)
    for block in blocks:
        curated[block.country, block.office] += block.terms
        left_out[block.country, block.office] |= block.left_out
        if block.whole:
            whole.add((block.country, block.office))
    for key in sorted(curated.keys() | others.keys()):
        for term in curated[key]:
            if term.end and last_day(term.end) < FIRST_DAY:
                continue
            out.append(replace(term, source=confirmed(term, others[key], archigos, pocom)))
        if key in whole:
            continue
        rest = [t for t in others[key] if folded(t.name) not in left_out[key]]
        if key[1] == "vice_president" and crowded(rest):
            continue
        pieces = [piece for term in without_overlaps(rest) for piece in cut(term, curated[key])]
        families = {folded(t.name): t for t in curated[key]}
        for piece in pieces:
            known = families.get(folded(piece.name))
            if known:
                piece = replace(piece, name=known.name, family=known.family, variants=known.variants)
            out.append(piece)
    for key, rule in NAME_RULES.items():
        out = [rule(t) if (t.country, t.name) == key else t for t in out]
    out = [respelt(t) for t in out]
    return sorted(out, key=lambda t: (t.country, t.office, first_day(t.start), t.name))


def named(family: str, *variants: str, name: str = "") -> Callable[[Term], Term]:
    """A rule that gives a term's person this family name, these variants and, if said, this name."""

    def rule(term: Term) -> Term:
        spellings = tuple(dict.fromkeys((*variants, *term.variants)))
        return replace(term, name=name or term.name, family=family, variants=spellings)

    return rule


NAME_RULES: dict[tuple[str, str], Callable[[Term], Term]] = {}


def read_name_rules(path: Path) -> None:
    """`COUNTRY NAME / FAMILY / VARIANTS / PRESS NAME`: what to call people whom only other sources list."""
    if not path.exists():
        return
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        country, rest = line.split(" ", 1)
        name, family, variants, press = ([p.strip() for p in rest.split("/")] + ["", "", ""])[:4]
        spellings = [v.strip() for v in variants.split(";") if v.strip()]
        NAME_RULES[country, name] = named(family or family_name(press or name, country), *spellings, name=press)


NO_ACCENT = str.maketrans({
    "ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ł": "l", "Ł": "L", "đ": "dj",
    "Đ": "Dj", "ı": "i", "ß": "ss", "ə": "e", "œ": "oe",
})  # fmt: skip
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
LAST_WORD_TOO = frozenset(["THA", "LAO", "ETH"])


def respelt(term: Term) -> Term:
    """A term with the spellings added that follow from the ones it has.

    Those are: letters that are no accented ones written out (Støre: Store), German umlauts too (Schüssel: Schuessel),
    the family name alone in another spelling of the whole name (Ahmed Qureia: Qureia), and the last word where the
    first is used alone.
    """
    added: list[str] = []
    for text in (term.name, term.family, *term.variants):
        plain = text.translate(NO_ACCENT)
        if term.country in ("DEU", "AUT", "CHE", "NAT"):
            plain = plain.translate(UMLAUTS)
        if plain != text:
            added.append(plain)
    words = term.name.split()
    if len(words) > 1 and term.name.endswith(" " + term.family) and " " not in term.family:
        for variant in term.variants:
            other = variant.split()
            alike = len(other) == len(words) and folded(other[0])[:1] == folded(words[0])[:1]
            if alike and not other[-1].endswith(".") and folded(other[-1]) != folded(term.family):
                added.append(other[-1])
    if term.country in LAST_WORD_TOO and len(words) > 1 and term.family == words[0]:
        added.append(words[-1])
    spellings = [v for v in dict.fromkeys((*term.variants, *added)) if v not in (term.name, term.family)]
    return replace(term, variants=tuple(spellings))


def example_of(term: Term) -> str:
    """Title, family name and a day inside the term, well clear of both its ends."""
    start = max(first_day(term.start) if len(term.start) == 10 else last_day(term.start), FIRST_DAY)
    end = first_day(term.end or term.valid_through)
    if end <= start:
        end = last_day(term.end or term.valid_through)
    middle = start + (end - start) / 2 if end > start else min(start, end)
    return f"{term.title} {term.family} @ {middle.isoformat()}"


def write(terms: list[Term], path: Path) -> None:
    """Write the table, an example made for every row."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as lines:
        out = csv.writer(lines, lineterminator="\n")
        out.writerow(COLUMNS)
        for t in terms:
            out.writerow((t.name, t.family, ";".join(t.variants), t.country, t.office, t.title, t.start, t.end,
                          t.valid_through, t.source, example_of(t)))  # fmt: skip


# ---------------------------------------------------------------------------------------------- checking

ISO_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
EXAMPLE = re.compile(r"(?P<title>.+) @ (?P<day>\d{4}-\d\d-\d\d)")


def faults(rows: list[dict[str, str]], today: date) -> list[str]:
    """What is wrong with the rows of a table, a sentence each that names the line."""
    found: list[str] = []
    by_office: dict[tuple[str, str], list[tuple[int, dict[str, str]]]] = defaultdict(list)
    seen: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(rows, 2):
        where = f"line {number} ({row['country']} {row['office']}, {row['name']})"
        if row["office"] not in OFFICES:
            found.append(f"{where}: no such office")
        if not re.fullmatch(r"[A-Z]{3}", row["country"]):
            found.append(f"{where}: the country is not a code of three letters")
        for column in ("name", "family", "title", "start", "valid_through", "source", "example"):
            if not row[column].strip():
                found.append(f"{where}: no {column}")
        spellings = [row["name"], *filter(None, row["variants"].split(";"))]
        if not any(row["family"] in spelling for spelling in spellings):
            found.append(f"{where}: the family name {row['family']!r} is in none of {spellings}")
        for spelling in spellings:
            if spelling != spelling.strip() or re.search(r"[()\[\]\d?]|  |^Q\d", spelling):
                found.append(f"{where}: not a name as texts have it: {spelling!r}")
        if row["name"] == row["name"].lower():
            found.append(f"{where}: the name has no capital letter")
        if any(row[c] and not ISO_DATE.fullmatch(row[c]) for c in ("start", "end", "valid_through")):
            found.append(f"{where}: a date is not ISO 8601")
            continue
        if row["end"] and last_day(row["end"]) < first_day(row["start"]):
            found.append(f"{where}: ends before it starts")
            continue
        if row["end"] and row["end"] != row["valid_through"]:
            found.append(f"{where}: ended, but valid_through is not the end")
        if first_day(row["start"]) > last_day(row["valid_through"]) or first_day(row["valid_through"]) > today:
            found.append(f"{where}: valid_through {row['valid_through']} is before the start or in the future")
        if last_day(row["valid_through"]) < FIRST_DAY:
            found.append(f"{where}: over before {FIRST_DAY}")
        example = EXAMPLE.fullmatch(row["example"])
        if not example or example["title"] != f"{row['title']} {row['family']}":
            found.append(f"{where}: the example is not of the form 'Title Family @ date': {row['example']!r}")
        else:
            day = first_day(example["day"])
            if not first_day(row["start"]) <= day <= last_day(row["end"] or row["valid_through"]):
                found.append(f"{where}: the example's day is not in the term")
        key = (row["country"], row["office"], row["name"], row["start"])
        if key in seen:
            found.append(f"{where}: said twice, first in line {seen[key]}")
        seen.setdefault(key, number)
        by_office[row["country"], row["office"]].append((number, row))
    named_so = defaultdict(list)
    for number, row in enumerate(rows, 2):
        named_so[row["country"], row["title"], row["family"]].append((number, row))
    for number, row in enumerate(rows, 2):
        example = EXAMPLE.fullmatch(row["example"])
        if example is None:
            continue
        for other_number, other in named_so[row["country"], row["title"], row["family"]]:
            through = last_day(other["end"] or other["valid_through"])
            if other["name"] != row["name"] and last_day(other["start"]) < first_day(example["day"]) < through:
                where = f"line {number} ({row['country']} {row['office']}, {row['name']})"
                found.append(f"{where}: the example means line {other_number} too")
    for office, unsorted in by_office.items():
        if office in SHARED_OFFICES:
            continue
        holders = sorted(unsorted, key=lambda h: (first_day(h[1]["start"]), last_day(h[1]["end"] or "2100")))
        reach, holder = None, ""
        for number, row in holders:
            if row["title"].startswith("Acting "):
                continue
            if reach and (reach - last_day(row["start"])).days > 1:
                found.append(
                    f"line {number} ({office[0]} {office[1]}): {row['name']} from {row['start']} while {holder} holds"
                )
            until = first_day(row["end"] or row["valid_through"])
            if reach is None or until > reach:
                reach, holder = until, f"{row['name']} (to {row['end'] or 'now'})"
    return found


def check(path: Path) -> int:
    """Print the faults of a table and its counts; 1 if it has any fault, else 0."""
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if tuple(reader.fieldnames or ()) != COLUMNS:
            print(f"{path}: the columns are {reader.fieldnames}, not {list(COLUMNS)}")
            return 1
        rows = list(reader)
    found = faults(rows, date.today())
    for fault in found:
        print(fault)
    counts: defaultdict[str, int] = defaultdict(int)
    for row in rows:
        counts[row["office"]] += 1
    print(f"{path}: {len(rows)} terms, {len({r['country'] for r in rows})} countries, {len(found)} faults; "
          + ", ".join(f"{office} {count}" for office, count in sorted(counts.items())))  # fmt: skip
    return 1 if found else 0


def main() -> int:
    """Run the command line; the exit status is the check's."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--check", metavar="FILE", help="say what is wrong with a table, and stop")
    parser.add_argument("--wikidata", metavar="DIR")
    parser.add_argument("--archigos", metavar="FILE")
    parser.add_argument("--pocom", metavar="DIR")
    parser.add_argument("--out", metavar="FILE", default=str(HERE.parent / "src/shuttle/lexicons/world/tenures.csv"))
    arguments = parser.parse_args()
    if arguments.check:
        return check(Path(arguments.check))
    read_name_rules(HERE / "tenures_names.txt")
    write(build(arguments), Path(arguments.out))
    return check(Path(arguments.out))


if __name__ == "__main__":
    sys.exit(main())
