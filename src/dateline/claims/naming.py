"""All drafts of a report and its lines -> the names of those harmed or taken, where a later sentence tells them.

"The victims were identified as A. Marr and B. Vale": they are whom the event told last before was done to.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline import lexicons
from dateline.claims.context import Line
from dateline.claims.story import Draft
from dateline.records import Actor, Decision, Phrase

IDENTIFYING = lexicons.words("binding", "identifying")
# Words for those an event was done to, with the measures of which they speak.
VICTIMS: dict[str, list[str]] = lexicons.load("binding")["victims"]
NEAR = 3  # sentences from an event to the names of those it was done to


def victims(drafts: Sequence[Draft], lines: Iterable[Line]) -> None:
    """Add the names of those whom an event was done to, with the words that tell them."""
    for line in lines:
        for word, names in _named(line):
            event = _event(drafts, line, VICTIMS[word], len(names))
            if event is not None:
                event.targets = (*event.targets, *(n for n in names if n not in event.targets))
                event.also.append(line.sentence.span)
                event.decisions.append(Decision("target", "slot.named_after", line.sentence.span))


def _named(line: Line) -> Iterable[tuple[str, list[Actor]]]:
    """Each word for victims that a line gives names to, and the names."""
    tokens = line.sentence.tokens
    for told in line.predicates.values():
        if told.lemma not in IDENTIFYING or not told.passive:
            continue
        words = [tokens[p.head].lower for p in told.patients if tokens[p.head].lower in VICTIMS]
        persons = [a for w, p in told.obliques if w == "as" for a in _persons(line, p)]
        persons = persons or [a for p in told.patients for a in _persons(line, p)]
        if words and persons:
            yield words[0], persons


def _persons(line: Line, phrase: Phrase) -> list[Actor]:
    """The persons whose names a phrase holds."""
    found = [m.value for t, m in line.actors if phrase.start <= t < phrase.end]
    return list(dict.fromkeys(a for a in found if isinstance(a, Actor) and a.type == "person"))


def _event(drafts: Sequence[Draft], line: Line, measures: Sequence[str], names: int) -> Draft | None:
    """The last event before a line that harmed or took at least so many people, and names nobody of them yet."""
    before = [d for d in drafts if 0 < line.sentence.index - d.sentence <= NEAR]
    for draft in reversed(before):
        counted = [f for f in draft.figures if f.measure in measures and f.unit == "people"]
        if not counted or any(a.type == "person" for a in draft.targets):
            continue
        enough = all(f.high is None or f.high >= names for f in counted)
        return draft if enough else None
    return None
