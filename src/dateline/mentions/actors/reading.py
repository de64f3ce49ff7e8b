"""A report's sentences -> where the names of the tables stand, and which countries the report speaks of.

Nothing is decided here about who acts: a name of a state may be a place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dateline.mentions.actors.focus import Whereabouts, countries_of, focus_of, is_no_state, told_by
from dateline.mentions.actors.folding import PIECE, fold, loose, spelled
from dateline.mentions.actors.tables import Name, State, Tables, every, tables
from dateline.records import Actor, Sentence, Token

LONGEST = 14  # pieces of the longest name that is worth a loose comparison
LEAST = 3  # letters of a name that is known by its inner capitals alone
RARELY = (
    3  # times more often than a country another is spoken of, so that plain words are not its body's name
)
CAPITALS = 0.7  # share of words in capitals from which on capitals tell nothing
ACRONYM = re.compile(r"[A-ZÀ-Þ][\w&/.-]{1,11}")
LINKS = frozenset(("of", "for", "the", "and", "de", "del", "la", "in", "al", "-", "'s", "’s", "'", "&"))


class Hit(NamedTuple):
    """A name of the tables in a sentence, half-open token indices."""

    start: int
    end: int
    name: Name


@dataclass(slots=True)
class Words:
    """A sentence's pieces: as written, in lower case, and the token that each belongs to."""

    cased: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    token: list[int] = field(default_factory=list)
    at: dict[int, int] = field(default_factory=dict)  # token -> its first piece


@dataclass(frozen=True, slots=True)
class Reading:
    """What the whole report tells: names found, by sentence, and the country it is about."""

    sentences: Sequence[Sentence]
    words: tuple[Words, ...]
    hits: tuple[tuple[Hit, ...], ...]
    spoken: Counter[str]
    focus: State | None
    region: State | None
    unruled: bool  # whether capitals tell nothing: the report is all capitals or all lower case
    internal: bool  # whether the report speaks of rebels or militias, so that a state's army fights at home

    def hit_over(self, sentence: int, token: int) -> Hit | None:
        """The name that covers a token."""
        return next((h for h in self.hits[sentence] if h.start <= token < h.end), None)


def read(sentences: Sequence[Sentence], whereabouts: Whereabouts) -> Reading:
    """Find the names of the tables in a report.

    Args: whereabouts, what the report's places tell of its country.
    """
    known = tables()
    words = tuple(_words(s) for s in sentences)
    unruled = _unruled(words)
    raw = [
        [c for c in _candidates(w, s.tokens, known, unruled=unruled) if not is_no_state(s, c, whereabouts)]
        for w, s in zip(words, sentences, strict=True)
    ]
    spoken = countries_of(raw) + told_by(whereabouts)
    focus, region = focus_of(sentences, raw, whereabouts)
    defined = _defined(sentences, raw, spoken, unruled=unruled)
    extra = [_short(w, defined) for w in words]
    hits = tuple(
        tuple(hit for hit in _choose([*more, *found], spoken) if not _is_inside_name(sentence, hit))
        for sentence, found, more in zip(sentences, raw, extra, strict=True)
    )
    internal = any(_is_rebel(w, h, known) for w, h in zip(words, hits, strict=True))
    return Reading(sentences, words, hits, spoken, focus, region, unruled, internal)


def _is_rebel(words: Words, hits: tuple[Hit, ...], known: Tables) -> bool:
    """Whether a sentence speaks of rebels or militias."""
    if any(h.name.actor and h.name.actor.type in ("rebel", "militia") for h in hits):
        return True
    return not known.rebels.isdisjoint(words.lower)


def _words(sentence: Sentence) -> Words:
    out = Words()
    for k, token in enumerate(sentence.tokens):
        out.at[k] = len(out.lower)
        if token.lower.isalpha() and token.lower.isascii():
            out.cased.append(token.text)
            out.lower.append(spelled(token.lower))
            out.token.append(k)
            continue
        plain = token.text.replace(".", "").replace("'", "").replace("’", "").replace("‘", "")
        for match in PIECE.finditer(plain):
            out.cased.append(match[0])
            out.lower.append(spelled(fold(match[0])))
            out.token.append(k)
    return out


def _unruled(words: Sequence[Words]) -> bool:
    """Whether the report's capitals tell nothing (all capitals, or none at all)."""
    letters = [w for s in words for w in s.cased if w.isalpha() and len(w) > 1]
    upper = sum(w.isupper() for w in letters)
    capital = sum(w[0].isupper() for w in letters)
    return bool(letters) and (upper > CAPITALS * len(letters) or capital == 0)


def _candidates(
    words: Words, tokens: tuple[Token, ...], known: Tables, *, unruled: bool
) -> Iterator[tuple[int, int, Name]]:
    """Every name that fits the words and their case: first token, end token, name."""
    for i, word in enumerate(words.lower):
        if i and words.token[i - 1] == words.token[i]:
            continue
        strict = False
        for table in (known.names, known.states):
            if word in table:
                for length, names in every(table, words.lower, i):
                    fit = [n for n in names if _fits(n, words, i, length, unruled=unruled)]
                    strict |= bool(fit)
                    yield from (_placed(words, tokens, i, length, n) for n in fit)
        # "An Iraqi" is no "Al-Iraqiya": articles other than "al" and "el" are also English words.
        if not strict and loose(word) in known.loose and (word in ("al", "el") or loose(word) != "al"):
            for length, names in every(known.loose, [loose(w) for w in words.lower[i : i + LONGEST]], 0):
                fit = [n for n in names if _fits(n, words, i, length, unruled=unruled)]
                yield from (_placed(words, tokens, i, length, n) for n in fit)


def _placed(
    words: Words, tokens: tuple[Token, ...], i: int, length: int, name: Name
) -> tuple[int, int, Name]:
    """A name with its tokens; a bracket that opens inside it closes with it: "CPI (Maoist)"."""
    start, end = words.token[i], words.token[i + length - 1] + 1
    opened = sum(t.text.count("(") - t.text.count(")") for t in tokens[start:end])
    closes = opened > 0 and end < len(tokens) and tokens[end].text == ")"
    return start, end + closes, name


def _fits(name: Name, words: Words, i: int, length: int, *, unruled: bool) -> bool:
    """Whether the words' case fits the name's: acronyms in capitals, names with a capital that is their own."""
    cased = words.cased[i : i + length]
    if unruled:
        # "IS" and "US" are words in capitals; "LeT" is one in small letters.
        return not (len("".join(cased)) <= (2 if name.is_acronym else LEAST))
    if name.is_acronym:
        return "".join(cased).isupper()
    written = PIECE.findall(name.written)
    capitals = [k for k, w in enumerate(written) if w[0].isupper()]
    if not capitals:
        return True
    shown = [k for k in capitals if k < len(cased) and cased[k][0].isupper()]
    # "White flags" opens a sentence; the capital is not the name's, unless it is a country's.
    first_only = shown == [0] and len(capitals) > 1 and words.token[i] == 0
    return bool(shown) and not (
        first_only and not any(n == 1 for n, _ in tables().states.get(words.lower[i], ()))
    )


def _defined(
    sentences: Sequence[Sentence],
    raw: list[list[tuple[int, int, Name]]],
    spoken: Counter[str],
    *,
    unruled: bool,
) -> dict[str, Name]:
    """Short names that the report explains: "Armed Peasant Association (ACA)"."""
    out: dict[str, Name] = {}
    for sentence, found in zip(sentences, raw, strict=True):
        for k, short in _bracketed(sentence.tokens):
            if short in out:
                continue
            name = _before(k, found, spoken) or _unknown(sentence.tokens, k, unruled=unruled)
            if name:
                out[short] = name._replace(how="defined", written=short)
    return out


def _bracketed(tokens: tuple[Token, ...]) -> Iterator[tuple[int, str]]:
    """Each "(ACA)": the index of the bracket and the letters."""
    for k in range(1, len(tokens) - 2):
        if tokens[k].text in "([" and tokens[k + 2].text in ")]" and ACRONYM.fullmatch(tokens[k + 1].text):
            short = tokens[k + 1].text
            if sum(c.isupper() for c in short) >= 2:
                yield k, short


def _before(k: int, found: list[tuple[int, int, Name]], spoken: Counter[str]) -> Name | None:
    """The known actor whose name ends before a bracket, or whose known acronym stands inside it."""
    before = [f for f in found if f[1] == k and f[2].actor]
    inside = [f for f in found if f[0] == k + 1 and f[2].actor and counts(f[2], spoken)]
    best = min(
        [*before, *inside],
        key=lambda f: (f[0] > k, f[0], not counts(f[2], spoken), rank(f, spoken)),
        default=None,
    )
    return best[2] if best else None


def _unknown(tokens: tuple[Token, ...], k: int, *, unruled: bool) -> Name | None:
    """A body in capitals before a bracket that the tables do not know."""
    start = capital_run(tokens, k, unruled=unruled)
    last = tokens[k - 1].lower
    kind = tables().bodies.get(last)
    if kind is None or k - start < 2:
        return None
    text = spell(tokens, start, k)
    return Name("defined", text, actor=Actor(text, None, kind))


def capital_run(tokens: tuple[Token, ...], end: int, *, unruled: bool = False) -> int:
    """Where the run of capitalised words that ends before a token starts."""
    start = end
    for k in range(end - 1, -1, -1):
        token = tokens[k]
        proper = token.pos == "PROPN" if unruled else token.text[:1].isupper()
        if proper and token.pos not in ("DET", "PRON", "ADP", "SCONJ", "VERB", "AUX"):
            start = k
        elif token.lower not in LINKS or (token.pos == "PUNCT" and token.text != "-"):
            break
    return start


def spell(tokens: tuple[Token, ...], start: int, end: int) -> str:
    """The words of a run with their own spacing."""
    return "".join(t.text + (" " if t.space else "") for t in tokens[start:end]).strip()


def _short(words: Words, defined: dict[str, Name]) -> list[tuple[int, int, Name]]:
    """Where the short names that the report explains stand."""
    if not defined:
        return []
    keys = {"".join(PIECE.findall(short.replace(".", ""))): name for short, name in defined.items()}
    out = []
    for i in range(len(words.cased)):
        for length in (1, 2):
            key = "".join(words.cased[i : i + length])
            if key in keys and (i == 0 or words.token[i - 1] != words.token[i]):
                last = words.token[min(i + length, len(words.token)) - 1]
                out.append((words.token[i], last + 1, keys[key]))
    return out


def _choose(found: list[tuple[int, int, Name]], spoken: Counter[str]) -> Iterator[Hit]:
    """Names that do not overlap, the longest first from the left; a report's own short names before all."""
    by_start: dict[int, list[tuple[int, int, Name]]] = {}
    for one in found:
        by_start.setdefault(one[0], []).append(one)
    end = 0
    for start in sorted(by_start):
        fit = [f for f in by_start[start] if start >= end and counts(f[2], spoken)]
        if fit:
            best = min(fit, key=lambda f: rank(f, spoken))
            end = best[1]
            yield Hit(start, end, best[2])


def _is_inside_name(sentence: Sentence, hit: Hit) -> bool:
    """Whether a one-word name is a part of a longer, unknown one: "Fatah" in "Abdel Fatah Yunis"."""
    tokens = sentence.tokens
    if _is_part_of_place(tokens, hit) or _is_adjective(tokens, hit):
        return True
    if _is_anothers(tokens, hit):
        return True
    generated = hit.name.actor is not None and str(hit.name.actor.actor_id).startswith("ucdp-")
    if (hit.end - hit.start > 1 and not generated) or hit.name.is_acronym or not hit.start > 0:
        return False
    left = tokens[hit.start - 1]
    known = tables()
    if (
        left.pos != "PROPN"
        or not left.text[:1].isupper()
        or left.lower in known.titles
        or left.lower in known.groups
    ):
        return False
    if generated or (hit.name.actor and hit.name.actor.type == "person"):
        return True
    right = tokens[hit.end] if hit.end < len(tokens) else left
    return right is not left and right.text[:1].isupper() and right.lower not in known.titles


def _is_anothers(tokens: tuple[Token, ...], hit: Hit) -> bool:
    """Whether a world body's short name is a town's body: "the Pereira Security Council"."""
    if (
        hit.name.actor is None
        or hit.name.actor.type != "international_organisation"
        or hit.end - hit.start < 2
    ):
        return False
    left = tokens[hit.start - 1] if hit.start else None
    if left is None or left.pos != "PROPN" or not left.text[:1].isupper():
        return False
    return left.dep in ("compound", "nmod") and hit.start <= left.head < hit.end


def _is_part_of_place(tokens: tuple[Token, ...], hit: Hit) -> bool:
    """Whether a one-word name is that of a street or town: "Blackwater Road"."""
    after = tokens[hit.end] if hit.end < len(tokens) else None
    one = hit.end - hit.start == 1 and hit.name.actor is not None and not hit.name.is_acronym
    return one and after is not None and after.text[:1].isupper() and after.lower in tables().places


def _is_adjective(tokens: tuple[Token, ...], hit: Hit) -> bool:
    """Whether an outlet's name is only a country's adjective: "The Australian army"."""
    if hit.name.actor is None or hit.name.actor.type != "media" or hit.end == len(tokens):
        return False
    after = tokens[hit.end]
    words = tables().states.get(tokens[hit.end - 1].lower, ())
    state = any(n == 1 and any(x.how == "adjective" for x in forms[()]) for n, forms in words)
    return state and after.text[:1].islower() and after.pos in ("NOUN", "ADJ")


def rank(found: tuple[int, int, Name], spoken: Counter[str]) -> tuple[bool, int, int, bool, str]:
    """What comes first: explained in the report, longer, of a country that is spoken of, an actor."""
    _, end, name = found
    near = max((spoken[c] for c in name.countries), default=0)
    actor = name.actor.actor_id if name.actor else None
    return (name.how != "defined", -end, -near, name.actor is None, actor or "")


def counts(name: Name, spoken: Counter[str]) -> bool:
    """Whether a name counts in this report: a local one only where its country is spoken of.

    Plain words that name bodies of several countries ("National Guard") need one that is spoken of often.
    """
    if name.how not in ("local", "shared") or not name.countries:
        return True
    times = max(spoken[c] for c in name.countries)
    return times > 0 and (name.how == "local" or times * RARELY >= max(spoken.values()))
