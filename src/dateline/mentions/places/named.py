"""Spans that are known to name places -> the place that each means, by the same weighing as in `find`.

The caller says that the spans are names of places, so small places, other spellings and weak evidence are
answered too; what nothing is known of lies in the town that the report tells of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.mentions.places.beside import gap_km
from dateline.mentions.places.choose import choose
from dateline.mentions.places.company import look_around
from dateline.mentions.places.dateline import town
from dateline.mentions.places.names import Name
from dateline.mentions.places.readings import INSIDE, SHORTER, readings
from dateline.mentions.places.shape import plain, precision_of, radius_of
from dateline.mentions.places.spoken import (
    WEIGHT_DATELINE,
    WEIGHT_PUBLISHER,
    countries_of,
    published_at,
    ranked,
)
from dateline.mentions.places.words import words
from dateline.records import Mention, Precision, Report, Sentence, Span, Where

# A name inside a longer one is where the thing is if so many live there, or if it is so near to the report's town.
KNOWN_FROM = 100_000
NEAR_KM = 150.0


def resolve(
    report: Report, sentences: tuple[Sentence, ...], spans: Sequence[Span], gazetteer: Gazetteer
) -> tuple[Mention | None, ...]:
    """The place that each span means.

    Args:    spans: stretches of the report's text that are names of places, in any order; best all of a
             report at once, since they are each other's context.
    Returns: one mention a span, in their order, or None where the report gives no hold at all. `rule` and
             `note` say why: the rules of `find`, and places.inside (a name that holds a place's name) and
             places.town (nothing is known of the name; the report's own town).
    """
    given = {span: name for span in spans if (name := _given(span, sentences))}
    names = sorted(given.values(), key=lambda n: (n.sentence.index, n.start, n.end))
    ways = {id(n): _read(n, gazetteer) for n in names}
    known = [n for n in names if n.places]
    weight = countries_of(report, sentences, known, gazetteer)
    base = town(report, weight, gazetteer)
    if base and base.country:
        weight[base.country] = weight.get(base.country, 0.0) + WEIGHT_DATELINE
    country, local = published_at(report, gazetteer)
    if country:
        weight[country] = weight.get(country, 0.0) + WEIGHT_PUBLISHER
    choose(known, weight, gazetteer, base, told=True, home=local)
    land = next((p for iso in ranked(weight) if (p := gazetteer.place(f"iso:{iso}"))), None)
    return tuple(
        _told(given.get(span), span, ways, _home(given.get(span), known, ways, base or land))
        for span in spans
    )


def _given(span: Span, sentences: tuple[Sentence, ...]) -> Name | None:
    """The tokens under a span."""
    for sentence in sentences:
        if sentence.span.start < span.end and span.start < sentence.span.end:
            inside = [i for i, t in enumerate(sentence.tokens) if t.start < span.end and span.start < t.end]
            if inside:
                start, end = inside[0], inside[-1] + 1
                text = "".join(t.text + (" " if t.space else "") for t in sentence.tokens[start:end]).strip()
                return Name(sentence, start, end, text, ())
    return None


def _read(name: Name, gazetteer: Gazetteer) -> str:
    """Look up a given name, and note what stands around it; how its places were come by."""
    name.places, way = readings(name.text, gazetteer)
    name.partial = way == INSIDE
    look_around(name, words())
    last = name.sentence.tokens[name.end - 1].lower
    if way == SHORTER and last in words().types:
        name.type_word, name.type_at = last, name.end
    return way


def _home(name: Name | None, known: list[Name], ways: dict[int, str], base: Place | None) -> Place | None:
    """Where a name that no list has most likely lies: at the town named beside it, else the one named most."""
    towns = [
        n for n in known if n.chosen and n.chosen.kind in {"city", "area", "admin2"} and ways[id(n)] != INSIDE
    ]
    beside = [n for n in towns if name and n.sentence is name.sentence]
    if name and beside:
        return min(beside, key=lambda n: abs(n.start - name.start)).chosen
    count = Counter(n.chosen.id for n in towns if n.chosen)
    places = [n.chosen for n in towns if n.chosen]
    return max(places, key=lambda p: count[p.id], default=base)


def _told(name: Name | None, span: Span, ways: dict[int, str], home: Place | None) -> Mention | None:
    """What a span means: its own place, else the one that its name holds, else where it most likely lies."""
    if name is None:
        return None
    place, anchor = name.chosen, name.sentence.tokens[name.head].start
    inside = ways[id(name)] == INSIDE
    if place and inside and home and not _may_hold(place, home):
        place = None
    if place and not inside:
        made = plain(name, place)
        return Mention(span, made.where, made.rule, anchor, made.note)
    if place:
        where = _around(name.text, place)
        return Mention(span, where, "places.inside", anchor, f"its name holds that of {place.id}")
    if home is None:
        return None
    where = _around(f"{name.text}, {home.name}", home)
    return Mention(span, where, "places.town", anchor, f"unlisted; in or near {home.id}")


def _may_hold(place: Place, home: Place) -> bool:
    """Whether a place that a longer name holds is where the thing is: well known, or near the report's town."""
    return (
        place.kind in {"country", "admin1"} or place.population >= KNOWN_FROM or gap_km(place, home) < NEAR_KM
    )


def _around(title: str, place: Place) -> Where:
    precision = precision_of(place)
    near = Precision.NEAR if precision is Precision.EXACT else precision
    return Where(title, None, place.country, place.lat, place.lon, near, max(10.0, 2 * radius_of(place)))
