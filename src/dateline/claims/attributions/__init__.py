"""A report's parsed sentences -> who says, thinks or wants what: source, cue and content, as spans of the report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.claims import quotations
from dateline.claims.attributions import fixed, joined, nouns, speech, verbs
from dateline.claims.attributions.drafts import Draft
from dateline.claims.attributions.tables import LISTS
from dateline.records import Attribution, Report, Sentence

__all__ = ["attributions"]

FINDERS = (verbs.find, nouns.find, fixed.find)
NAMELESS = re.compile(rf"\b(?:{'|'.join(map(re.escape, LISTS['nameless']['asked']))})\b", re.IGNORECASE)
HEADS = frozenset(LISTS["nameless"]["heads"])


def attributions(report: Report, sentences: Sequence[Sentence]) -> tuple[Attribution, ...]:
    """What a report attributes to somebody, in the order of the cues.

    Args:    the report and its sentences, as `language.parse` gives them.
    Returns: statements, and what is thought, wanted, asked or promised; each told apart by its `kind`. Those
             inside of another's words have that one's source as their `via`, and a `depth` of one or more.
    """
    found = quotations.find(sentences)
    page = speech.page(sentences, found)
    made = [draft for sentence in sentences for find in FINDERS for draft in find(sentence)]
    made = _apart(made)
    joined.part(made)
    speech.attach(page, found, made)
    speech.take_turns(sentences, made)
    for draft in made:
        draft.said = draft.pieces()
    made = [draft for draft in made if draft.said]
    outer = _outermost(made, page)
    made.sort(key=lambda d: (d.start, d.rule))
    return tuple(
        _record(report, draft, [] if id(draft) in outer else _around(draft, made), page) for draft in made
    )


def _apart(made: Sequence[Draft]) -> list[Draft]:
    """The attributions without a verb's own where it only carries a noun: "expressed concern about"."""
    carried = {
        (draft.sentence.index, k) for draft in made if draft.rule == "attribution.carried" for k in draft.cue
    }
    return [d for d in made if d.rule == "attribution.carried" or (d.sentence.index, d.head) not in carried]


def _outermost(made: Sequence[Draft], page: speech.Page) -> frozenset[int]:
    """The attributions, by identity, that stand in nobody else's words; of two around each other, the longer."""
    kept: list[Draft] = []
    for draft in sorted(made, key=lambda d: (-_size(d), d.start)):
        if not page.is_quoted(draft.start) and not any(_holds(d, draft) for d in kept):
            kept.append(draft)
    return frozenset(map(id, kept))


def _around(draft: Draft, made: Sequence[Draft]) -> list[Draft]:
    """The attributions in whose content a cue stands, the innermost first."""
    longer = (d for d in made if (_size(d), -d.start) > (_size(draft), -draft.start))
    return sorted((d for d in longer if _holds(d, draft)), key=_size)


def _holds(outer: Draft, inner: Draft) -> bool:
    return outer is not inner and any(b <= inner.start < e for b, e in outer.said)


def _record(report: Report, draft: Draft, around: Sequence[Draft], page: speech.Page) -> Attribution:
    cue = draft.stretch(draft.cue | {draft.head})
    source = draft.stretch(draft.source)
    assert cue is not None  # noqa: S101 - a cue has its main word at least
    return Attribution(
        kind=draft.kind,
        cue=report.span(*cue),
        contents=tuple(report.span(*piece) for piece in draft.said),
        source=None if source is None else report.span(*source),
        quoted=draft.quoted,
        via=tuple(report.span(*s) for d in around if (s := d.stretch(d.source)) is not None),
        anonymous=_is_anonymous(draft),
        depth=max(len(around), page.is_quoted(draft.start)),
        rule=draft.rule,
    )


def _size(draft: Draft) -> int:
    return sum(end - start for start, end in draft.said)


def _is_anonymous(draft: Draft) -> bool:
    """Whether a source is cited without a name on purpose: it asked for none, or is only "a source"."""
    tokens = draft.sentence.tokens
    if not draft.source:
        return False
    if any(tokens[k].lemma in HEADS and tokens[k].pos == "NOUN" for k in draft.source):
        return True
    told = draft.source | frozenset(range(draft.head, len(tokens)))
    words = "".join(tokens[k].text + " " * tokens[k].space for k in sorted(told - draft.content))
    return NAMELESS.search(words) is not None
