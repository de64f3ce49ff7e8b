"""A report's text -> the people named in it, who of them is private, and where each is named.

Whoever is not told of as a public official, a commander or a spokesperson, and is no actor of the table, is
private; so is a capitalised name that nothing else explains.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.lexicons import names
from dateline.lexicons.rarity import rarity
from dateline.protection import roles
from dateline.protection.runs import Knowing, Page, Sort, Stretch, is_after, key_of, name_of, stretches
from dateline.protection.words import COMMON, Word, fold, group, is_common, is_everyday, is_given, words_of

Key = tuple[str, ...]
OPENING, CLOSING = frozenset('[("“‘'), frozenset('])"”’')
SMALL = 3  # letters up to which a word in small letters is taken for none of a name
# An address to write or call to, or the name somebody goes by on a network: no text keeps one.
CONTACT = re.compile(
    r"""
    (?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    | (?<![\w@/.])(?P<handle>@\w{2,30})\b
    | (?<![\w.])(?P<phone>(?:\+|00)\d[\d\s().-]{7,17}\d)(?!\w)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is named: code points, half-open; `role` where what they are is told."""

    start: int
    end: int
    role: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who is named in a report, by all the ways they are named there.

    `key` is the fullest name, folded, without particles; `name` the same as written. `at` are the names,
    `told` the words beside them that say what they are. `known` says that a person's policy, a role or the
    table of actors decided, by its word: "role", "actor", "keep", "withhold"; "" where nothing did.
    """

    key: Key
    name: str
    private: bool
    at: tuple[Place, ...]
    told: tuple[Place, ...] = ()
    known: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """What a project's policy says of names: those to keep, those to withhold whatever they seem to be."""

    keep: frozenset[Key] = frozenset()
    withhold: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """The people of one report, the places of its text that are kept on purpose, and contact details."""

    people: tuple[Person, ...]
    kept: frozenset[str]
    contacts: tuple[Place, ...] = ()

    @property
    def private(self) -> tuple[Person, ...]:
        """Those whose names are withheld."""
        return tuple(person for person in self.people if person.private)


def find(text: str, knowing: Knowing, asked: Names | None = None) -> Found:
    """The people named in a text whose case has been restored, in the order of their first names in it."""
    page = Page(text, words_of(text), knowing)
    cut = [_with_small_surname(page, s) for s in _settled(page, list(stretches(page)))]
    groups = _grouped(page, cut)
    policy = asked or Names()
    people = [_person(page, key, members, policy) for key, members in groups.items()]
    people += list(_always(page, policy, {person.key for person in people}))
    swept = _swept(page, people, cut)
    kept = {
        w.low
        for s in cut
        if s.sort in (Sort.THING, Sort.PLACE, Sort.EITHER)
        for w in page.words[s.first : s.last]
    }
    kept |= {part for person in swept if not person.private for part in person.key}
    contacts = tuple(Place(m.start(), m.end()) for m in CONTACT.finditer(text))
    order = sorted(swept, key=lambda p: (p.at[0].start if p.at else len(text), p.key))
    return Found(tuple(order), frozenset(kept), contacts)


def _settled(page: Page, cut: list[Stretch]) -> list[Stretch]:
    """What may be either, by what it is elsewhere in the report: a place once is a place, a person always one."""
    persons = {
        w
        for s in cut
        if s.sort is Sort.PERSON
        for w in key_of(name_of(page, s))
        if s.sure or s.last - s.first > 1
    }
    places = {key_of(name_of(page, s)) for s in cut if s.sort in (Sort.PLACE, Sort.THING) and s.sure}
    borne = {
        part
        for s in cut
        if s.sort is Sort.PERSON and s.last - s.first > 1 and s.sure
        for part in key_of(name_of(page, s))
    }
    out = []
    for s in cut:
        key = key_of(name_of(page, s))
        # "the Odeh family", and "Paris had been shot", of Melton Paris: whatever else is called so.
        if s.sort in (Sort.THING, Sort.PLACE) and len(key) == 1 and key[0] in borne:
            ending = page.text[page.words[s.last - 1].end :][:1]
            if ending in {"'", "’"} or not is_after(page, s.head, "locative"):
                out.append(s._replace(sort=Sort.PERSON, sure=False))
                continue
        if s.sort is Sort.EITHER:
            person = bool(set(key) & persons) or (key not in places and _may_be_person(page, s))
            out.append(s._replace(sort=Sort.PERSON if person else Sort.PLACE))
        elif s.sort is Sort.PLACE and not s.sure and (set(key) & persons or _is_nick(page, s)):
            out.append(s._replace(sort=Sort.PERSON))
        elif s.sort is Sort.PERSON and not s.sure and s.last - s.first == 1 and key in places:
            out.append(s._replace(sort=Sort.PLACE))
        else:
            out.append(s)
    return out


def _is_nick(page: Page, s: Stretch) -> bool:
    """Whether a name stands in brackets or quotation marks inside another: "Major [Humayun] Khan"."""
    start, end = page.words[s.first].start, page.words[s.last - 1].end
    inside = page.text[start - 1 : start] in OPENING and page.text[end : end + 1] in CLOSING
    return inside and s.last < len(page.words) and page.words[s.last].capital


def _with_small_surname(page: Page, s: Stretch) -> Stretch:
    """A lone given name with the surname behind it, where that was not taken for a name: "Mike hammer".

    A text in capitals gets its case back by what words are, and there an everyday word is small.
    """
    if s.sort is not Sort.PERSON or s.last - s.first > 1 or s.last == len(page.words):
        return s
    low = page.words[s.last].low
    is_surname = (low in names.family() or low not in names.everyday()) and rarity(low) >= COMMON
    blank = not page.between(s.last - 1, s.last).strip()
    ends = page.text[page.words[s.last].end :].lstrip()[:1] in {",", "(", "."}
    if not (blank and ends and is_surname and is_given(page.words[s.first].low)):
        return s
    return s._replace(last=s.last + 1)


def _may_be_person(page: Page, s: Stretch) -> bool:
    """Whether a word that is a name and a place, or opens a sentence, stands where persons stand."""
    word = page.words[s.last - 1]
    after = page.words[s.last].low if s.last < len(page.words) else ""
    if after in group("speech", "verbs"):
        return page.knowing(page.written(s.first, s.last)) not in ("state", "actor")
    return not is_everyday(word.low) and page.knowing(page.written(s.first, s.last)) not in ("state", "actor")


def _grouped(page: Page, cut: Iterable[Stretch]) -> dict[Key, list[Stretch]]:
    """The stretches that name people, by the fullest name that each is part of."""
    named = [s for s in cut if s.sort in (Sort.PERSON, Sort.PUBLIC)]
    keys = {s: key_of(name_of(page, s)) for s in named}
    full = sorted(set(keys.values()), key=lambda key: (-len(key), -len("".join(key)), key))
    home: dict[Key, Key] = {}
    for key in full:
        wider = [other for other in home.values() if _is_within(key, other)]
        home[key] = wider[0] if wider and len(set(wider)) == 1 else key
    groups: dict[Key, list[Stretch]] = defaultdict(list)
    for s in named:
        groups[home[keys[s]]].append(s)
    return groups


def _is_within(key: Key, other: Key) -> bool:
    """Whether a name is a shorter form of another: "Holm", "M Holm", "Maria H" and "M.H." of "Maria Holm"."""
    if key == other or len(key) > len(other):
        return False
    if len(key) == 1 and len(other) > 1 and key[0] == "".join(part[0] for part in other):
        return True
    rest = list(other)
    for part in key:
        hit = next((w for w in rest if w == part or (len(part) == 1 and w.startswith(part))), None)
        if hit is None:
            return False
        rest.remove(hit)
    return any(len(part) > 1 for part in key)


def _person(page: Page, key: Key, members: Sequence[Stretch], policy: Names) -> Person:
    told = {s: roles.beside(page, s) for s in members}
    in_table = any(s.sort is Sort.PUBLIC for s in members)
    by_role = any(roles.is_public(page, s, told[s]) for s in members)
    known = "actor" if in_table else "role" if by_role else ""
    if key in policy.keep:
        known = "keep"
    if key in policy.withhold or any(_is_within(key, other) for other in policy.withhold):
        known = "withhold"
    name = max((name_of(page, s) for s in members), key=lambda name: (len(key_of(name)), len(name)))
    at = tuple(Place(page.words[s.first].start, page.words[s.last - 1].end) for s in members)
    beside = {Place(t.start, t.end, role=True) for ts in told.values() for t in ts}
    private = known in ("", "withhold")
    return Person(key, name, private, at, tuple(sorted(beside, key=lambda p: p.start)), known)


def _always(page: Page, policy: Names, have: set[Key]) -> Iterator[Person]:
    """Names that a policy withholds whatever they seem to be, where the text has them."""
    lows = [w.low for w in page.words]
    for key in sorted(policy.withhold - have):
        at = [
            Place(page.words[k].start, page.words[k + len(key) - 1].end)
            for k in range(len(lows) - len(key) + 1)
            if tuple(lows[k : k + len(key)]) == key
        ]
        if at:
            yield Person(key, " ".join(key), private=True, at=tuple(at), known="withhold")


def _swept(page: Page, people: Sequence[Person], cut: Sequence[Stretch]) -> list[Person]:
    """The people with every other place that holds a part of a private name: "Holm's house", "M.H.", "HOLM"."""
    public = [place for person in people if not person.private for place in person.at]
    taken = {k for place in public for k in range(place.start, place.end)}
    have = {place for person in people for place in person.at}
    covered = {k for place in have for k in range(place.start, place.end)} | taken
    ours = _owners(people)
    more: dict[Key, list[Place]] = defaultdict(list)
    known = {k for s in cut if s.sort is Sort.THING and s.sure for k in range(s.first, s.last)}
    for k, word in enumerate(page.words):
        owner = ours.get(word.low) or ours.get(word.low.split("-")[0]) or _family(page, k, ours)
        if owner is None or word.start in covered or not _shows(word):
            continue
        if k in known and _family(page, k, ours) is None:
            continue
        more[owner].append(Place(word.start, word.end))
    return [
        Person(
            p.key,
            p.name,
            p.private,
            tuple(sorted({*p.at, *more.get(p.key, ())}, key=lambda q: q.start)),
            p.told,
            p.known,
        )
        for p in people
    ]


def _family(page: Page, k: int, ours: Mapping[str, Key]) -> Key | None:
    """Whose family a word names: "the Chings"."""
    low = page.words[k].low
    if not low.endswith("s") or page.before(k) not in {"the", "both", "all", "young", "elder"}:
        return None
    return ours.get(low[:-1]) or ours.get(low.removesuffix("es"))


def _owners(people: Iterable[Person]) -> Mapping[str, Key]:
    """Parts and initials of private names -> whose they are."""
    found: dict[str, Key] = {}
    for person in people:
        if not person.private:
            continue
        for part in person.key:
            if len(part) > 1:
                found.setdefault(part, person.key)
        if len(person.key) > 1:
            found.setdefault("".join(part[0] for part in person.key), person.key)
    return found


def _shows(word: Word) -> bool:
    """Whether a word shows a name: capitalised or not English; a very common one that opens a sentence does not."""
    if not word.capital:
        return len(word.low) > SMALL and not is_common(word.low)
    return word.capital and not (word.opens and is_everyday(word.low) and rarity(word.low) < COMMON)


def folded(name: str) -> Key:
    """A name as a policy or a table gives it, in the form in which people are keyed."""
    return key_of(fold(name))
