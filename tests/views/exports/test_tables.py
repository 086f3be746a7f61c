"""`shuttle.views.exports`: tables, their dictionary, event rows and lines say the same as the accounts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.analysis.factory import SEOUL, meeting, visit

from shuttle.ledger.ledger import Ledger
from shuttle.lexicons.countries import country_name
from shuttle.records.accounts import Account, MeetingAccount
from shuttle.records.findings import EventCode
from shuttle.views.exports.dictionary import data_package, dictionary_markdown
from shuttle.views.exports.event_rows import EVENT_TABLE, event_rows
from shuttle.views.exports.lines import account_line, judgement_from, judgement_line
from shuttle.views.exports.table_records import records_of
from shuttle.views.exports.tables import TABLES, row_of


@pytest.fixture(scope="module")
def accounts(examples_ledger: Path) -> tuple[Account, ...]:
    """Every account of the examples."""
    with Ledger.open(examples_ledger) as ledger:
        return tuple(ledger.each_account())


def test_every_account_of_the_ledger_is_given_once(examples_ledger: Path, accounts: tuple[Account, ...]) -> None:
    """Streaming gives what the ledger counts, each once, meetings first, as it is asked for one by one."""
    with Ledger.open(examples_ledger) as ledger:
        counts = ledger.counts()
        assert len(accounts) == sum((counts.meetings, counts.visits, counts.commitments, counts.statements,
                                     counts.next_steps, counts.outcomes))  # fmt: skip
        assert len({account.id for account in accounts}) == len(accounts)
        assert {a.id: a for a in accounts if isinstance(a, MeetingAccount)} == {m.id: m for m in ledger.meetings()}


def test_keys_tell_rows_apart_and_references_lead_somewhere(
    accounts: tuple[Account, ...], examples_ledger: Path
) -> None:
    """No two rows of a table have one key, and what a column refers to is a row of that table."""
    rows: dict[str, list[dict[str, object]]] = {table.name: [] for table in TABLES}
    for account in accounts:
        for table, record in records_of(account):
            rows[table.name].append(row_of(table, record))
    documents = next(table for table in TABLES if table.name == "documents")
    with Ledger.open(examples_ledger) as ledger:
        rows["documents"] = [row_of(documents, source) for source in ledger.documents()]
    for table in TABLES:
        keys = [tuple(str(row[name]) for name in table.key) for row in rows[table.name]]
        assert len(set(keys)) == len(keys), table.name
        for column in table.columns:
            if column.refers_to:
                other, _, name = column.refers_to.partition(".")
                known = {row[name] for row in rows[other]}
                for row in rows[table.name]:
                    value = row[column.name]
                    assert set(value if isinstance(value, list) else [value] if value else []) <= known


def test_claims_and_words_are_complete(accounts: tuple[Account, ...]) -> None:
    """Each claim of each account has its row, and each passage of it too."""
    claims = evidence = 0
    for account in accounts:
        for table, _ in records_of(account):
            claims += table.name == "claims"
            evidence += table.name == "evidence"
    assert claims == sum(1 for account in accounts for _ in account.claims())
    assert evidence == sum(len(claim.evidence) for account in accounts for claim in account.claims())


def test_the_dictionary_names_every_column() -> None:
    """Machine-readable and in words, each column of each table with its meaning."""
    package = data_package(TABLES, {t.name: f"{t.name}.csv" for t in TABLES}, name="x", media="text/csv")
    words = dictionary_markdown(TABLES)
    for table, resource in zip(TABLES, package["resources"], strict=True):
        assert [field["name"] for field in resource["schema"]["fields"]] == [column.name for column in table.columns]
        assert set(resource["schema"]["primaryKey"]) <= {column.name for column in table.columns}
        assert f"## {table.name}\n" in words
        for column in table.columns:
            assert column.meaning.endswith((".", "..."))
            assert f"| `{column.name}` |" in words


def _no_date(meeting: str) -> str | None:
    """No date of any meeting is known."""
    del meeting
    return None


def test_an_event_is_a_row_for_each_actor_and_recipient() -> None:
    """The visitor acts and the host receives; where all act, each two of them in either direction."""
    hosted = meeting(start="2025-08-23", place=SEOUL, code=EventCode("042", "CONSULT", "visit", ("JPN",), ("KOR",)))
    met = meeting(start="2025-11", code=EventCode("040", "CONSULT", None, ("JPN", "KOR"), ()))
    rows = [
        row_of(EVENT_TABLE, row) for account in (hosted, met) for row in event_rows(account, country_name, _no_date)
    ]
    assert [(row["source"], row["target"], row["cameo"], row["event_date"]) for row in rows] == [
        ("JPN", "KOR", "042", "2025-08-23"),
        ("JPN", "KOR", "040", "2025-11"),
        ("KOR", "JPN", "040", "2025-11"),
    ]
    assert (rows[1]["first_day"], rows[1]["last_day"], rows[1]["date_basis"]) == ("2025-11-01", "2025-11-30", "stated")
    assert {row["quad_class"] for row in rows} == {1}


def test_what_has_no_code_is_no_event() -> None:
    """An account without a code gives no row."""
    assert list(event_rows(visit("2026-01-13"), country_name, _no_date)) == []


def test_lines_hold_every_claim_with_its_words(accounts: tuple[Account, ...]) -> None:
    """A line of JSON has each claim of the account, whether it agrees, and the passages."""
    for account in accounts:
        line = json.loads(json.dumps(account_line(account)))
        assert [claim["id"] for claim in line["claims"]] == [claim.id for claim in account.claims()]
        agreeing = [claim.id for value in account.fields for claim in value.claims]
        assert [claim["id"] for claim in line["claims"] if claim["agrees"]] == agreeing
        assert all(claim["evidence"] for claim in line["claims"])


def test_a_judgement_comes_back_from_its_line(tmp_path: Path) -> None:
    """Kind, records, details, name and reason are as they were; number and time are another ledger's."""
    with Ledger.open(tmp_path / "a.db") as ledger:
        from tests.ledger.factory import korean_readout

        reading = korean_readout()
        ledger.add(reading)
        judging = ledger.judging("Ana")
        judging.assess(reading.commitments[0].id, score=1, completion="complete", window="2026-01-13..2026-12-31")
        judging.edit(reading.meetings[0].id, "place", "Nara, Japan", "so it is called")
        for judgement in ledger.judgements():
            back = judgement_from(json.loads(json.dumps(judgement_line(judgement))))
            assert (back.kind, back.sides, back.details, back.by, back.because) == (
                judgement.kind, judgement.sides, judgement.details, judgement.by, judgement.because,
            )  # fmt: skip
