"""A report, its claims and the people named in it -> the same without what an audience may not see."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.protection.people import Found, Key, Person
from dateline.protection.redaction import Edit, Redaction
from dateline.protection.runs import key_of
from dateline.protection.speech import Stretch
from dateline.protection.words import fold, group, is_common, parts_of, words_of
from dateline.records import (
    Actor,
    Claim,
    ClaimId,
    Decision,
    Figure,
    Report,
    ReportId,
    Section,
    Source,
    Span,
    Where,
)

# What stands where something was withheld.
OTHER = "[name withheld]"
PIECES = re.compile(r"[\s\-‐‑–]+")
SPEECH, CONTACT, PLACE = "[words of a private person withheld]", "[contact withheld]", "[place withheld]"
DROPPED, NAMED, SPOKEN = 0, 2, 3  # ranks of edits: of two that overlap the higher one's words stand
# Types of sources that are people rather than bodies: a description of one may tell who it is.
PERSONAL = frozenset(("witness", "medical", "other", "expert"))
UNNAMED = "name withheld"


@dataclass(frozen=True, slots=True)
class Cover:
    """What is withheld of private people: what they are and say besides their names, and what is no claim's words."""

    roles: bool
    speech: bool
    excerpts: bool
    bylines: bool
    places: bool


@dataclass(frozen=True, slots=True)
class View:
    """One report as it is protected: who is named in it, the stretches in which they speak, what they are called.

    `hidden` are names of places that are told too closely, `others` parts of names that are private elsewhere.
    """

    found: Found
    spoken: tuple[Stretch, ...]
    labels: Mapping[Key, str]
    hidden: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()

    def label(self, person: Person) -> str:
        """What a private person is called instead."""
        return self.labels[person.key]


def redact(report: Report, view: View, cover: Cover, keep: Iterable[Span]) -> Redaction:
    """A report's text without what is withheld; of a text that is dropped, the words of claims are kept.

    Args:     keep, the spans of this report that claims rest on.
    """
    edits = [edit for edit in _edits(report.text, view, cover) if edit.start < len(report.text)]
    if cover.excerpts:
        kept = sorted((span.start, span.end) for span in keep)
        shown = list(_united(kept, edits))
        edits = [e for e in edits if any(s < e.end and e.start < t for s, t in shown)]
        edits += _drops(report.text, shown)
    return Redaction(report.text, edits)


def _edits(text: str, view: View, cover: Cover) -> Iterator[Edit]:
    for person in view.found.private:
        beside = person.told if cover.roles else ()
        for place in person.at:
            start, end = place.start, place.end
            for told in beside:
                if told.end == start or (end <= told.start <= end + 2):
                    start, end = min(start, told.start), max(end, told.end)
            yield Edit(start, end, NAMED, view.label(person))
        for told in beside:
            if not any(told.end == p.start or p.end <= told.start <= p.end + 2 for p in person.at):
                yield Edit(told.start, told.end, NAMED, "")
    for contact in view.found.contacts:
        yield Edit(contact.start, contact.end, NAMED, CONTACT)
    if cover.speech:
        for stretch in view.spoken:
            yield Edit(stretch.start, stretch.end, SPOKEN, SPEECH)
    if view.others:
        for word in words_of(text):
            if not view.others.isdisjoint(PIECES.split(word.low)):
                yield Edit(word.start, word.end, DROPPED + 1, OTHER)
    for name in sorted(view.hidden):
        for found in re.finditer(_pattern(name), text, re.IGNORECASE):
            yield Edit(found.start(), found.end(), DROPPED + 1, PLACE)


def _pattern(name: str) -> str:
    return r"(?<!\w)" + r"[\s-]+".join(map(re.escape, name.split())) + r"(?!\w)"


def _drops(text: str, shown: Iterable[tuple[int, int]]) -> Iterator[Edit]:
    """What is shown of no claim: all but the stretches that are."""
    at = 0
    for start, end in shown:
        if at < start:
            yield Edit(at, start, DROPPED, "\n" if at else "")
        at = max(at, end)
    if at < len(text):
        yield Edit(at, len(text), DROPPED, "")


def _united(kept: Sequence[tuple[int, int]], edits: Sequence[Edit]) -> Iterator[tuple[int, int]]:
    """Kept stretches grown over every edit that touches them, apart and in order."""
    todo = sorted(
        [*kept, *((e.start, e.end) for e in edits if any(s < e.end and e.start < t for s, t in kept))]
    )
    if not todo:
        return
    start, end = todo[0]
    for s, e in todo[1:]:
        if s < end:
            end = max(end, e)
        else:
            yield start, end
            start, end = s, e
    yield start, end


def string(words: str, view: View) -> str:
    """A name or a few words of a report, with each private name in it replaced."""
    owners = dict(_owners(view))
    masked = CONTACTS.sub(CONTACT, words)
    found = words_of(masked)
    edits = []
    k = 0
    while k < len(found):
        person, size = _named(found, k, owners)
        if person is not None:
            edits.append(Edit(found[k].start, found[k + size - 1].end, NAMED, view.label(person)))
        k += size
    edits += [
        Edit(word.start, word.end, 1, OTHER)
        for word in found
        if not view.others.isdisjoint(PIECES.split(word.low))
    ]
    for name in view.hidden:
        edits += [
            Edit(m.start(), m.end(), 1, PLACE) for m in re.finditer(_pattern(name), masked, re.IGNORECASE)
        ]
    return Redaction(masked, edits).text


CONTACTS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def _owners(view: View) -> Iterator[tuple[str, Person]]:
    for person in view.found.private:
        for part in person.key:
            if len(part) > 1:
                yield part, person


def _named(found: Sequence, k: int, owners: Mapping[str, Person]) -> tuple[Person | None, int]:  # type: ignore[type-arg]
    """The private person whose name starts at a word, and how many words it takes; else nobody and 1."""
    person = owners.get(found[k].low)
    if person is None:
        return None, 1
    size = 1
    joining = set(person.key) | {part[0] for part in person.key} | group("context", "particles")
    while k + size < len(found) and found[k + size].low in joining and size < len(person.key) + 3:
        size += 1
    while size > 1 and found[k + size - 1].low not in person.key:
        size -= 1
    if size == 1 and not found[k].capital and is_common(found[k].low):
        return None, 1
    return person, size


def claim(one: Claim, view: View, cover: Cover, made: Redaction, ids: Callable[[str, str], str]) -> Claim:
    """A claim as it may be told: its words where they stand in the redacted text, its names masked."""
    report = ReportId(ids("report", one.report))
    dropped = [(e.start, e.end) for e in made.edits if e.rank == DROPPED]
    spoken = [(e.start, e.end) for e in made.edits if e.rank == SPOKEN]

    def moved(span: Span | None) -> Span | None:
        if span is None or any(s < span.end and span.start < e for s, e in dropped):
            return None
        return made.span(span, report)

    def firm(span: Span) -> Span:
        return made.span(span, report) or Span(report, 0, max(1, len(made.text)))

    def is_spoken(span: Span) -> bool:
        return any(s < span.end and span.start < e for s, e in spoken)

    def figure(old: Figure) -> Figure:
        span = firm(old.span)
        part, other = moved(old.part_of), moved(old.replaced_by)
        of = old.unit if is_spoken(old.span) else string(old.of, view)
        return replace(
            old,
            of=of,
            span=span,
            part_of=None if part == span else part,
            replaced_by=None if other == span else other,
        )

    return replace(
        one,
        id=ClaimId(ids("claim", one.id)),
        report=report,
        source=source(one.source, view, cover, moved),
        evidence=firm(one.evidence),
        also=tuple(firm(span) for span in one.also),
        actors=tuple(actor(a, view) for a in one.actors),
        targets=tuple(actor(a, view) for a in one.targets),
        figures=tuple(figure(f) for f in one.figures),
        decisions=tuple(_decision(d, moved, ids) for d in one.decisions),
    )


def _decision(
    one: Decision, moved: Callable[[Span | None], Span | None], ids: Callable[[str, str], str]
) -> Decision:
    """A decision without its note, which may hold words of the report; a claim that is denied stays named."""
    note = ids("claim", one.note) if one.field == "denies" and one.note else ""
    return Decision(one.field, one.rule, moved(one.span), note)


def actor(one: Actor, view: View) -> Actor:
    """Somebody who did or suffered something: a private person by what they are called instead."""
    if one.type != "person" or (one.actor_id and not _is_withheld(one.name, view)):
        return replace(one, name=string(one.name, view))
    person = who(one.name, view)
    if person is not None and not person.private:
        return one
    name = view.label(person) if person else UNNAMED
    return replace(one, name=name, actor_id=None)


def _is_withheld(name: str, view: View) -> bool:
    person = who(name, view)
    return person is not None and person.private


def who(name: str, view: View) -> Person | None:
    """The person of the report whom a name names: by the whole name, else by the one who bears all its words."""
    key = key_of(name)
    exact = next((p for p in view.found.people if p.key == key), None)
    if exact is not None:
        return exact
    held = [p for p in view.found.people if set(key) <= set(p.key) or set(p.key) <= set(key)]
    return next((p for p in held if p.private), held[0] if held else None)


def source(one: Source, view: View, cover: Cover, moved: Callable[[Span | None], Span | None]) -> Source:
    """Who says so, and through whom; a private person by what they are called instead, without what they are."""
    via = source(one.via, view, cover, moved) if one.via else None
    return replace(one, name=source_name(one, view, cover), speaker=moved(one.speaker), via=via)


def source_name(one: Source, view: View, cover: Cover) -> str:
    """The name of a source as it may be told."""
    name, _, rest = one.name.partition(" (")
    person = who(name, view) if _is_named(name) else None
    if person is not None and person.private:
        role = f" ({string(rest, view)}" if rest and not cover.roles else ""
        return view.label(person) + role
    if person is None and cover.roles and one.type in PERSONAL and is_one(one.name):
        return f"{one.type.replace('_', ' ')} ({UNNAMED})"
    return string(one.name, view)


def _is_named(name: str) -> bool:
    """Whether a source's name has a word that may be a person's: "burks", but not "residents"."""
    return any(w.capital or not is_common(w.low) for w in words_of(name))


def is_one(name: str) -> bool:
    """Whether an unnamed source is told of as one person, whom the description may give away: "nurse in Vik"."""
    low = re.findall(r"[\w-]+", fold(name))
    singles = parts_of("private", "roles") | group("private", "kin")
    many = low and any(w.endswith(("s", "men", "people")) and w not in singles for w in low[:2])
    return bool(set(low) & singles) and not many


def is_private_source(one: Claim, view: View) -> bool:
    """Whether a claim is a private person's own words, named or not."""
    name = one.source.name.partition(" (")[0]
    person = who(name, view) if _is_named(name) else None
    if person is not None:
        return person.private
    return one.source.type in PERSONAL and is_one(one.source.name)


def is_tied(one: Claim, view: View) -> bool:
    """Whether a claim tells where a private person is or was: they are named in it, or it is theirs."""
    if is_private_source(one, view):
        return True
    people = [a for a in (*one.actors, *one.targets) if a.type == "person"]
    if any(_is_withheld(a.name, view) for a in people):
        return True
    spans = (one.evidence, *one.also, *(f.span for f in one.figures))
    return any(
        p.start < s.end and s.start < p.end for who_ in view.found.private for p in who_.at for s in spans
    )


def report(one: Report, view: View, cover: Cover, made: Redaction, ids: Callable[[str, str], str]) -> Report:
    """A report as it may be told; its address is judged by the caller, who knows all names."""
    id_ = ReportId(ids("report", one.id))
    return replace(
        one,
        id=id_,
        text=made.text,
        headline=one.headline and headline(one, view, made),
        publisher=one.publisher and string(one.publisher, view),
        byline=None if cover.bylines else one.byline and string(one.byline, view),
        dateline=one.dateline and string(one.dateline, view),
        sections=() if cover.excerpts else _sections(one, made),
    )


def headline(one: Report, view: View, made: Redaction) -> str:
    """A headline with its names masked, as it is where it stands in the text."""
    title = one.headline or ""
    at = one.text.find(title)
    whole = made.span(Span(one.id, at, at + len(title)), one.id) if at >= 0 and title else None
    dropped = any(e.rank == DROPPED and e.start < at + len(title) and at < e.end for e in made.edits)
    return string(title if whole is None or dropped else whole.of(made.text), view)


def _sections(one: Report, made: Redaction) -> tuple[Section, ...]:
    out: list[Section] = []
    for section in one.sections:
        span = made.span(Span(one.id, section.start, section.end), one.id)
        start = max(span.start, out[-1].end if out else 0) if span else 0
        if span and start < span.end:
            out.append(Section(section.kind, start, span.end))
    return tuple(out)


def where(old: Where | None, view: View) -> Where | None:
    """A place whose name is a private person's, such as a house told by who lives there, is not named."""
    if old is None or old.place_id is not None:
        return old
    name = string(old.name, view)
    return old if name == old.name else replace(old, name=name)
