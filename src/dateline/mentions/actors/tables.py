"""The lexicons of actors, states and people -> tables to match a sentence's words against.

A name is matched by its pieces: lower-case words without points, accents or apostrophes, so that "Da'esh",
"U.S." and "al-Qaeda" are found however the parser cuts them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple, TypeVar

from dateline.lexicons import load
from dateline.mentions.actors.folding import loose, pieces
from dateline.mentions.actors.rows import Row, rows
from dateline.records import Actor

EVERYWHERE = "*"  # instead of a country: the name of an actor that has none
UNARMED = frozenset(("media", "person", "ngo", "monitor"))  # whose names are told in one spelling
LOOSE = 8  # letters that a transliterated name must have to be told by a loose spelling
SHORT = 5  # letters: an all-capitals name up to this length is an acronym and must stand in capitals


class State(NamedTuple):
    """A state, past power or region: `adjective` is the printed one, `country` the state it counts to."""

    id: str
    name: str
    adjective: str
    country: str | None
    region: bool


class Name(NamedTuple):
    """One way to write an actor or a state. `how`: name, local, shared, adjective, people or seat."""

    how: str
    written: str
    actor: Actor | None = None
    state: State | None = None
    countries: tuple[str, ...] = ()

    @property
    def is_acronym(self) -> bool:
        """Whether it must stand in capitals: "IS", "SDF"."""
        letters = self.written.replace(".", "")
        return len(letters) <= SHORT and letters.isupper()


class Group(NamedTuple):
    """Unnamed people of one sort. `many`: the word itself, in the plural."""

    name: str
    type: str
    keeps: str
    plural: bool
    refers: str
    words: str
    many: str


class Force(NamedTuple):
    """A body or force that every state has."""

    name: str
    type: str
    alone: str
    home: bool
    plain: str | None
    words: str


Described = TypeVar("Described", Group, Force)

# First piece of a written form -> for each length, longest first: the other pieces -> values.
Table = dict[str, tuple[tuple[int, dict[tuple[str, ...], tuple[Any, ...]]], ...]]


# Names of the groups of people.toml that fight a state at home as rebels do.
OUTLAWS = frozenset({"criminal gang", "criminals", "unidentified armed group"})


@dataclass(frozen=True, slots=True)
class Tables:
    """All the tables that this package reads, built once from the lexicons."""

    names: Table
    loose: Table  # transliterated names by their loosened pieces
    states: Table
    groups: Table
    rebels: frozenset[str]  # single words for those whom a state fights at home: rebels, gangs, gunmen
    forces: Table
    titles: Table
    by_country: dict[str, State]
    as_country: frozenset[str]
    without_army: frozenset[str]
    members: frozenset[str]
    member_things: frozenset[str]
    members_of: frozenset[str]
    abstract: frozenset[str]
    bodies: dict[str, str] = field(repr=False)
    places: frozenset[str] = field(repr=False)
    kin: frozenset[str] = field(repr=False)
    relatives: frozenset[str] = field(repr=False)
    single: frozenset[str] = field(repr=False)  # words for one person: "driver", "mayor"
    peoples: frozenset[str] = field(repr=False)
    harming: frozenset[str] = field(repr=False)
    eras: dict[str, tuple[int, Actor]] = field(
        repr=False
    )  # country -> its first year, who bore its name before


def longest(table: Table, words: list[str], at: int) -> tuple[int, tuple[Any, ...]] | None:
    """The longest entry that starts at a piece: how many pieces it takes and its values."""
    return next(every(table, words, at), None)


def every(table: Table, words: list[str], at: int) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """All entries that start at a piece, longest first."""
    for length, forms in table.get(words[at], ()):
        values = forms.get(tuple(words[at + 1 : at + length]))
        if values is not None:
            yield length, values


def build(pairs: Iterable[tuple[str, Any]]) -> Table:
    """A table from written forms to values: first piece -> the other pieces, longest first."""
    flat: dict[tuple[str, ...], list[Any]] = {}
    for written, value in pairs:
        flat.setdefault(pieces(written), []).append(value)
    return _sized(flat)


def _sized(flat: dict[tuple[str, ...], list[Any]]) -> Table:
    """Values by their pieces -> a table."""
    sized: dict[str, dict[int, dict[tuple[str, ...], tuple[Any, ...]]]] = {}
    for key in sorted(filter(None, flat), key=len, reverse=True):
        sized.setdefault(key[0], {}).setdefault(len(key), {})[key[1:]] = tuple(flat[key])
    return {first: tuple(lengths.items()) for first, lengths in sized.items()}


@cache
def tables() -> Tables:
    """Build the tables once.

    Raises: LexiconError, when a lexicon is missing or broken.
    """
    people = load("people")
    members = people["members"]
    blocked = [Name("blocked", n) for n in people["blocked"]["names"]]
    states = list(_states())
    groups = build(_once(_groups(people)))
    single = {word: forms[()] for word, sizes in groups.items() for _, forms in sizes if () in forms}
    names = [*_shared(list(named())), *blocked]
    return Tables(
        names=build((n.written, n) for n in names),
        loose=_loosened(names),
        states=build((n.written, n) for n in _state_names(states)),
        groups=groups,
        rebels=frozenset(
            word
            for word, values in single.items()
            if values[0].refers == "rebels" or values[0].name in OUTLAWS
        ),
        forces=build(_once(_forces(people))),
        titles=build((w, t["speaker"]) for t in people["title"] for w in t["words"]),
        by_country={s.id: s for _, s in reversed(states) if not s.region},
        as_country=frozenset(people["states"]["as_country"]),
        without_army=frozenset(people["states"]["without_army"]),
        members=frozenset(members["people"]),
        member_things=frozenset(members["things"]),
        members_of=frozenset(members["of"]),
        abstract=frozenset(people["abstract"]["words"]),
        bodies=dict(people["suffixes"]["bodies"]),
        places=frozenset(people["suffixes"]["places"]),
        kin=frozenset(people["kin"]["words"]),
        relatives=frozenset(people["kin"]["relatives"]),
        single=frozenset(_single(people)),
        peoples=frozenset(people["peoples"]["words"]),
        harming=frozenset(people["harming"]["words"]),
        eras=dict(_eras(states, names)),
    )


def _eras(
    states: list[tuple[dict[str, Any], State]], names: list[Name]
) -> Iterator[tuple[str, tuple[int, Actor]]]:
    """The past states whose name was another's before their first year."""
    by_id = {n.actor.actor_id: n.actor for n in names if n.actor}
    for row, state in states:
        if "before" in row:
            yield state.id, (row["since"], by_id[row["before"]])


def _shared(names: list[Name]) -> Iterator[Name]:
    """The names, with a mark on local ones of plain words that several actors bear."""
    bearers: dict[tuple[str, ...], set[Actor | None]] = {}
    for name in names:
        bearers.setdefault(pieces(name.written), set()).add(name.actor)
    for name in names:
        plain = name.how == "local" and " " in name.written and not name.written.isupper()
        yield name._replace(how="shared") if plain and len(bearers[pieces(name.written)]) > 1 else name


def _loosened(names: list[Name]) -> Table:
    """The transliterated names by their loosened pieces, where these mean one actor in any one country."""
    signs = frozenset((*load("actor_spelling")["articles"], *load("actor_spelling")["signs"]))
    flat: dict[tuple[str, ...], list[Any]] = {}
    for name in names:
        words = pieces(name.written)
        armed = name.actor and name.actor.type not in UNARMED
        if armed and len(words) > 1 and sum(map(len, words)) >= LOOSE and not signs.isdisjoint(words):
            flat.setdefault(tuple(map(loose, words)), []).append(name)
    return _sized({key: found for key, found in flat.items() if len({n.actor for n in found}) == 1})


def named() -> Iterator[Name]:
    """Every way to write every actor. A set's name yields to a reviewed one that counts where it would."""
    taken: dict[tuple[str, ...], set[str]] = {}
    rest: list[Name] = []
    for row in rows():
        if row.id.startswith("ucdp-"):
            rest.extend(_written(row))
            continue
        outlet = row.id.startswith("outlet-")
        for name in _written(row):
            if not outlet or pieces(name.written) not in taken:
                taken.setdefault(pieces(name.written), set()).update(name.countries or (EVERYWHERE,))
                yield name
        rest.extend(_as_names(row, *row.lent))
    for name in rest:
        countries = taken.get(pieces(name.written), set())
        if not countries or (name.how == "local" and countries.isdisjoint((*name.countries, EVERYWHERE))):
            yield name


def _written(row: Row) -> Iterator[Name]:
    """An actor's own name, its aliases, and those that need its country near."""
    plain = row.actor.name.split(" (")[0]
    shy = row.shy or plain != row.actor.name
    yield from _as_names(row, () if shy else (plain,), (plain,) if shy else (), row.home)
    yield from _as_names(row, row.aliases, row.local, row.home)


@cache
def titled() -> dict[str, str]:
    """Acronyms that are also written with one capital, in capitals -> so written."""
    return {word.upper(): word for word in load("actor_spelling")["titled"]}


def _as_names(
    row: Row, wide: Iterable[str], near: Iterable[str], countries: tuple[str, ...]
) -> Iterator[Name]:
    """Names of an actor that count everywhere, and those that count in some countries."""
    for how, names in (("name", wide), ("local", near)):
        for written in names:
            yield Name(how, written, row.actor, countries=countries)
            if written in titled():
                yield Name(how, titled()[written], row.actor, countries=countries)


def _states() -> Iterator[tuple[dict[str, Any], State]]:
    """The states and regions with their rows."""
    lexicon = load("states")
    for row in lexicon["state"]:
        country = row["id"] if len(row["id"]) == 3 and row["id"].isupper() else None
        yield (
            row,
            State(row["id"], row["name"], row.get("adjectives", [row["name"]])[0], country, region=False),
        )
    for row in lexicon["region"]:
        adjective = row.get("adjectives", [row["name"]])[0]
        yield row, State(row["id"], row["name"], adjective, row["country"], region=True)


def _state_names(states: list[tuple[dict[str, Any], State]]) -> Iterator[Name]:
    """Every way to write a state, its people, its adjective and its seat."""
    for row, state in states:
        yield Name("name", row["name"], state=state)
        for how, key in (
            ("name", "also"),
            ("adjective", "adjectives"),
            ("people", "people"),
            ("seat", "seats"),
        ):
            for written in row.get(key, ()):
                yield Name(how, written, state=state)


def _once(found: Iterable[Described]) -> Iterator[tuple[str, Described]]:
    """Words with what they mean, those that differ only in spelling once."""
    seen: set[tuple[str, ...]] = set()
    for one in found:
        if pieces(one.words) not in seen:
            seen.add(pieces(one.words))
            yield one.words, one


def _groups(people: dict[str, Any]) -> Iterator[Group]:
    """Every word for unnamed people. A compound is plural where its last word ends so."""
    for row in people["group"]:
        rest = (row["name"], row["type"], row["keeps"])
        plural = dict(zip(row["singular"], row["plural"], strict=False))
        for word in row["singular"]:
            several = plural.get(word, word + "s")
            name = several if row["name"] == "{head}" else row["name"]
            yield Group(name, *rest[1:], plural=False, refers=row.get("refers", ""), words=word, many=several)
        for word in (*row["plural"], *row.get("compound", ())):
            name = row["name"].replace("{head}", plural.get(word.split()[0], word))
            many = word in row["plural"] or word.endswith(("s", "men", "people", "forces"))
            yield Group(name, *rest[1:], plural=many, refers=row.get("refers", ""), words=word, many=word)


def _single(people: dict[str, Any]) -> Iterator[str]:
    """Every word for one person: those for unnamed people, and titles."""
    for row in (*people["group"], *people["title"]):
        yield from (w for w in (*row.get("singular", ()), *row.get("words", ())) if w.isalpha())


def _forces(people: dict[str, Any]) -> Iterator[Force]:
    """Every word for a state's bodies and forces."""
    for row in people["force"]:
        for word in row["words"]:
            yield Force(
                row["name"], row["type"], row["alone"], row.get("home", False), row.get("plain"), word
            )
