"""A name and the words beside it -> its preposition and type word, and whether it can be a place there.

"Jordan Smith", "Bank of England" and "the Boons" are no places; "Mosul Dam" and "the Battle of Ypres" are.
"""

from __future__ import annotations

from dateline.mentions.places.names import Name, is_capital, is_word
from dateline.mentions.places.words import Words, words
from dateline.records import Token

SHORT = 4  # letters: capitals throughout up to this length are an abbreviation
NAMES = 3  # a given name and two of the family's

BESIDE = frozenset({"the", "-", "central", "downtown", "suburban", "rural", "coastal", "nearby"})


def look_around(name: Name, lex: Words) -> None:
    """Note the preposition before a name and the type word that goes with it."""
    tokens, before = name.sentence.tokens, name.start - 1
    while before >= 0 and (tokens[before].lower in lex.directions or tokens[before].lower in BESIDE):
        before -= 1
    name.full = (name.start, name.end)
    name.cue = tokens[before].lower if before >= 0 else ""
    if name.cue == "of" and before > 0 and tokens[before - 1].lower in lex.near_nouns:
        name.cue = "near"
    after = name.end
    while after < len(tokens) and after - name.end < 3 and tokens[after].lower in lex.between:
        after += 1
    country = name.places[:1] != () and name.places[0].kind == "country"
    if country and not (after < len(tokens) and is_capital(tokens[after])):
        return  # "a Syria prison break": the noun goes with its own head
    if after < len(tokens) and _is_type(tokens[after], lex):
        _take_type(name, after, (name.start, after + 1))
    elif name.cue == "of" and before > 0 and _is_type_of(tokens, before - 1, lex):
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


def _is_type(token: Token, lex: Words) -> bool:
    """Whether a word tells a place's sort: "Hella jail", and not who is jailed there."""
    return token.lower in lex.types or (token.lemma in lex.types and token.pos != "VERB")


def _is_type_of(tokens: tuple[Token, ...], i: int, lex: Words) -> bool:
    """Whether a word before "of" tells a place's sort; not that of a name before it ("the Lund area of Ghent").

    "The Damascus suburb of Lund" is read the other way. "University of" with a capital is a body's name.
    """
    kind = lex.types.get(tokens[i].lower)
    if tokens[i].lower in BEHIND and i > 0 and is_capital(tokens[i - 1]) and tokens[i - 1].pos == "PROPN":
        return False
    return kind is not None and not (kind == "site" and is_capital(tokens[i]))


BEHIND = frozenset({"area", "areas", "locality", "localities", "colony", "ward", "mohalla"})


def _take_type(name: Name, at: int, full: tuple[int, int]) -> None:
    token = name.sentence.tokens[at]
    lex = words()
    name.type_word = token.lower if token.lower in lex.types else token.lemma
    name.type_at, name.full = at, full


def is_place_like(name: Name, lex: Words, *, titled: bool, surnames: set[str], wide: bool = False) -> bool:
    """Whether form and company allow a name to be a place; notes persons on the way.

    `wide`: a place's name inside a body's is one too.
    """
    tokens = name.sentence.tokens
    first, single = tokens[name.start], name.end - name.start == 1
    if single and (first.text in lex.demonyms or first.text in lex.regional):
        return False
    if not single and first.lower in lex.titles | lex.first_names and name.unknown:
        surnames.add(tokens[name.end - 1].text)
        if name.end - name.start == NAMES and tokens[name.start + 1].lower not in lex.first_names:
            surnames.add(tokens[name.start + 1].text)  # "Carlos Pizarro Leon": Pizarro, later, is he
        return False
    country = name.places[:1] != () and name.places[0].kind == "country"
    if single and first.lower.rstrip(".") in lex.never and not _is_strictly(name, lex):
        return False
    if _is_abbreviation(name) or (name.unknown and is_glued(tokens[name.end - 1].lower, lex)):
        return False
    if not (wide and _is_in_body(name, lex)) and _is_part_of_longer(name, lex, titled=titled):
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
    if _takes_article(name) and not _leads(name, wide=wide) and not _keep_with_article(name):
        return False
    odd = first.pos not in {"PROPN", "NOUN"} and name.cue not in lex.place_cues and not titled
    opens = name.start == 0 or tokens[name.start - 1].text in {'"', "“", "'", "‘"}
    name.weak = (
        single and (odd or name.modifier or (opens and name.cue not in lex.place_cues)) and not name.type_word
    )
    return True


def _is_in_body(name: Name, lex: Words) -> bool:
    """Whether the name of a body goes on behind a place's, or runs up to it: "Ghent City Council", "Bank of Ghent"."""
    tokens, before = name.sentence.tokens, name.start - 1
    prev = tokens[before] if before >= 0 else None
    if prev and (prev.lower in lex.titles or prev.lower in lex.first_names) and is_capital(prev):
        return False
    if prev and prev.text == "-" and not prev.space and before > 0:
        return tokens[before - 1].text in lex.parties
    if prev and prev.lower == "of" and name.places and before > 0 and is_capital(tokens[before - 1]):
        return True
    if prev and is_capital(prev) and prev.pos == "PROPN" and prev.lower not in lex.before and name.start > 1:
        return False
    if tokens[name.end - 1].lower in lex.of_name:
        return True  # no person is called "Guernsey County"
    if prev and prev.tag == "DT" and name.end < len(tokens) and is_capital(tokens[name.end]):
        return True  # "the Ghent Singers"; a person takes no article
    for token in tokens[name.end : name.end + BODY_WORDS]:
        if not is_capital(token) and token.lower not in {"of", "and", "&", "for", "the"}:
            return False
        if token.lower in lex.body or token.lower in lex.offices or token.lower in lex.types:
            return True
    return False


BODY_WORDS = 5  # the first word that tells a body stands no further off


def _leads(name: Name, *, wide: bool) -> bool:
    """Whether the article before a name belongs to the noun behind it: "a Ghent tavern"; `wide`: "a Ghent resident"."""
    tokens, head = name.sentence.tokens, name.head
    noun = tokens[head].head
    if tokens[head].dep not in {"compound", "nmod", "amod", "poss"} or noun < name.end:
        return False
    return wide or tokens[noun].lower in words().venues


def is_glued(word: str, lex: Words) -> bool:
    """Whether a word is two that lost the space between them: "Policewith", "Armyand"."""
    return any(
        word.endswith(tail) and word.removesuffix(tail) in lex.never for tail in TAILS if len(word) > 6
    )


TAILS = ("with", "and", "the", "of", "in", "from", "on", "for", "to", "said", "has", "was", "were", "have")


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
            return not country or tokens[before - 1].lower in LEARNED  # "the University of El Salvador"
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


LEARNED = frozenset({"university", "college", "school", "institute", "academy"})
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
    """Mark names that stand for who acts: subjects of speech and deeds, and countries that do something."""
    tokens = name.sentence.tokens
    token = tokens[name.head]
    verb = tokens[token.head]
    if name.type_word or name.modifier or (name.start == 0 and name.text.isupper()):
        return  # what opens a text in capitals is its dateline
    country = name.places[:1] != () and name.places[0].kind == "country"
    if token.dep == "nsubj" and verb.pos in {"VERB", "AUX"}:
        name.actor = country or verb.lemma in lex.speech or verb.lemma in lex.deeds
    elif token.dep == "pobj" and verb.lower == "by" and country:
        name.actor = True
    elif token.dep in {"dobj", "pobj"} and country:
        above = tokens[verb.head] if token.dep == "pobj" else verb
        name.actor = above.lemma in {"accuse", "blame"} and (token.dep == "dobj" or verb.lower == "on")
    elif token.dep in {"compound", "amod", "nmod"} and not name.start <= token.head < name.end:
        name.modifier = True
