"""`shuttle.views.markdown`: words that are no more than words."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from shuttle.views.markdown import escape
from shuttle.views.wording import clean

RENDER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


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
