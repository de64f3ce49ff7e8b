"""Acts, frames and actors of a report -> who fills each argument of an act, and who speaks in each frame."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline import lexicons
from dateline.mentions import actors, figures, speakers
from dateline.records import Actor, Figure, Mention, Phrase, Predicate, Report, Scope, Sentence

# Prepositions whose object takes part in an event: "a raid on X", "clashes between A and B".
COLLECTIVE = lexicons.words("binding", "collective")
# Actor types that are no single person.
GROUPS = frozenset(
    {
        "object", "rebel", "militia", "state_military", "state_police", "state_government", "coalition",
        "international_organisation", "political_party", "ngo", "monitor", "media",
    },
)  # fmt: skip
# How a name says whose member stands behind it, and the types of bodies that it then names.
NAMING = frozenset(
    {"actors.named", "actors.defined", "actors.body", "actors.named_members", "actors.state_force"}
)
JOINED = frozenset({"rebel", "militia", "political_party", "state_military", "state_police", "other"})
BEFORE = frozenset({"compound", "nmod", "amod", "poss"})
RANKS = frozenset(lexicons.load("people")["ranks"]["words"])
OURS = lexicons.words("binding", "ours")
LODGED = lexicons.words("binding", "lodged")
PARTS = lexicons.words("binding", "parts")
WORKS = lexicons.words("binding", "handiwork")
KEEPING = lexicons.words("binding", "keeping")
GOING_OFF = lexicons.words("binding", "going_off")
BESIDE = lexicons.words("binding", "hit_beside")
COMING_DOWN = lexicons.words("binding", "coming_down")
SHARING = frozenset(
    {
        "on",
        "against",
        "at",
        "upon",
        "between",
        "with",
        "toward",
        "towards",
        "to",
        "for",
        "from",
        "into",
        "of",
        "by",
    }
)


def find(
    report: Report, sentences: Sequence[Sentence], told: Sequence[Mention], named: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Resolve the phrases that take part in acts, and the speakers of frames.

    Args:    told: the act mentions; named: the actor mentions.
    Returns: mentions of actors with a rule "argument.…", of speakers, and figures of named victims.
    """
    heads = {m.anchor for m in told}
    heads |= {t for s in sentences for t in (*_telling(s, heads), *_around(s, heads))}
    parties = speakers.parties_of(report, named)
    us = _us(report, named)
    by_sentence = list(_by_sentence(sentences, named))
    bodies = dict(_soldiers(named))
    bodies |= dict(b for s, here in zip(sentences, by_sentence, strict=True) for b in _members(s, here))
    found: list[Mention] = []
    for sentence, here in zip(sentences, by_sentence, strict=True):
        for predicate in sentence.predicates:
            if sentence.tokens[predicate.head].start in heads:
                found += _arguments(report, sentence, predicate, here)
                found += _of_issuer(report, sentence, predicate, us)
                found += _of_body(report, sentence, predicate, (here, bodies))
        for frame in sentence.frames:
            for phrase in (frame.speaker, frame.via):
                if phrase is not None:
                    speaker = speakers.describe(sentence, phrase, here, parties=parties)
                    found.append(_mention(report, sentence, phrase, speaker, "speakers.frame"))
            if frame.speaker is not None:
                named_here = actors.of_phrase(sentence, frame.speaker, here)
                found += [
                    _mention(report, sentence, frame.speaker, a, "argument.speaker") for a in named_here
                ]
    return tuple(dict.fromkeys(found))


def _soldiers(named: Sequence[Mention]) -> Iterator[tuple[str, Actor]]:
    """Persons who bear a soldier's rank, with the one army that the report names: "Corporal Ivan Marr"."""
    told = [m for m in named if isinstance(m.value, Actor) and m.value.type == "state_military"]
    for rule in ("actors.state_force", "actors.focus_country"):
        armies = {m.value.country: m.value for m in told if m.rule == rule and isinstance(m.value, Actor)}
        if armies:
            break
    else:
        return
    for mention in named if len(armies) == 1 else ():
        if mention.rule == "actors.person" and isinstance(mention.value, Actor) and _has_rank(mention.note):
            yield mention.value.name, next(iter(armies.values()))


def _has_rank(role: str) -> bool:
    return not RANKS.isdisjoint(role.lower().split())


def _members(sentence: Sentence, here: Sequence[Mention]) -> Iterator[tuple[str, Actor]]:
    """Persons told to be of a party or force by the name before theirs: "Dawn Party leader Rana Odeh"."""
    named = [m for m in here if m.rule in NAMING and isinstance(m.value, Actor) and m.value.type in JOINED]
    for person in here if named else ():
        if not isinstance(person.value, Actor) or person.rule != "actors.person":
            continue
        head = sentence.token_at(person.anchor)
        body = next(
            (m.value for m in named if _stands_before(sentence, m, head) or _is_of(sentence, m, head)), None
        )
        if isinstance(body, Actor):
            yield person.value.name, body


def _stands_before(sentence: Sentence, body: Mention, head: int | None) -> bool:
    """Whether a name is a part of what stands before another: "Dawn Party" of "Dawn Party leader Rana Odeh"."""
    k = sentence.token_at(body.anchor)
    while k is not None and k != head and sentence.tokens[k].dep in BEFORE:
        k = sentence.tokens[k].head
    return k is not None and k == head


def _is_of(sentence: Sentence, body: Mention, head: int | None) -> bool:
    """Whether a name stands beside words for one of a body: "an official of the Northfield Guard, Rana Odeh"."""
    told = body.rule == "actors.named_members" and head is not None and sentence.tokens[head].dep == "appos"
    if not told or head is None:
        return False
    above = sentence.tokens[sentence.tokens[head].head]
    return body.span.start <= above.start < body.span.end and body.span.end <= sentence.tokens[head].start


def _of_body(
    report: Report,
    sentence: Sentence,
    predicate: Predicate,
    told: tuple[Sequence[Mention], Mapping[str, Actor]],
) -> Iterator[Mention]:
    """The party or force that the persons whom an act is done to are told to be of."""
    here, bodies = told
    aimed = (p for w, p in predicate.obliques if w in {"on", "at", "against", "upon"})
    for phrase in (*predicate.patients, *aimed) if bodies else ():
        for actor in actors.of_phrase(sentence, phrase, here):
            if actor.type == "person" and actor.name in bodies:
                yield _mention(report, sentence, phrase, bodies[actor.name], "affiliation")


def _us(report: Report, named: Sequence[Mention]) -> Actor | None:
    """Who "we" and "our forces" are in a body's own statement: its issuer."""
    issuer = speakers.issuer(report)
    if issuer is None:
        return None
    known = (m.value for m in named if isinstance(m.value, Actor) and m.value.name == issuer.name)
    kind = {"party": "militia", "government": "state_government"}.get(issuer.type, "other")
    return next(known, Actor(issuer.name, None, kind))


def _of_issuer(
    report: Report, sentence: Sentence, predicate: Predicate, us: Actor | None
) -> Iterator[Mention]:
    """“Our forces killed”, "our offensive", "attacked our positions": the issuer's."""
    tokens = sentence.tokens
    for phrase in predicate.agents if us is not None else ():
        word = tokens[phrase.start].lower
        ours = tokens[phrase.head].lemma in OURS or phrase.head == phrase.start
        if us is not None and (word == "we" or (word == "our" and ours)):
            yield _mention(report, sentence, phrase, us, "argument.issuer")
    for phrase in predicate.patients if us is not None else ():
        mine = tokens[phrase.start].lower == "our" and tokens[phrase.head].lemma in OURS
        if us is not None and (mine or tokens[phrase.head].lower == "us"):
            yield _mention(report, sentence, phrase, us, "argument.issuer")


def _telling(sentence: Sentence, heads: set[int]) -> Iterator[int]:
    """Where the verbs start that tell of an act noun: "fighting broke out between X and Y"."""
    for token in sentence.tokens:
        if token.start in heads and token.dep in {"nsubj", "nsubjpass"}:
            yield sentence.tokens[token.head].start
            for k in sentence.kids[token.head]:
                if sentence.tokens[k].dep == "attr" and sentence.tokens[k].lemma in WORKS:
                    yield sentence.tokens[k].start  # "the bombing was the work of X"


def _around(sentence: Sentence, heads: set[int]) -> Iterator[int]:
    """Where the verbs start that an act stands under: "were beaten at the battle", "were forced to leave"."""
    for token in sentence.tokens:
        if token.start not in heads or token.dep not in {"pobj", "dobj", "xcomp", "ccomp"}:
            continue
        k = token.head
        while sentence.tokens[k].head != k and sentence.tokens[k].pos != "VERB":
            k = sentence.tokens[k].head
            if sentence.tokens[k].pos == "AUX" or sentence.tokens[k].lemma in PARTS:
                yield sentence.tokens[k].start  # "the involvement of X in", "X were responsible for"
        yield sentence.tokens[k].start
    for index, token in enumerate(sentence.tokens):
        beside = token.dep == "dobj" and sentence.tokens[token.head].start in heads
        if beside and any(sentence.tokens[k].lower == "with" for k in sentence.kids[index]):
            yield token.start  # "signed an agreement with X"
        if token.dep == "acl" and token.lemma in LODGED:
            yield token.start  # "the complaint lodged by X"
        if token.dep == "relcl" and (token.lemma == "claim" or sentence.tokens[token.head].start in heads):
            yield token.start  # "a mine that was laid by X", "the attacks in Y, which were claimed by X"
        if token.start in heads and token.dep in {"acl", "relcl"}:
            first = token.head
            while sentence.tokens[first].dep == "conj":
                first = sentence.tokens[first].head
            if (
                sentence.tokens[first].dep == "dobj"
                and sentence.tokens[sentence.tokens[first].head].lemma in KEEPING
            ):
                yield sentence.tokens[sentence.tokens[first].head].start  # "is holding two who were abducted"
        if token.start in heads and token.dep == "acl" and sentence.tokens[token.head].dep == "pobj":
            link = sentence.tokens[sentence.tokens[token.head].head]
            if link.lower == "among":
                yield sentence.tokens[link.head].start  # "two of them were among those arrested"
        if token.dep in {"advcl", "acl"} and token.tag == "VB" and sentence.tokens[token.head].start in heads:
            yield token.start  # "fired to scare off X", "an offensive to clear X"


def _by_sentence(sentences: Sequence[Sentence], named: Sequence[Mention]) -> Iterator[list[Mention]]:
    """The actor mentions of each sentence, in order."""
    ordered = sorted(named, key=lambda m: (m.span.start, m.span.end))
    at = 0
    for sentence in sentences:
        here: list[Mention] = []
        while at < len(ordered) and ordered[at].span.start < sentence.span.end:
            here.append(ordered[at])
            at += 1
        yield here


def _arguments(
    report: Report, sentence: Sentence, predicate: Predicate, here: Sequence[Mention]
) -> Iterable[Mention]:
    sharing = SHARING | {"in"} if predicate.lemma in COMING_DOWN else SHARING  # "shells landed in the base"
    sharing = sharing | BESIDE if predicate.lemma in GOING_OFF else sharing
    phrases = [*predicate.agents, *predicate.patients, *(p for w, p in predicate.obliques if w in sharing)]
    for phrase in dict.fromkeys(phrases):
        for actor in actors.of_phrase(sentence, phrase, here):
            yield _mention(report, sentence, phrase, actor, "argument.phrase")
    for phrase in predicate.patients or predicate.agents:
        for head in (
            phrase.head,
            *(k for k in sentence.kids[phrase.head] if sentence.tokens[k].dep == "conj"),
        ):
            victim = _victim(report, sentence, head, here)
            if victim is not None:
                yield victim


def _victim(report: Report, sentence: Sentence, head: int, here: Sequence[Mention]) -> Mention | None:
    """A single named person or described one ("the mayor") who may be counted as one; never a group of people."""
    token = sentence.tokens[head]
    if token.lower in {"he", "she", "him", "her"}:
        return _by_pronoun(report, sentence, head, here)
    if token.tag not in {"NN", "NNP"} or token.lemma in COLLECTIVE:
        return None
    if any(k < head and sentence.tokens[k].lower == "one" for k in sentence.kids[head]):
        return None  # "at least one demonstrator": counted already, by its own number
    named = [
        a for a in actors.of_phrase(sentence, Phrase(head, head, head + 1), here) if a.type not in GROUPS
    ]
    return figures.find_named(report, sentence, head) if named else None


def _mention(report: Report, sentence: Sentence, phrase: Phrase, value: object, rule: str) -> Mention:
    tokens = sentence.tokens
    span = report.span(tokens[phrase.start].start, tokens[phrase.end - 1].end)
    return Mention(span, value, rule, tokens[phrase.head].start)  # type: ignore[arg-type]


def _by_pronoun(report: Report, sentence: Sentence, head: int, here: Sequence[Mention]) -> Mention | None:
    """“shot him dead”: one person, where the report says who that is."""
    people = [a for a in actors.of_phrase(sentence, Phrase(head, head, head + 1), here) if a.type == "person"]
    if not people:
        return None
    token = sentence.tokens[head]
    span = report.span(token.start, token.end)
    figure = Figure(None, people[0].name, 1, 1, approx=False, scope=Scope.NEW, span=span)
    return Mention(span, figure, "figures.named", token.start, "a pronoun for one person")
