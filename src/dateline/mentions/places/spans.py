"""Parsed sentences -> the stretches that may be names of places, with what stands around them.

It weighs form and company only; which place a name means is decided elsewhere.
"""

from __future__ import annotations

from dateline.lexicons.gazetteer import Gazetteer
from dateline.mentions.places.company import is_place_like, look_around
from dateline.mentions.places.names import Name, is_capital, is_word, joined
from dateline.mentions.places.words import Words, words
from dateline.records import SectionKind, Sentence, Token

LONGEST = 7  # tokens in a name; "Khan al-Assal" has four, "Zaporizhzhia nuclear power plant" as many
# Small words that may stand inside a name, but not at its end.
LINKS = frozenset({"-", "'", "’", ".", "of", "the", "and", "de", "del", "la", "'s", "’s"})
ARTICLES = frozenset(
    {"al", "el", "ar", "as", "ash", "at", "ad", "az", "an", "ez", "es", "er", "ed", "et", "el-"}
)
# Articles that are English words as well: in small letters they open a name only before a hyphen.
ENGLISH = frozenset({"as", "at", "an", "ed", "et", "es", "er"})
TITLED, TITLED_BODY = (
    0.6,
    0.75,
)  # share of capitalised words from which a sentence is taken for a headline in title case


def find_names(
    sentence: Sentence, gazetteer: Gazetteer, surnames: set[str], *, wide: bool = False
) -> list[Name]:
    """The names of a sentence in text order, those that some place bears and those that only look like one.

    `surnames` gathers the last words of longer names on the way: later they stand for persons and bodies.
    `wide` also takes names inside those of bodies ("Ghent Fire Department"), for an index of all names.
    """
    lex, tokens = words(), sentence.tokens
    masked = _masked(tokens, lex)
    titled = _is_titled(sentence)
    found: list[Name] = []
    i = 0
    while i < len(tokens):
        if i in masked or _is_function_word(tokens, i, lex):
            i += 1
            continue
        if wide and tokens[i].text in lex.parties and i + 1 < len(tokens) and tokens[i + 1].text == "-":
            i += 2  # "D-Ghent"
            continue
        name = _sided(sentence, i, gazetteer) or _longest(sentence, i, masked, gazetteer)
        if name is None or name.end == i + 1:
            name = _side_of_large(sentence, i, masked, gazetteer) or name
        if name is None:
            name = _unknown(sentence, i, masked, lex)
        if name is None:
            i += 1
            continue
        longer = None if name.unknown else _unknown(sentence, i, masked, lex)
        for reading in (name, longer):
            if reading and reading.end >= name.end and _fits(reading, lex, (titled, wide), surnames):
                found.append(reading)
                i = reading.full[1] if reading.type_at >= reading.end else reading.end
                break
        else:
            i = name.end
    return found


def _fits(name: Name, lex: Words, manner: tuple[bool, bool], surnames: set[str]) -> bool:
    """Whether a reading of a stretch as a place stands, once its neighbours are looked at."""
    look_around(name, lex)
    titled, wide = manner
    return is_place_like(name, lex, titled=titled, surnames=surnames, wide=wide)


def _is_function_word(tokens: tuple[Token, ...], i: int, lex: Words) -> bool:
    """Whether no name opens here: no capital, or one that only marks the start of a sentence."""
    if not is_capital(tokens[i]):
        return not _opens_article(tokens, i)
    if tokens[i].lower in ARTICLES and i + 1 < len(tokens):
        plain = i == 0 or tokens[i].tag == "DT"
        return tokens[i].lower in ENGLISH and plain and tokens[i + 1].text != "-"
    return tokens[i].lower in lex.place_cues or tokens[i].pos in FUNCTION


FUNCTION = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PRON", "AUX", "PART", "PUNCT", "NUM"})


def _masked(tokens: tuple[Token, ...], lex: Words) -> set[int]:
    """Tokens that belong to the name of a group or body."""
    out: set[int] = set()
    for i, token in enumerate(tokens):
        for phrase in lex.groups.get(token.lower, ()):
            if tuple(t.lower for t in tokens[i : i + len(phrase)]) == phrase:
                out.update(range(i, i + len(phrase)))
                break
    return out


def _is_titled(sentence: Sentence) -> bool:
    """Whether a sentence is a headline with most words capitalised, so that capitals say little."""
    plain = [t for t in sentence.tokens if is_word(t) and len(t.text) > 3]
    if len(plain) < 4 and sentence.section is not SectionKind.HEADLINE:
        return False
    share = TITLED if sentence.section is SectionKind.HEADLINE else TITLED_BODY
    return sum(map(is_capital, plain)) >= share * len(plain) > 0


def _opens_article(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a lower-case article opens a name: "al-Shaddadi", "al Qaim"."""
    if tokens[i].text not in ARTICLES or i + 1 == len(tokens):
        return False
    after = i + 2 if tokens[i + 1].text == "-" else i + 1
    if after == i + 1 and tokens[i].text in ENGLISH:
        return False
    return after < len(tokens) and is_capital(tokens[after])


def _longest(sentence: Sentence, i: int, masked: set[int], gazetteer: Gazetteer) -> Name | None:
    """The longest name from token `i` on that some place bears."""
    tokens = sentence.tokens
    best: Name | None = None
    for end in range(i + 1, min(i + LONGEST, len(tokens)) + 1):
        last = tokens[end - 1]
        if end - 1 in masked or not (is_word(last) or last.text in LINKS):
            break
        text = joined(tokens, i, end)
        # A single capital names no place; "N" or "S" with a dot stand for directions or initials.
        if (
            last.text not in LINKS
            and last.lower not in ARTICLES
            and len(text) > 1
            and (is_capital(last) or end > i + 1)
        ):
            places = gazetteer.lookup(_spelled(text))
            if (
                best
                and last.lower == "city"
                and _is_council(tokens, end)
                and all(p.name != text for p in places)
            ):
                continue  # "Dublin City Council" is Dublin's
            if places and (is_capital(last) or any(p.kind not in {"city", "area"} for p in places)):
                best = Name(sentence, i, end, text, places)
        # An article opens no key: keys are kept without it.
        if last.text not in {"-", "'", "’"} and last.lower not in ARTICLES and not gazetteer.opens(text):
            break
    return best


def _is_council(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the name of a body goes on there."""
    return at < len(tokens) and is_capital(tokens[at]) and tokens[at].lower in words().body | words().offices


def _sided(sentence: Sentence, i: int, gazetteer: Gazetteer) -> Name | None:
    """For "north Carolina", "south Korea" in hasty copy: the state or country, not a side of another place."""
    tokens = sentence.tokens
    if i == 0 or tokens[i - 1].text not in SIDES:
        return None
    text = joined(tokens, i - 1, i + 1)
    found = tuple(
        p
        for p in gazetteer.lookup(text)
        if p.kind == "country" or (p.kind == "admin1" and p.country in SIDED)
    )
    return Name(sentence, i - 1, i + 1, text, found) if found else None


def _side_of_large(sentence: Sentence, i: int, masked: set[int], gazetteer: Gazetteer) -> Name | None:
    """For "West Mosul", "South Los Angeles": the large town behind a side; "North Lawndale" may be another place."""
    tokens = sentence.tokens
    if tokens[i].lower not in words().directions or i + 1 == len(tokens) or not is_capital(tokens[i + 1]):
        return None
    if i > 1 and tokens[i - 1].lower == "of" and is_capital(tokens[i - 2]):
        return None  # "the University of Southern Indiana"
    name = _longest(sentence, i + 1, masked, gazetteer)
    large = name and any(
        p.kind in {"country", "admin1", "region"} or p.population >= LARGE for p in name.places
    )
    return name if large else None


LARGE = 100_000  # people
SIDES = frozenset({"north", "south", "east", "west"})
SIDED = frozenset({"USA", "AUS"})


def _spelled(text: str) -> str:
    """A name or, for "Va.", the state that it cuts short."""
    return words().abbreviations.get(text, text)


def _unknown(sentence: Sentence, i: int, masked: set[int], lex: Words) -> Name | None:
    """A run of capitalised words that no place of ours bears: other spellings, unlisted villages, persons."""
    tokens = sentence.tokens
    if tokens[i].text in lex.demonyms or tokens[i].text in lex.regional or not is_word(tokens[i]):
        return None
    end = i
    for j in range(i, min(i + LONGEST, len(tokens))):
        token = tokens[j]
        if j in masked or (token.lower in lex.types and j > i):
            break
        if is_capital(token) and is_word(token):
            end = j + 1
        elif not (token.text == "-" or token.lower in ARTICLES):
            break
    if end <= i:
        return None
    return Name(sentence, i, end, joined(tokens, i, end), (), unknown=True)
