"""A report's sentences -> the places that they mention, each with its point, precision and reach.

Form and company tell which words may name a place (spans), the report tells which place is meant (choose),
the words around it where exactly something is (shape); then come other spellings and villages that no list
has (unlisted), and places told without a name (refer). Nothing is placed where the report gives no hold.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.mentions.places.choose import choose, is_local
from dateline.mentions.places.dateline import town
from dateline.mentions.places.named import resolve
from dateline.mentions.places.names import Name
from dateline.mentions.places.refer import border, capital_of, definite, of_country, side
from dateline.mentions.places.shape import Shape, shape
from dateline.mentions.places.spans import find_names
from dateline.mentions.places.spoken import WEIGHT_DATELINE, Weights, countries_of
from dateline.mentions.places.toponyms import toponyms
from dateline.mentions.places.unlisted import contain, respell
from dateline.mentions.places.words import words
from dateline.records import Mention, Precision, Report, Sentence, Where

__all__ = ["find", "focus", "resolve", "toponyms"]

# Rules that do not tell where something happened: they weigh nothing in a report's focus.
ASIDE = frozenset(
    f"places.{rule}"
    for rule in ("country_as_actor", "country_as_modifier", "reference", "modifier", "place_as_actor")
)


def find(report: Report, sentences: tuple[Sentence, ...], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Find the places that a report mentions.

    Args:    the report's parsed sentences; a gazetteer that the caller opened.
    Returns: mentions with a `Where` in text order. `rule` says how the place was chosen:
             places.said (the words beside the name), places.context (the report's countries), places.size
             (the largest so called), places.spelling, places.container (unlisted, put where it lies),
             places.part ("northern X"), places.near, places.offset ("35 km south of X"), places.reference
             (a place that only locates the one before it), places.site_at, places.capital, places.border,
             places.side ("in the west"),
             places.definite ("the city"), places.site_coreference ("the prison"), places.country; and, told
             apart because they say who or whose rather than where: places.country_as_actor,
             places.country_as_modifier, places.place_as_actor, places.modifier.
    Units:   WGS84 degrees, km.
    """
    surnames: set[str] = set()
    names = [name for sentence in sentences for name in find_names(sentence, gazetteer, surnames)]
    known = [n for n in names if not n.unknown]
    weight = countries_of(report, sentences, known, gazetteer)
    sent_from = town(report, weight, gazetteer)
    if sent_from and sent_from.country:
        weight[sent_from.country] = weight.get(sent_from.country, 0.0) + WEIGHT_DATELINE
    choose(names, weight, gazetteer, sent_from)
    settled = [n.chosen for n in names if n.chosen and n.chosen.kind != "country"]
    for name in names:
        if name.chosen is None and not name.weak:
            respell(name, weight, settled, gazetteer)
    here: dict[int, list[Name]] = defaultdict(list)
    for name in names:
        here[name.sentence.index].append(name)
    told: list[tuple[int, Shape]] = []
    found: list[Mention] = []
    paragraph, base, local = -1, sent_from, is_local(names, sent_from)
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            # a report sent from a far capital stays at the town that it tells of
            paragraph, base = sentence.paragraph, sent_from if local else base
        shapes = _of_sentence(sentence, here[sentence.index], weight, gazetteer, (told, base))
        base = base if local else _last_town(sentence, shapes, gazetteer) or base
        told.extend((sentence.tokens[s.start].start, s) for s in shapes)
        found.extend(_mention(report, sentence, s) for s in shapes)
    return tuple(found)


def _of_sentence(
    sentence: Sentence,
    names: list[Name],
    weight: Weights,
    gazetteer: Gazetteer,
    context: tuple[list[tuple[int, Shape]], Place | None],
) -> list[Shape]:
    """The shapes of one sentence in text order; `context` is what came before and the town it left off at."""
    before, base = context
    made: list[Shape] = []
    for name in names:
        one = shape(name, gazetteer) if name.chosen else contain(name, names, base)
        if one:
            made.append(_placed_by_offset(made, one, sentence))
    made.extend(capital_of(sentence, names, weight, gazetteer, [s for _, s in before]))
    made.extend(border(sentence, names, weight, gazetteer, [s for _, s in before[-3:]]))
    made.extend(side(sentence, names, weight, gazetteer))
    made.extend(of_country(sentence, names, gazetteer))
    earlier = before + sorted(((sentence.tokens[m.start].start, m) for m in made), key=lambda x: x[0])
    made.extend(definite(sentence, names, earlier, gazetteer))
    return sorted(made, key=lambda m: (m.start, -m.end, m.rule))


def _last_town(sentence: Sentence, shapes: list[Shape], gazetteer: Gazetteer) -> Place | None:
    """The town that a sentence told of last: streets and quarters after it that no list has lie there."""
    for last in reversed(shapes):
        place = gazetteer.place(last.where.place_id) if last.where.place_id else None
        before = sentence.tokens[last.start - 1].lower if last.start else ""
        if place and place.kind == "city" and last.rule in TOLD and before in words().place_cues:
            return place
    return None


TOLD = frozenset({"places.said", "places.context", "places.size"})


def _placed_by_offset(made: list[Shape], one: Shape, sentence: Sentence) -> Shape:
    """In "Safina, 45 km south of Mosul" the distance belongs to the place before it, known or unlisted."""
    if one.rule != "places.offset" or not made:
        return one
    last = made[-1]
    between = [t.lower for t in sentence.tokens[last.end : one.start]]
    if between not in (
        [","],
        [",", "about"],
        [",", "some"],
        [",", "a", "town", "about"],
        ["("],
        [",", "also"],
        [",", "just"],
    ):
        return one
    if last.rule == "places.container":
        where = Where(
            last.where.name.rsplit(",", 1)[0], None, one.where.country, one.where.lat, one.where.lon,
            Precision.NEAR, one.where.radius_km,
        )  # fmt: skip
        made[-1] = Shape(where, last.start, last.end, "places.container", one.note)
    return Shape(one.where, one.start, one.end, "places.reference", f"locates {last.where.name}")


def _mention(report: Report, sentence: Sentence, s: Shape) -> Mention:
    tokens = sentence.tokens
    span = report.span(tokens[s.start].start, tokens[s.end - 1].end)
    return Mention(span, s.where, s.rule, tokens[_head(sentence, s.start, s.end)].start, s.note)


def _head(sentence: Sentence, start: int, end: int) -> int:
    """The last token of a stretch that hangs on something outside it."""
    tokens = sentence.tokens
    outside = [i for i in range(start, end) if not start <= tokens[i].head < end or tokens[i].head == i]
    words = [i for i in outside if any(c.isalnum() for c in tokens[i].text)]
    return (words or outside or [end - 1])[-1]


def focus(mentions: tuple[Mention, ...]) -> Where | None:
    """The report's main place: the town or site most often told, else the region, else the country."""
    tiers = ({Precision.EXACT, Precision.NEAR}, {Precision.ADMIN}, {Precision.COUNTRY})
    for tier in tiers:
        count: Counter[str] = Counter()
        first: dict[str, Where] = {}
        for mention in mentions:
            where = mention.value
            if isinstance(where, Where) and where.precision in tier and mention.rule not in ASIDE:
                key = where.place_id or where.name
                count[key] += 1
                first.setdefault(key, where)
        if count:
            return first[max(count, key=lambda k: (count[k], -list(first).index(k)))]
    return None
