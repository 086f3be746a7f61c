"""`shuttle.records.dates`: what words allow that settle no date (EDTF)."""

import pytest

from shuttle.errors import RecordError
from shuttle.records.dates import agree, allows, check_edtf


@pytest.mark.parametrize(
    "value",
    ["2026", "2026-01", "2026-01-13", "2025-10-27/2025-11-02", "2023-09/2024-03", "XXXX-11", "XXXX-11-16",
     "XXXX-XX-26", "XXXX-XX-26/XXXX-XX-27", "XXXX-12-30/XXXX-01-02"],
)  # fmt: skip
def test_what_is_written_is_accepted(value: str) -> None:
    """Dates, intervals, and both with the year (and the month) unspecified."""
    assert check_edtf(value) == value


@pytest.mark.parametrize(
    "value",
    ["", "soon", "2026-13", "2026-02-30", "2025-11-02/2025-10-27", "2025/2026/2027", "2025-10/XXXX-11", "XXXX",
     "XXXX-13", "XXXX-XX-32", "XXXX-11-XX", "2026-XX-26", "2026/"],
)  # fmt: skip
def test_what_shuttle_does_not_write_is_refused(value: str) -> None:
    """No other part of EDTF, and no days that do not exist or do not follow each other."""
    with pytest.raises(RecordError):
        check_edtf(value)


@pytest.mark.parametrize(
    ("edtf", "start", "end", "expected"),
    [
        ("2025-10-27/2025-11-02", "2025-10-30", None, True),
        ("2025-10-27/2025-11-02", "2025-11-03", None, False),
        ("2025-10-27/2025-11-02", "2025-11", None, True),
        ("2023-09/2024-03", "2023-12-07", None, True),
        ("XXXX-11", "2023-11-16", None, True),
        ("XXXX-11", "2023", None, True),
        ("XXXX-11", "2023-10", None, False),
        ("XXXX-11-16", "2023-11-15", "2023-11-17", True),
        ("XXXX-11-16", "2023-11-17", None, False),
        ("XXXX-XX-26/XXXX-XX-27", "2024-05-27", None, True),
        ("XXXX-XX-26/XXXX-XX-27", "2024-05-28", None, False),
        ("XXXX-12-30/XXXX-01-02", "2026-01-01", None, True),
        ("XXXX-12-30/XXXX-01-02", "2026-01-03", None, False),
    ],
)
def test_what_an_edtf_string_allows(edtf: str, start: str, end: str | None, expected: bool) -> None:
    """Something of given days can be what loose words speak of, or cannot."""
    assert allows(edtf, start, end) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (None, "2026", True),
        ("2026-01", "2026-01-13", True),
        ("2026-01-14", "2026-01-13", False),
        ("2023-09/2024-03", "2023-12-07", True),
        ("2023-09/2024-03", "2024-03/2024-05", True),
        ("2023-09/2024-03", "2024-04/2024-05", False),
        ("XXXX-11", "2025-10-27/2025-11-02", True),
        ("XXXX-XX-26", "XXXX-05-26", True),
        ("XXXX-11", "XXXX-11-16", True),
        ("XXXX-11-17", "XXXX-11-16", False),
    ],
)
def test_whether_two_can_be_one(one: str | None, other: str, expected: bool) -> None:
    """Dates agree as far as both are known, in either order."""
    assert agree(one, other) is agree(other, one) is expected
