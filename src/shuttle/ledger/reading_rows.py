"""A reading as the ledger's rows, and back.

In:   a Reading; or the rows of findings of one reading.
Out:  rows per table; or the findings. What goes in comes out equal, since both ways go through the
      published reading format (`shuttle.records.reading_format`).

Each field that a text gives becomes one claim row, its value as JSON. Python's names are used for
fields (`to_country`, not `to`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from shuttle.errors import EvidenceError, RecordError
from shuttle.records.documents import Document
from shuttle.records.findings import Finding, Meeting, Person, Statement, Visit
from shuttle.records.reading_format import finding_from_json, from_json, to_json
from shuttle.records.readings import Reading

__all__ = ["KINDS", "Rows", "check", "digest_of", "findings_from", "findings_of", "person_slots", "rows_of", "text_key"]

Rows = dict[str, list[dict[str, Any]]]

# Kind of a finding -> its key in the reading format.
KINDS = {
    "meeting": "meetings",
    "visit": "visits",
    "commitment": "commitments",
    "statement": "statements",
    "next_step": "next_steps",
    "outcome": "outcomes",
}
# The reading format's names for what Python cannot spell, and back.
_PYTHON = {"from": "from_country", "to": "to_country", "class": "visit_class"}
_FORMAT = {python: key for key, python in _PYTHON.items()}
# Kept in columns of their own.
_NO_CLAIM = {"id", "main", "rule", "evidence"}


def check(reading: Reading) -> None:
    """Refuse a reading whose words do not stand in its document, or whose ids do not hold together.

    Raises:
        EvidenceError: names the document, the place and what stands there instead.
        RecordError: two findings with one id, or a commitment or outcome at a meeting that is not in the reading.
    """
    document = reading.document
    for evidence in reading.all_evidence():
        if not evidence.stands_in(document.text):
            raise EvidenceError(
                f"document {document.id}: [{evidence.start}, {evidence.end}) does not read {evidence.quote[:60]!r}. "
                f"Nothing of it was stored; this is a fault of reader {reading.reader}."
            )
    ids = [finding.id for finding in reading.findings()]
    twice = {name for name in ids if ids.count(name) > 1} if len(set(ids)) < len(ids) else set()
    if twice:
        raise RecordError(f"document {document.id}: {sorted(twice)} name two findings. Reader: {reading.reader}.")
    meetings = {meeting.id for meeting in reading.meetings}
    for commitment in reading.commitments:
        if commitment.meeting is not None and commitment.meeting not in meetings:
            raise RecordError(
                f"document {document.id}: commitment {commitment.id} was made at meeting {commitment.meeting}, "
                f"which the reading does not hold. Reader: {reading.reader}."
            )
    for outcome in reading.outcomes:
        for named in (outcome.meeting, outcome.follows_meeting):
            if named is not None and named not in meetings:
                raise RecordError(
                    f"document {document.id}: outcome {outcome.id} speaks of meeting {named}, "
                    f"which the reading does not hold. Reader: {reading.reader}."
                )


def text_key(text: str) -> str:
    """Return a key that is equal for texts that read the same but for case, blanks and punctuation.

    >>> text_key("They met, in Oslo.") == text_key("THEY MET IN  OSLO")
    True
    """
    folded = "".join(character for character in text.casefold() if character.isalnum())
    return hashlib.sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def digest_of(reading: Reading) -> str:
    """Return a key that is equal for equal readings of one document, wherever it was found."""
    plain = to_json(reading)
    for key in ("id", "source", "url", "text"):
        plain["document"].pop(key)
    if not plain["outcomes"]:
        plain.pop("outcomes")  # equal to what was read before there were any
    if not plain["points"]:
        plain.pop("points")  # the same
    for finding in (*plain["meetings"], *plain["visits"]):
        if finding["when"] is None:
            finding.pop("when")  # the same
    for visit in plain["visits"]:
        if visit["level"] is None:
            visit.pop("level")  # the same
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()[:32]


def rows_of(reading: Reading, seq: int) -> Rows:
    """Return the rows of the tables findings, claims, evidence, sightings, areas, issues and points.

    Args:
        reading: one that `check` has let pass.
        seq: the number under which the reading is kept.
    """
    plain = to_json(reading)
    rows: Rows = {name: [] for name in ("findings", "claims", "evidence", "sightings", "areas", "issues", "points")}
    for kind, key in KINDS.items():
        for position, finding in enumerate(plain[key]):
            _add_finding(rows, seq, kind, position, finding)
    for table in ("areas", "issues", "points"):
        for position, item in enumerate(plain[table]):
            _add_evidence(rows, seq, f"{table[:-1]}/{position}", item.pop("evidence"))
            kept = {key: json.dumps(value) if isinstance(value, list) else value for key, value in item.items()}
            rows[table].append({"reading": seq, "position": position, **kept})
    for record in reading.findings():
        rows["sightings"].extend(_sightings(record, seq, reading.document))
    return rows


def _add_finding(rows: Rows, seq: int, kind: str, position: int, finding: dict[str, Any]) -> None:
    name = finding["id"]
    rows["findings"].append(
        {
            "reading": seq,
            "id": name,
            "kind": kind,
            "position": position,
            "main": bool(finding.get("main", False)),
            "rule": finding["rule"],
        }
    )
    _add_evidence(rows, seq, name, finding["evidence"])
    for number, session in enumerate(finding.get("sessions", ())):
        _add_evidence(rows, seq, f"{name}/session/{number}", session.pop("evidence"))
    for key, value in finding.items():
        if key not in _NO_CLAIM and value is not None and value != []:
            rows["claims"].append(
                {
                    "reading": seq,
                    "finding": name,
                    "field": _PYTHON.get(key, key),
                    "value": json.dumps(value, ensure_ascii=False),
                }
            )


def _add_evidence(rows: Rows, seq: int, owner: str, passages: Sequence[Mapping[str, Any]]) -> None:
    for position, passage in enumerate(passages):
        rows["evidence"].append(
            {
                "reading": seq,
                "owner": owner,
                "position": position,
                "field": passage["field"],
                "start_offset": passage["start"],
                "end_offset": passage["end"],
                "quote": passage["quote"],
            }
        )


def person_slots(finding: Finding) -> Iterator[tuple[Person, str]]:
    """Yield everybody that a finding names, with the field that names them."""
    if isinstance(finding, Meeting):
        for person in finding.people:
            yield person, "people"
    elif isinstance(finding, Visit):
        yield finding.person, "person"
    elif isinstance(finding, Statement):
        yield finding.speaker, "speaker"


def _sightings(finding: Finding, seq: int, document: Document) -> Iterator[dict[str, Any]]:
    seen_on = document.published
    if isinstance(finding, (Meeting, Visit)):
        seen_on = finding.start or seen_on
    elif isinstance(finding, Statement):
        seen_on = finding.said_on or seen_on
    for position, (person, field) in enumerate(person_slots(finding)):
        naming = [item for item in finding.evidence if item.field == field]
        # The passage that holds the name, where one does.
        here = next((item for item in naming if person.name and person.name in item.quote), None)
        here = here or next(iter(naming or finding.evidence), None)
        yield {
            "reading": seq,
            "finding": finding.id,
            "position": position,
            "name": person.name,
            "office": person.office,
            "country": person.country,
            "seen_on": seen_on,
            "start_offset": here.start if here else None,
            "end_offset": here.end if here else None,
        }


def findings_from(
    document: Document,
    reader: str,
    findings: Iterable[Mapping[str, Any]],
    claims: Iterable[Mapping[str, Any]],
    evidence: Iterable[Mapping[str, Any]],
    areas: Iterable[Mapping[str, Any]] = (),
    issues: Iterable[Mapping[str, Any]] = (),
    points: Iterable[Mapping[str, Any]] = (),
) -> Reading:
    """Return the reading, or the part of it, that rows of one reading make up.

    Args:
        document: the document as the reading has it.
        reader: name of the reader.
        findings: rows of the findings wanted, in any order, as are the rest.
        claims: their claim rows.
        evidence: evidence rows of theirs, of ``areas``, ``issues`` and ``points``.
        areas: rows of areas.
        issues: rows of issues.
        points: rows of points.
    """
    passages, values = _by_owner(evidence), _by_finding(claims)
    plain: dict[str, Any] = {"document": to_json(Reading(document, reader))["document"], "reader": reader}
    for row in sorted(findings, key=lambda row: row["position"]):
        finding = _finding(row, values.get(row["id"], {}), passages)
        plain.setdefault(KINDS[row["kind"]], []).append(finding)
    for table, rows in (("areas", areas), ("issues", issues), ("points", points)):
        plain[table] = [
            {**_unpacked(row), "evidence": _passages(passages.get(f"{table[:-1]}/{row['position']}", ()))}
            for row in sorted(rows, key=lambda row: row["position"])
        ]
    return from_json(plain)


def _unpacked(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row of a point with its lists, any other as it is."""
    lists = {key: json.loads(row[key]) for key in ("by", "areas", "names") if key in row}
    return {**row, **lists, "denied": bool(row["denied"])} if lists else dict(row)


def findings_of(
    findings: Iterable[Mapping[str, Any]], claims: Iterable[Mapping[str, Any]], evidence: Iterable[Mapping[str, Any]]
) -> list[Finding]:
    """Return the findings that rows of one reading make up, as `findings_from` does with their document."""
    passages, values = _by_owner(evidence), _by_finding(claims)
    return [
        finding_from_json(KINDS[row["kind"]], _finding(row, values.get(row["id"], {}), passages)) for row in findings
    ]


def _by_owner(evidence: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    passages: dict[str, list[Mapping[str, Any]]] = {}
    for row in sorted(evidence, key=lambda row: row["position"]):
        passages.setdefault(row["owner"], []).append(row)
    return passages


def _by_finding(claims: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    values: dict[str, dict[str, Any]] = {}
    for row in claims:
        field = row["field"]
        values.setdefault(row["finding"], {})[_FORMAT.get(field, field)] = json.loads(row["value"])
    return values


# Every key of every kind with the value that stands for "the text does not say".
_EMPTY: dict[str, dict[str, Any]] = {
    "meeting": {
        **dict.fromkeys(("level", "mode", "start", "end", "date_text", "start_time", "duration_minutes")),
        **dict.fromkeys(("place", "host", "forum", "ordinal", "when")),
        **{"countries": [], "people": [], "formats": [], "sessions": []},
    },
    "visit": dict.fromkeys(("from", "start", "end", "class", "forum", "when", "level")),
    "commitment": dict.fromkeys(("deadline", "meeting", "asserted_by")) | {"by": [], "areas": []},
    "statement": {"said_on": None},
    "next_step": {"when": None, "by": []},
    "outcome": dict.fromkeys(("follows", "follows_meeting", "follows_text", "when", "meeting")) | {"by": []},
}


def _finding(
    row: Mapping[str, Any], values: Mapping[str, Any], passages: Mapping[str, list[Mapping[str, Any]]]
) -> dict[str, Any]:
    name = row["id"]
    finding = {
        **_EMPTY[row["kind"]],
        **values,
        "id": name,
        "rule": row["rule"],
        "evidence": _passages(passages.get(name, ())),
    }
    if row["kind"] == "meeting":
        finding["main"] = bool(row["main"])
        finding["sessions"] = [
            {**session, "evidence": _passages(passages.get(f"{name}/session/{number}", ()))}
            for number, session in enumerate(finding["sessions"])
        ]
    return finding


def _passages(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    return [
        {"start": row["start_offset"], "end": row["end_offset"], "quote": row["quote"], "field": row["field"]}
        for row in rows
    ]
