"""What was withheld -> every form in which a finished file could still give it away, and a search for them.

Names whole, in part, by initials, run together as in addresses, in another transliteration, and hashed;
sentences by any six words in a row; ids and contacts to the letter. What is found is told by its kind alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import md5, sha1, sha256

from dateline.lexicons.gazetteer_keys import skeleton
from dateline.protection.people import Key, Person
from dateline.protection.words import fold, is_common, is_everyday

SHINGLE = 6  # words in a row that give a sentence away
PART = 3  # letters of a name's part that is searched for by itself
JOINED = 8  # letters of a whole name that is searched for inside longer words
BONES = 2  # consonants that each part has where two spellings are compared by them
DIGEST = 8  # hexadecimal digits by which a hash is told
LINE = 200  # letters of a line whose folded form is worth keeping: headings and cells come again and again
LITERAL = 8  # letters of an id that is searched for
HOURS = frozenset(("am", "pm"))  # initials that stand in every text
ID, WHOLE, RUN, SAID = "id or contact", "name", "name run together", "words of a private person"
# What is looked for in bytes that are no text: their noise has initials and short words in it.
FIRM = frozenset((ID, WHOLE, RUN, SAID))
TOKEN = re.compile(r"[^\W_]+")
CAPITAL = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
INITIALS = re.compile(r"(?<![\w.])(?:[^\W\d_]\.[ \u00a0]?){2,4}")
HEX = re.compile(r"(?<![0-9a-fA-F])[0-9a-fA-F]{8,128}(?![0-9a-fA-F])")


@dataclass(frozen=True, slots=True)
class Traces:
    """What one report must leave no trace of."""

    people: tuple[Person, ...]
    spoken: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    byline: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """One thing that was withheld and still stands somewhere: its kind, and the code point where it does."""

    kind: str
    at: int


@dataclass(frozen=True)
class Secrets:
    """Everything that is searched for. It is never written anywhere."""

    names: frozenset[Key] = frozenset()
    parts: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()
    joined: frozenset[str] = frozenset()
    bones: frozenset[tuple[str, str]] = frozenset()
    shingles: frozenset[tuple[str, ...]] = frozenset()
    literals: frozenset[str] = frozenset()
    digests: frozenset[str] = frozenset()
    listed: tuple[tuple[str, str], ...] = ()
    _first: dict[str, list[Key]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        table: dict[str, list[Key]] = defaultdict(list)
        for name in sorted(self.names, key=len, reverse=True):
            table[name[0]].append(name)
        self._first.update(table)

    def without(self, shown: Iterable[str]) -> Secrets:
        """The same, less the ids and their hashes that stand in texts which are shown on purpose."""
        low = "\n".join(shown).casefold()
        held = {literal for literal in self.literals if literal in low}
        return replace(
            self, literals=self.literals - held, digests=self.digests - set(_digests(held, ())), _first={}
        )

    def allowing(self, shown: Iterable[str]) -> Secrets:
        """The same, less the runs of words that stand in names and descriptions which are shown on purpose."""
        return replace(
            self, shingles=self.shingles - {s for text in shown for s in shingles(text)}, _first={}
        )

    def leaks(self, text: str, fixed: frozenset[str] = frozenset()) -> tuple[Leak, ...]:
        """What of it all stands in a text, in order of kind.

        Args:     fixed, folded words that the form itself has, whatever is written in it.
        """
        folded = plain(text)
        tokens = [(m.group(), m.start()) for m in TOKEN.finditer(folded)]
        found = {
            *self._named(tokens, fixed),
            *self._spoken(tokens),
            *self._initialled(text),
            *self._spelled(text, fixed),
            *self._hashed(text),
            *self._literal(text),
        }
        return tuple(sorted(found))

    def _named(self, tokens: list[tuple[str, int]], fixed: frozenset[str]) -> Iterator[Leak]:
        words = [word for word, _ in tokens]
        for k, (word, at) in enumerate(tokens):
            for name in self._first.get(word, ()):
                if tuple(words[k : k + len(name)]) == name:
                    yield Leak(WHOLE if min(map(len, name)) > 1 else "name with an initial", at)
            if word in self.parts and word not in fixed:
                yield Leak("part of a name", at)
        long = {word: at for word, at in tokens if len(word) >= JOINED and word not in fixed}
        for word, at in long.items():
            if any(whole in word for whole in self.joined):
                yield Leak(RUN, at)

    def _spoken(self, tokens: list[tuple[str, int]]) -> Iterator[Leak]:
        if not self.shingles:
            return
        words = [word for word, _ in tokens]
        for k in range(len(words) - SHINGLE + 1):
            if tuple(words[k : k + SHINGLE]) in self.shingles:
                yield Leak(SAID, tokens[k][1])

    def _initialled(self, text: str) -> Iterator[Leak]:
        for found in INITIALS.finditer(text):
            if fold(found.group()).replace(" ", "").replace("\u00a0", "") in self.initials:
                yield Leak("initials", found.start())

    def _spelled(self, text: str, fixed: frozenset[str]) -> Iterator[Leak]:
        """Two capitalised words in a row whose consonants are those of a name."""
        if not self.bones:
            return
        last: tuple[str, int] | None = None
        for found in CAPITAL.finditer(text):
            word = found.group()
            low = fold(word)
            if not word[0].isupper() or low in fixed or is_everyday(low):
                last = None
                continue
            bones = skeleton(low)
            if last and found.start() - last[1] <= 2 and (last[0], bones) in self.bones:
                yield Leak("name in another spelling", found.start())
            last = (bones, found.end())

    def _hashed(self, text: str) -> Iterator[Leak]:
        for found in HEX.finditer(text):
            if found.group().lower()[:DIGEST] in self.digests:
                yield Leak("hash of a name or id", found.start())

    def _literal(self, text: str) -> Iterator[Leak]:
        low = text.casefold()
        for literal in self.literals:
            at = low.find(literal)
            while at >= 0:
                if not _is_inside(low, at, len(literal)):
                    yield Leak(ID, at)
                    break
                at = low.find(literal, at + 1)


def _is_inside(text: str, at: int, length: int) -> bool:
    """Whether a literal is part of a longer word."""
    before, after = text[at - 1 : at], text[at + length : at + length + 1]
    return before.isalnum() or after.isalnum()


def plain(text: str) -> str:
    """A text folded, with its points and all else that is no letter as they stand, so that words can be compared."""
    return ".".join("".join(map(_line, part.splitlines(keepends=True))) for part in text.split("."))


def _line(text: str) -> str:
    return fold(text) if len(text) < LINE else fold.__wrapped__(text)


def gather(traces: Iterable[Traces], allowed: frozenset[str]) -> Secrets:
    """All forms of all that was withheld.

    Args:     allowed, folded words that are kept on purpose: of public people, actors, outlets and places.
    """
    every = list(traces)
    people = {person.key: person for one in every for person in one.people}
    spoken = [text for one in every for text in one.spoken]
    contacts = {text.casefold() for one in every for text in one.contacts}
    ids = {text.casefold() for one in every for text in one.ids if len(text) >= LITERAL}
    whole = [key for key in people if len(key) > 1 and not set(key) <= allowed]
    cut = {_cut(person.name) for key, person in people.items() if key in whole}
    written = {person.name for person in people.values()} | {one.byline for one in every if one.byline}
    return Secrets(
        names=frozenset(form for key in (*whole, *cut) for form in _forms(key)),
        parts=frozenset(part for key in (*people, *cut) for part in key if _tells(part, allowed)),
        initials=frozenset("".join(w[0] for w in key) for key in whole) - allowed - HOURS,
        joined=frozenset("".join(key) for key in whole if len("".join(key)) >= JOINED),
        bones=frozenset(_bones(key) for key in whole if all(len(b) >= BONES for b in _bones(key))),
        shingles=frozenset(s for text in spoken for s in shingles(text)),
        literals=frozenset(ids | contacts),
        digests=frozenset(_digests([*written, *ids], people)),
        listed=tuple(sorted(_listed(every))),
    )


def _cut(name: str) -> Key:
    """A written name cut at all that is no letter, as addresses cut it: "O’Brien" is "o", "brien"."""
    return tuple(plain(piece) for piece in TOKEN.findall(name))


def _forms(key: Key) -> Iterator[Key]:
    """A whole name as it may stand: in order, turned round, with an initial, without the names between."""
    parts = tuple(piece for part in key for piece in TOKEN.findall(part))
    if len(parts) < 2:
        return
    first, last = parts[0], parts[-1]
    yield from (parts, (last, *parts[:-1]), (first, last))
    # Beside one letter an everyday word says nothing: "in a" is nobody's.
    if len(last) > 1 and not is_everyday(last):
        yield from ((first[0], last), (last, first[0]))
    if len(first) > 1 and not is_everyday(first):
        yield (first, last[0])


def _tells(part: str, allowed: frozenset[str]) -> bool:
    """Whether a part of a name gives it away by itself: not where the word is kept elsewhere, or an everyday one."""
    return len(part) >= PART and part not in allowed and not is_common(part)


def _bones(key: Key) -> tuple[str, str]:
    return skeleton(key[0]), skeleton(key[-1])


def shingles(text: str) -> Iterator[tuple[str, ...]]:
    """Every six words in a row of a text, folded."""
    words = TOKEN.findall(plain(text))
    for k in range(len(words) - SHINGLE + 1):
        yield tuple(words[k : k + SHINGLE])


def stretches_of(text: str, said: frozenset[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Where any six words in a row of a text are among those of other sentences: code points, half-open."""
    tokens = [(word, m) for m in TOKEN.finditer(text) for word in (plain(m.group()),)]
    words = [word for word, _ in tokens]
    for k in range(len(words) - SHINGLE + 1):
        if tuple(words[k : k + SHINGLE]) in said:
            yield tokens[k][1].start(), tokens[k + SHINGLE - 1][1].end()


def _digests(written: Iterable[str], people: Iterable[Key]) -> Iterator[str]:
    """The first digits of the hashes that somebody may make of a name or an id."""
    forms = {form for text in written for form in (text, text.lower(), text.upper(), text.title())}
    forms |= {joint.join(key) for key in people for joint in (" ", "-", "_", "")}
    for form in forms:
        data = form.encode("utf-8", "surrogatepass")
        for make in (md5, sha1, sha256):
            yield make(data, usedforsecurity=False).hexdigest()[:DIGEST]


def _listed(traces: Iterable[Traces]) -> set[tuple[str, str]]:
    """What a commitment is made to: the kind of each withheld thing, and the thing itself."""
    out: set[tuple[str, str]] = set()
    for one in traces:
        out |= {("name", " ".join(person.key)) for person in one.people}
        out |= {("speech", " ".join(text.split())) for text in one.spoken}
        out |= {("contact", text) for text in one.contacts}
        out |= {("id", text) for text in one.ids}
        if one.byline:
            out.add(("byline", one.byline))
    return out
