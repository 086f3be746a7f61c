"""`shuttle.views.markdown`: no line without words, and no words that are more than words."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from shuttle.errors import EvidenceError
from shuttle.records.evidence import Evidence
from shuttle.views.markdown import Line, Notes, Page, Proof, escape
from shuttle.views.wording import clean

RENDER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
HOSTILE = "a|b [x](javascript:y) `c` **d** <script>alert(1)</script> &lt; \\ ~~e~~ ![i](j)\n# f\n\n| g |"


def proof(quote: str = "They met.", document_id: str = "d-1", start: int = 0) -> Proof:
    """A passage."""
    return Proof(document_id, Evidence(start, start + len(quote), quote))


def page() -> Page:
    """An empty page."""
    return Page(Notes(lambda document_id: f"({document_id})"))


def shown(markdown: str) -> str:
    """What a reader of the rendered Markdown sees."""
    return html.unescape(re.sub(r"<[^>]*>", "", RENDER.render(markdown))).strip()


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("|[]()`*_<>&#+-=~!\\.1)\n"), min_size=1))
def test_escaped_text_shows_exactly_its_characters(text: str) -> None:
    """Whatever a document says is text in the page, in a paragraph, a bullet and a quotation."""
    if wanted := clean(text):
        assert shown(escape(text)) == wanted
        assert shown(f"- {escape(text)}") == wanted
        assert shown(f"“{escape(text)}”") == f"“{wanted}”"


@given(st.lists(st.text(st.characters(codec="utf-8") | st.sampled_from("|\\`<>\n")), min_size=2, max_size=4))
def test_a_cell_stays_one_cell(cells: list[str]) -> None:
    """Neither a pipe nor a line break in a value moves the columns of a table."""
    sheet = page()
    sheet.table(["h"] * len(cells), [Line.row([escape(cell) for cell in cells], (proof(),))])
    rendered = RENDER.render(sheet.text())
    assert rendered.count("<td>") == len(cells) + 1
    assert rendered.count("<tr>") == 2


def test_a_line_without_words_cannot_be_made() -> None:
    """The rule of the brief is not a check somewhere: there is no other way to make a line."""
    with pytest.raises(EvidenceError, match=r"no words prove the line 'They agreed\.'"):
        Line("They agreed.", ())
    with pytest.raises(EvidenceError, match="no words prove"):
        Line.row(["13 January"], ())


def test_a_line_is_one_line() -> None:
    """A line break could start a heading or end a table."""
    with pytest.raises(EvidenceError, match="a line is one line"):
        Line("They agreed.\n# Nothing", (proof(),))


def test_footnotes_are_numbered_in_order_of_use_and_once_for_each_passage() -> None:
    """The same words of the same document share a footnote; the same words elsewhere have their own."""
    sheet = page()
    sheet.bullets(
        [
            Line("One.", (proof("b", start=5), proof("a"))),
            Line("Two.", (proof("a"), proof("a", "d-2"))),
        ]
    )
    assert sheet.text() == ("- One.[^1][^2]\n- Two.[^2][^3]\n\n[^1]: “b” (d-1)\n[^2]: “a” (d-1)\n[^3]: “a” (d-2)\n")


def test_a_passage_inside_another_needs_no_footnote_of_its_own() -> None:
    """The wider quotation shows the narrower one."""
    notes = Notes(str)
    assert notes.marks([proof("on January 13", start=10), proof("They met on January 13", start=1)]) == "[^1]"


def test_a_line_carries_few_footnotes() -> None:
    """Twenty sources of one fact do not bury the line; the ledger has them all."""
    notes = Notes(str, most=3)
    assert notes.marks([proof("x", f"d-{n}") for n in range(20)]) == "[^1][^2][^3]"


def test_hostile_words_become_no_markup() -> None:
    """Scripts, links, images, code and headings of a document stay text."""
    sheet = page()
    sheet.bullets([Line(escape(HOSTILE), (proof(HOSTILE),))])
    sheet.table(["Value"], [Line.row([escape(HOSTILE)], (proof(HOSTILE),))])
    rendered = RENDER.render(sheet.text())
    assert not re.search(r"<(script|a|img|code|strong|s|h1)\b", rendered)
    assert rendered.count("<li>") == 1


def test_empty_lists_and_tables_leave_no_trace() -> None:
    """Nothing to say is said with nothing."""
    sheet = page()
    sheet.bullets([])
    sheet.table(["a"], [])
    sheet.plain_list([])
    assert sheet.text().strip() == ""
