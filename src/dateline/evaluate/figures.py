"""A file of texts whose numbers people wrote down -> how far dateline's agree, by the form of its rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline import language
from dateline.errors import UsageError
from dateline.evaluate import casualties, quantities
from dateline.evaluate.casualties import CasualtyAgreement
from dateline.evaluate.quantities import QuantityAgreement
from dateline.pipeline import DEFAULT_MODEL

Rows = Sequence[dict[str, Any]]
FigureAgreement = QuantityAgreement | CasualtyAgreement
# What a row holds besides "id" and "text" -> what measures rows of that form.
FORMS: dict[str, Callable[[Rows, language.Engine], FigureAgreement]] = {
    "quantities": quantities.measure,
    "killed": casualties.measure,
}


def measure(path: Path, model: str = DEFAULT_MODEL) -> FigureAgreement:
    """Read the texts of a file, or of all .jsonl files of a folder, and compare with the numbers they bear.

    Raises:  UsageError, when there is no such file, its rows have another form or more than one.
    """
    rows = list(_rows(path))
    forms = {form for _, _, form in rows}
    if len(forms) > 1:
        msg = f"{path} mixes rows of two forms: {' and '.join(sorted(forms))}; measure them apart"
        raise UsageError(msg)
    if not forms:
        msg = f"{path} has no rows"
        raise UsageError(msg)
    return FORMS[forms.pop()]([row for _, row, _ in rows], language.load(model))


def _rows(path: Path) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Each row with its place and its form."""
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not path.exists() or not files:
        msg = f"there is no .jsonl file of texts with their numbers at {path}"
        raise UsageError(msg)
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    place = f"{file}:{number}"
                    row = _row(line, place)
                    yield place, row, _form(row, place)


def _row(line: str, place: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        msg = f"{place} is not JSON: {error}"
        raise UsageError(msg) from error
    if not (isinstance(row, dict) and {"id", "text"} <= row.keys()):
        msg = f'{place} is not of the form {{"id": ..., "text": ..., ...}}'
        raise UsageError(msg)
    return row


def _form(row: dict[str, Any], place: str) -> str:
    """Which of the forms a row has."""
    found = [form for form in FORMS if form in row]
    if len(found) != 1 or (found == ["quantities"] and not isinstance(row["quantities"], list)):
        msg = f"{place} holds none of: {', '.join(FORMS)} (quantities are a list)"
        raise UsageError(msg)
    return found[0]
