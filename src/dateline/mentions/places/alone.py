"""A name by itself, as in "in Tripoli" with nothing around it -> the place that a report would mean, and why."""

from __future__ import annotations

from typing import NamedTuple

from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.mentions.places.choose import choose, worth
from dateline.mentions.places.names import Name
from dateline.mentions.places.spoken import LARGE_FROM
from dateline.mentions.places.unlisted import respell
from dateline.records import ReportId, SectionKind, Sentence, Span, Token

BEFORE = "in"  # the commonest word before a place


class Alone(NamedTuple):
    """What a bare name means: the place that would be taken, if any; why; and all that bear it, best first."""

    place: Place | None
    why: str
    order: tuple[Place, ...]


def alone(text: str, gazetteer: Gazetteer, country: str | None = None) -> Alone:
    """What a report would take a name for that told nothing else, or only spoke of one country.

    Args: country: the country spoken of, alpha-3.
    """
    name = Name(_sentence(text), 1, 2, text, gazetteer.lookup(text), cue=BEFORE)
    weight = {country: 1.0} if country else {}
    choose([name], weight, gazetteer)
    if name.chosen is None:
        respell(name, weight, [], gazetteer)
    order = sorted(
        name.places, key=lambda p: (p is not name.chosen, p.country != country, -worth(p, text, ""), p.id)
    )
    return Alone(name.chosen, _why(name, order, country), tuple(order))


def _sentence(text: str) -> Sentence:
    """The words "in NAME", the name as one token."""
    start = len(BEFORE) + 1
    tokens = (
        Token(BEFORE, BEFORE, BEFORE, "ADP", "IN", "ROOT", 0, 0, start - 1, space=True),
        Token(text, text.lower(), text, "PROPN", "NNP", "pobj", 0, start, start + len(text), space=False),
    )
    span = Span(ReportId("alone"), 0, start + len(text))
    return Sentence(0, span, SectionKind.BODY, 0, tokens, ((1,), ()))


def _why(name: Name, order: list[Place], country: str | None) -> str:
    place = name.chosen
    if place is None and not order:
        return "nothing bears this name as written"
    if place is None:
        told = f"none of them lies in {country}" if country else "no country is spoken of"
        return f"{told}, and none has the {LARGE_FROM:,} people that a name must have to be taken then"
    if name.how == "spelling":
        return "no place bears the name as written; this one is spelt most like it in the country spoken of"
    if country and place.country == country:
        return "its country is spoken of" + _before(place, order)
    if place.kind in {"country", "region", "site"}:
        return f"a {place.kind} is taken by its name alone" + _before(place, order)
    return f"it has {place.population:,} people, of {LARGE_FROM:,} that a bare name must have" + _before(
        place, order
    )


def _before(place: Place, order: list[Place]) -> str:
    rest = [p for p in order if p is not place]
    return f"; before {len(rest):,} other{'s' * (len(rest) > 1)} of that name" if rest else ""
