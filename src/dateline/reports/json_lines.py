"""A JSON record of a report -> a Report; whole files, and files with one record a line read line by line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from dateline.records import Fault, Report
from dateline.reports import dates
from dateline.reports.decode import MOST_BYTES, decode, fault
from dateline.reports.text import Stated, compose, id_from

# How much of a value a message shows.
SHOWN = 60
SKIP_BYTES = 1 << 16
SURROGATE = re.compile("[\ud800-\udfff]")


def read_lines(stream: BinaryIO, name: str) -> Iterator[Report | Fault]:
    """Read one record a line, holding one line at a time.

    Faults:   those of a record, reports.json, reports.encoding and reports.too_large, each about
              "name:line"; the lines after it are read.
    """
    number, found = 0, False
    while raw := stream.readline(MOST_BYTES + 1):
        number += 1
        about = f"{name}:{number}"
        if len(raw) > MOST_BYTES and not raw.endswith(b"\n"):
            _skip_line(stream)
            found = True
            yield fault("too_large", about, f"{about} is longer than {MOST_BYTES:,} bytes; split or drop it")
        elif raw.strip():
            found = True
            yield from _read_line(raw, name, about)
    if not found:
        yield fault("empty", name, f"{name} holds no report; it is empty")


def read_whole(text: str, name: str, stem: str | None) -> Iterator[Report | Fault]:
    """Read a JSON text: one record, or a list of records.

    Faults:   reports.json with line and column; those of a record, about "name" or "name:number".
    """
    value, problem = _loaded(text, name)
    if problem:
        yield problem
    elif isinstance(value, list):
        if not value:
            yield fault("empty", name, f"{name} is an empty list; it holds no report")
        for number, record in enumerate(value, 1):
            yield from read_record(record, f"{name}:{number}", stem, alone=len(value) == 1)
    else:
        yield from read_record(value, name, stem, alone=True)


def read_record(record: Any, about: str, stem: str | None, *, alone: bool) -> Iterator[Report | Fault]:
    """Make a report of one record; `text` is the only field that it must have.

    Faults:   reports.fields, reports.empty, reports.binary (zero characters) and no report;
              reports.fields, reports.date or reports.encoding beside a report without the bad value.
    """
    if not isinstance(record, dict):
        yield fault("fields", about, f"{about} is {_kind(record)}; a report is an object with a field text")
        return
    text = record.get("text")
    if not isinstance(text, str):
        has = (
            f"text is {_kind(text)}" if "text" in record else f"it has no text, only {_shown(sorted(record))}"
        )
        yield fault("fields", about, f"{about}: {has}; a report needs its words as a string in text")
        return
    if problem := _text_problem(text, about):
        yield problem
        return
    if SURROGATE.search(text):
        text = SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
        yield fault("encoding", about, f"{about}: text holds halves of characters; each became U+FFFD")
    values, faults = _fields(record, about)
    yield from faults
    given = values.pop("id")
    published = values.pop("published")
    stated = Stated(id=given or id_from(stem, text, alone=alone), published=published, **values)
    yield compose(text, stated)


def _read_line(raw: bytes, name: str, about: str) -> Iterator[Report | Fault]:
    """The report of one line, and what is wrong with it."""
    text, faults = decode(raw, about)
    yield from faults
    if text is None:
        return
    value, problem = _loaded(text, about)
    stem = re.sub(r"\.\w+\Z", "", name.replace("\\", "/").rpartition("/")[2])
    yield from [problem] if problem else read_record(value, about, stem, alone=False)


def _skip_line(stream: BinaryIO) -> None:
    """Read on to the end of the line, a little at a time."""
    while (part := stream.readline(SKIP_BYTES)) and not part.endswith(b"\n"):
        pass


def _loaded(text: str, about: str) -> tuple[Any, Fault | None]:
    """The value of a JSON text, or the fault."""
    try:
        return json.loads(text), None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        return None, fault(
            "json", about, f"{about} is broken JSON: {error.msg} at {where}; mend or export it anew"
        )
    except (ValueError, RecursionError) as error:
        reason = "it is nested too deep" if isinstance(error, RecursionError) else str(error)
        return None, fault("json", about, f"{about} cannot be read as JSON: {reason}")


def _text_problem(text: str, about: str) -> Fault | None:
    """What makes a text no report."""
    if not text.strip():
        return fault("empty", about, f"{about}: text is blank; there is nothing to read")
    if "\x00" in text:
        return fault("binary", about, f"{about}: text holds zero characters, so it is no text")
    if len(text) > MOST_BYTES:
        return fault("too_large", about, f"{about}: text is longer than {MOST_BYTES:,} characters")
    return None


def _fields(record: dict[str, Any], about: str) -> tuple[dict[str, Any], list[Fault]]:
    """The record's other fields, None where they are missing or wrong."""
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for name in ("id", "headline", "publisher", "url", "published"):
        value = record.get(name)
        if name == "id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is None or isinstance(value, str):
            values[name] = (
                SURROGATE.sub("\N{REPLACEMENT CHARACTER}", value).strip() or None if value else None
            )
            continue
        values[name] = None
        faults.append(
            fault("fields", about, f"{about}: {name} is {_kind(value)}, not a string; it was left out")
        )
    said = values["published"]
    values["published"] = _published(said)
    if said and values["published"] is None:
        message = f"{about}: published is {_shown(said)}, which is no date; write 2031-03-09 or null"
        faults.append(fault("date", about, message))
    return values, faults


def _published(said: str | None) -> date | None:
    """The day or time that a field gives."""
    return dates.read(said) if said else None


def _kind(value: Any) -> str:
    """What a JSON value is, in words."""
    names = {dict: "an object", list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")


def _shown(value: Any) -> str:
    """A value as a message shows it."""
    words = repr(value)
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
