"""A sentence's nouns -> the actors they name or describe: names, state forces, bodies, unnamed people.

Persons and pronouns are found elsewhere; "the militants" is only marked as pointing back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dateline.mentions.actors.reading import Hit, Reading, spell
from dateline.mentions.actors.tables import Force, Group, State, every, tables
from dateline.mentions.actors.tree import head_of, is_place
from dateline.records import Actor, Sentence, Token

# What may follow a name and a hyphen without making it who acts: "US-backed rebels".
BACKED = re.compile(
    r"(?:backed|led|held|sponsored|supported|trained|armed|funded|controlled|aligned|affiliated|linked|"
    r"dominated|based|born|owned|run|flagged|made|style|inspired|related|era|allied|imposed|occupied)$"
)
DEFINITE = frozenset(("the", "its", "their", "his", "those", "these", "that", "this", "both"))
UNKNOWN = frozenset(("unidentified", "unknown", "unnamed", "masked", "unclaimed"))
OWNERS = frozenset(("its", "their", "his"))
# Adjectives that set a force apart from the army of the country in focus.
OTHERS = frozenset(
    ("enemy", "opposing", "foreign", "allied", "rival", "opposition", "rebel", "hostile", "separatist")
)
MODIFIERS = frozenset(("ADJ", "NOUN", "PROPN", "NUM", "DET", "ADV", "PART", "VERB", "PRON", "SYM", "X"))
NOUNS = ("NOUN", "PROPN")
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


class Phrase(NamedTuple):
    """A noun of the people tables with what stands before it."""

    start: int
    first: int
    end: int
    group: Group | None
    force: Force | None
    hits: tuple[Hit, ...]
    capitals: str
    definite: bool
    modifiers: frozenset[str]


def find(reading: Reading, index: int) -> list[Found]:
    """The actors that a sentence's nouns name or describe, in text order, none inside another."""
    sentence = reading.sentences[index]
    out: list[Found] = []
    taken: set[int] = set()
    for phrase in _phrases(reading, index):
        found = _describe(reading, index, phrase)
        if found and taken.isdisjoint(range(found.start, found.end)):
            out.append(found)
            taken.update(range(found.start, found.end))
    for hit in reading.hits[index]:
        if taken.isdisjoint(range(hit.start, hit.end)):
            found = _named(sentence, index, hit)
            if found:
                out.append(found)
                taken.update(range(hit.start, hit.end))
    return sorted(out)


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


def _phrases(reading: Reading, index: int) -> Iterator[Phrase]:
    """The nouns for people and forces in a sentence, the longest at each place."""
    words, sentence = reading.words[index], reading.sentences[index]
    known = tables()
    done = 0
    for k in range(len(sentence.tokens)):
        at = words.at[k]
        if k < done or at >= len(words.lower) or words.token[at] != k or reading.hit_over(index, k):
            continue
        best = _longest(reading, index, at)
        if (k > 1 and _is_against(sentence.tokens, k)) or _is_title(sentence.tokens, k):
            continue
        if best:
            end, group, force = best
            if _is_noun(sentence, end - 1, group):
                done = end
                yield _phrase(reading, index, (k, end), group=group, force=force)
        elif sentence.tokens[k].lower in known.members_of or (
            sentence.tokens[k].lower in known.members and _is_noun(sentence, k, None)
        ):
            yield _phrase(reading, index, (k, k + 1), group=None, force=None)


def _is_title(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a rank stands before a name: "Sergeant Vale"; it is then the person's title."""
    if tokens[k].lower not in tables().titles or k + 1 == len(tokens):
        return False
    return tokens[k + 1].pos == "PROPN" and tokens[k + 1].lower not in tables().forces


def _is_against(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a word only says against whom or what: "anti-guerrilla"."""
    return tokens[k - 1].text in "-–" and tokens[k - 2].lower in ("anti", "counter", "pro", "non")


def _longest(reading: Reading, index: int, at: int) -> tuple[int, Group | None, Force | None] | None:
    """The longest group and force words at a piece; the shorter one falls away."""
    words, known = reading.words[index], tables()
    groups = next(every(known.groups, words.lower, at), None)
    forces = next(every(known.forces, words.lower, at), None)
    if not groups and not forces:
        return None
    long = max(groups[0] if groups else 0, forces[0] if forces else 0)
    end = words.token[at + long - 1] + 1
    group = groups[1][0] if groups and groups[0] == long else None
    force = forces[1][0] if forces and forces[0] == long else None
    return end, group, force


def _is_noun(sentence: Sentence, k: int, group: Group | None) -> bool:
    """Whether a token stands as a noun; of adjectives only those for fighters do: "militant positions"."""
    token = sentence.tokens[k]
    if token.lower == "military" and token.dep == "amod":
        return sentence.tokens[token.head].lower in tables().member_things
    if token.pos == "ADJ" and token.dep == "amod":
        return group is not None and (group.refers == "rebels" or token.lower == "civilian")
    if token.pos == "ADJ" or token.tag == "VBN":
        return k > 0 and sentence.tokens[k - 1].pos in ("DET", "NUM")  # "the wounded"; not "shot dead"
    return token.pos in NOUNS


def _phrase(
    reading: Reading, index: int, span: tuple[int, int], *, group: Group | None, force: Force | None
) -> Phrase:
    """Gather what stands before a noun: names, capitalised words, article, other words."""
    sentence = reading.sentences[index]
    tokens = sentence.tokens
    first, end = span
    start, hits, modifiers = first, [], set()
    k = first - 1
    while k >= 0:
        hit = reading.hit_over(index, k)
        if hit:
            if not _leads_to(tokens, hit, end) and tokens[hit.end].text not in "()":
                break
            if not _is_backed(tokens, hit):
                hits.append(hit)
            k, start = hit.start - 1, hit.start
            continue
        if tokens[k].text == ")" and reading.hit_over(index, k - 1):
            k -= 1
            continue
        if tokens[k].text == "(" and hits and hits[-1].start == k + 1:
            k -= 1
            continue
        if not _modifies(tokens, k, end):
            break
        modifiers.add(tokens[k].lower)
        start = k
        k -= 1
    capitals = _capitals(reading, index, first)
    definite = not modifiers.isdisjoint(DEFINITE)
    return Phrase(start, first, end, group, force, tuple(hits), capitals, definite, frozenset(modifiers))


def _modifies(tokens: tuple[Token, ...], k: int, end: int) -> bool:
    """Whether a token belongs to the noun that ends before `end`."""
    token = tokens[k]
    if token.text in "-–" or token.tag == "POS":
        return True
    if token.pos not in MODIFIERS or token.dep in (
        "nsubj",
        "dobj",
        "pobj",
        "ROOT",
        "conj",
        "appos",
        "npadvmod",
    ):
        return token.dep == "npadvmod" and k + 1 < end and tokens[k + 1].text == "-"
    return k < token.head < end


def _leads_to(tokens: tuple[Token, ...], hit: Hit, end: int) -> bool:
    """Whether a name stands before a noun as its modifier or owner, not as a phrase of its own."""
    last = tokens[hit.end - 1]
    return hit.end - 1 < last.head < end or any(
        hit.end - 1 < t.head < end for t in tokens[hit.start : hit.end]
    )


def _is_backed(tokens: tuple[Token, ...], hit: Hit) -> bool:
    """Whether a name only says who stands behind: "US-backed"."""
    if "-" in tokens[hit.end - 1].text and BACKED.search(tokens[hit.end - 1].lower):
        return True
    after = tokens[hit.end : hit.end + 2]
    return len(after) == 2 and after[0].text in "-–" and bool(BACKED.search(after[1].lower))


def _capitals(reading: Reading, index: int, first: int) -> str:
    """Capitalised words right before a noun that no table knows: "Patna police", "Sunni Arab civilians"."""
    if reading.unruled:
        return ""
    tokens = reading.sentences[index].tokens
    k = first
    while k > 0:
        token = tokens[k - 1]
        first_word = k - 1 == 0 and token.pos != "PROPN" and token.lower not in tables().peoples
        if not token.text[:1].isupper() or token.pos not in ("ADJ", "PROPN") or first_word:
            break
        if reading.hit_over(index, k - 1) or token.lower in tables().titles:
            break
        if not k - 1 < token.head <= first + 2:
            break
        k -= 1
    return spell(tokens, k, first)


def _describe(reading: Reading, index: int, phrase: Phrase) -> Found | None:
    """Decide what a people noun stands for."""
    tokens = reading.sentences[index].tokens
    hit, end = _owner(reading, index, phrase)
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


def _owner(reading: Reading, index: int, phrase: Phrase) -> tuple[Hit | None, int]:
    """The name that a noun belongs to, before it or after "of", and where the phrase then ends."""
    tokens = reading.sentences[index].tokens
    if phrase.hits:
        actors = [h for h in phrase.hits if h.name.actor]
        return (actors or list(phrase.hits))[0], phrase.end
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
        return Actor(f"{first} {phrase.group.name}", None, phrase.group.type, state.country), "group_of", ""
    return None


def _written(phrase: Phrase, state: State) -> str:
    """A region as it is written before a word ("Assam police"), a state by its adjective."""
    return state.name if state.region and any(h.name.how == "name" for h in phrase.hits) else state.adjective


def _of_nobody(reading: Reading, phrase: Phrase) -> tuple[Actor, str, str] | None:
    """A word without a name: the country in focus, or what the word itself says."""
    force, group = phrase.force, phrase.group
    focus = reading.focus
    if phrase.capitals and group and group.keeps != "none":
        return Actor(f"{phrase.capitals} {group.name}", None, group.type, code(focus)), "group_of", ""
    if force and not group and phrase.capitals:
        return None  # "Varda Liberation Army" is a body of its own
    if force and force.alone == "focus" and focus and phrase.modifiers.isdisjoint(OTHERS | OWNERS):
        return force_actor(force, focus, internal=True, focus=focus), "focus_country", ""
    if ((force and force.home) or (group and group.refers)) and not phrase.modifiers.isdisjoint(OWNERS):
        return Actor(group.name if group else "soldiers", None, "other"), "group", "owner"
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
    if state is None or _is_backed(tokens, hit):
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
    if name.how == "adjective" or (modifier and name.how != "seat"):
        return Found(index, hit.start, hit.end, head, state_actor(state), "modifier")
    if name.how == "seat":
        return (
            Found(index, hit.start, hit.end, head, state_actor(state), "seat")
            if _acts(sentence, head)
            else None
        )
    if name.how == "people" and _counted(sentence, head):
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


def _counted(sentence: Sentence, k: int) -> bool:
    """Whether a number, "some" or "many" stands with a word: "two Iraqis" are people, not the state."""
    kids = [sentence.tokens[c] for c in sentence.kids[k]]
    return any(c.pos == "NUM" or c.lower in ("some", "many", "several", "dozens", "more") for c in kids)
