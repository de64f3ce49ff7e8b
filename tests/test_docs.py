"""Promises of the documentation: examples run, nothing is missing, nothing is named that is not there."""

import doctest
import importlib
import pkgutil
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

import dateline
from dateline.cli.app import app

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])


def _commands(group: Any, before: str = "") -> dict[str, Any]:
    """Every command under its name in full: "read", "gazetteer search"."""
    found: dict[str, Any] = {}
    for name, command in group.commands.items():
        inner = hasattr(command, "commands")
        found |= _commands(command, f"{before}{name} ") if inner else {before + name: command}
    return found


COMMANDS = _commands(get_command(app))
MODULES = sorted(m.name for m in pkgutil.walk_packages(dateline.__path__, "dateline."))
REFERENCE = (ROOT / "docs" / "reference.md").read_text("utf-8")


@pytest.mark.parametrize("name", [name for name in MODULES if not name.endswith(("__main__", ".env"))])
def test_examples_in_modules(name: str) -> None:
    if ".migrations" in name:
        pytest.skip("migrations are run by Alembic, and hold no examples")
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_examples_in_pages(page: Path) -> None:
    assert doctest.testfile(str(page), module_relative=False, encoding="utf-8").failed == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    section = REFERENCE.partition(f"### dateline {name}\n")[2].partition("\n### ")[0]
    assert section
    for parameter in COMMANDS[name].params:
        if parameter.name != "help":
            assert parameter.help, f"{name} {parameter.name} has no help"
            assert parameter.help in section


def test_every_column_is_in_the_reference() -> None:
    from dateline.ledger import describe

    for table, columns in describe().items():
        section = REFERENCE.partition(f"### {table}\n")[2].partition("\n### ")[0]
        missing = [name for name, meaning in columns.items() if f"| `{name}` | {meaning}" not in section]
        assert missing == [], table


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_name_only_what_is_there(page: Path) -> None:
    text = page.read_text("utf-8")
    for link in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (page.parent / link).exists(), link
    for line in re.findall(r"^ {4}(?:\$ )?(dateline .*)$", text, re.MULTILINE):
        _is_a_command(line)


def _is_a_command(line: str) -> None:
    words = shlex.split(line.partition(" > ")[0], comments=True)
    if words[1].startswith("-"):
        return
    name = words[1] if words[1] in COMMANDS else " ".join(words[1:3])
    assert name in COMMANDS, line
    known = {name for parameter in COMMANDS[name].params for name in parameter.opts} | {"--help"}
    assert {word for word in words if word.startswith("--")} <= known, line


def test_what_is_exported_is_there() -> None:
    assert all(hasattr(dateline, name) for name in dateline.__all__)


def test_every_make_target_is_told() -> None:
    makefile, readme = (ROOT / "Makefile").read_text("utf-8"), (ROOT / "README.md").read_text("utf-8")
    assert all(
        f"\n{word}: " in makefile and f"make {word}" in readme for word in ("demo", "test", "lint", "bench")
    )
