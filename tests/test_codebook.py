"""The codebook keeps its own rules, and its page is current."""

import sys
from pathlib import Path
from typing import Any

import pytest

from dateline import lexicons

ROOT = Path(__file__).parents[1]
BOOK = lexicons.load("codebook")

# Codes of the three neighbours (lexicons/SOURCES.md).
ACLED = {
    "Battles": {
        "Government regains territory",
        "Non-state actor overtakes territory",
        "Armed clash",
    },
    "Protests": {"Excessive force against protesters", "Protest with intervention", "Peaceful protest"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    },
}
PLOVER = {
    "AGREE": set(),
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "AID": set(),
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "violence", "territory"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold"},
    "ASSAULT": {
        "abduct",
        "beat",
        "torture",
        "sexual",
        "targeted",
        "destroy",
        "primitive",
        "firearms",
        "explosives",
        "suicide-attack",
        "aerial",
        "drone",
        "heavy-weapons",
        "crowd-control",
        "unconventional",
    },
}


@pytest.mark.parametrize(
    ("table", "count"), [("kind", 43), ("measure", 15), ("source_type", 11), ("status", 6)]
)
def test_every_entry_is_told(table: str, count: int) -> None:
    entries = BOOK[table]
    assert len(entries) == count
    for name, entry in entries.items():
        assert entry["definition"].endswith("."), name
        assert entry["examples"], name
        assert entry["label"], name


@pytest.mark.parametrize("kind", BOOK["kind"].values(), ids=BOOK["kind"])
def test_a_kind_points_only_at_what_exists(kind: dict[str, Any]) -> None:
    assert all(miss["kind"] in {"", *BOOK["kind"]} for miss in kind["near_misses"])
    assert all(family in BOOK["family"] for family in kind["family"])
    assert all(sub in ACLED[event] for event, sub in kind["acled"])
    root, mode = kind["plover"]
    assert (root, mode) == ("", "") or mode in PLOVER[root] | {""}
    assert set(kind["ged"]) <= {1, 2, 3}


def test_every_family_has_members() -> None:
    used = {family for kind in BOOK["kind"].values() for family in kind["family"]}
    assert used == set(BOOK["family"])


def test_the_statuses_are_those_of_the_records() -> None:
    from dateline.records import Status

    assert set(BOOK["status"]) == {status.value for status in Status}


def test_the_pages_are_current(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    import build_docs

    assert build_docs.main(["--check"]) == 0, "run make docs"
    sys.modules.pop("build_docs")
