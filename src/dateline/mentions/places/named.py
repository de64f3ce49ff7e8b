"""Spans that are known to name places -> the place that each means, by the same weighing as in `find`.

The caller says that the spans are names of places, so small places, other spellings and weak evidence are
answered too; what nothing is known of lies in the town that the report tells of.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.mentions.places.choose import choose
from dateline.mentions.places.company import look_around
from dateline.mentions.places.dateline import town
from dateline.mentions.places.names import Name
from dateline.mentions.places.readings import INSIDE, SHORTER, readings
from dateline.mentions.places.shape import plain, precision_of, radius_of
from dateline.mentions.places.spoken import WEIGHT_DATELINE, countries_of
from dateline.mentions.places.words import words
from dateline.records import Mention, Precision, Report, Sentence, Span, Where


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
    choose(known, weight, gazetteer, base, told=True)
    home = base or _home(known)
    return tuple(_told(given.get(span), span, ways, home) for span in spans)


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
    look_around(name, words())
    last = name.sentence.tokens[name.end - 1].lower
    if way == SHORTER and last in words().types:
        name.type_word, name.type_at = last, name.end
    return way


def _home(names: list[Name]) -> Place | None:
    """The town that the report names most."""
    count: dict[str, int] = {}
    towns = [n.chosen for n in names if n.chosen and n.chosen.kind in {"city", "area", "admin2"}]
    for place in towns:
        count[place.id] = count.get(place.id, 0) + 1
    return max(towns, key=lambda p: count[p.id], default=None)


def _told(name: Name | None, span: Span, ways: dict[int, str], home: Place | None) -> Mention | None:
    if name is None:
        return None
    anchor = name.sentence.tokens[name.head].start
    if name.chosen is None:
        if home is None:
            return None
        where = Where(
            f"{name.text}, {home.name}", None, home.country, home.lat, home.lon, Precision.NEAR,
            max(10.0, 2 * radius_of(home)),
        )  # fmt: skip
        return Mention(span, where, "places.town", anchor, f"unlisted; the report's town is {home.id}")
    made = plain(name, name.chosen)
    if ways[id(name)] == INSIDE:
        place = name.chosen
        near = Precision.NEAR if precision_of(place) is Precision.EXACT else precision_of(place)
        where = Where(name.text, None, place.country, place.lat, place.lon, near, max(10.0, radius_of(place)))
        return Mention(span, where, "places.inside", anchor, f"its name holds that of {place.id}")
    return Mention(span, made.where, made.rule, anchor, made.note)
