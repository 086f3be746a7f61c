"""`shuttle.views.paper`: no line without words, the same paper in every format, and text that stays text."""

from __future__ import annotations

import io
import itertools
import json
import re
from html.parser import HTMLParser
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from shuttle.errors import EvidenceError, PaperError
from shuttle.records.evidence import Evidence
from shuttle.views.paper.as_docx import as_docx
from shuttle.views.paper.as_html import as_html
from shuttle.views.paper.as_json import as_json
from shuttle.views.paper.as_markdown import markdown
from shuttle.views.paper.as_pdf import as_pdf, laid_out
from shuttle.views.paper.model import (
    Blanks,
    Cover,
    Facts,
    Line,
    NoteList,
    Paper,
    Proof,
    Reference,
    ReferenceList,
    Remark,
    Reminders,
    Section,
    Table,
    cited,
    emphasis,
    notes_for,
    say,
    section,
    strong,
)
from shuttle.views.wording import clean

RENDER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = (
    "a|b [x](javascript:y) `c` **d** <script>alert(1)</script> &lt; \\ ~~e~~ ![i](j) <img src=x onerror=y> "
    "\x00\x1b[2J\u202e\ufffe\n# f\n\n| g |"
)


def proof(quote: str = "They met.", document_id: str = "d-1", start: int = 0) -> Proof:
    """A passage."""
    return Proof(document_id, Evidence(start, start + len(quote), quote))


def paper(*sections: Section | None, hostile: str = "", marking: str | None = None) -> Paper:
    """A paper with these sections, its sources and words at the end."""
    back = Section("sources", "Sources", (ReferenceList(), NoteList()))
    parts = tuple(part for part in (*sections, back) if part)
    names = dict.fromkeys(note.proof.document_id for note in notes_for(parts))
    return Paper(
        Cover(f"A title {hostile}", marking, (("As of", f"1 February 2026 {hostile}"),), f"How to read it {hostile}."),
        parts,
        notes_for(parts),
        tuple(
            Reference(
                n, name, f"Title of {name} {hostile}", True, hostile or None, None, hostile or name, bool(hostile)
            )
            for n, name in enumerate(names, 1)
        ),
    )


def hostile_paper() -> Paper:
    """A paper in which every text is hostile."""
    line = Line(say(HOSTILE, strong(HOSTILE), emphasis(HOSTILE)), (proof(HOSTILE),))
    row = Line.row([HOSTILE, strong(HOSTILE)], (proof(HOSTILE),))
    blocks = (
        Remark(say(HOSTILE)), Facts((line,)), Table(HOSTILE, (HOSTILE, HOSTILE), (row,)),
        Blanks((HOSTILE,), 1), Reminders((say(HOSTILE),)),
    )  # fmt: skip
    return paper(Section(HOSTILE, HOSTILE, blocks), hostile=HOSTILE, marking=HOSTILE)


class Elements(HTMLParser):
    """What is in an HTML page: elements with their attributes, ids, and the text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.text += data

    def values(self, attribute: str) -> list[str]:
        """The values that an attribute has."""
        return [value for _, found in self.elements if (value := found.get(attribute)) is not None]


def words_of(document: Any) -> str:
    """All text of a DOCX, tables and links included."""
    return "".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t"))


def test_a_line_without_words_cannot_be_made() -> None:
    """The rule of the brief is not a check somewhere: there is no other way to make a line."""
    with pytest.raises(EvidenceError, match=r"no words prove the line 'They agreed\.'"):
        Line(say("They agreed."), ())
    with pytest.raises(EvidenceError, match=r"no words prove the line '13 January \| Nara'"):
        Line.row(["13 January", "Nara"], ())


@given(st.text())
def test_text_is_on_one_line_and_without_control_characters(text: str) -> None:
    """However it is brought in, text in a paper can neither end a line nor steer a terminal."""
    line = Line.row([text], (proof(),))
    assert line.text.strip() == clean(text)
    assert len(line.text.splitlines()) <= 1


def test_footnotes_are_numbered_in_order_of_use_and_once_for_each_passage() -> None:
    """The same words of the same document share a footnote; the same words elsewhere have their own."""
    one = Line(say("One."), (proof("b", start=5), proof("a")))
    two = Line(say("Two."), (proof("a"), proof("a", "d-2")))
    text = markdown(paper(Section("s", "S", (Facts((one, two)),))))
    assert "- One.[^1][^2]\n- Two.[^2][^3]\n" in text
    assert re.findall(r"^\[\^(\d)\]: “(.)” — .* \((d-\d)\)$", text, re.MULTILINE) == [
        ("1", "b", "d-1"),
        ("2", "a", "d-1"),
        ("3", "a", "d-2"),
    ]


def test_a_passage_inside_another_needs_no_footnote_of_its_own() -> None:
    """The wider quotation shows the narrower one."""
    wide = proof("They met on January 13", start=1)
    assert cited(Line(say("Met."), (proof("on January 13", start=10), wide))) == [wide]


def test_a_line_shows_few_footnotes_and_keeps_all_its_evidence() -> None:
    """Twenty sources of one fact do not bury the line; the JSON has them all."""
    line = Line(say("Met."), tuple(proof("x", f"d-{n}") for n in range(20)))
    made = paper(Section("s", "S", (Facts((line,)),)))
    [told] = as_json(made)["sections"][0]["blocks"][0]["lines"]
    assert told["notes"] == [1, 2, 3, 4, 5, 6]
    assert len(told["evidence"]) == 20


def test_nothing_to_say_is_said_with_nothing() -> None:
    """A section in which nothing stands is not made."""
    assert section("s", "S", (), [section("t", "T")]) is None


@given(st.lists(st.text(st.characters(codec="utf-8") | st.sampled_from("|\\`<>\n")), min_size=2, max_size=4))
def test_a_cell_stays_one_cell(cells: list[str]) -> None:
    """Neither a pipe nor a line break in a value moves the columns of a table in Markdown."""
    table = Table("t", ("h",) * len(cells), (Line.row(cells, (proof(),)),))
    rendered = RENDER.render(markdown(paper(Section("s", "S", (table,)))))
    assert rendered.count("<td>") == len(cells) + 1
    assert rendered.count("<tr>") == 2


def test_hostile_words_become_no_markup_in_markdown() -> None:
    """Scripts, links, images, code and headings of a document stay text."""
    text = markdown(hostile_paper())
    rendered = RENDER.render(text)
    assert not re.search(r"<(script|a|img|code|s)\b", rendered)
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_hostile_words_become_no_markup_in_html() -> None:
    """The page holds the elements that Shuttle writes, nothing loads or runs, and every link leads into the page."""
    page = Elements(as_html(hostile_paper()))
    kinds = {tag for tag, _ in page.elements}
    assert not kinds & {"script", "img", "iframe", "object", "link", "form", "base"}
    assert not [name for _, found in page.elements for name in found if name.startswith("on")]
    assert all(target.startswith("#") for target in page.values("href"))
    assert not page.values("src")
    assert "<script>alert(1)</script>" in page.text


def test_hostile_words_stay_text_in_docx() -> None:
    """Control characters and what XML cannot hold are gone, all else is text; the file opens."""
    document = docx.Document(io.BytesIO(as_docx(hostile_paper())))
    words = words_of(document)
    assert "<script>alert(1)</script>" in words
    assert not re.search("[\x00-\x08\x1b\u202e\ufffe]", words)
    assert not [link for link in document.part.rels.values() if link.is_external]


def test_hostile_words_stay_text_in_pdf() -> None:
    """The page that is laid out loads nothing, and a file comes of it."""
    assert as_pdf(hostile_paper()).startswith(b"%PDF-")


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_makes_a_page_and_a_document(text: str) -> None:
    """Whatever characters there are, HTML and DOCX are whole and hold the words."""
    made = paper(Section("s", f"S {text}", (Facts((Line(say("x", text), (proof(),)),)),)))
    wanted = clean("x" + text)
    assert wanted in Elements(as_html(made)).text
    kept = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", wanted)
    assert kept in words_of(docx.Document(io.BytesIO(as_docx(made))))


def sample() -> Paper:
    """A paper with a marking, a summary of its own page, a table, and an inner section."""
    row = Line.row(["13 January 2026", "Nara"], (proof("on January 13"), proof("in Nara", "d-2")))
    told = Facts((Line(say("They ", strong("met"), "."), (proof(), proof("on January 13"))),))
    return paper(
        Section("summary", "Summary", (told,), alone=True),
        Section("more", "More", (Table("Meetings", ("Date", "Place"), (row,)),), (Section("in", "Inner", (told,)),)),
        marking="RESTRICTED",
    )


def test_html_is_one_page_that_can_be_read_by_ear() -> None:
    """It names its language, has one first heading, tables with captions and heads, and links that lead somewhere."""
    page = Elements(as_html(sample()))
    tags = [tag for tag, _ in page.elements]
    assert dict(page.elements)["html"] == {"lang": "en"}
    assert [tags.count(name) for name in ("h1", "main", "caption", "thead")] == [1, 1, 1, 1]
    assert {found.get("scope") for tag, found in page.elements if tag == "th"} == {"col"}
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {target[1:] for target in page.values("href")} <= set(ids)
    levels = [int(tag[1]) for tag in tags if re.fullmatch(r"h\d", tag)]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_docx_has_headings_contents_marking_and_links_that_lead_somewhere() -> None:
    """Styles of Word carry the structure; the field of contents is there; each link meets its bookmark."""
    document = docx.Document(io.BytesIO(as_docx(sample())))
    headings = [
        (p.style.name, p.text) for p in document.paragraphs if p.style and str(p.style.name).startswith("Heading")
    ]
    assert headings == [
        ("Heading 1", "Summary"),
        ("Heading 1", "More"),
        ("Heading 2", "Inner"),
        ("Heading 1", "Sources"),
    ]
    body = document.element.body
    assert ' TOC \\o "1-2" \\h \\z \\u ' in [node.text for node in body.iter() if node.tag.endswith("}instrText")]
    assert document.sections[0].header.paragraphs[0].text == "RESTRICTED"
    assert " PAGE " in document.sections[0].footer._element.xml
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    marks = {node.get(f"{name}name") for node in body.iter(f"{name}bookmarkStart")}
    anchors = {node.get(f"{name}anchor") for node in body.iter(f"{name}hyperlink")}
    assert anchors <= marks
    assert {"w1", "c1", "w2", "s1"} <= anchors
    numbers = [node.get(f"{name}id") for node in body.iter(f"{name}bookmarkStart")]
    assert len(numbers) == len(set(numbers))


def test_pdf_has_its_summary_on_a_page_of_its_own() -> None:
    """What stands alone begins a page, and what follows it begins the next."""
    pages = {label: page for label, (page, *_), *_ in laid_out(sample()).make_bookmark_tree()[0][2]}
    assert pages["More"] == pages["Summary"] + 1
    assert pages["Summary"] > pages["Contents"]


@pytest.mark.parametrize(
    ("library", "write", "hint"),
    [("docx", as_docx, r"shuttle-diplomacy\[docx\]"), ("weasyprint", as_pdf, r"shuttle-diplomacy\[pdf\]")],
)
def test_a_missing_library_is_named_with_its_way_out(
    monkeypatch: pytest.MonkeyPatch, library: str, write: Any, hint: str
) -> None:
    """Who has not installed an extra is told the command that does."""
    import sys

    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(PaperError, match=hint):
        write(sample())


def test_json_says_everything_that_the_page_shows() -> None:
    """Each line has its text, its footnotes and its evidence; each note its words."""
    told = json.loads(json.dumps(as_json(sample())))
    assert told["format"] == "shuttle-paper/1"
    assert told["classification"] == "RESTRICTED"
    [line] = told["sections"][0]["blocks"][0]["lines"]
    assert line["text"] == "They met."
    assert line["evidence"][0] == {"document": "d-1", "start": 0, "end": 9, "quote": "They met."}
    # "They met." lies inside the passage that reads on to January.
    assert [(note["number"], note["quote"]) for note in told["notes"]] == [(1, "on January 13"), (2, "in Nara")]
