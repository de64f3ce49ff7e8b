"""`dateline about`: what this dateline is made of, whose data it ships, and whom to credit."""

from __future__ import annotations

import json
import platform
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

import typer

from dateline.cli import options
from dateline.cli.printing import put

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.lexicons.sources import Source

MANY = 4  # files of one source that the table names one by one


def about(*, gazetteer: options.Gazetteer = None, as_json: options.Json = False) -> None:
    """Tell version, model and data sources, with licences and the credits to give."""
    from dateline import __version__
    from dateline.cli import tables
    from dateline.lexicons.gazetteer_store import told_by
    from dateline.lexicons.sources import sources

    made_of = {
        "dateline": __version__,
        "python": platform.python_version(),
        "spacy": _installed("spacy"),
        "model": f"{options.MODEL} {_installed(options.MODEL)}",
    }
    found = sources()
    pages = shipped_with_pages()
    built = {"file": str(gazetteer), **told_by(gazetteer)} if gazetteer else None
    if as_json:
        told = {
            **made_of,
            "gazetteer": built,
            "sources": [_object(source) for source in found],
            "workbench": pages,
        }
        typer.echo(json.dumps(told, ensure_ascii=False))
        return
    put(", ".join(f"{name} {told}" for name, told in made_of.items()), "")
    if built:
        put(*_of_gazetteer(built), "")
    put(tables.sources([_row(source) for source in found]), "")
    put("Whoever publishes what dateline made of these data gives these credits:")
    put(*(f"  {source.credit}" for source in found if source.credit))
    put("", "The workbench's pages are made with:")
    put(*(f"  {one['name']} {one['version']}, {one['licence']} ({one['through']})" for one in pages))


def shipped_with_pages() -> list[dict[str, Any]]:
    """What others have written of the files that the workbench ships, with their hashes."""
    import tomllib
    from importlib.resources import files

    told = (files("dateline") / "workbench" / "assets.toml").read_text("utf-8")
    found: list[dict[str, Any]] = tomllib.loads(told)["asset"]
    return found


def _of_gazetteer(built: dict[str, str]) -> Iterator[str]:
    """What there is to say of a gazetteer that the user has built."""
    yield f"gazetteer {built['file']}, mark {built['mark']}"
    if "places" in built:
        yield f"  {int(built['places']):,} places under {int(built['names']):,} names, from {built['from']}"
        yield f"  {int(built['wrong']):,} malformed lines left out"
    if built["reviewed"] != "current":
        yield "  its reviewed places are those of another dateline: build it again to bring in the ones of this"


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _row(source: Source) -> tuple[str, ...]:
    shipped = "\n".join(f"{f.name}: {f.entries:,} entries, {_size(f.size)}" for f in source.files)
    if len(source.files) > MANY:
        entries, size = sum(f.entries for f in source.files), sum(f.size for f in source.files)
        shipped = f"{len(source.files)} files: {entries:,} entries, {_size(size)} (named by --json)"
    return source.name, source.licence, source.read, source.through, shipped


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1e3))} kB"


def _object(source: Source) -> dict[str, Any]:
    return {**source._asdict(), "files": [f._asdict() for f in source.files]}
