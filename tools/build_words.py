"""spacy-lookups-data's word tables -> src/dateline/lexicons/words.txt.gz.

Which English words are commonly written in small letters, which in capitals throughout, and which are as
often a name: read off how often each spelling of a word occurs in the frequency table, with WordNet's
list of lemmas to tell words from slips. Nothing else is used; the same package gives the same file.

Run: pip install --no-deps --target DIR spacy-lookups-data==1.0.5, then python tools/build_words.py DIR
"""

from __future__ import annotations

import gzip
import json
import math
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

UPSTREAM = "spacy-lookups-data 1.0.5"
OUT = Path(__file__).parents[1] / "src" / "dateline" / "lexicons" / "words.txt.gz"
# Natural logarithms of a spelling's share of all words. Words that WordNet knows may be rare (-19.5 is
# "seen once" in the table); others must be common, since the rare ones are slips and foreign words.
RARE_WORD, RARE_UNKNOWN, RARE_ACRONYM = -19.6, -14.2, -16.0
# Share of small-letter spellings under which a word is rather a name, and under which it may be one.
# Writers of the table's text leave capitals out often (one "syria" in four), hence the high bar.
NAME_BELOW, EITHER_BELOW = 0.42, 0.72
# These stand in capitals because they open sentences, and WordNet has them as no adverbs or not at all.
SENTENCE_OPENERS = frozenset(
    (
        "according",
        "although",
        "and",
        "because",
        "besides",
        "both",
        "but",
        "despite",
        "during",
        "each",
        "following",
        "if",
        "meanwhile",
        "otherwise",
        "since",
        "some",
        "such",
        "than",
        "that",
        "the",
        "then",
        "there",
        "these",
        "this",
        "those",
        "though",
        "thus",
        "unless",
        "until",
        "well",
        "when",
        "where",
        "whereas",
        "while",
        "with",
        "without",
        "yet",
    )
)
WORD = re.compile(r"[A-Za-z]{2,22}")
ENDINGS = (
    "ies:y",
    "es:",
    "s:",
    "ied:y",
    "ed:",
    "ed:e",
    "ing:",
    "ing:e",
    "er:",
    "er:e",
    "est:",
    "ly:",
    "d:",
    "n:",
)
SUFFIXES = tuple(ending.split(":") for ending in ENDINGS)


def table(folder: Path, name: str) -> Any:
    """One of the package's JSON tables."""
    path = folder / "spacy_lookups_data" / "data" / f"en_{name}.json.gz"
    return json.loads(gzip.decompress(path.read_bytes()))


class WordNet:
    """WordNet's lemmas and irregular forms, its nouns, and its adverbs that are no nouns."""

    def __init__(self, folder: Path) -> None:
        index, irregular = table(folder, "lemma_index"), table(folder, "lemma_exc")
        self.nouns = frozenset(index["noun"])
        self.adverbs = frozenset(index["adv"]) - self.nouns
        words = {word for part in index.values() for word in part}
        self.words = frozenset(words | {word for part in irregular.values() for word in part})


def is_word(word: str, known: WordNet) -> bool:
    """Whether WordNet knows the word or what is left without an ending of English inflection."""
    stems = [word[: -len(end)] + put for end, put in SUFFIXES if word.endswith(end)]
    stems += [stem[:-1] for stem in stems if len(stem) > 3 and stem[-1:] == stem[-2:-1]]
    return word in known.words or any(len(stem) > 2 and stem in known.words for stem in stems)


def spellings(probabilities: dict[str, float]) -> dict[str, dict[str, float]]:
    """Each word in small letters with the log probability of its spellings: lower, title, upper."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for form, value in probabilities.items():
        if not WORD.fullmatch(form):
            continue
        case = "lower" if form.islower() else "upper" if form.isupper() else "title" if form.istitle() else ""
        if case:
            found[form.lower()][case] = value
    return found


def line(word: str, forms: dict[str, float], known: WordNet) -> str | None:
    """Give the word's line in the file: `word`, `+word` (often a name), `WORD` (an acronym), or none."""
    low, title, up = (math.exp(forms[c]) if c in forms else 0.0 for c in ("lower", "title", "upper"))
    if up > 2 * (low + title) and forms["upper"] > RARE_ACRONYM and len(word) < 7:
        return word.upper()
    real = is_word(word, known)
    if not low or forms["lower"] < (RARE_WORD if real else RARE_UNKNOWN):
        return None
    if word in known.adverbs or word in SENTENCE_OPENERS:
        return word
    share = low / (low + title)
    # What WordNet does not know must be clearly a word: most such are names in careless spelling.
    if share < NAME_BELOW or (not real and share < EITHER_BELOW):
        return None
    # An inflected verb or a plural is no name, however often a sentence opens with it.
    return f"+{word}" if share < EITHER_BELOW and (word in known.nouns or not real) else word


def main() -> None:
    """Write the list."""
    folder = Path(sys.argv[1])
    known = WordNet(folder)
    found = spellings(table(folder, "lexeme_prob"))
    lines = sorted(filter(None, (line(word, forms, known) for word, forms in found.items())))
    head = f"# generated by tools/build_words.py from {UPSTREAM}, do not edit"
    packed = gzip.compress("\n".join([head, *lines, ""]).encode(), 9, mtime=0)
    OUT.write_bytes(packed)
    print(f"{len(lines)} words, {len(packed)} bytes")


if __name__ == "__main__":
    main()
