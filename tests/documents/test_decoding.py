"""`shuttle.documents.decoding`: bytes are text in a known encoding, or refused with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shuttle.documents.decoding import decode
from shuttle.documents.refusals import RefusedError


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("Nara – 奈良".encode(), "Nara – 奈良", id="utf-8"),
        pytest.param("Nara".encode("utf-8-sig"), "Nara", id="utf-8-with-mark"),
        pytest.param("Nara 奈良".encode("utf-16"), "Nara 奈良", id="utf-16-with-mark"),
        pytest.param(
            "President Lula’s visit to Malmö".encode("cp1252"), "President Lula’s visit to Malmö", id="cp1252"
        ),
    ],
)
def test_text_is_decoded(data: bytes, text: str) -> None:
    """UTF-8 first, UTF-16 by its mark, Windows-1252 last."""
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"ab\x00cd", "binary", id="nul"),
        pytest.param(b"%PDF-1.7 and so on", "binary", id="pdf-by-its-head"),
        pytest.param(b"\x01\x02\x03\x04 a", "binary", id="control-codes"),
        pytest.param("이재명 대통령은 나라에서".encode("euc-kr"), "encoding", id="euc-kr"),
        pytest.param(b"word \x81\x8d", "encoding", id="no-encoding"),
        pytest.param(b"\xff\xfea", "encoding", id="broken-utf-16"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, code: str) -> None:
    """The refusal has a code and says to save as UTF-8."""
    with pytest.raises(RefusedError, match="Save it as UTF-8") as caught:
        decode(data)
    assert caught.value.code == code


def test_a_declared_encoding_is_believed_after_utf8() -> None:
    """A page in EUC-KR that says so is read; one that names no real encoding is read like one that names none."""
    assert decode("나라".encode("euc-kr"), "euc-kr") == "나라"
    assert decode(b"Malm\xf6 is a city", "no-such-encoding") == "Malmö is a city"


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    """No other error leaves this room."""
    try:
        assert isinstance(decode(data), str)
    except RefusedError as error:
        assert str(error)
