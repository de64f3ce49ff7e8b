"""A report's sentences and mentions -> lines: each sentence with its mentions laid on its tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline import lexicons
from dateline.records import (
    Act,
    Actor,
    Figure,
    Mention,
    Phrase,
    Predicate,
    Report,
    Sentence,
    Speaker,
    When,
    Where,
)

AFFILIATION = "affiliation"  # rule of the bodies that persons in an argument phrase belong to
ARGUMENT = "argument."  # rule prefix of the actors that fill a whole argument phrase
# How a word hangs on the noun phrase that it is a part of.
PART_OF = frozenset({"conj", "appos", "nummod", "compound", "nmod", "amod", "poss", "quantmod", "det"})
PART_WORDS = frozenset({"of", "including", "among", "from", "like"})
# People and things that are no side of a fight.
APART = frozenset({"object", "civilians", "person", "media", "ngo", "monitor"})
VIOLENT = frozenset(
    {
        "armed_clash", "air_strike", "shelling", "bombing", "suicide_bombing", "chemical_attack", "attack",
        "execution", "assassination", "sexual_violence", "raid", "prison_break", "riot", "crackdown", "siege",
        "other_violence",
    },
)  # fmt: skip


@dataclass(slots=True)
class Line:
    """One sentence with its mentions by token: the working surface on which claims are bound."""

    sentence: Sentence
    acts: dict[int, list[Act]] = field(default_factory=dict)
    figures: list[tuple[int, Mention]] = field(default_factory=list)
    places: list[tuple[int, Mention]] = field(default_factory=list)
    times: list[tuple[int, Mention]] = field(default_factory=list)
    actors: list[tuple[int, Mention]] = field(default_factory=list)
    arguments: dict[tuple[int, int], list[Actor]] = field(default_factory=dict)
    bodies: dict[tuple[int, int], list[Actor]] = field(default_factory=dict)
    speakers: dict[tuple[int, int], Speaker] = field(default_factory=dict)
    predicates: dict[int, Predicate] = field(default_factory=dict)

    def actors_of(self, phrase: Phrase) -> tuple[Actor, ...]:
        """The actors that fill an argument phrase."""
        return tuple(self.arguments.get(self._offsets(phrase), ()))

    def bodies_of(self, phrase: Phrase) -> tuple[Actor, ...]:
        """The parties and forces that the persons of a phrase are told to be of."""
        return tuple(self.bodies.get(self._offsets(phrase), ()))

    def sides_of(self, phrase: Phrase) -> tuple[Actor, ...]:
        """The actors of a phrase that may be a side of a fight: no things, private people or observers."""
        return tuple(a for a in self.actors_of(phrase) if a.type not in APART)

    def speaker_of(self, phrase: Phrase) -> Speaker | None:
        """Who a reporting frame's speaker phrase names."""
        return self.speakers.get(self._offsets(phrase))

    def _offsets(self, phrase: Phrase) -> tuple[int, int]:
        tokens = self.sentence.tokens
        return tokens[phrase.start].start, tokens[phrase.end - 1].end

    def top(self, i: int) -> int:
        """The head of the largest noun phrase that token `i` is a part of ("three women and two men")."""
        tokens = self.sentence.tokens
        for _ in range(len(tokens)):
            token = tokens[i]
            head = token.head
            if head == i:
                return i
            if token.dep in PART_OF and tokens[head].pos in {"NOUN", "PROPN", "NUM", "PRON", "ADJ", "DET"}:
                i = head
            elif (
                token.dep == "pobj" and tokens[head].lower in PART_WORDS and _is_nominal(self.sentence, head)
            ):
                if tokens[head].head in self.acts:
                    return i  # "the massacre of 85 villagers": the villagers are no part of the massacre
                i = tokens[head].head
            else:
                return i
        return i

    def clause(self, i: int) -> tuple[int, int]:
        """The tokens (half-open) of the smallest clause around token `i`."""
        tokens = self.sentence.tokens
        while tokens[i].head != i and not (tokens[i].pos in {"VERB", "AUX"} and tokens[i].dep in CLAUSE):
            i = tokens[i].head
        return self.sentence.subtree(i)

    def words(self, phrase: Phrase) -> str:
        """The phrase's words, lower case."""
        return " ".join(t.lower for t in self.sentence.tokens[phrase.start : phrase.end])


CLAUSE = frozenset({"ROOT", "ccomp", "relcl", "advcl", "conj", "parataxis", "acl", "xcomp", "pcomp"})


def _is_nominal(sentence: Sentence, preposition: int) -> bool:
    """Whether a preposition hangs on a noun rather than on a verb."""
    return sentence.tokens[sentence.tokens[preposition].head].pos in {"NOUN", "PROPN", "NUM", "PRON", "DET"}


def lines(report: Report, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Line, ...]:
    """Lay the mentions of a report on its sentences, in text order."""
    del report
    found = [Line(s, predicates={p.head: p for p in s.predicates}) for s in sentences]
    at = 0
    for mention in sorted(mentions, key=lambda m: (m.anchor, m.span.start, m.span.end, m.rule)):
        while at < len(found) and found[at].sentence.span.end <= mention.anchor:
            at += 1
        if at == len(found):
            break
        if found[at].sentence.span.start <= mention.anchor:
            _lay(found[at], mention)
    return tuple(found)


def _lay(line: Line, mention: Mention) -> None:
    token = line.sentence.token_at(mention.anchor)
    if token is None:
        return
    value = mention.value
    if isinstance(value, Act):
        line.acts.setdefault(token, []).append(value)
    elif isinstance(value, Figure):
        line.figures.append((token, mention))
    elif isinstance(value, Where):
        line.places.append((token, mention))
    elif isinstance(value, When):
        line.times.append((token, mention))
    elif isinstance(value, Speaker):
        line.speakers[mention.span.start, mention.span.end] = value
    elif mention.rule == AFFILIATION:
        line.bodies.setdefault((mention.span.start, mention.span.end), []).append(value)
    elif mention.rule.startswith(ARGUMENT):
        held = line.arguments.setdefault((mention.span.start, mention.span.end), [])
        if value not in held:
            held.append(value)
    else:
        line.actors.append((token, mention))


# Prepositions that place an event; "with Israel", "against Iran" name a party.
GOVERNING = lexicons.words("binding", "governing")
MISSIONS = lexicons.words("binding", "missions")
PLACING = frozenset(
    {
        "in", "into", "at", "near", "across", "inside", "throughout", "within", "from", "over", "around", "outside",
        "to", "through", "on", "of", "toward", "towards", "between", "off", "along", "north", "south", "east", "west",
    },
)  # fmt: skip


VENUES = frozenset(lexicons.load("place_words")["sorts"]["venues"])
LOCATING = frozenset({"in", "inside", "at", "outside", "near", "within", "into", "on"})


def is_event_place(line: Line, token: int, mention: Mention) -> bool:
    """Whether a place mention can be where something happened; a country as actor or party is not."""
    if mention.rule.endswith(("as_actor", "as_modifier", "reference", "dateline_land")):
        return False
    if _is_of_person(line, token) or _is_of_telling(line, token) or _is_headed_for(line, token):
        return False
    if _is_fired_from(line, token) or _is_seat(line, token):
        return False
    if mention.rule == "places.modifier":
        # "the Aleppo bombing", "in an Aleppo bakery"; not "an Aleppo man"
        return line.sentence.tokens[token].head in line.acts or _is_of_venue(line, token)
    if mention.rule != "places.country":
        return True
    tokens = line.sentence.tokens
    top = token
    while tokens[top].dep in {"conj", "appos", "compound"} and tokens[top].head != top:
        top = tokens[top].head
    if tokens[top].dep == "pobj":
        link = tokens[top].head
        of = tokens[link].lower == "of" and tokens[tokens[link].head].lemma in MISSIONS | GOVERNING
        return tokens[link].lower in PLACING and not of  # "outside embassies of the United States"
    above = line.acts.get(tokens[top].head, ())
    if tokens[top].dep == "dobj" and any(a.frame == "speech" for a in above):
        return False  # "warned Israel"
    return tokens[top].dep in {"dobj", "poss", "npadvmod", "ROOT", "nsubjpass"}


def _is_of_venue(line: Line, token: int) -> bool:
    """For "in an Aleppo bakery", "at his Mosul home": the town in which the house stands that something was done at."""
    tokens = line.sentence.tokens
    noun = tokens[token].head
    if tokens[noun].lower not in VENUES or noun <= token:
        return False
    if tokens[noun].dep in {"dobj", "nsubjpass"}:
        return tokens[noun].head in line.acts  # "hit an Aleppo bakery"
    return tokens[noun].dep == "pobj" and tokens[tokens[noun].head].lower in LOCATING


def _is_of_person(line: Line, token: int) -> bool:
    """Whether a place only says who somebody is: "A. Marsh of Northfield", "officials in the capital said"."""
    tokens = line.sentence.tokens
    for frame in line.sentence.frames:
        if frame.speaker is not None and frame.speaker.start <= token < frame.speaker.end:
            return not frame.start <= token < frame.end or frame.cue >= frame.speaker.end
    top = token
    while tokens[top].dep in {"conj", "appos", "compound"} and tokens[top].head != top:
        top = tokens[top].head
    people = {t for t, m in line.actors if getattr(m.value, "type", "") == "person"}
    if tokens[top].dep == "poss":  # "Farland's leader, A. Marsh"
        owner = tokens[top].head
        return owner in people or any(
            k in people and tokens[k].dep == "appos" for k in line.sentence.kids[owner]
        )
    if tokens[top].dep != "pobj" or tokens[tokens[top].head].lower not in {"of", "from"}:
        return False
    whose = tokens[tokens[top].head].head
    if tokens[tokens[top].head].lower == "from":  # "a tourist from Farland was killed"
        people |= {t for t, m in line.figures if getattr(m.value, "unit", "") == "people"}
    return whose in people


def _is_of_telling(line: Line, token: int) -> bool:
    """Whether a place is only where something was told: "in the capital it was reported that"."""
    tokens = line.sentence.tokens
    link = tokens[token].head
    cue = tokens[link].head
    if tokens[token].dep != "pobj" or cue < token or not any(f.cue == cue for f in line.sentence.frames):
        return False
    return any(
        tokens[k].lower == "it" and tokens[k].dep in {"nsubj", "nsubjpass"} for k in line.sentence.kids[cue]
    )


def _is_seat(line: Line, token: int) -> bool:
    """Whether a capital stands for its government, which does something else: "the capital did not comment"."""
    word = line.sentence.tokens[token]
    seat = any(t == token and m.rule == "actors.seat" for t, m in line.actors)
    return seat and word.dep == "nsubj" and word.head not in line.acts


def _is_fired_from(line: Line, token: int) -> bool:
    """Whether a place is only where shots came from: "a missile fired from Ambria", "rockets from the strip"."""
    tokens = line.sentence.tokens
    link = tokens[token].head
    fired = tokens[link].head
    if tokens[token].dep != "pobj" or tokens[link].lower != "from" or fired == link:
        return False
    return tokens[fired].lemma in FIRED or tokens[fired].lemma in MISSILES


FIRED = lexicons.words("binding", "hurl")
MISSILES = lexicons.words("binding", "missiles")
HEADING = lexicons.words("binding", "heading")


def _is_headed_for(line: Line, token: int) -> bool:
    """Whether a place is only where people were going: "arrested while proceeding to the capital"."""
    tokens = line.sentence.tokens
    link = tokens[token].head
    going = tokens[link].head
    if tokens[token].dep != "pobj" or tokens[link].lower not in {"to", "for", "toward", "towards"}:
        return False
    return tokens[going].lemma in HEADING and going not in line.acts


def governors(line: Line, i: int) -> Iterator[int]:
    """Token `i`'s phrase head and all heads above it, nearest first."""
    top = line.top(i)
    yield top
    yield from line.sentence.ancestors(top)
