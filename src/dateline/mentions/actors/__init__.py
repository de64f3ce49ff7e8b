"""A report's sentences -> mentions of actors, and the actors that a phrase names.

Who acts and who suffers is not decided here, only whom the words name. Adjectives such as "Israeli" in
"Israeli airstrikes" are mentions, too (rule "actors.modifier"): where a noun tells of the event, they name
who acts.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.mentions.actors import bodies, coreference, nouns, persons, pronouns, reading
from dateline.mentions.actors.focus import whereabouts
from dateline.mentions.actors.nouns import Found
from dateline.mentions.actors.phrases import of_phrase
from dateline.records import Mention, Report, Sentence

__all__ = ["find", "of_phrase"]


def find(
    report: Report, sentences: Sequence[Sentence], placed: Sequence[Mention] = ()
) -> tuple[Mention, ...]:
    """Find who is named or described in a report.

    Args:    placed, the report's places and that of its dateline: they tell whose "the army" is.
    Returns: mentions in text order, each with an Actor; the span is the noun phrase, the anchor its head.
             `note` is a person's role ("Arvennan police chief"), or the name that a word points back to.
             The rule says how: actors.named, .named_members ("Islamic State gunmen"), .defined (explained in
             the report), .body (told by its last word), .state, .state_force, .people, .seat, .modifier,
             .group, .group_of ("Libyan rebels"), .person, .focus_country ("the army" of the country that the
             report is about), .joined ("British" of "British and French
             troops"), .apposition, .coreference, .pronoun, .relative.
    """
    read = reading.read(sentences, whereabouts(report, placed))
    known, doers = persons.Known(), set[str]()
    found: list[Found] = []
    for index in range(len(sentences)):
        here = nouns.find(read, index)
        taken = {k for f in here for k in range(f.start, f.end)}
        taken.update(k for h in read.hits[index] for k in range(h.start, h.end))
        told = bodies.find(read, index, taken, doers)
        inside = {f for f in here if any(b.start <= f.start and f.end <= b.end for b in told)}
        here = [*(f for f in here if f not in inside), *told]
        here = [persons.with_role(f, sentences[index], known) for f in here]
        found.extend(sorted([*here, *persons.find(read, index, taken, known)]))
    found = nouns.in_their_time(read, found)
    found = coreference.describe(read, found)
    found = pronouns.with_pronouns(read, found)
    return tuple(sorted((_mention(report, sentences, f) for f in found), key=lambda m: (m.span, m.rule)))


def _mention(report: Report, sentences: Sequence[Sentence], found: Found) -> Mention:
    tokens = sentences[found.sentence].tokens
    span = report.span(tokens[found.start].start, tokens[found.end - 1].end)
    return Mention(span, found.actor, f"actors.{found.how}", tokens[found.head].start, found.note)
