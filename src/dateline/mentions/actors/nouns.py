"""A sentence's nouns -> the actors they name or describe: names, state forces, bodies, unnamed people.

Persons and pronouns are found elsewhere; "the militants" is only marked as pointing back.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from dateline import lexicons
from dateline.mentions.actors.nominals import Phrase, phrases
from dateline.mentions.actors.reading import Hit, Reading
from dateline.mentions.actors.tables import Force, Group, State, tables
from dateline.mentions.actors.tree import head_of, is_backed, is_place
from dateline.records import Actor, Sentence, Token

UNKNOWN = frozenset(("unidentified", "unknown", "unnamed", "masked", "unclaimed"))
OWNERS = frozenset(("its", "their", "his"))
SPEAKERS = frozenset(("our", "my", "your"))  # the army of whoever speaks, not of the country in focus
# Adjectives that set a force apart from the army of the country in focus.
OTHERS = frozenset(
    ("enemy", "opposing", "foreign", "allied", "rival", "opposition", "rebel", "hostile", "separatist")
)
YEAR = re.compile(r"1\d{3}|20\d{2}")  # takes "1918"; not "25,000" nor "300"
JOINTS = ("and", "or", ",", "/")
AIRED = lexicons.words("binding", "aired")  # "the Radio Reloj network" broadcasts
ALLIED = frozenset(("coalition", "alliance"))
KEPT = ("civilians", "ngo", "media")  # types that do not turn into the group whose name stands before them


class Found(NamedTuple):
    """An actor in a sentence, half-open token indices. `refers`: what a description may point back to."""

    sentence: int
    start: int
    end: int
    head: int
    actor: Actor
    how: str
    refers: str = ""
    plural: bool = False
    note: str = ""


def find(reading: Reading, index: int) -> list[Found]:
    """The actors that a sentence's nouns name or describe, in text order, none inside another."""
    sentence = reading.sentences[index]
    out: list[Found] = []
    taken: set[int] = set()
    for phrase in phrases(reading, index):
        found = _describe(reading, index, phrase)
        if found and taken.isdisjoint(range(found.start, found.end)):
            more = [f for f in _joined(reading, index, phrase, found) if f.start not in taken]
            out += [*more, found]
            taken.update(range(min(f.start for f in (*more, found)), found.end))
    for hit in reading.hits[index]:
        if taken.isdisjoint(range(hit.start, hit.end)):
            found = _named(sentence, index, hit)
            if found:
                out.append(found)
                taken.update(range(hit.start, hit.end))
    return sorted(out)


def in_their_time(reading: Reading, found: list[Found]) -> list[Found]:
    """The actors with those whom a past state's name meant before it was: "Soviet forces" in a report on 1918."""
    eras = {f.actor.country for f in found} & tables().eras.keys()
    if not eras:
        return found
    words = (t.text for s in reading.sentences for t in s.tokens if YEAR.fullmatch(t.text))
    last = max(map(int, words), default=None)
    meant = {c: actor for c in eras for since, actor in [tables().eras[c or ""]] if last and last < since}
    return [f._replace(actor=meant[f.actor.country]) if _is_of_state(f.actor, meant) else f for f in found]


def _is_of_state(actor: Actor, countries: Container[str | None]) -> bool:
    """Whether an actor is one of some states or a body that every state has, not one with a name of its own."""
    code = str(actor.country).lower()
    return actor.country in countries and (actor.actor_id or "").startswith((f"state-{code}", f"{code}-"))


def state_actor(state: State, kind: str = "state_government") -> Actor:
    """A state as an actor."""
    return Actor(state.name, f"state-{state.id.lower()}", kind, state.country)


def force_actor(force: Force, state: State, *, internal: bool, focus: State | None) -> Actor:
    """A state's body or force; one that acts abroad, or in a war between states, bears the country's name."""
    abroad = force.home and not (internal and focus == state)
    if force.type == "state_military" and (abroad or state.id in tables().as_country):
        return state_actor(state, force.type)
    name = force.name.format(adj=state.adjective, country=state.name)
    slug = re.sub(r"[^a-z]+", "-", force.name.format(adj="", country="").lower()).strip("-")
    return Actor(name, f"{state.id.lower()}-{slug}", force.type, state.country)


def _describe(reading: Reading, index: int, phrase: Phrase) -> Found | None:
    """Decide what a people noun stands for."""
    tokens = reading.sentences[index].tokens
    hit, end = _owner(reading, index, phrase)
    if hit is None and _is_unread_name(tokens, phrase):
        return None
    head = head_of(reading.sentences[index], phrase.first, phrase.end)
    plural = tokens[head].tag in ("NNS", "NNPS") or (phrase.group is not None and phrase.group.plural)
    kept = (
        phrase.group is not None and phrase.group.type in KEPT and tokens[head].lower not in tables().members
    )
    if hit and hit.name.actor and not kept:
        if phrase.group and phrase.group.keeps == "none":
            return None
        start = min(phrase.start, hit.start)
        word = tokens[head].lower
        return Found(index, start, end, head, hit.name.actor, "named_members", plural=plural, note=word)
    state = hit.name.state if hit else None
    found = _of_state(reading, phrase, state) or _of_nobody(reading, phrase)
    if not found:
        return None
    actor, how, refers = found
    end = max(end, phrase.end) if state else phrase.end
    return Found(index, phrase.start, end, head, actor, how, refers, plural, tokens[head].lower)


def _is_unread_name(tokens: tuple[Token, ...], phrase: Phrase) -> bool:
    """Whether a word for a force begins a name that no table knows: "Army of Light"."""
    after = tokens[phrase.end : phrase.end + 2]
    if len(after) < 2 or tokens[phrase.end - 1].lower != "army" or after[0].lower != "of":
        return False
    return phrase.start == phrase.end - 1 and after[1].pos in ("NOUN", "PROPN") and after[1].tag != "NNS"


def _joined(reading: Reading, index: int, phrase: Phrase, last: Found) -> Iterator[Found]:
    """The further names that share a noun: the first one of "British and French troops"."""
    tokens = reading.sentences[index].tokens
    if last.how not in ("state_force", "group_of", "named_members"):
        return
    hit = reading.hit_over(index, phrase.first - 1)
    while hit and hit.start > 1:
        k = hit.start - 1
        if tokens[k].lower not in JOINTS:
            return
        k -= tokens[k - 1].text == ","
        hit = reading.hit_over(index, k - 1)
        if hit is None or hit.end != k or not _is_adjective(tokens, hit, phrase.first):
            return
        told = _of_state(reading, phrase, hit.name.state)
        actor = hit.name.actor or (told[0] if told else None)
        if actor and actor != last.actor:
            yield last._replace(start=hit.start, actor=actor, how="joined")


def _is_adjective(tokens: tuple[Token, ...], hit: Hit, noun: int) -> bool:
    """Whether a name stands as an adjective does, and not as a place before "and": "in Iraq and Syrian troops"."""
    token = tokens[hit.end - 1]
    if hit.name.how == "adjective":
        return True
    if token.dep in ("pobj", "nsubj", "dobj"):
        return False
    return hit.name.is_acronym or (token.dep in ("amod", "compound", "nmod") and token.head >= noun)


def _owner(reading: Reading, index: int, phrase: Phrase) -> tuple[Hit | None, int]:
    """The name that a noun belongs to, before it or after "of", and where the phrase then ends."""
    tokens = reading.sentences[index].tokens
    if phrase.hits:
        near = [h for h in phrase.hits if ")" not in {t.text for t in tokens[h.end : phrase.end]}]
        actors = [h for h in near if h.name.actor]
        return (actors or near or list(phrase.hits))[0], phrase.end  # not the CNN of "(CNN) Italian police"
    k = phrase.end
    last = tokens[phrase.end - 1].lower
    open_to_names = phrase.force is not None or (phrase.group is not None and phrase.group.keeps == "group")
    if (
        k + 1 < len(tokens)
        and tokens[k].lower in ("of", "from")
        and (last in tables().members_of or open_to_names)
    ):
        for j in range(k + 1, min(k + 5, len(tokens))):
            hit = reading.hit_over(index, j)
            if hit:
                fits = hit.name.actor if last in tables().members_of else tokens[k].lower == "of"
                past = hit.end + 3 if hit.end < len(tokens) and tokens[hit.end].text == "(" else hit.end
                top = tokens[head_of(reading.sentences[index], hit.start, hit.end)].head
                ends = past >= len(tokens) or not (tokens[past].tag == "POS" or top >= hit.end)
                return (hit, hit.end) if fits and ends else (None, phrase.end)
            if tokens[j].pos not in ("DET", "ADJ", "NOUN"):
                break
    return None, phrase.end


def _of_state(reading: Reading, phrase: Phrase, state: State | None) -> tuple[Actor, str, str] | None:
    """A force or people of a country that stands with the word."""
    if state is None:
        return None
    if phrase.force:
        actor = force_actor(phrase.force, state, internal=reading.internal, focus=reading.focus)
        return actor, "state_force", ""
    if phrase.group and phrase.group.keeps != "none":
        first = f"{_written(phrase, state)} {phrase.capitals}".strip()
        return (
            Actor(f"{first} {_called(phrase.group)}", None, phrase.group.type, state.country),
            "group_of",
            "",
        )
    return None


def _called(group: Group) -> str:
    """What people are called behind the name of their land: "Ambrian gunmen" are no longer unidentified."""
    return group.many if group.name.startswith("unidentified") else group.name


def _written(phrase: Phrase, state: State) -> str:
    """A region as it is written before a word ("Assam police"), a state by its adjective."""
    return state.name if state.region and any(h.name.how == "name" for h in phrase.hits) else state.adjective


def _of_nobody(reading: Reading, phrase: Phrase) -> tuple[Actor, str, str] | None:
    """A word without a name: the country in focus, or what the word itself says."""
    force, group = phrase.force, phrase.group
    focus = reading.focus
    if force and not phrase.modifiers.isdisjoint(ALLIED):
        return Actor("coalition", None, "coalition"), "group", "coalition"
    body = tables().bodies.get(phrase.capitals.rpartition(" ")[2].lower()) if " " in phrase.capitals else None
    if body and group and group.keeps == "group":
        return Actor(phrase.capitals, None, body, code(focus)), "named_members", ""
    if phrase.capitals and group and group.keeps != "none" and phrase.modifiers.isdisjoint(AIRED):
        return Actor(f"{phrase.capitals} {_called(group)}", None, group.type, code(focus)), "group_of", ""
    if force and not group and phrase.capitals:
        return None  # "Varda Liberation Army" is a body of its own
    if force and force.alone == "focus" and focus and phrase.modifiers.isdisjoint(OTHERS | OWNERS | SPEAKERS):
        return force_actor(force, focus, internal=True, focus=focus), "focus_country", ""
    if ((force and force.home) or (group and group.refers)) and not phrase.modifiers.isdisjoint(OWNERS):
        return Actor(group.name if group else "soldiers", None, "other"), "group", "owner"
    if group and group.type in ("rebel", "militia") and "security" in phrase.modifiers:
        return None  # "that security group": a state's men, but whose?
    if group and group.keeps == "group" and not phrase.modifiers.isdisjoint(UNKNOWN):
        name = group.name if group.name.startswith("unidentified") else f"unidentified {group.name}"
        return Actor(name, None, group.type), "group", ""
    if group:
        if group.refers in ("group", "coalition") and not phrase.definite:
            return None
        refers = group.refers if phrase.definite or not group.refers else "open"
        return Actor(group.name, None, group.type), "group", refers
    if force and force.alone != "never":
        name = force.plain or force.name.format(adj="", country="").strip().lower()
        return Actor(name, None, force.type), "group", ""
    return None


def code(state: State | None) -> str | None:
    """The country that a state or region counts to."""
    return state.country if state else None


def _named(sentence: Sentence, index: int, hit: Hit) -> Found | None:
    """A name that stands by itself."""
    name = hit.name
    tokens = sentence.tokens
    head = head_of(sentence, hit.start, hit.end)
    plural = tokens[head].tag in ("NNS", "NNPS")
    if name.actor:
        how = "defined" if name.how == "defined" else "person" if name.actor.type == "person" else "named"
        return Found(index, hit.start, hit.end, head, name.actor, how, plural=plural)
    state = name.state
    if state is None or is_backed(tokens, hit.start, hit.end):
        return None
    above = tokens[tokens[head].head].lower
    if (
        name.how != "people"
        and is_place(sentence, hit.start, hit.end)
        and (above != "of" or name.how != "name")
    ):
        return None
    dep = tokens[head].dep
    modifier = dep in ("compound", "amod", "poss", "nmod") or (dep == "pobj" and above == "of")
    if name.how == "adjective" and _is_one(sentence, head):
        people = Actor(f"{state.adjective} civilians", None, "civilians", state.country)
        return Found(index, hit.start, hit.end, head, people, "people", note="citizen")
    if name.how == "adjective" or (modifier and name.how != "seat"):
        return Found(index, hit.start, hit.end, head, state_actor(state), "modifier")
    if name.how == "seat":
        return (
            Found(index, hit.start, hit.end, head, state_actor(state), "seat")
            if _acts(sentence, head)
            else None
        )
    if name.how == "people" and (_counted(sentence, head) or tokens[hit.start - 1].lower == "ethnic"):
        people = Actor(f"{state.adjective} civilians", None, "civilians", state.country)
        return Found(index, hit.start, hit.end, head, people, "people", plural=True)
    return Found(index, hit.start, hit.end, head, state_actor(state), "state", plural=name.how == "people")


def _acts(sentence: Sentence, k: int) -> bool:
    """Whether a word is the subject of a verb that is done, not suffered or merely is: "Moscow said"."""
    token = sentence.tokens[k]
    verb = sentence.tokens[token.head]
    return (
        token.dep == "nsubj"
        and verb.pos == "VERB"
        and verb.lemma not in ("fall", "come", "remain", "see", "lie")
    )


def _is_one(sentence: Sentence, k: int) -> bool:
    """“Shot a Palestinian”: one person of a country, not the country; "a Palestinian farmer" has a noun of its own."""
    token = sentence.tokens[k]
    if token.dep not in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr", "appos"):
        return False
    after = sentence.tokens[k + 1] if k + 1 < len(sentence.tokens) else None
    if after is not None and (after.text in "-–" or after.pos in ("NOUN", "PROPN", "ADJ")):
        return False
    single = token.lower.endswith(("an", "i")) and token.dep in ("nsubjpass", "dobj")  # not "the British"
    before = ("a", "an", "another", "one", *(("the",) if single else ()))
    return any(sentence.tokens[c].lower in before for c in sentence.kids[k])


def _counted(sentence: Sentence, k: int) -> bool:
    """Whether a number, "some" or "many" stands with a word: "two Iraqis" are people, not the state."""
    kids = [sentence.tokens[c] for c in sentence.kids[k]]
    return any(c.pos == "NUM" or c.lower in ("some", "many", "several", "dozens", "more") for c in kids)
