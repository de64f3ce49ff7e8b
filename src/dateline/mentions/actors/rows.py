"""The lexicons of actors -> one row an actor, with all its names, columns and links.

Rows that a person reviewed come first. A row of a set that one of them names by its number (`ucdp`) is no
actor of its own: it lends its names and countries, unless two rows name it. Nothing is matched against text here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from dateline.lexicons import load
from dateline.mentions.actors.folding import fold
from dateline.records import Actor

REVIEWED = ("actors", "actors_groups", "actors_bodies")
NO_OUTLETS = ("weak", "suffixes", "words", "issuer", "site_type")  # keys of outlets.toml that list no names


@dataclass(frozen=True, slots=True)
class Row:
    """One actor of the table.

    `countries`: ISO 3166-1 alpha-3, its own first; `home`: those in which the `local` names of the row itself
    count, as the report must speak of one. `aliases` count everywhere. `shy`: its own name is local, too.
    `years`: the first and last year under this name, None where not known, the last also where not over.
    `follows`, `part_of`: ids of what it came out of and of the larger body it belongs to. `acled`: 1 to 8.
    `source`: where the names were read. `lent`: a set's names, those that count everywhere and those that are
    local, and where the latter count.
    """

    actor: Actor
    countries: tuple[str, ...] = ()
    home: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    shy: bool = False
    acled: int | None = None
    plover: str = "UNK"
    years: tuple[int | None, int | None] = (None, None)
    follows: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    ucdp: tuple[int, ...] = ()
    source: str = "own"
    lent: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]] = field(default=((), (), ()), repr=False)

    @property
    def id(self) -> str:
        """The actor's id."""
        return str(self.actor.actor_id)

    def names(self) -> tuple[str, ...]:
        """Its own name and every other one, a set's too, each once."""
        return tuple(
            dict.fromkeys((self.actor.name, *self.aliases, *self.local, *self.lent[0], *self.lent[1]))
        )

    def near(self) -> frozenset[str]:
        """Those of its names that count only where the report speaks of one of its countries."""
        own = (self.actor.name,) if self.shy or "(" in self.actor.name else ()
        wide = {*self.aliases, *self.lent[0]}
        return frozenset((*own, *self.local, *self.lent[1])) - wide


@cache
def rows() -> tuple[Row, ...]:
    """The whole table: reviewed rows, outlets, then those of the UCDP actor set that no reviewed row names.

    Raises: LexiconError, when a lexicon is missing or broken.
    """
    reviewed = [row for name in REVIEWED for part in load(name).values() for row in part]
    listed = load("actors_ucdp")["actor"]
    bearers = Counter(number for row in reviewed for number in row.get("ucdp", ()))
    numbered = {number: row["id"] for row in reviewed for number in row.get("ucdp", ())}
    lenders = {row["ucdp"][0]: row for row in listed if bearers[row["ucdp"][0]] == 1}
    own = [row for row in listed if row["ucdp"][0] not in numbered]
    known = {f"ucdp-{number}": actor for number, actor in numbered.items()}
    return (
        *(_row(row, known, [lenders[n] for n in row.get("ucdp", ()) if n in lenders]) for row in reviewed),
        *_outlets(),
        *(_row(row, known) for row in own),
    )


@cache
def by_id() -> dict[str, Row]:
    """The table by id."""
    return {row.id: row for row in rows()}


@cache
def codes(kind: str) -> tuple[int | None, str]:
    """ACLED's kind and PLOVER's sector that a type of ours takes, where a row does not say otherwise."""
    rule = load("actor_columns")["type"][kind]
    return rule.get("acled"), rule["plover"]


def successors(name: str) -> tuple[str, ...]:
    """The ids of those that came out of an actor."""
    return tuple(row.id for row in rows() if name in row.follows)


def parts(name: str) -> tuple[str, ...]:
    """The ids of an actor's factions and branches."""
    return tuple(row.id for row in rows() if name in row.part_of)


def _row(
    row: Mapping[str, Any], known: Mapping[str, str], lenders: list[dict[str, Any]] | None = None
) -> Row:
    """A lexicon's entry with what its type and the set's rows add."""
    home = (row["country"],) if "country" in row else ()
    lent = lenders or []
    own = dict.fromkeys((*home, *row.get("countries", ())))
    countries = own | dict.fromkeys(c for r in lent if home for c in r["countries"])
    # A set's row tells only where its actor fought: the first of these is as good as its own.
    told = row["countries"][0] if row["id"].startswith("ucdp-") else None
    acled, plover = codes(row["type"])
    first, last = (*row.get("years", ()), None, None)[:2]
    return Row(
        Actor(row["name"], row["id"], row["type"], row.get("country", told)),
        countries=tuple(countries),
        home=tuple(own),
        aliases=tuple(row.get("aliases", ())),
        local=tuple(row.get("local", ())),
        shy=row.get("shy", False),
        acled=row.get("acled", acled),
        plover=row.get("plover", plover),
        years=(first, last),
        follows=_links(row, "follows", known),
        part_of=_links(row, "part_of", known),
        ucdp=tuple(row.get("ucdp", ())),
        source=row["source"],
        lent=_lent(lent, tuple(own)),
    )


def _links(row: Mapping[str, Any], key: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The ids that a row names, a set's number read as the reviewed row that stands for it."""
    named = dict.fromkeys(known.get(link, link) for link in row.get(key, ()))
    return tuple(link for link in named if link != row["id"])


def _lent(
    lenders: list[dict[str, Any]], own: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """The names that a set's rows lend: those that count everywhere, those that are local, and where these count."""
    wide = [n for r in lenders for n in ([] if r.get("shy") else [r["name"]]) + r.get("aliases", [])]
    near = [n for r in lenders for n in ([r["name"]] if r.get("shy") else []) + r.get("local", [])]
    return (
        tuple(wide),
        tuple(near),
        tuple(dict.fromkeys((*own, *(c for r in lenders for c in r["countries"])))),
    )


def _outlets() -> Iterator[Row]:
    """Every outlet whose name is no ordinary word, with "The" where it names itself so."""
    acled, plover = codes("media")
    parts = [v for k, v in load("outlets").items() if isinstance(v, list) and k not in NO_OUTLETS]
    listed = dict.fromkeys(name for names in parts for name in names)
    spelled: dict[str, list[str]] = {}
    for name in listed:
        full = f"The {name}" if f"The {name}" in listed else name
        slug = re.sub(r"[^a-z0-9]+", "-", fold(full).removeprefix("the ")).strip("-")
        spelled.setdefault(slug, []).extend((full, name))
    for slug, names in spelled.items():
        actor = Actor(min(names, key=str.isascii), f"outlet-{slug}", "media")
        others = tuple(n for n in dict.fromkeys(names) if n != actor.name)
        yield Row(actor, aliases=others, acled=acled, plover=plover)
