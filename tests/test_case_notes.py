"""The form of golden cases: what a note asks of a claim, and what it lets pass."""

from pathlib import Path

import case_notes
import ledger_builders as build
import pytest

from dateline.records import Claim

REPORT = build.report()
SHELLING, DENIAL, DISPLACEMENT = build.claims(REPORT)

HEAD = "published: 2031-05-04\n\nSome text.\n"


def case(tmp_path: Path, notes: str) -> case_notes.Case:
    path = tmp_path / "one.txt"
    path.write_text(f"{HEAD}{case_notes.MARK}{notes}\n")
    return case_notes.read(path)


@pytest.mark.parametrize(
    ("note", "off"),
    [
        ("shelling", []),
        ("shelling happened | who: Hill Brigade | whom: civilians; traders | where: Vardo", []),
        ("shelling | when: 2031-05-03 | killed at least 28 of people | says: nurse (medical)", []),
        ("* | injured about 24 to 99", []),
        ("* happened | killed at least 28", []),
        ("bombing", ["bombing"]),
        ("shelling denied", ["denied"]),
        ("shelling | who: nobody", ["who: nobody"]),
        ("shelling | whom: civilians", ["whom: civilians"]),
        ("shelling | where: unknown", ["where: unknown"]),
        ("shelling | when: 2031-05-04", ["when: 2031-05-04"]),
        ("shelling | killed 28", ["killed 28"]),
        ("shelling | killed up to 28", ["killed up to 28"]),
        ("shelling | killed at least 28 of soldiers", ["killed at least 28 of soldiers"]),
        ("shelling | injured 24 to 99 (part)", ["injured 24 to 99 (part)"]),
        ("shelling | no figures", ["no figures"]),
        ("shelling | says: report", ["says: report"]),
        ("shelling | says: nurse (witness)", ["says: nurse (witness)"]),
    ],
)
def test_a_note_finds_what_is_off(tmp_path: Path, note: str, off: list[str]) -> None:
    (read,) = case(tmp_path, note).notes
    assert read.faults(SHELLING) == off


@pytest.mark.parametrize(
    ("notes", "says"),
    [
        ("shelling\ndenial denied\ndisplacement ongoing\nno other claims", ""),
        ("shelling\nno other claims", "one too many: denial denied"),
        ("shelling\nshelling", "already taken by another note"),
        ("bombing | where: Vardo", "missing: bombing"),
        ("not: killed 28", ""),
        ("not: killed at least 28", "must not: killed at least 28"),
        ("not: denial denied", "must not: denial denied"),
        ("no claims", "one too many: shelling happened"),
    ],
)
def test_differences_are_told_in_words(tmp_path: Path, notes: str, says: str) -> None:
    got = case_notes.differences(case(tmp_path, notes), (SHELLING, DENIAL, DISPLACEMENT))
    assert says in got
    assert bool(got) is bool(says)


def test_notes_find_their_claims_in_any_order(tmp_path: Path) -> None:
    notes = "* | who: Hill Brigade\nshelling\n"  # the first fits two claims, the second only one of them
    assert case_notes.differences(case(tmp_path, notes), (SHELLING, DENIAL)) == ""


@pytest.mark.parametrize("note", ["shelling | many killed", "shelling | colour: red"])
def test_a_note_that_says_nothing_is_refused(tmp_path: Path, note: str) -> None:
    with pytest.raises(ValueError, match="not a part of a note"):
        case(tmp_path, note)


@pytest.mark.parametrize("claim", [SHELLING, DENIAL, DISPLACEMENT], ids=lambda c: c.kind)
def test_a_claim_said_as_a_note_is_borne_out_by_itself(tmp_path: Path, claim: Claim) -> None:
    (read,) = case(tmp_path, case_notes.say(claim).replace(" (new)", "")).notes
    assert read.faults(claim) == []
