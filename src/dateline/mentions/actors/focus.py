"""Where states are named in a report -> the country that the report is about, or none where that is unsure.

Bare "army" or "rebels" become those of this country, so a name in passing must not choose it: streets, people
by their nationality, and a country named once far down do not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dateline import lexicons
from dateline.mentions.actors.tables import Group, Name, State, tables
from dateline.mentions.actors.tree import head_of, is_backed, is_place
from dateline.records import Mention, Precision, Report, SectionKind, Sentence, Where

PLACED = 3  # a country that something happens in weighs as much as three that are only named
SENT_FROM = 5  # the dateline's country weighs as much as five; a bureau abroad is outweighed
PUBLISHED = 1  # the country in the publisher's name breaks ties, and stands where none else does
OFTEN = 2  # a country named as often is no name in passing
EARLY = 2  # sentences of the text in which one naming is enough
# Types of people whose nationality tells of them alone: "German nurses".
WEAPONS = lexicons.words("binding", "weapons")
PRIVATE = frozenset(("civilians", "media", "ngo", "international_organisation", "person"))

Candidate = tuple[int, int, Name]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What a report's places tell: country of its dateline and publisher, and of each place by its span."""

    sent_from: str | None = None
    publisher: str | None = None
    places: Mapping[tuple[int, int], Where] = field(default_factory=dict)


def whereabouts(report: Report, placed: Iterable[Mention]) -> Whereabouts:
    """Gather what a report's places and its own heading tell of its country."""
    home, places = None, {}
    for mention in placed:
        if isinstance(mention.value, Where):
            places[mention.span.start, mention.span.end] = mention.value
            if mention.rule == "places.dateline":
                home = mention.value.country
    return Whereabouts(home or _named_in(report.dateline), _named_in(report.publisher), places)


def _named_in(text: str | None) -> str | None:
    """The one country that a line of text names: "Times of India"."""
    words = (text or "").replace(",", " ").replace("\u2014", " ").split()
    states = tables().states
    found: set[str] = set()
    for word in words:
        for _, forms in states.get(word.lower(), ()):
            found.update(n.state.country for n in forms.get((), ()) if n.state and n.state.country)
    return found.pop() if len(found) == 1 else None


def is_no_state(sentence: Sentence, candidate: Candidate, where: Whereabouts) -> bool:
    """Whether a state's name names something else: a street, or a town or province of another country."""
    start, end, name = candidate
    if name.state is None:
        return False
    tokens = sentence.tokens
    if end < len(tokens) and tokens[end].text[:1].isupper() and tokens[end].lower in tables().places:
        return name.how in ("name", "seat")
    if name.how not in ("name", "seat") or name.state.country is None:
        return False
    span = tokens[start].start, tokens[end - 1].end
    place = where.places.get(span)
    return (
        place is not None
        and place.precision is not Precision.COUNTRY
        and place.country not in (None, name.state.country)
    )


def countries_of(raw: Sequence[Sequence[Candidate]]) -> Counter[str]:
    """How often each country is named in any way."""
    spoken: Counter[str] = Counter()
    for found in raw:
        for _, _, country in {(f[0], f[1], f[2].state.country) for f in found if f[2].state}:
            if country:
                spoken[country] += 1
    return spoken


def told_by(where: Whereabouts) -> Counter[str]:
    """How often each country is told of without its name: by the dateline, the publisher, and two places and more."""
    places = Counter(place.country for place in where.places.values() if place.country)
    told = Counter({country: times for country, times in places.items() if times >= OFTEN})
    told.update(country for country in (where.sent_from, where.publisher) if country)
    return told


@dataclass(slots=True)
class _Evidence:
    """What speaks for each country: its weight, how often it is named, whether early on."""

    weight: Counter[str] = field(default_factory=Counter)
    times: Counter[str] = field(default_factory=Counter)
    regions: Counter[str] = field(default_factory=Counter)
    early: set[str] = field(default_factory=set)
    states: dict[str, State] = field(default_factory=dict)

    def add(self, state: State, weight: int, *, early: bool) -> None:
        """Count one naming of a state or of its region."""
        key = state.country or state.id
        self.states.setdefault(state.id, state)
        self.weight[key] += weight
        self.times[key] += 1
        self.regions[state.id] += weight
        if early:
            self.early.add(key)


def focus_of(
    sentences: Sequence[Sentence], raw: Sequence[Sequence[Candidate]], where: Whereabouts
) -> tuple[State | None, State | None]:
    """The country that a report is about, and the region where that is named as often; None where unsure."""
    told = _Evidence()
    for k, (sentence, found) in enumerate(zip(sentences, raw, strict=True)):
        early = k < EARLY or sentence.section is SectionKind.HEADLINE
        named = {(s, e, n.state, n.how) for s, e, n in found if n.state and n.how != "seat"}
        for start, end, state, _how in sorted(named, key=str):
            if not _is_private(sentence, start, end) and not is_backed(sentence.tokens, start, end):
                told.add(state, PLACED if is_place(sentence, start, end) else 1, early=early)
    known = tables()
    for country, weight in ((where.sent_from, SENT_FROM), (where.publisher, PUBLISHED)):
        if country:
            told.weight[country] += weight
    if where.sent_from:
        told.early.add(where.sent_from)
    sure = [k for k in told.weight if told.times[k] >= OFTEN or k in told.early]
    if not sure and where.publisher:
        sure = [where.publisher]
    if not sure:
        return None, None
    best = min(sure, key=lambda k: (-told.weight[k], k))
    focus = known.by_country.get(best) or told.states.get(best)
    return focus, _region(told, best)


def _region(told: _Evidence, country: str) -> State | None:
    """The region of a country that is named as often as the country itself."""
    regions = [s for s in told.states.values() if s.region and s.country == country]
    region = min(regions, key=lambda s: (-told.regions[s.id], s.id), default=None)
    return region if region and told.regions[region.id] >= told.regions[country] else None


def _is_private(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a name only says what some person's nationality is: "a German doctor", "two Danes"."""
    tokens = sentence.tokens
    head = head_of(sentence, start, end)
    above = tokens[head].head
    if tokens[head].dep in ("amod", "compound", "nmod") and above >= end:
        made = tokens[above].lemma in WEAPONS  # "one Norlandish pistol": where it was made
        return made or tokens[above].pos == "PROPN" or _private_noun(tokens[above].lower)
    return any(tokens[c].pos == "NUM" for c in sentence.kids[head])


def _private_noun(word: str) -> bool:
    """Whether a noun is one for people who fight for nobody."""
    for _, forms in tables().groups.get(word, ()):
        group = next(iter(forms.get((), ())), None)
        if isinstance(group, Group):
            return group.type in PRIVATE
    return False
