"""Capitalised runs that no table knows -> persons. No name model is used.

A run is a person where a title stands before it, where it acts, speaks or suffers, where it opens with a given
name, or where its last name was given in full before. Places and bodies are told by their last word and by the
preposition before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dateline import lexicons
from dateline.lexicons import names
from dateline.mentions.actors.folding import fold
from dateline.mentions.actors.nouns import Found
from dateline.mentions.actors.reading import Reading, spell
from dateline.mentions.actors.tables import every, tables
from dateline.mentions.actors.tree import LOCATIVE, head_of
from dateline.records import Actor, Sentence, Token

GUNS = lexicons.words("binding", "guns")
AIRED = lexicons.words("binding", "aired")
PLACE_VERBS = lexicons.words("binding", "place_verbs")
SUBJECTS = ("nsubj", "nsubjpass", "csubj")
BEFORE = ("compound", "amod", "nmod", "poss", "case", "prep", "pobj")
AGED = re.compile(r", an? \d{1,2}[- ]year[- ]old")
OLD = re.compile(r"\d[- ]year[- ]old [^ ]+( [^ ]+){0,2}$")
HONORIFICS = lexicons.words("binding", "honorifics")
OFFICE = 4  # words at most that say of what a title is, before it
ROLE = 9  # words of a description that are kept: enough for "spokesman for the UN High Commissioner ..."
PARTICLES = lexicons.words("binding", "name_particles")
NOT_NAMES = lexicons.words("binding", "not_names")
MONTHS_AS_NAMES = frozenset({"Jan", "May", "June", "August"})


@dataclass(slots=True)
class Known:
    """Persons of a report by last name, as their fullest name so far, and what they are said to be."""

    full: dict[str, str] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)

    def add(self, name: str) -> None:
        """Remember a full name by its last name, and by its middle ones where it has more than two."""
        words = name.split()
        if len(words) == 1:
            return
        for key in (
            name,
            words[-1],
            words[-1].split("-")[-1],
            *words[2:-1],
            *(words[1:2] if len(words) == 3 else ()),
        ):
            self.full.setdefault(fold(key), name)


def find(reading: Reading, index: int, taken: set[int], known: Known) -> list[Found]:
    """The persons named in a sentence; `known` grows with them."""
    sentence = reading.sentences[index]
    out = []
    for first, end in _runs(reading, index, taken):
        start, title = _strip_title(reading, index, first, end)
        while not reading.unruled and end - start > 1 and len(sentence.tokens[start].text) > 1:
            if not sentence.tokens[start].text.isupper():
                break
            start += 1
        before = _title_before(sentence, reading, index, start) if not title else (start, title)
        if start >= end:
            continue
        name = spell(sentence.tokens, start, end)
        whole = _full(name, known)
        if name.isupper() and not reading.unruled:
            continue
        if not (before[1] or whole or _is_person(sentence, reading, start, end)):
            continue
        full = whole or name
        known.add(full)
        head = head_of(sentence, start, end)
        actor = Actor(full, None, "person")
        role = _role(sentence, head, start, end) or _plain(sentence.tokens[before[0] : start])
        if role:
            known.roles.setdefault(full, role)
        out.append(Found(index, before[0], end, head, actor, "person", note=known.roles.get(full, "")))
    return out


def with_role(found: Found, sentence: Sentence, known: Known) -> Found:
    """A person whom the tables know, with what this report says they are."""
    if found.actor.type != "person":
        return found
    role = _role(sentence, found.head, found.start, found.end)
    if role:
        known.roles.setdefault(found.actor.name, role)
    return found._replace(note=known.roles.get(found.actor.name, ""))


def _role(sentence: Sentence, head: int, start: int, end: int) -> str:
    """What a person is said to be: the words before the name, or those beside it."""
    tokens = sentence.tokens
    first = start
    while (
        first > 0 and first - 1 < tokens[first - 1].head < end and tokens[first - 1].dep in (*BEFORE, "punct")
    ):
        first -= 1
    before = _plain(tokens[first:start])
    if any(t.lower in tables().titles for t in tokens[first:start]):
        return before
    for k in sentence.kids[head]:
        if tokens[k].dep == "appos" and tokens[k].pos == "NOUN" and k >= end:
            return _plain(_short(sentence, k))
    top = _role_noun(sentence, head)
    if top is not None:
        return _plain(_short(sentence, top, upto=start))
    return before


def _role_noun(sentence: Sentence, head: int) -> int | None:
    """The noun that a name stands beside, also past its "of ...": "spokesman for the Council, Rana Odeh"."""
    tokens = sentence.tokens
    if tokens[head].dep != "appos":
        return None
    first: int | None = None
    for k in sentence.ancestors(head):
        if tokens[k].pos == "NOUN":
            if tokens[k].lower in tables().titles:
                return k
            first = k if first is None else first
        elif tokens[k].pos not in ("PROPN", "ADP"):
            break
    return first


def _short(sentence: Sentence, head: int, *, upto: int | None = None) -> tuple[Token, ...]:
    """A noun with what stands before it and one "of ..." or "for ..." after it."""
    first = min([head, *(sentence.subtree(k)[0] for k in sentence.kids[head] if k < head)])
    last = head + 1
    for k in sentence.kids[head]:
        if k > head and sentence.tokens[k].lower in ("of", "for", "to", "in"):
            last = sentence.subtree(k)[1]
            break
    return sentence.tokens[first : min(last, upto or last, head + ROLE)]


def _plain(tokens: tuple[Token, ...]) -> str:
    """Words without articles, honorifics and stray marks."""
    kept = [t for t in tokens if t.pos not in ("DET", "PUNCT", "NUM", "SPACE") or t.text in "-–&"]
    while kept and kept[0].lower.rstrip(".") in HONORIFICS:
        kept = kept[1:]
    return "".join(t.text + (" " if t.space else "") for t in kept).strip(" -.,:")


def _runs(reading: Reading, index: int, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Runs of name-like words that nothing else has taken."""
    tokens = reading.sentences[index].tokens
    k = 0
    while k < len(tokens):
        if k in taken or not _is_name(tokens[k], k):
            k += 1
            continue
        end = k + 1
        while (
            end < len(tokens)
            and end not in taken
            and (_is_name(tokens[end], end) or _links(tokens, end, taken))
        ):
            end += 1
        while end > k and not _is_name(tokens[end - 1], end - 1):
            end -= 1
        end += _is_last_name(tokens, end)
        if not _is_place_run(tokens, k, end):
            yield k, end
        k = end + 1


def _is_last_name(tokens: tuple[Token, ...], k: int) -> bool:
    """Whether a word for a month is a surname: "Tariq Jan was", not "Tariq, Jan. 5"."""
    if k >= len(tokens) or tokens[k].text not in MONTHS_AS_NAMES or tokens[k].pos != "PROPN":
        return False
    dated = k + 1 < len(tokens) and tokens[k + 1].text[:1].isdigit()
    return tokens[k - 1].dep == "compound" and tokens[k - 1].head == k and not dated


def _is_name(token: Token, k: int) -> bool:
    """Whether a token may be part of a person's name."""
    text = token.text
    if not text[:1].isupper() or fold(text) in NOT_NAMES or any(c.isdigit() for c in text):
        return False
    if token.pos == "PROPN":
        return True
    return k > 0 and token.pos in ("NOUN", "ADJ", "X") and text[1:].islower()


def _links(tokens: tuple[Token, ...], k: int, taken: set[int]) -> bool:
    """Whether a small word holds a name together: "al", "-", "bin"."""
    token = tokens[k]
    if token.text in "-–" and tokens[k - 1].end == token.start:
        return True
    if fold(token.text) in PARTICLES and k + 1 < len(tokens) and k + 1 not in taken:
        following = tokens[k + 1]
        return following.text[:1].isupper() or following.text in "-–"
    return False


def _is_place_run(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether a run is a place by its last word, or by the word right after it."""
    places = tables().places
    if tokens[start].lower in ("operation", "operations", "battle", "exercise"):
        return True
    if tokens[end - 1].lower in places or tokens[end - 1].lower in tables().bodies:
        return True
    after = tokens[end].lower if end < len(tokens) else ""
    return after in places and start < end


def _strip_title(reading: Reading, index: int, start: int, end: int) -> tuple[int, str]:
    """Where the name starts after the titles at the run's head, and the titles."""
    words, tokens = reading.words[index], reading.sentences[index].tokens
    first = start
    while start < end and words.at[start] < len(words.lower):
        found = next(every(tables().titles, words.lower, words.at[start]), None)
        if not found and start == first and (later := _later_title(reading, index, start, end)):
            start = later
            continue
        if not found:
            break
        after = words.token[words.at[start] + found[0] - 1] + 1
        if after > end:
            break
        start = after + (after < end and tokens[after].text == ".")
    return start, spell(tokens, first, start) if start > first else ""


def _later_title(reading: Reading, index: int, start: int, end: int) -> int | None:
    """Where a title stands behind words that only say of what: "Army Spokesman Major Jon Vasko"."""
    words, tokens = reading.words[index], reading.sentences[index].tokens
    for k in range(start + 1, min(end - 1, start + OFFICE)):
        if words.at[k] >= len(words.lower):
            continue
        name = fold(tokens[k].text) in names.given() | names.family()
        if name and not names.is_everyday(fold(tokens[k].text)):
            continue
        if next(every(tables().titles, words.lower, words.at[k]), None):
            return k
    return None


def _title_before(sentence: Sentence, reading: Reading, index: int, start: int) -> tuple[int, str]:
    """A title in lower case right before a name: "spokesman", "district superintendent of police"."""
    words = reading.words[index]
    for k in range(max(0, start - 4), start):
        if words.at[k] >= len(words.lower):
            continue
        for length, _ in every(tables().titles, words.lower, words.at[k]):
            if words.token[words.at[k] + length - 1] + 1 == start:
                return start, spell(sentence.tokens, k, start)
    return start, ""


def _full(name: str, known: Known) -> str | None:
    """The fullest name of a person already told of."""
    key = fold(name)
    if key in known.full:
        return known.full[key]
    last = fold(name.rsplit(maxsplit=1)[-1].rsplit("-", maxsplit=1)[-1])
    full = known.full.get(last) or known.full.get(fold(name.rsplit(maxsplit=1)[-1]))
    if full and (" " not in name or set(key.split()) <= set(fold(full).split())):
        return full
    return None


def _is_person(sentence: Sentence, reading: Reading, start: int, end: int) -> bool:
    """Whether a run without a title stands where persons stand."""
    tokens = sentence.tokens
    head = head_of(sentence, start, end)
    if _is_aged(tokens, end) or _has_role(sentence, head) or _has_kin(tokens, end):
        return True
    if reading.unruled and tokens[head].pos != "PROPN":
        return False
    if _is_no_person(tokens, start, end):
        return False
    words = [t for t in tokens[start:end] if t.text not in "-–"]
    token = tokens[head]
    sort = token.dep in ("compound", "nmod") and tokens[token.head].pos == "NOUN"  # "Jon Vasko rifles"
    if len(words) > 1 and not sort and _is_named(words, tokens[start - 1].lower if start else ""):
        return True
    if len(words) > 1 and _is_one_who(tokens, end):
        return True
    top = tokens[token.head] if token.dep == "conj" else token
    above = tokens[top.head]
    if top.dep in SUBJECTS and above.pos in ("VERB", "AUX") and above.lemma != "be":
        return len(words) > 1 or above.lemma in ("say", "tell", "write", "add", "claim", "flee", "warn")
    if top.dep == "dobj":
        return len(words) > 1 and above.lemma not in PLACE_VERBS
    if top.dep in ("appos", "poss", "attr"):
        return len(words) > 1 and tokens[start - 1].lower not in LOCATIVE
    return top.dep == "pobj" and len(words) > 1 and above.lower in ("by", "with", "against", "to")


def _is_named(words: list[Token], before: str) -> bool:
    """Whether words are a given name and a surname, by the lists of both, and stand where no place would."""
    first, last = fold(words[0].text), fold(words[-1].text)
    if first not in names.given() or names.is_everyday(first) or words[-1].pos != "PROPN":
        return False
    if before in LOCATIVE:
        return before == "of" and (last in names.family() or len(words) > 2)
    return last in names.family() or not names.is_everyday(last)


def _is_one_who(tokens: tuple[Token, ...], end: int) -> bool:
    """“Rana Odeh, who was held”: no place and no body is a "who", though a body is now and then."""
    after = tokens[end : end + 2]
    return len(after) == 2 and after[0].text == "," and after[1].lower in {"who", "whom"}


def _is_no_person(tokens: tuple[Token, ...], start: int, end: int) -> bool:
    """Whether a name is said as persons' names are not: "the Dawn Accord", "Radio Esja"."""
    if start and tokens[start - 1].lower == "the" and end - start > 1:
        return True
    if tokens[end - 1].lower.endswith("gun") or tokens[end - 1].lower in GUNS:
        return True  # "killed by an Uzi submachinegun"
    return end - start > 1 and tokens[start].lower in AIRED


def _is_aged(tokens: tuple[Token, ...], end: int) -> bool:
    """Whether an age follows: "Rana Odeh, 54 years old", "Rana Odeh, 54," or "Rana Odeh, a 54-year-old"."""
    after = tokens[end : end + 3]
    told = "".join(t.lower + (" " if t.space else "") for t in tokens[max(0, end - 9) : end])
    if OLD.search(told):
        return True
    if AGED.match("".join(t.lower + (" " if t.space else "") for t in tokens[end : end + 7])):
        return True
    if len(after) < 2 or after[0].text not in ",(" or not after[1].text[:2].isdigit():
        return False
    return 1 <= len(after[1].text) <= 2 and (len(after) == 2 or after[2].text[0] in ",)ya-.")


def _has_kin(tokens: tuple[Token, ...], end: int) -> bool:
    """Whether kin or followers are said to be the name's: "Vasko's son"."""
    after = tokens[end : end + 4]
    return len(after) > 1 and after[0].tag == "POS" and any(t.lower in tables().kin for t in after[1:])


def _has_role(sentence: Sentence, head: int) -> bool:
    """Whether a word for what a person is stands beside the name: "Robert Vale, a former ambassador"."""
    roles = tables().titles
    for k in sentence.kids[head]:
        token = sentence.tokens[k]
        if token.dep == "appos" and (token.lower in roles or token.lower in tables().groups):
            return True
    token = sentence.tokens[head]
    above = sentence.tokens[token.head]
    told = above.lower in roles or above.lower in tables().groups or above.lower in tables().relatives
    return token.dep == "appos" and (told or _is_member(sentence, head))


def _is_member(sentence: Sentence, head: int) -> bool:
    """“An official of the Northfield Guard, Rana Odeh”: who is told to be of a body, by a noun for one person."""
    tokens = sentence.tokens
    top = _role_noun(sentence, head)
    of = tokens[tokens[tokens[head].head].head]
    if top is None or of.lower != "of" or of.head != top or tokens[top].tag != "NN":
        return False
    named = any(tokens[k].dep == "compound" for k in sentence.kids[head])
    return named and (tokens[top].lower in tables().members or tokens[top].lower in tables().single)
