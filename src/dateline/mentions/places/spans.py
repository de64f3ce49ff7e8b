"""Parsed sentences -> the stretches that may be names of places, with what stands around them.

It weighs form and company only; which place a name means is decided elsewhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.lexicons.gazetteer import Gazetteer, Place
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
TITLED = 0.6  # share of capitalised words from which a sentence is taken for a headline in title case
SHORT = 4  # letters: capitals throughout up to this length are an abbreviation


@dataclass(slots=True)
class Name:
    """A stretch of a sentence that may name a place; token indices, half-open.

    `cue` is the preposition before it, `type_word` a word such as "province" or "village" that goes with it,
    `type_at` that word's token. `full` is where the phrase with its type word begins and ends.
    """

    sentence: Sentence
    start: int
    end: int
    text: str
    places: tuple[Place, ...]
    cue: str = ""
    type_word: str = ""
    type_at: int = -1
    full: tuple[int, int] = (0, 0)
    actor: bool = False
    weak: bool = False
    modifier: bool = False
    unknown: bool = False
    chosen: Place | None = None
    how: str = ""
    inside: Place | None = None
    notes: list[str] = field(default_factory=list)

    @property
    def head(self) -> int:
        """The token of the name that the rest hangs on: the last one whose head lies outside."""
        tokens = self.sentence.tokens
        for i in range(self.end - 1, self.start - 1, -1):
            if not self.start <= tokens[i].head < self.end or tokens[i].head == i:
                return i
        return self.end - 1


def joined(tokens: tuple[Token, ...], start: int, end: int) -> str:
    """The words of some tokens with their case restored, spaced as in the report."""
    return "".join(t.text + (" " if t.space else "") for t in tokens[start:end]).strip()


def is_capital(token: Token) -> bool:
    """Whether a token opens with a capital letter."""
    return token.text[:1].isupper()


def is_word(token: Token) -> bool:
    """Whether a token has a letter in it."""
    return any(c.isalpha() for c in token.text)


def find_names(sentence: Sentence, gazetteer: Gazetteer, surnames: set[str]) -> list[Name]:
    """The names of a sentence in text order, those that some place bears and those that only look like one.

    `surnames` gathers the last words of longer names on the way: later they stand for persons and bodies.
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
        name = _longest(sentence, i, masked, gazetteer)
        if name is None:
            name = _unknown(sentence, i, masked, lex)
        if name is None:
            i += 1
            continue
        longer = None if name.unknown else _unknown(sentence, i, masked, lex)
        for reading in (name, longer):
            if reading and reading.end >= name.end and _fits(reading, lex, titled=titled, surnames=surnames):
                found.append(reading)
                i = reading.full[1] if reading.type_at >= reading.end else reading.end
                break
        else:
            i = name.end
    return found


def _fits(name: Name, lex: Words, *, titled: bool, surnames: set[str]) -> bool:
    """Whether a reading of a stretch as a place stands, once its neighbours are looked at."""
    _look_around(name, lex)
    return _is_place_like(name, lex, titled=titled, surnames=surnames)


def _is_function_word(tokens: tuple[Token, ...], i: int, lex: Words) -> bool:
    """Whether no name opens here: no capital, or one that only marks the start of a sentence."""
    if not is_capital(tokens[i]):
        return not _opens_article(tokens, i)
    if tokens[i].lower in ARTICLES and i + 1 < len(tokens):
        return tokens[i].lower in ENGLISH and i == 0 and tokens[i + 1].text != "-"
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
    return sum(map(is_capital, plain)) >= TITLED * len(plain) > 0


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
            if places and (is_capital(last) or any(p.kind not in {"city", "area"} for p in places)):
                best = Name(sentence, i, end, text, places)
        # An article opens no key: keys are kept without it.
        if last.text not in {"-", "'", "’"} and last.lower not in ARTICLES and not gazetteer.opens(text):
            break
    return best


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


def _look_around(name: Name, lex: Words) -> None:
    """Note the preposition before a name and the type word that goes with it."""
    tokens, before = name.sentence.tokens, name.start - 1
    while before >= 0 and (
        tokens[before].lower in lex.directions or tokens[before].lower in {"the", "-", "central", "downtown"}
    ):
        before -= 1
    name.full = (name.start, name.end)
    name.cue = tokens[before].lower if before >= 0 else ""
    after = name.end
    while after < len(tokens) and after - name.end < 3 and tokens[after].lower in lex.between:
        after += 1
    country = name.places[:1] != () and name.places[0].kind == "country"
    if country and not (after < len(tokens) and is_capital(tokens[after])):
        return  # "a Syria prison break": the noun goes with its own head
    if after < len(tokens) and (tokens[after].lower in lex.types or tokens[after].lemma in lex.types):
        _take_type(name, after, (name.start, after + 1))
    elif name.cue == "of" and before > 0 and _is_type_of(tokens[before - 1], lex):
        _take_type(name, before - 1, (before - 1, name.end))
    elif (
        before == name.start - 1
        and before >= 0
        and tokens[before].lower in lex.types
        and is_capital(tokens[before])
    ) or (
        before == name.start - 1
        and before > 0
        and tokens[before].lower in lex.types
        and tokens[before].pos == "NOUN"
        and lex.types[tokens[before].lower] == "town"
        and (tokens[before - 1].lower in {"the", "of", "a"} or tokens[before - 1].lower in lex.directions)
    ):
        _take_type(name, before, (before, name.end))


def _is_type_of(token: Token, lex: Words) -> bool:
    """Whether a word before "of" tells a place's sort; "University of" with a capital is a body's name."""
    kind = lex.types.get(token.lower)
    return kind is not None and not (kind == "site" and is_capital(token))


def _take_type(name: Name, at: int, full: tuple[int, int]) -> None:
    token = name.sentence.tokens[at]
    lex = words()
    name.type_word = token.lower if token.lower in lex.types else token.lemma
    name.type_at, name.full = at, full


def _is_place_like(name: Name, lex: Words, *, titled: bool, surnames: set[str]) -> bool:
    """Whether form and company allow a name to be a place; notes persons on the way."""
    tokens = name.sentence.tokens
    first, single = tokens[name.start], name.end - name.start == 1
    if single and (first.text in lex.demonyms or first.text in lex.regional):
        return False
    if not single and first.lower in lex.titles | lex.first_names and name.unknown:
        surnames.add(tokens[name.end - 1].text)
        return False
    country = name.places[:1] != () and name.places[0].kind == "country"
    if single and first.lower.rstrip(".") in lex.never and not _is_strictly(name, lex):
        return False
    if _is_abbreviation(name):
        return False
    if _is_part_of_longer(name, lex, titled=titled):
        if not titled and not country:
            surnames.add(tokens[name.end - 1].text)
            if name.end < len(tokens) and is_capital(tokens[name.end]):
                surnames.add(tokens[name.end].text)
        return False
    if name.unknown and not name.type_word and name.cue not in lex.strong_cues:
        if not single:
            surnames.add(tokens[name.end - 1].text)
        return False
    if (
        single
        and first.text in surnames
        and not country
        and name.cue not in lex.strong_cues
        and not name.type_word
    ):
        return False
    if (
        single
        and name.start == 0
        and not titled
        and first.pos not in {"PROPN", "NOUN"}
        and not name.type_word
    ):
        return country
    _note_role(name, lex)
    if _takes_article(name) and not _keep_with_article(name):
        return False
    odd = first.pos not in {"PROPN", "NOUN"} and name.cue not in lex.place_cues and not titled
    opens = name.start == 0 or tokens[name.start - 1].text in {'"', "“", "'", "‘"}
    name.weak = (
        single and (odd or name.modifier or (opens and name.cue not in lex.place_cues)) and not name.type_word
    )
    return True


def _takes_article(name: Name) -> bool:
    """Whether an article or a possessive stands right before a name: "the Boons", "their Paris"."""
    before = name.start - 1
    return before >= 0 and not name.type_word and name.sentence.tokens[before].tag in {"DT", "PRP$"}


def _keep_with_article(name: Name) -> bool:
    """Behind an article a small town is no town: regions, sites, rivers and well-known names stay."""
    name.places = tuple(
        p for p in name.places if p.kind not in {"city", "area", "admin2"} or p.population >= FAMOUS
    )
    return bool(name.places) or name.unknown


FAMOUS = 100_000  # people


def _is_strictly(name: Name, lex: Words) -> bool:
    """A common word that is a place after "in" and with a capital inside a sentence."""
    return name.sentence.tokens[name.start].lower in lex.strictly_in and name.cue == "in" and name.start > 1


def _is_abbreviation(name: Name) -> bool:
    """Capitals throughout, and short: a body, unless a country or a reviewed place is called so."""
    if name.unknown or not name.text.replace(".", "").isupper() or len(name.text.replace(".", "")) > SHORT:
        return name.text in {"Us", "Us."}
    known = any(p.kind == "country" or p.id.startswith("dl:") for p in name.places)
    return not known and name.text not in words().abbreviations


def _is_part_of_longer(name: Name, lex: Words, *, titled: bool) -> bool:
    """Whether the words beside a name make it a person or a body: "Jordan Smith", "Bank of England"."""
    tokens, before, after = name.sentence.tokens, name.start - 1, name.end
    country = name.places[:1] != () and name.places[0].kind == "country"
    if before >= 0:
        prev = tokens[before]
        if prev.lower in lex.titles or (prev.lower in lex.first_names and is_capital(prev)):
            return True
        if prev.lower == "of" and before > 0 and _is_body_of(tokens, before - 1, lex):
            name.modifier = country
            return not country
        if _continues(prev, lex, titled=titled) and tokens[before].space:
            return True
        if (
            prev.text == "-"
            and before > 0
            and is_capital(tokens[before - 1])
            and not prev.space
            and _is_small(name)
        ):
            return True
    if after < len(tokens):
        follow = tokens[after]
        if (
            follow.text == "-"
            and after + 1 < len(tokens)
            and not follow.space
            and tokens[after + 1].text.islower()
        ):
            name.modifier = True  # "Damascus-based", "Saudi-led": about the place, not at it
            return name.unknown
        if follow.lower in GROUPS:
            return True
        if follow.text == "-" and not follow.space and not tokens[after - 1].space and _is_small(name):
            return True  # "Wal-Mart"
        if not is_capital(follow) or not is_word(follow) or not tokens[after - 1].space:
            return False
        if follow.lower in lex.types or follow.text in lex.demonyms or follow.lower in lex.directions:
            return False
        if follow.lower in lex.body:
            return True
        if tokens[name.start].lower in lex.first_names and follow.pos == "PROPN" and not titled:
            return True
        if follow.lower in lex.titles or country:
            name.modifier = True  # "New York Gov. Brown", "U.S. Transportation Secretary"
            return False
        return not titled and follow.pos == "PROPN" and not _is_state(follow)
    return False


def _is_small(name: Name) -> bool:
    return not any(p.kind in {"country", "region", "admin1"} or p.population >= FAMOUS for p in name.places)


def _is_state(follow: Token) -> bool:
    """A postal or cut-short state behind a town without a comma, and days: "Mosul Tuesday"."""
    return follow.text in words().abbreviations or follow.lower in DAYS


# In small letters too, these make a group of the name before them: "the Baath party".
GROUPS = frozenset(
    [
        "party",
        "movement",
        "militia",
        "brigade",
        "brigades",
        "regiment",
        "battalion",
        "clan",
        "tribe",
        "dynasty",
    ]
)
DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today"])


def _is_body_of(tokens: tuple[Token, ...], i: int, lex: Words) -> bool:
    """Whether the capitalised word before "of" makes the whole the name of a body."""
    if not is_capital(tokens[i]) or i == 0:
        return False
    return tokens[i].lower not in lex.of_place and lex.types.get(tokens[i].lower, "site") == "site"


def _continues(prev: Token, lex: Words, *, titled: bool) -> bool:
    """Whether a capitalised word before a name belongs to a longer name with it."""
    if not is_capital(prev) or not is_word(prev) or prev.lower in lex.before or prev.lower in lex.types:
        return False
    if prev.text in lex.demonyms or prev.text in lex.regional or prev.lower in DAYS:
        return False
    return prev.pos == "PROPN" and not titled


def _note_role(name: Name, lex: Words) -> None:
    """Mark names that stand for who acts: subjects of speech, and countries that do something."""
    tokens = name.sentence.tokens
    token = tokens[name.head]
    verb = tokens[token.head]
    if name.type_word or name.modifier:
        return
    country = name.places[:1] != () and name.places[0].kind == "country"
    if token.dep == "nsubj" and verb.pos in {"VERB", "AUX"}:
        name.actor = country or verb.lemma in lex.speech
    elif token.dep == "pobj" and verb.lower == "by" and country:
        name.actor = True
    elif token.dep in {"dobj", "pobj"} and country:
        above = tokens[verb.head] if token.dep == "pobj" else verb
        name.actor = above.lemma in {"accuse", "blame"} and (token.dep == "dobj" or verb.lower == "on")
    elif token.dep in {"compound", "amod", "nmod"} and not name.start <= token.head < name.end:
        name.modifier = True
