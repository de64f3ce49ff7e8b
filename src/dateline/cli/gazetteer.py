"""`dateline gazetteer`: what a place name may mean, and an index of the full GeoNames dump."""

from __future__ import annotations

import json
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli import options
from dateline.cli.printing import FAULTS, put
from dateline.errors import UsageError

if TYPE_CHECKING:
    from rich.table import Table

    from dateline.lexicons.gazetteer import Gazetteer, Place
    from dateline.lexicons.gazetteer_search import Candidate
    from dateline.mentions.places.alone import Alone

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="A place's name, as a report prints it.")]
CountryOption = Annotated[
    str | None,
    typer.Option(
        "--country",
        metavar="COUNTRY",
        help="Only places of this country, by name or alpha-3 code, as in a report that speaks of it.",
    ),
]
Limit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Show the first N candidates.")]


DumpArgument = Annotated[
    Path,
    typer.Argument(
        metavar="DUMP", help="GeoNames' allCountries.zip, or the .zip of one country; .txt will do."
    ),
]
NamesArgument = Annotated[
    Path | None,
    typer.Argument(metavar="NAMES", help="GeoNames' alternateNamesV2.zip, for more names; .txt will do."),
]
OutOption = Annotated[Path, typer.Option("--out", metavar="FILE", help="Where to put the gazetteer.")]
OUT = Path("geonames.gazetteer")
STOPPED = 130  # as shells count an end by Ctrl-C


def build(dump: DumpArgument, names: NamesArgument = None, *, out: OutOption = OUT) -> None:
    """Build a gazetteer from the full GeoNames dump; go on where a run was cut."""
    from dateline.cli.progress import stepping
    from dateline.lexicons import gazetteer_dump

    try:
        with stepping(gazetteer_dump.STEPS) as progress:
            built = gazetteer_dump.build(dump, names, out, progress=progress)
    except KeyboardInterrupt as stop:
        typer.echo(f"stopped; what was read is in {out}.work: the same command goes on from there", err=True)
        raise typer.Exit(STOPPED) from stop
    typer.echo(
        f"{out}: {built.places:,} places under {built.names:,} names, from {built.lines:,} lines;"
        f" use it with --gazetteer {out}"
    )
    if built.wrong:
        typer.echo(f"{built.wrong:,} malformed lines were left out, such as:", err=True)
        for told in built.shown:
            typer.echo(f"  {told}", err=True)
        raise typer.Exit(FAULTS)


def search(
    name: NameArgument,
    *,
    country: CountryOption = None,
    gazetteer: options.Gazetteer = None,
    limit: Limit = 20,
    as_json: options.Json = False,
) -> None:
    """Show what places a name may mean, why, and which would be taken."""
    from dateline.lexicons import gazetteer_search
    from dateline.lexicons.gazetteer import open_gazetteer
    from dateline.mentions.places.alone import alone

    places = open_gazetteer(gazetteer)
    code = _country(country, places) if country else None
    meant = alone(name, places, code)
    found = gazetteer_search.search(places, name, [code] if code else [])
    rank = {place.id: n for n, place in enumerate(meant.order)}
    first = meant.place.id if meant.place else None
    ordered = sorted(found, key=lambda c: (c.place.id != first, rank.get(c.place.id, len(rank))))
    if as_json:
        typer.echo(json.dumps(_object(name, code, ordered[:limit], meant, len(found)), ensure_ascii=False))
        return
    if ordered:
        put(_table(ordered[:limit], meant))
    if len(found) > limit:
        put(f"{len(found) - limit:,} more; --limit {len(found)} shows them all")
    put(_verdict(name, code, meant))


def _country(word: str, places: Gazetteer) -> str:
    """The alpha-3 code of a country, by its code or its name. Raises: UsageError, when there is none."""
    if places.place(f"iso:{word.upper()}"):
        return word.upper()
    for place in places.lookup(word):
        if place.kind == "country" and place.country:
            return place.country
    names = {place.name: place.country for place in places.countries()}
    near = get_close_matches(word.title(), names, 1)
    hint = (
        f"did you mean {near[0]} ({names[near[0]]})?" if near else "give its name or its alpha-3 code, as SYR"
    )
    msg = f"--country {word}: there is no such country; {hint}"
    raise UsageError(msg)


def _table(found: list[Candidate], meant: Alone) -> Table:
    from dateline.cli import tables

    rows = []
    for candidate in found:
        place = candidate.place
        chain = ", ".join(p.name for p in candidate.above) or "-"
        people = f"{place.population:,}" if place.population else ""
        point = f"{place.lat:.3f} {place.lon:.3f}"
        mark = "*" if meant.place and place.id == meant.place.id else ""
        reach = f"{place.radius_km:g}" if place.radius_km else ""
        rows.append((mark, place.name, place.kind, chain, people, point, reach, candidate.why, place.id))
    return tables.places(rows)


def _verdict(name: str, country: str | None, meant: Alone) -> str:
    told = f"In a report that speaks only of {country}" if country else "In a report that tells nothing else"
    if meant.place is None:
        return f"{told}, {name} would stay without a place: {meant.why}."
    place = meant.place
    here = f"{place.name} ({place.id}, {place.country})" if place.country else f"{place.name} ({place.id})"
    return f"{told}, {name} would be {here}: {meant.why}."


def _object(
    name: str, country: str | None, found: list[Candidate], meant: Alone, count: int
) -> dict[str, Any]:
    return {
        "name": name,
        "country": country,
        "count": count,
        "candidates": [
            {**_fields(c.place), "way": c.way, "why": c.why, "above": [_fields(p) for p in c.above]}
            for c in found
        ],
        "taken": meant.place.id if meant.place else None,
        "because": meant.why,
    }


def _fields(place: Place) -> dict[str, Any]:
    """A place's fields; an unknown count of people or reach is null."""
    return {
        **place._asdict(),
        "population": place.population or None,
        "radius_km": place.radius_km or None,
    }
