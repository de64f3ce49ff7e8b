"""A value on a line -> the value with its unit: money, a measure, a share, an age, or what is counted."""

from __future__ import annotations

from typing import NamedTuple

from dateline import lexicons
from dateline.mentions.figures.hedges import after
from dateline.mentions.figures.refusals import OLDEST
from dateline.mentions.figures.vocabulary import plural, vocabulary
from dateline.mentions.quantities.line import Line
from dateline.mentions.quantities.units import Meant, Unit, mark_before, rated, unit_at
from dateline.mentions.quantities.values import HYPHENS, Value

NOUNS = frozenset({"NOUN", "PROPN"})
POINTING = frozenset({"last", "next", "this", "each", "every", "earlier", "later", "less"})
LONGEST = 9  # pieces of a counted noun with its adjectives
SKIPPED = frozenset({"or", "and", "&", "/"})
NUMBER = Unit("", "number")


class Told(NamedTuple):
    """A value and its unit: pieces (half-open) of all, of the unit's words, and of the value alone."""

    start: int
    end: int
    value: Value
    unit: Unit
    words: str = ""


def tell(line: Line, value: Value) -> Told:
    """The value with the unit that stands around it."""
    return _money(line, value) or _age(line, value) or _measure(line, value) or _counted(line, value)


def _money(line: Line, value: Value) -> Told | None:
    """As in "$230,000", "Rs 5 crore", "$500 US", "$80 per barrel"."""
    found = mark_before(line.pieces, value.start, line.units)
    if found is None:
        return None
    start, unit = found
    end, name = value.end, unit.name
    second = unit_at(line.pieces, end, line.units)
    if second is not None and second.unit.kind == "money":
        name, end = second.unit.name if name == "dollar" else name, second.end
    elif line.text(end) in {"US", "U.S."}:
        end += 1
    whole = rated(line.pieces, Meant(Unit(name, "money"), end), line.units)
    told = " ".join(filter(None, (_text(line, start, value.start), _text(line, value.end, whole.end))))
    return Told(start, whole.end, value, whole.unit, told)


def _age(line: Line, value: Value) -> Told | None:
    """As in "15-year-old", "30 years old", "two years of age"."""
    i = _past_hyphen(line, value.end)
    if line.lower(i) not in line.units.aged:
        return _at_age(line, value)
    j = _past_hyphen(line, i + 1)
    if line.lower(j) in line.units.old or (line.lower(j) == "of" and line.lower(j + 1) == "age"):
        end = j + (2 if line.lower(j) == "of" else 1)
        return Told(value.start, end, value, line.units.age, _text(line, i, end))
    return _at_age(line, value)


def _at_age(line: Line, value: Value) -> Told | None:
    """As in "aged 26", "under the age of five years"."""
    before, two_back = line.lower(value.start - 1), line.lower(value.start - 2)
    told = before in {"aged", "age"} or (before == "of" and two_back in {"age", "ages"})
    beside = before == "," and line.pos(value.start - 2) == "PROPN" and line.lower(value.end) in {",", "."}
    if not (told or (beside and value.kind == "digits")):
        return None
    if value.kind not in {"digits", "words"} or value.high > OLDEST or value.low % 1 or value.low < 0:
        return None
    end = value.end + (line.lower(value.end) in line.units.aged)
    return Told(value.start, end, value, line.units.age, _text(line, value.end, end))


def _past_hedge(line: Line, i: int) -> int:
    """Past words behind a number that move or blur it: "20 or more people", "30-odd guns"."""
    end, _ = after(line.pieces, i, vocabulary())
    return end


def _past_hyphen(line: Line, i: int) -> int:
    """Past a hyphen that glues a unit to its number."""
    return i + 1 if line.lower(i) in HYPHENS and line.glued(i) and (line.glued(i + 1)) else i


def _measure(line: Line, value: Value) -> Told | None:
    """As in "40 km", "2.4-liter", "10 percent", "8.99 Australian dollars"."""
    i = _past_hyphen(line, _past_hedge(line, value.end))
    if value.kind == "fraction" and line.lower(i) in {"a", "an", "of"}:
        i += 2 if line.lower(i) == "of" and line.lower(i + 1) in {"a", "an"} else 1
    meant = unit_at(line.pieces, i, line.units)
    if meant is None or (_is_noun_before_noun(line, i, meant)):
        return None
    return Told(value.start, meant.end, value, meant.unit, _text(line, i, meant.end))


def _is_noun_before_noun(line: Line, i: int, meant: Meant) -> bool:
    """Whether a symbol of one capital apart from the number is a name: "20 C models"."""
    one = line.text(i)
    return len(one) == 1 and one.isalpha() and not line.glued(i) and line.tag(meant.end) in {"NNS", "NNPS"}


def _counted(line: Line, value: Value) -> Told:
    """As in "13,000 workers", "two of the five mosques"; without a noun the number alone."""
    number = _past_hedge(line, value.end)
    glued = _past_hyphen(line, number)
    if line.lower(glued) == "strong" and glued > number:
        return Told(value.start, glued + 1, value, NUMBER)  # "a 2,000-strong force"
    i = _past_of(line, glued)
    several = abs(value.high) != 1
    last = None if line.lower(i) in POINTING else _last_noun(line, i, many=several and i == number)
    if last is None:
        return Told(value.start, value.end, value, NUMBER)
    if several and line.lower(value.end) != "of":
        last = _modified(line, i, last, glued=glued > number)
    return Told(
        value.start, last + 1, value, Unit(_singular(line, i, last), "count"), _text(line, i, last + 1)
    )


def _modified(line: Line, start: int, last: int, *, glued: bool) -> int:
    """The noun that the number is tied to in "a 12 page document", "six-cylinder engines"; else the last one."""
    first = next(k for k in range(start, last + 1) if line.pos(k) in NOUNS)
    plural = line.tag(last) in {"NNS", "NNPS"} or line.pieces[last].lemma in {"people", "staff"}
    return first if (glued or not plural) and line.tag(first) == "NN" and first == start else last


def _past_of(line: Line, i: int) -> int:
    """Past "of the": "two of Johnson's deputies", "one of the oldest houses"."""
    if line.lower(i) != "of":
        return i
    i += 1
    while line.pos(i) in {"DET", "PRON"} and line.pos(i + 1) not in {"", "PUNCT", "VERB", "AUX"}:
        i += 1
    return i


def _last_noun(line: Line, start: int, *, many: bool) -> int | None:
    """The last noun of the run of nouns and adjectives from a piece on; a plural ends it."""
    last: int | None = None
    i = start
    while i < min(len(line.pieces), start + LONGEST):
        pos, tag = line.pos(i), line.tag(i)
        if pos in NOUNS and line.text(i)[0].isalnum() and not line.is_number(i):
            if last is not None and line.tag(last) == "NNS" and not _goes_on(line, last, i):
                break
            last = i
        elif _is_glue(line, i):
            pass
        elif pos in {"ADJ", "ADV"} or tag in {"VBN", "VBG", "POS", "HYPH", "JJ"}:
            if last is not None and (pos == "ADV" or (tag in {"VBN", "VBG"} and many and not line.glued(i))):
                break
            if last is not None and line.tag(last) == "NNS" and tag not in {"POS", "HYPH"}:
                break
        elif not (line.lower(i) in SKIPPED and _joins(line, i, last)):
            break
        i += 1
    return last


def _is_glue(line: Line, i: int) -> bool:
    """Whether a hyphen at a piece ties its neighbours into one word."""
    return line.lower(i) in HYPHENS and line.glued(i) and line.glued(i + 1)


def _goes_on(line: Line, last: int, i: int) -> bool:
    """Whether a noun belongs to the same run as a plural before it: by the parse, or behind a genitive."""
    if i > last + 1:
        return True
    return line.tag(i) == "NNS" and line.sentence.tokens[line.origin[last]].head == line.origin[i]


def _joins(line: Line, i: int, last: int | None) -> bool:
    """Whether "and" joins two adjectives or names before one noun: "digital and physical sales"."""
    first = line.pos(i - 1) in {"ADJ", "PROPN"} or (last is not None and line.tag(last) in {"NN", "NNP"})
    return first and line.pos(i + 1) in {"ADJ", "PROPN", "NOUN"} and line.tag(i + 1) != "NNS"


def _singular(line: Line, start: int, last: int) -> str:
    """The name of what is counted: its words, the noun in the singular."""
    kept = [
        _lemma(line, k)
        for k in range(start, last + 1)
        if line.pos(k) not in {"DET", "CCONJ", "PUNCT", "PART"}
    ]
    return " ".join(word for word in kept if word != "most").replace(" - ", "-")


def _lemma(line: Line, k: int) -> str:
    """The plain form of a noun or adjective; other words as they stand."""
    piece = line.pieces[k]
    if piece.lower == "people" or piece.pos not in {"NOUN", "ADJ", "PROPN"}:
        return piece.lower
    if piece.tag == "NNPS" and piece.lower.endswith("s"):
        return piece.lower[:-1]
    if piece.tag == "NNS":
        return _one(piece.lower, piece.lemma.lower())
    return piece.lemma.lower()


def _one(word: str, lemma: str) -> str:
    """The singular of a plural; the parser's, where ours would make that plural of it ("syringes" of "syrinx")."""
    known = lexicons.load("counted")["plurals"] | lexicons.load("units")["plurals"]
    if word == plural(lemma, known) or not word.endswith("s"):
        return lemma
    return word[:-1] if not word.endswith(("ches", "shes", "sses", "xes")) else word[:-2]


def _text(line: Line, start: int, end: int) -> str:
    """The words from piece to piece, as they were set."""
    return "".join(p.text + (" " if p.space else "") for p in line.pieces[start:end]).strip()
