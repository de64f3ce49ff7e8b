"""A report's sentences -> every name of a place in it, with the name's own span and the place's point.

`find` serves claims: it gives offsets and sides, and leaves out what it is not sure of. This serves maps and
indexes: each name as it stands, also where it only says whose or who ("Syrian", "Damascus said").
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.lexicons.gazetteer import Gazetteer, Place
from dateline.lexicons.gazetteer_keys import key_of
from dateline.mentions.places.beside import gap_km
from dateline.mentions.places.choose import choose
from dateline.mentions.places.dateline import town
from dateline.mentions.places.names import Name, is_capital
from dateline.mentions.places.readings import of_people
from dateline.mentions.places.shape import plain
from dateline.mentions.places.spans import find_names
from dateline.mentions.places.spoken import (
    LARGE_FROM,
    WEIGHT_DATELINE,
    WEIGHT_PUBLISHER,
    countries_of,
    published_at,
)
from dateline.mentions.places.words import words
from dateline.records import Mention, Report, Sentence, Token

NEAR_KM = 150.0  # a name with nothing else for it is a place if a sure one lies so near
ADJECTIVE = frozenset({"amod", "compound", "nmod", "conj"})
# A capitalised word behind a people's name that makes a place or body of the two.
GOES_ON = frozenset(
    {"union", "arabia", "ocean", "sea", "peninsula", "lake", "river", "road", "street", "legion"}
)


def toponyms(report: Report, sentences: tuple[Sentence, ...], gazetteer: Gazetteer) -> tuple[Mention, ...]:
    """Find every name of a place.

    Returns: mentions in text order, none overlapping, spans as short as the name; the rules are those of
             `find`, and places.people for adjectives of peoples.
    """
    surnames: set[str] = set()
    names = [n for s in sentences for n in find_names(s, gazetteer, surnames, wide=True) if n.places]
    weight = countries_of(report, sentences, names, gazetteer)
    base = town(report, weight, gazetteer)
    country, home = published_at(report, gazetteer)
    for iso, more in ((base.country if base else None, WEIGHT_DATELINE), (country, WEIGHT_PUBLISHER)):
        if iso:
            weight[iso] = weight.get(iso, 0.0) + more
    choose(names, weight, gazetteer, base, told=True, home=home)
    kept = _kept(names, surnames, home)
    found = [_mention(report, n, n.chosen) for n in kept if n.chosen]
    taken = [m.span for m in found]
    peoples = (m for s in sentences for m in _peoples(report, s, gazetteer))
    found += [m for m in peoples if not any(m.span.overlaps(span) for span in taken)]
    return tuple(sorted(found, key=lambda m: (m.span.start, m.span.end)))


def _kept(names: list[Name], surnames: set[str], home: tuple[Place, ...]) -> list[Name]:
    """The names that are places by position, size or company, here or elsewhere in the report."""
    persons = {id(n) for n in names if _is_person(n, surnames)}
    sure = {key_of(n.text) for n in names if n.chosen and _is_sure(n, home)}
    near = [
        (key_of(n.text), n.chosen)
        for n in names
        if n.chosen
        and n.chosen.kind != "country"
        and (key_of(n.text) in sure or (_stands(n) and id(n) not in persons))
    ]
    return [
        n
        for n in names
        if n.chosen
        and (key_of(n.text) in sure or (id(n) not in persons and _is_kept(n, n.chosen, near)))
        and not _is_way(n)
    ]


def _is_sure(name: Name, home: tuple[Place, ...]) -> bool:
    """Whether a name stands where only places stand: after "in", with "county", as a dateline, in its own paper."""
    lex, tokens = words(), name.sentence.tokens
    if name.type_word in lex.ways or (name.chosen and name.chosen.kind == "country"):
        return False
    if any(name.chosen and p.id == name.chosen.id for p in home) or tokens[name.end - 1].lower in lex.of_name:
        return True
    after = tokens[name.end].text if name.end < len(tokens) else ""
    if name.start == 0 and name.text.isupper() and after in {",", "—", "–", "-", "--", "(", ":"}:
        return True
    if name.weak:
        return False
    party = (
        name.start > 1 and tokens[name.start - 1].text == "-" and tokens[name.start - 2].text in lex.parties
    )
    kind = lex.types.get(name.type_word)
    return party or name.cue in SURE_CUES or name.how == "said" or kind in {"admin", "town"}


SURE_CUES = frozenset(
    {"in", "near", "at", "outside", "inside", "across", "around", "toward", "towards", "into"}
)


def _stands(name: Name) -> bool:
    """Whether a name stands as places may: after a preposition, or before the noun that it belongs to."""
    return not name.actor and (name.cue in words().place_cues or _leads(name))


def _leads(name: Name) -> bool:
    """For "a Ghent man", "Ghent police": the name tells where somebody is from."""
    tokens, head = name.sentence.tokens, name.head
    return (
        tokens[head].dep in {"compound", "nmod", "amod", "poss"}
        and name.end <= tokens[head].head < name.end + 4
    )


def _is_kept(name: Name, place: Place, near: list[tuple[str, Place]]) -> bool:
    if place.kind == "site" and (name.actor or name.modifier):
        return False  # "the White House said"
    if _is_large(place):
        return True
    if name.actor or (name.weak and not _leads(name)):
        return False
    own = key_of(name.text)
    return any(key != own and gap_km(p, place) < NEAR_KM for key, p in near)


def _is_way(name: Name) -> bool:
    """Whether a name is a street's: "Dublin Road"."""
    return name.type_word in words().ways and name.type_at >= name.end


def _is_large(place: Place) -> bool:
    return place.kind in {"country", "admin1", "region"} or place.population >= LARGE_FROM


def _is_person(name: Name, surnames: set[str]) -> bool:
    """Whether a single word stands for a person: one named in full elsewhere, or whom something is according to."""
    tokens = name.sentence.tokens
    if name.end - name.start > 1 or (name.chosen and name.chosen.kind in {"country", "admin1"}):
        return False
    if name.cue == "to" and name.start > 1 and tokens[name.start - 2].lower == "according":
        return True
    return name.text in surnames or "&" in {t.text for t in tokens[max(0, name.start - 1) : name.end + 1]}


def _mention(report: Report, name: Name, place: Place) -> Mention:
    tokens = name.sentence.tokens
    start, end = name.start, name.end
    if name.type_at == end and is_capital(tokens[end]) and tokens[end].lower in words().of_name:
        end += 1
    span = report.span(tokens[start].start, tokens[end - 1].end)
    made = plain(name, place)
    return Mention(span, made.where, made.rule, tokens[name.head].start, made.note)


def _peoples(report: Report, sentence: Sentence, gazetteer: Gazetteer) -> Iterator[Mention]:
    """Adjectives of peoples: "Syrian troops", "Sri Lankan police", "European officials"."""
    tokens, done = sentence.tokens, 0
    for i, token in enumerate(tokens):
        if i < done or not is_capital(token):
            continue
        for end in (i + 2, i + 1):
            place = _people(tokens[i:end], gazetteer) if end <= len(tokens) else None
            follow = tokens[end].lower if end < len(tokens) else ""
            if place and tokens[end - 1].dep in ADJECTIVE and follow not in GOES_ON:
                name = Name(
                    sentence,
                    i,
                    end,
                    token.text,
                    (place,),
                    chosen=place,
                    modifier=True,
                    full=(i, end),
                    how="people",
                )
                made = plain(name, place)
                span = report.span(token.start, tokens[end - 1].end)
                yield Mention(span, made.where, "places.people", token.start, f"the people of {place.id}")
                done = end
                break


def _people(tokens: tuple[Token, ...], gazetteer: Gazetteer) -> Place | None:
    return of_people(" ".join(t.text for t in tokens), gazetteer)
