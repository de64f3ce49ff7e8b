"""The words for people, and what each says of them: sex, ages, part; pronouns, and words that keep people apart.

Reads the lexicons `toll`, `counted`, `numbers` and `times`; see `people`.
"""

from __future__ import annotations

from typing import Any

from dateline import lexicons

LEXICON = lexicons.load("toll")
PLURALS: dict[str, str] = lexicons.load("counted")["plurals"]
COUNTED = frozenset(word for entry in lexicons.load("counted")["people"] for word in entry["words"])
ANYBODY = frozenset(LEXICON["words"]["anybody"])
ANOTHER = frozenset(LEXICON["words"]["another"])
HE, SHE = frozenset({"he", "him", "himself", "his"}), frozenset({"she", "her", "herself"})
THEY = frozenset({"they", "them", "themselves", "those", "these", "both", "all"})
SELF = frozenset({"himself", "herself", "themselves", "self", "myself"})
PICTURES = frozenset(LEXICON["words"]["pictures"])
SEX_OF_TITLES = {w: sex for sex, words in LEXICON["titles"].items() for w in words}
OFFICIALS = frozenset(LEXICON["words"]["officials"])
AFTER_NAMES = frozenset(LEXICON["words"]["after_names"])
LABELS = frozenset(LEXICON["words"]["labels"])
SOMEBODY = frozenset({"someone", "somebody", "one", "another"})
POINTING = frozenset({"the", "this", "that", "these", "those", "his", "her", "their", "its", "both"})
# How a word hangs on the noun that it says more of.
OWN = frozenset({"det", "amod", "nummod", "compound", "nmod", "poss", "npadvmod", "quantmod", "advmod"})
NAMED = frozenset({"appos", "compound", "flat", "nmod"})
# What may follow the age in "Mara Odeh, 24, was".
AFTER_AGE = frozenset({",", ")", ".", ";", "of", "was", "and", "is", "were"})
EVERY_AGE = (0, 120)
CARDINALS: dict[str, int] = lexicons.load("numbers")["cardinals"]
ORDINALS: dict[str, int] = lexicons.load("numbers")["ordinals"]
MONTHS = 12
DATES = frozenset({"march", "may"}) | frozenset(
    w for name in ("MONTH", "WEEKDAY") for w in lexicons.load("times")["classes"][name]["words"]
)
NAMED_SO = 2  # words: "Varda Teen" is no name, "Sheriff Anna Rell Guard" may be
SHORT = 2  # letters of a state's abbreviation

Ages = tuple[int, int]


def _forms(word: str) -> tuple[str, str]:
    """A noun in the singular and in the plural."""
    stem = next((w for w in ("man", "woman", "child") if word.endswith(w) and word != w), None)
    many = word[: -len(stem)] + PLURALS[stem] if stem else PLURALS.get(word, word + "s")
    return word, many


WORDS: dict[str, dict[str, Any]] = {
    form: entry for entry in LEXICON["person"] for word in entry["words"] for form in _forms(word)
}


MANY = frozenset(_forms(word)[1] for entry in LEXICON["person"] for word in entry["words"])


def narrowed(one: Ages, other: Ages) -> Ages:
    """The ages that two words leave open; the first word's, where they exclude each other."""
    ages = max(one[0], other[0]), min(one[1], other[1])
    return ages if ages[0] <= ages[1] else one


def is_description(words: tuple[str, ...]) -> bool:
    """“Varda Teen", "Year-Old", "ID'ed": words of a headline that name nobody."""
    last = WORDS.get(words[-1])
    described = last is not None and ("ages" in last or "sex" in last or len(words) <= NAMED_SO)
    return described or "year-old" in words or "'" in words[-1] or words[-1] in DATES


def years(word: str) -> int | None:
    """The number that a word is, in digits or letters."""
    return int(word) if word.isdecimal() else CARDINALS.get(word)
