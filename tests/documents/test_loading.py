"""`shuttle.documents.loading`: every input becomes a document or a refusal, and none hides another."""

from __future__ import annotations

import io
import json
import os
import tracemalloc
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from shuttle.documents.loading import LOADERS, load_documents
from shuttle.documents.refusals import Refusal
from shuttle.errors import DocumentError, RecordError
from shuttle.records.documents import Document

ARTICLE = (
    "President Lee met Prime Minister Takaichi in Nara on January 13, and they agreed to work on the supply chains."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Summit in Nara | The Daily</title>
<meta property="og:title" content="Summit in Nara"><meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2026-01-14T09:00:00+09:00">
<script>alert("not text")</script></head><body><nav><a href="/">Home</a></nav><article><h1>Summit in Nara</h1>
<p>{ARTICLE}</p><p style="display:none">hidden words</p><p>The talks took about 100 minutes, the office of the president
said on Wednesday, and were followed by a dinner for the two leaders and their delegations.</p>
<p>It was the third meeting of the two since the prime minister came to office in October of last year.</p></article>
<footer>Copyright 2019 The Daily</footer></body></html>"""


def load(*paths: Any, **options: Any) -> list[Document | Refusal]:
    """Everything at ``paths``."""
    return list(load_documents(paths, **options))


def documents(items: Sequence[Document | Refusal]) -> list[Document]:
    """Those that are documents."""
    return [item for item in items if isinstance(item, Document)]


def refusals(items: Sequence[Document | Refusal]) -> list[Refusal]:
    """Those that are refusals."""
    return [item for item in items if isinstance(item, Refusal)]


def one(*paths: Any, **options: Any) -> Document:
    """The only document at ``paths``."""
    (item,) = load(*paths, **options)
    assert isinstance(item, Document), item
    return item


def write(path: Path, content: str | bytes) -> Path:
    """A file with this content."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_is_a_document(tmp_path: Path) -> None:
    """Plain text brings its words and its path, and nothing else."""
    path = write(tmp_path / "a.txt", ARTICLE + "\r\n")
    document = one(path)
    assert (document.text, document.source, document.language) == (ARTICLE, str(path), "en")
    assert (document.title, document.published, document.published_basis, document.url) == (None, None, None, None)


@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_front_matter_is_metadata(tmp_path: Path, suffix: str) -> None:
    """What stands between the dashes describes the text and is not in it."""
    head = (
        "---\ntitle: Summit\nurl: https://example.org/1\npublished: 14 January 2026\n"
        "publisher: A Paper\nlanguage: en-GB\nx: y\n---\n"
    )
    document = one(write(tmp_path / f"a.{suffix}", head + ARTICLE))
    assert document.text == ARTICLE
    assert (document.title, document.url, document.publisher) == ("Summit", "https://example.org/1", "A Paper")
    assert (document.published, document.published_basis, document.language) == ("2026-01-14", "given", "en")


def test_a_page_is_its_article(tmp_path: Path) -> None:
    """Text, title, site and date come from the page; scripts, menus and footers do not."""
    document = one(write(tmp_path / "a.html", PAGE))
    assert document.text.count("\n\n") >= 1
    assert ARTICLE in document.text
    for word in ("alert", "Home", "Copyright", "hidden words"):
        assert word not in document.text
    assert (document.title, document.publisher) == ("Summit in Nara", "The Daily")
    assert (document.published, document.published_basis) == ("2026-01-14", "metadata")


def test_a_page_without_a_date_gets_none_from_its_prose(tmp_path: Path) -> None:
    """The footer's year of copyright is no date of publication."""
    page = PAGE.replace('<meta property="article:published_time" content="2026-01-14T09:00:00+09:00">', "")
    document = one(write(tmp_path / "a.htm", page))
    assert (document.published, document.published_basis) == (None, None)


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>x()</script></body></html>", "<<<>>>&&&;"])
def test_a_page_without_an_article_is_refused(tmp_path: Path, page: str) -> None:
    """An empty page is said to be one."""
    (refusal,) = load(write(tmp_path / "a.html", page))
    assert isinstance(refusal, Refusal)
    assert refusal.code in ("no-text", "empty", "unreadable")


def test_published_overrides(tmp_path: Path) -> None:
    """A date that the user gives goes over the document's own."""
    path = write(tmp_path / "a.txt", f"---\npublished: 2020\n---\n{ARTICLE}")
    document = one(path, published="2026-01-14")
    assert (document.published, document.published_basis) == ("2026-01-14", "given")


def test_published_must_be_a_date(tmp_path: Path) -> None:
    """The error comes before anything is read."""
    with pytest.raises(RecordError, match="'soon' is not a date"):
        load_documents([tmp_path], published="soon")


def test_the_id_is_the_content(tmp_path: Path) -> None:
    """Another place changes nothing; another word, title or date changes the id."""
    first = one(write(tmp_path / "a.txt", ARTICLE)).id
    assert one(write(tmp_path / "b" / "c.txt", "\ufeff" + ARTICLE + "\r\n\r\n")).id == first
    assert one(write(tmp_path / "d.txt", ARTICLE + "!")).id != first
    assert one(write(tmp_path / "e.txt", f"---\ntitle: T\n---\n{ARTICLE}")).id != first
    assert one(tmp_path / "a.txt", published="2026").id != first


def test_a_folder_is_walked_in_order(tmp_path: Path) -> None:
    """Sorted and recursive; hidden files and README.md are no documents."""
    for name in ("b.txt", "a.md", "sub/c.txt", ".hidden.txt", ".git/d.txt", "README.md", "sub/README.md"):
        write(tmp_path / name, f"{ARTICLE} {name}")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    names = [str(Path(document.source).relative_to(tmp_path)) for document in documents(load(tmp_path))]
    assert names == ["a.md", "b.txt", "sub/c.txt"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        pytest.param("a.txt", b"", "empty", id="empty"),
        pytest.param("a.txt", b" \n\t\n", "empty", id="blank"),
        pytest.param("a.txt", "---\ntitle: x\n---\n", "empty", id="only-front-matter"),
        pytest.param("a.txt", "\u200b\u202e", "empty", id="only-invisible"),
        pytest.param("a.txt", b"GIF89a\x00\x01", "binary", id="binary"),
        pytest.param("a.txt", bytes(range(256)), "binary", id="all-bytes"),
        pytest.param("a.txt", "다카이치 총리는".encode("euc-kr"), "encoding", id="wrong-encoding"),
        pytest.param("a.txt", "---\ntitle: x\nThey met.", "front-matter", id="broken-front-matter"),
        pytest.param("a.txt", "---\npublished: soon\n---\nThey met.", "metadata", id="no-date"),
        pytest.param("a.txt", b"word " * 5_000, "too-large", id="too-large"),
        pytest.param("a.pdf", b"%PDF-1.7", "not-supported-yet", id="pdf"),
        pytest.param("a.docx", b"PK", "not-supported-yet", id="docx"),
        pytest.param("a.xyz", b"They met.", "unknown-kind", id="unknown-kind"),
        pytest.param("a.jsonl", b"\n\n", "empty", id="empty-corpus"),
        pytest.param("a.jsonl", b'{"text": "a', "broken-line", id="half-a-line"),
        pytest.param("a.jsonl", b"[1]", "broken-line", id="line-is-a-list"),
        pytest.param("a.jsonl", b'{"id": "x"}', "broken-line", id="line-without-text"),
        pytest.param("a.jsonl", b'{"text": "x", "title": 3}', "broken-line", id="title-is-a-number"),
        pytest.param("a.jsonl", b'{"text": "They met.", "published": "soon"}', "metadata", id="line-without-date"),
        pytest.param("a.jsonl", b'{"text": "\xff"}', "encoding", id="line-in-wrong-encoding"),
        pytest.param("a.jsonl", b"[" * 9_000, "broken-line", id="line-too-deep"),
        pytest.param("a.jsonl", b'{"text": "' + b"w" * 20_000 + b'"}', "too-large", id="line-too-large"),
    ],
)
def test_bad_input_is_refused_and_the_rest_of_the_folder_read(
    tmp_path: Path, name: str, content: str | bytes, code: str
) -> None:
    """Each refusal has its code, names its source and says what to do; the neighbour is still read."""
    write(tmp_path / name, content)
    good = write(tmp_path / "z.txt", ARTICLE)
    items = load(tmp_path, limit=10_000)
    assert [document.source for document in documents(items)] == [str(good)]
    (refusal,) = refusals(items)
    assert refusal.code == code
    assert name in refusal.source
    assert refusal.message.count(".") >= 1 and "\n" not in refusal.message


def test_a_missing_path_is_an_error_after_the_rest_was_read(tmp_path: Path) -> None:
    """A mistyped name stops nothing else."""
    found = load_documents(["no/such.txt", write(tmp_path / "a.txt", ARTICLE)])
    assert isinstance(next(found), Document)
    with pytest.raises(DocumentError, match=r"no such file or folder: no/such\.txt"):
        next(found)


def test_an_empty_folder_is_said_to_be_one(tmp_path: Path) -> None:
    """Nothing found is not nothing wrong."""
    (refusal,) = load(tmp_path)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "empty"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_an_unreadable_file_is_refused(tmp_path: Path) -> None:
    """Missing rights are a refusal, not a crash."""
    path = write(tmp_path / "a.txt", ARTICLE)
    path.chmod(0)
    assert refusals(load(path))[0].code == "unreadable"


def test_a_link_to_nowhere_is_refused(tmp_path: Path) -> None:
    """A broken link is a refusal, and the rest is read."""
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    write(tmp_path / "b.txt", ARTICLE)
    items = load(tmp_path)
    assert (len(documents(items)), refusals(items)[0].code) == (1, "unreadable")


def test_an_address_is_refused_until_it_is_read() -> None:
    """The door for addresses is there, and says that it is closed."""
    (refusal,) = load("https://example.org/a.html")
    assert isinstance(refusal, Refusal)
    assert refusal.code == "not-supported-yet"


def test_a_corpus_is_read_line_by_line(tmp_path: Path) -> None:
    """A broken line is refused by its number; those around it are read."""
    lines = [
        json.dumps({"id": "one", "text": ARTICLE, "published": "2026-01-14", "publisher": "A Paper", "extra": [1]}),
        "{broken",
        "",
        json.dumps({"text": ARTICLE, "url": None, "published": 2026}),
    ]
    path = write(tmp_path / "c.jsonl", "\ufeff" + "\n".join(lines))
    first, broken, last = load(path)
    assert isinstance(first, Document) and isinstance(last, Document) and isinstance(broken, Refusal)
    assert (first.source, first.published, first.publisher) == ("one", "2026-01-14", "A Paper")
    assert broken.source == f"{path}, line 2"
    assert (last.source, last.published) == (f"{path}, line 4", "2026")


def test_a_line_of_20_megabytes_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    """The limit holds by default, and the line is never held in memory."""
    path = write(
        tmp_path / "c.jsonl", b'{"text": "' + b"w" * 20_000_000 + b'"}\n' + json.dumps({"text": ARTICLE}).encode()
    )
    items = load(path)
    assert refusals(items)[0].code == "too-large"
    assert "4 MB" in refusals(items)[0].message
    assert documents(items)[0].text == ARTICLE


def test_a_corpus_takes_constant_memory(tmp_path: Path) -> None:
    """Twenty times the lines take no more memory."""
    line = json.dumps({"text": ARTICLE * 50}) + "\n"
    peaks = []
    for count in (20, 400):
        path = write(tmp_path / "c.jsonl", line * count)
        tracemalloc.start()
        for _ in load_documents([path]):
            pass
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 2 * peaks[0] + 100_000


@pytest.mark.parametrize(
    ("content", "count"),
    [
        pytest.param(ARTICLE, 1, id="text"),
        pytest.param(f"---\ntitle: T\n---\n{ARTICLE}", 1, id="front-matter"),
        pytest.param(PAGE, 1, id="page"),
        pytest.param((json.dumps({"text": ARTICLE}) + "\n") * 3, 3, id="corpus"),
    ],
)
def test_standard_input_is_told_by_how_it_begins(content: str, count: int) -> None:
    """What comes through a pipe has no suffix: text, page and corpus are told apart."""
    items = load("-", stdin=io.BytesIO(content.encode()))
    assert len(documents(items)) == count and not refusals(items)
    assert documents(items)[0].source.startswith("-")
    assert ARTICLE in documents(items)[0].text


def test_empty_standard_input_is_refused() -> None:
    """An empty pipe is said to be one."""
    assert refusals(load("-", stdin=io.BytesIO(b"")))[0].code == "empty"


def test_a_government_has_its_side(tmp_path: Path) -> None:
    """A publisher that speaks for a government gives the document its side, found by name or by address."""
    page = "---\nurl: https://japan.kantei.go.jp/x.html\n---\n"
    document = one(write(tmp_path / "a.txt", page + ARTICLE))
    assert document.side == "JPN"
    assert document.publisher


def test_a_name_that_is_no_text_is_shown_not_passed_on(tmp_path: Path) -> None:
    """A file name in no encoding cannot break the output."""
    path = os.fsencode(tmp_path) + b"/a\xff.txt"
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(ARTICLE.encode())
    one(tmp_path).source.encode("utf-8")


def test_every_loader_has_a_lower_case_suffix() -> None:
    """The registry is looked up by lower-case suffix."""
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in LOADERS)
