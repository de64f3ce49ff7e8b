"""Years and decades told by their number -> their intervals.

A bare number of four digits is a year only where the words around it make it one; else it may be a count.
"""

from __future__ import annotations

from dateline import lexicons
from dateline.mentions.times import days
from dateline.mentions.times.outright import AHEAD_YEARS, edged, read, value_of
from dateline.mentions.times.parts import Parts
from dateline.mentions.times.story import Reading, Story
from dateline.mentions.times.words import Word, letters
from dateline.records import Token

# A bare number below this is more often a count.
FIRST_MODERN_YEAR = 1800
# In news even "in 1100" is one, unless a history has been told.
FIRST_BARE_YEAR = 1200
# Behind "until" a number below this, of five minutes, is rather a time of the day.
CLOCKS, MINUTES = 1500, 60
SINGULAR = frozenset({"NN", "NNP"})
APOSTROPHES = frozenset({"'", "’"})
OPENING_QUOTES = frozenset({'"', "“", "``", "'", "‘"})


def year(parts: Parts, story: Story) -> Reading | None:
    """A year, or the first, middle or last third of one."""
    del story
    whole = days.whole_year(parts.value("year"))
    return read(edged(whole, parts), value=value_of(whole))


def year_placed(parts: Parts, story: Story) -> Reading | None:
    """Read "in 2011", "by 1942", "the war of 1812"; not "of 2000 arrested", "a total of 2000", "rose to 2000"."""
    before = parts.words[: parts.match.start()]
    counts = lexicons.load("times")["counts"]["words"]
    if len(before) > 1 and before[-1].letter == letters()["OF"] and before[-2].lower in counts:
        return None
    if len(before) == 1 and before[-1].letter == letters()["OF"]:
        return None
    if _is_numbered(parts):
        return None  # "from 1800 hrs to 2100 hrs"
    told = parts.value("year")
    if before[-1].letter == letters()["UNTIL"] and told < CLOCKS and not told % 5 and told % 100 < MINUTES:
        return None  # "they fired until 1130"
    early = told < (FIRST_BARE_YEAR if before[-1].letter in _surely() else FIRST_MODERN_YEAR)
    return None if early and not story.history else year(parts, story)


def _is_numbered(parts: Parts) -> bool:
    """Whether the word behind says that the number is no year: "2100 hrs", "the 2100 block of Main Street"."""
    after = parts.token(parts.after)
    return after is not None and after.lower in lexicons.load("times")["numbered"]["words"]


def _surely() -> frozenset[str]:
    """Words before a year that hardly ever stand before a count."""
    return frozenset(letters()[name] for name in ("IN", "SINCE", "UNTIL", "THROUGHOUT"))


def year_alone(parts: Parts, story: Story) -> Reading | None:
    """Read "the 2003 invasion", "its 1990 invasion", "1987 saw"; a number told otherwise is a count."""
    if is_heading(parts, story.report.text):
        return year(parts, story)
    if _is_numbered(parts) or (parts.value("year") < FIRST_BARE_YEAR and not story.history):
        return None  # "around 1100" is a time of the day
    before = parts.token(parts.before)
    if before is None:
        told = parts.follows("VERB", "AUX", "ADV") or _heads_line(parts, story.report.text)
    else:
        told = _is_told_year(parts, before) or _ends_line(parts, before, story.report.text)
    return year(parts, story) if told else None


def _heads_line(parts: Parts, text: str) -> bool:
    """Whether a year opens a line before a single thing ("1972 election and peace"): a count needs many."""
    after = parts.token(parts.after)
    return (
        after is not None
        and after.tag in SINGULAR
        and not text[text.rfind("\n", 0, parts.start) + 1 : parts.start]
    )


def _ends_line(parts: Parts, before: Token, text: str) -> bool:
    """Whether a year closes a heading ("The blockade, 1861")."""
    stop = text.find("\n", parts.end)
    return before.lower == "," and not text[parts.end : stop if stop >= 0 else None].strip()


def _is_told_year(parts: Parts, before: Token) -> bool:
    """Whether what stands around a bare number of four digits makes it a year."""
    quoted = parts.after is not None and parts.after.lower in OPENING_QUOTES
    after = parts.token(parts.after)
    named = after is not None and (after.text[0].isupper() or after.tag in SINGULAR)
    if before.tag in {"DT", "PRP$", "POS"}:
        return quoted or named or parts.follows("NOUN", "ADJ", "PROPN")
    if before.tag == "JJ" and parts.value("year") >= FIRST_MODERN_YEAR:
        return named
    if after is not None and (
        after.tag == "POS" or after.lemma in lexicons.load("times")["year_verbs"]["lemmas"]
    ):
        return True
    closed = parts.after is None or parts.follows("PUNCT", "CCONJ")
    if before.lower == "as" and parts.match.start() > 1:  # "as late as 1781"
        return parts.words[parts.match.start() - 2].lower in {"late", "early", "recently"}
    if before.lower in lexicons.load("times")["hedges"]["dated"]:
        at = parts.match.start() > 1 and parts.words[parts.match.start() - 2].letter == letters()["AT"]
        return not at and (closed or parts.follows("ADP"))  # "at approximately 2100 on 18 March" is an hour
    if before.lower == "to":
        return closed and parts.words[max(0, parts.match.start() - 2)].lower in {
            "dating",
            "dated",
            "dates",
            "back",
        }
    if before.lower == "for" and parts.follows("AUX"):
        return True
    return before.lower in {"for", "due", "both"} and closed


def is_heading(parts: Parts, text: str) -> bool:
    """Whether an expression has a line of its own, or opens one ("2004: the siege"), as in a history."""
    line, stop = text.rfind("\n", 0, parts.start) + 1, text.find("\n", parts.end)
    rest = text[parts.end : stop if stop >= 0 else None].strip()
    return not text[line : parts.start].strip() and (not rest or rest.startswith(":"))


def year_listed(parts: Parts, story: Story) -> Reading | None:
    """Read the later ones of "in 1994, 1995 and 1997"."""
    closed = parts.after is None or parts.follows("PUNCT", "CCONJ")
    return year(parts, story) if closed else None


def short_year(parts: Parts, story: Story) -> Reading | None:
    """Read "the Club of '89": of the century of the story, or the last such year up to the telling."""
    word = parts.word("short")
    near = story.reference(parts.start) or story.stand
    if word is None or near is None or not _is_clipped(parts, word):
        return None
    found = near.year - near.year % 100 + word.value
    return read(
        days.whole_year(found - (100 if not story.history and found > near.year + AHEAD_YEARS else 0))
    )


def _is_clipped(parts: Parts, word: Word) -> bool:
    """Whether an apostrophe stands for the century, and no quotation opens with a count ("'40 men fled'")."""
    mark, after = parts.before, parts.token(parts.after)
    if mark is None or mark.lower not in APOSTROPHES or mark.end != word.start:
        return False
    return after is None or after.text[0].isupper() or after.pos in {"PUNCT", "CCONJ", "ADP"}


def years(parts: Parts, story: Story) -> Reading | None:
    """Read "from 1996 to 2006", "1990-94"; "2003-05" is read as years, as no month runs backward."""
    first, last = parts.value("year"), parts.value("last_year")
    opens = parts.before is None or parts.before.lower in {",", ";"}
    if (opens and parts.follows("VERB", "AUX")) or (first < FIRST_MODERN_YEAR and not story.history):
        return None  # "between 1500 and 2000 were wounded"
    if last < 100:
        last += first - first % 100
    return read(days.years(first, last)) if last > first else None


def decade(parts: Parts, story: Story) -> Reading | None:
    """Ten years; two digits alone ("his 40s") are an age."""
    del story
    word, said = parts.word("decade"), parts.value("decade")
    if word is None:
        return None
    opening = parts.words[parts.match.start()].lower in {"the", "early"}
    clipped = parts.before is not None and parts.before.lower in APOSTROPHES
    if len(word.lower) == len("80s") and not (opening or clipped):
        return None
    whole = days.years(said, said + 9, "decade")
    return read(edged(whole, parts), value=value_of(whole))
