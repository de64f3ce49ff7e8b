"""A text in one case, all capitals or all small letters -> the same text with its case restored.

It changes nothing in a text that has both cases, adds and drops no character, and looks nothing up but
dateline's own word list: words that English commonly writes small stay small, the rest are taken as names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dateline.language.case_marks import Known, Word, Writing, base, lists, mark

# A text counts as one case when at most this share of its letters is in the other: stray letters of a bad
# decoding ("Â") and units ("KMs") must not hide it, and one name in an ordinary sentence must not make it.
STRAY_SHARE = 0.02
# Shorter stretches say nothing: "UN", or the last line "say." of a wrapped paragraph.
LEAST_UPPER, LEAST_LOWER = 10, 40
# Final sigma depends on its neighbours, so its case cannot be changed one letter at a time.
SIGMAS = "Σσς"

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
PARAGRAPH = re.compile(r"\S(?:[^\r\n]|\r?\n(?![ \t]*\r?\n))*")
LINE = re.compile(r"[^\r\n]+")
# Quotation marks whose bytes were read in the wrong encoding: "â€œ", "â€™", "Â ". They are no letters.
MISREAD = re.compile(r"â(?=€)|(?<=€)[œ˜™]|(?<![^\W\d_])[âÂ](?![^\W\d_])|â\b", re.IGNORECASE)
# What stands between two words where a new sentence starts: ". ", "?” ", a blank line; not ". 5 " or "5.3".
BREAK = re.compile(r"""[.!?]['"”’)\]]*\s+['"“‘’(\[€]*\Z | \n[ \t\r]*\n[^\d]*\Z | \]\s+\Z""", re.VERBOSE)
# "the FMLN [Farabundo Marti National Liberation Front] and": what follows goes on with the sentence, unlike
# what follows a tag before it ("-- [TEXT] The army", "\n\n[REPORTER] Do you").
NOTE_ENDS, NOTE_OPENS = re.compile(r"\A\]\s+\Z"), re.compile(r",?[ \n]\[")
LONGEST_NOTE = 14  # words
# No sentence ends after these, although a full stop follows.
SHORTENED = frozenset(
    re.findall(r"\w+", "mr mrs ms dr prof gen col lt maj capt sgt cpl rev hon sen rep no st vs")
)
SHORTENED |= frozenset(re.findall(r"\w+", "jan feb mar apr jun jul aug sep sept oct nov dec"))
# Words that an acronym leaves out: "Army of National Liberation (ANL)".
SKIPPED = frozenset(("of", "the", "and", "for", "de", "la"))
LINKING = SKIPPED | {"a", "an", "at", "by", "in", "on", "to", "with"}
LEAST_INITIALS = 3  # letters: of two, any two words would do

Stretch = tuple[int, int]


def is_uniform(text: str) -> str | None:
    """Tell whether a text is written in one case.

    Returns:  "upper", "lower", or None where it has both or too little to say.
    """
    upper = sum(map(str.isupper, text))
    lower = sum(map(str.islower, text))
    if upper >= LEAST_UPPER and lower <= STRAY_SHARE * upper and len(WORD.findall(text)) > 1:
        return "upper"
    if lower < LEAST_LOWER or upper > STRAY_SHARE * lower:
        return None
    # A sentence with its own capital is written in both cases, however few its capitals are.
    return "lower" if next(filter(str.isalpha, text)).islower() else None


def restore(text: str, known: Known | None = None) -> str:
    """Give a text in one case its capitals, so that a parser and a gazetteer can read it.

    Args:     known tells of a word with a capital first letter whether it is a name; it is asked only
              for words that are as often a name as not ("Brown", "Park").
    Returns:  a text of the same length in code points that differs in case alone; the text itself where it
              has both cases. In a text of both, paragraphs and lines in capitals are restored.
    """
    stretches = tuple(_uniform_stretches(text))
    if not stretches:
        return text
    seen = _acronyms_in_brackets(text, stretches) | _forms_elsewhere(text, stretches)
    pieces, end = [], 0
    for start, stop in stretches:
        pieces += [text[end:start], _restored(text[start:stop], seen, known)]
        end = stop
    return "".join([*pieces, text[end:]])


def _uniform_stretches(text: str) -> Iterator[Stretch]:
    """The stretches in one case: the whole text, else its paragraphs and lines, in text order."""
    if is_uniform(text):
        yield 0, len(text)
        return
    for paragraph in PARAGRAPH.finditer(text):
        if is_uniform(paragraph[0]):
            yield paragraph.span()
        else:
            lines = (m.span() for m in LINE.finditer(text, *paragraph.span()))
            yield from (span for span in lines if is_uniform(text[slice(*span)]) == "upper")


def _restored(text: str, seen: dict[str, str], known: Known | None) -> str:
    """One stretch with its case restored."""
    small = _each(text, _small)
    words = _words(small)
    for word in words:
        word.form = seen.get(base(word.text))
    mark(small, words, known)
    _spell_out(words)
    pieces, end = [], 0
    for i, word in enumerate(words):
        form = _form(word)
        if form == word.text and _opens(words, i):
            form = _capital(form)
        pieces += [small[end : word.start], form]
        end = word.end
    return "".join([*pieces, small[end:]])


def _spell_out(words: list[Word]) -> None:
    """Mark the name that a short form beside it stands for: "the people's army of the coast (pac)", "..., pac, ...".

    Its initials may stand in another order, as those of a name that was put into English do.
    """
    for i, word in enumerate(words):
        short = base(word.text)
        after = words[i + 1].gap if i + 1 < len(words) else ""
        beside = word.gap.strip() == "," and after.startswith(",") and word.writing is Writing.ACRONYM
        if not (beside or word.gap.endswith("(")) or len(short) < LEAST_INITIALS:
            continue
        told = [w for w in words[max(0, i - 2 * len(short)) : i] if w.text not in LINKING][-len(short) :]
        if sorted(w.text[0] for w in told) == sorted(short):
            for named in told:
                named.writing = named.writing if named.writing is Writing.ACRONYM else Writing.NAME


def _words(small: str) -> list[Word]:
    """The words of a stretch in small letters, each with the gap before it."""
    clear = small if small.isascii() else MISREAD.sub("’", small)
    words, end = [], 0
    for m in WORD.finditer(clear):
        words.append(Word(m[0], m.start(), m.end(), clear[end : m.start()]))
        end = m.end()
    return words


def _form(word: Word) -> str:
    """A word as it is to be written, as long as before."""
    if word.form is not None:
        return word.form + word.text[len(word.form) :]
    head = base(word.text)
    if word.writing is Writing.ACRONYM or head == "i":
        return _each(head, _large) + word.text[len(head) :]
    if word.writing is not Writing.NAME:
        return word.text
    if re.match(r"mc[b-df-hj-np-tv-z]..|[od]['’]..", word.text):
        return _capital(word.text[:2]) + _capital(word.text[2:])
    return _capital(word.text)


def _opens(words: list[Word], i: int) -> bool:
    """Whether a sentence starts with this word."""
    if i == 0:
        return not re.search(r"\w", words[0].gap)
    if words[i - 1].text in SHORTENED or len(words[i - 1].text) == 1:
        return bool(re.search(r"\n\s*\n", words[i].gap))
    if NOTE_ENDS.search(words[i].gap):
        return not _is_note(words, i)
    return bool(BREAK.search(words[i].gap))


def _is_note(words: list[Word], i: int) -> bool:
    """Whether the square bracket that shuts before word `i` was opened inside a sentence."""
    opened = next((w for w in reversed(words[max(0, i - LONGEST_NOTE) : i]) if "[" in w.gap), None)
    return opened is not None and NOTE_OPENS.fullmatch(opened.gap) is not None


def _acronyms_in_brackets(text: str, stretches: tuple[Stretch, ...]) -> dict[str, str]:
    """Short forms that the text itself gives in brackets: "(stf)"."""
    common = lists().common
    found: dict[str, str] = {}
    for start, end in stretches:
        for m in re.finditer(r"\(([^\W\d_]{2,7})\)", text[start:end]):
            word = _each(m[1], _small)
            before = text[start + max(0, m.start() - 200) : start + m.start()]
            if word not in common or (len(word) > 2 and _initials(before, len(word)) == word):
                found[word] = _each(word, _large)
    return found


def _initials(before: str, count: int) -> str:
    """The first letters of the last words before a bracket."""
    words = [word for word in WORD.findall(before.lower()) if word not in SKIPPED]
    return "".join(word[0] for word in words[-count:])


def _forms_elsewhere(text: str, stretches: tuple[Stretch, ...]) -> dict[str, str]:
    """How words with capitals are written inside the sentences of the text's other stretches."""
    found: dict[str, str] = {}
    small: set[str] = set()
    end = 0
    for start, stop in (*stretches, (len(text), len(text))):
        for m in re.finditer(r"(?<=[a-z,;] )[^\W\d_]{2,}", text[end:start]):
            key = _each(m[0], _small)
            if m[0] == key:
                small.add(key)
            else:
                found.setdefault(key, m[0])
        end = stop
    return {key: form for key, form in found.items() if key not in small}


def _each(text: str, change: Callable[[str], str]) -> str:
    """Change a text one character at a time (at once where it is ASCII)."""
    if text.isascii():
        return text.upper() if change is _large else text.lower()
    return "".join(map(change, text))


def _small(char: str) -> str:
    """The small letter of a capital, where the way back is the same."""
    small = char.lower()
    return small if len(small) == 1 and small.upper() == char and char not in SIGMAS else char


def _large(char: str) -> str:
    """The capital of a small letter, where the way back is the same."""
    large = char.upper()
    return large if len(large) == 1 and large.lower() == char and char not in SIGMAS else char


def _capital(word: str) -> str:
    """A word with its first letter in capitals."""
    return _large(word[:1]) + word[1:]
