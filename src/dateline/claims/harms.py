"""A line of a report -> who was harmed by its words: each telling with its measure and those that it counts.

It tells nobody apart across sentences and adds nothing up; see `victims`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline import lexicons
from dateline.claims import care, own_hand, states, status, struck
from dateline.claims.context import Line
from dateline.claims.joined import members
from dateline.claims.nouns import SELF
from dateline.claims.nouns import WORDS as PEOPLE
from dateline.claims.people import Person, before, of_phrase, person
from dateline.records import Figure, Phrase, Predicate, SectionKind, Status, When

# From the worst to the least: who is told of as killed in one breath with another harm was killed.
WORST_FIRST = ("killed", "injured", "casualties")
LEXICON = lexicons.load("toll")
WORDS = {name: frozenset(words) for name, words in LEXICON["words"].items()}
CARE = {name: frozenset(words) for name, words in LEXICON["care"].items()}
DEEDS = {name: frozenset(words) for name, words in LEXICON["deeds"].items()}
MULTIPLE: dict[str, int] = LEXICON["multiple"]
# Verbs whose subject is who was harmed.
SUBJECTS = (
    lexicons.words("binding", "suffer")
    | CARE["mends"]
    | CARE["bears"]
    | CARE["arrives"]
    | CARE["clings"]
    | {"be", "remain"}
)
# Verbs of which the words below them say whether they tell of a harm.
TELLING = frozenset().union(*CARE.values()) | {"commit", "take", "turn", "deceased", "injured", "wounded"}
TOLD = frozenset({Status.HAPPENED, Status.ONGOING})
SINGLE = frozenset({"figures.singular", "figures.definite"})
ATTACKERS = frozenset(w for e in LEXICON["person"] if e.get("part") == "attacker" for w in e["words"])
NEAR = 3  # tokens between a deed's name and the word that says how many it harmed


@dataclass(frozen=True, slots=True)
class Harm:
    """One telling of harm: the measure, those harmed, and where it stands.

    start, end: code points of the act. implied: only a deed's name says that somebody was harmed ("a murder").
    doers: the nouns for attackers who did it ("the gunman"), who are none of those harmed. done: the words have a doer,
           whom they do not count. days: the first and last day that the clause itself tells, where it tells any.
    """

    measure: str
    who: tuple[Person, ...]
    start: int
    end: int
    sentence: int
    section: SectionKind
    implied: bool = False
    doers: frozenset[str] = frozenset()
    done: bool = False
    days: tuple[date, date] | None = None


class Tellings:
    """The tellings of harm of a report's sentences, each read once."""

    def __init__(self) -> None:
        """Read nothing yet."""
        self._of: dict[int, list[Harm]] = {}

    def of(self, line: Line) -> list[Harm]:
        """Those of one sentence, in text order; none where no word of it can tell of any."""
        index = line.sentence.index
        if index not in self._of:
            worth = line.acts or not TELLING.isdisjoint(t.lemma for t in line.sentence.tokens)
            self._of[index] = of_line(line) if worth else []
        return self._of[index]


def of_line(line: Line) -> list[Harm]:
    """The tellings of harm of one sentence, in text order; each phrase once for each measure."""
    stated = list(_stated(line))
    said = {one.token: harm.measure for harm in stated for one in harm.who}
    found: dict[tuple[int, str], Harm] = {}
    for harm in (
        *stated,
        *_told(line),
        *(_harm(line, m, [one], k) for m, one, k in (*states.find(line), *struck.find(line, said))),
        *_deeds(line),
    ):
        for one in harm.who:
            if not _is_told_otherwise(line, harm, said.get(one.token, harm.measure)):
                key = (one.token, "implied" if harm.implied else harm.measure)
                found.setdefault(key, replace(harm, who=(one,)))
    told = sorted(_lists(line, list(found.values())), key=lambda h: (h.start, h.who[0].token))
    return [replace(h, days=_days(line, h)) for h in told] if line.times else told


def _days(line: Line, harm: Harm) -> tuple[date, date] | None:
    """The days told in the clause of a telling itself."""
    token = line.sentence.token_at(harm.start)
    if token is None:
        return None
    first, last = line.clause(token)
    told = [m.value for t, m in line.times if first <= t < last and isinstance(m.value, When)]
    return (told[0].start, told[0].end) if len(told) == 1 else None


def _is_told_otherwise(line: Line, harm: Harm, said: str) -> bool:
    """Whether a phrase has a state of its own, other than the act's: "left four hurt and one woman dead"."""
    leaves = any(t.start == harm.start and t.lemma in {"leave", "find"} for t in line.sentence.tokens)
    return said != harm.measure and (leaves or WORST_FIRST.index(said) < WORST_FIRST.index(harm.measure))


def _lists(line: Line, harms: Sequence[Harm]) -> Iterator[Harm]:
    """Tellings of one act as one: "two men and a boy were shot"; its state ("one dead") is none of them."""
    acts: dict[tuple[int, str, bool], list[Harm]] = {}
    for harm in harms:
        acts.setdefault((harm.start, harm.measure, harm.implied), []).append(harm)
    for told in acts.values():
        same = [h for h in told if not _is_state(line, h.who[0])] or told
        same = [h for h in same if not _is_counted_in(line, h.who[0].token, [o.who[0].token for o in same])]
        yield replace(same[0], who=tuple(sorted((h.who[0] for h in same), key=lambda p: p.token)))


def _is_counted_in(line: Line, token: int, others: Sequence[int]) -> bool:
    """“four people, three women and a man, were shot”: the parts of another count of the same act."""
    counted = {t: m for t, m in line.figures if t == token or t in others}
    value = counted[token].value if token in counted else None
    whole = value.part_of if isinstance(value, Figure) else None
    return whole is not None and any(counted[t].span == whole for t in others if t in counted and t != token)


def _harm(line: Line, measure: str, who: Sequence[Person], token: int, *, implied: bool = False) -> Harm:
    told, sentence = line.sentence.tokens[token], line.sentence
    return Harm(measure, tuple(who), told.start, told.end, sentence.index, sentence.section, implied)


def _stated(line: Line) -> Iterator[Harm]:
    """Figures whose own words say what they measure: "two dead", "a man wounded"."""
    tokens = line.sentence.tokens
    for token, mention in line.figures:
        figure = mention.value
        if not isinstance(figure, Figure) or figure.measure not in WORST_FIRST or figure.unit != "people":
            continue
        if mention.rule in SINGLE and tokens[token].lemma in WORDS["remains"]:
            continue  # "wounds to the body"
        one = replace(person(line, token), low=figure.low, high=figure.high)
        if tokens[token].lower in WORDS["states"]:
            one = replace(one, pointing="total", names=())
        others = [k for k in members(line, token) if k != token] if _is_of_remains(line, token) else []
        yield _harm(line, str(figure.measure), [one, *(person(line, k) for k in others)], token)


def _is_of_remains(line: Line, token: int) -> bool:
    """“the bodies of X, Y and Z”: all of them are dead."""
    tokens = line.sentence.tokens
    above = tokens[token].head
    return tokens[token].dep == "pobj" and tokens[tokens[above].head].lemma in WORDS["remains"]


def _told(line: Line) -> Iterator[Harm]:
    """Acts and states that befall somebody: "was shot", "died", "is in critical condition"."""
    tokens = line.sentence.tokens
    for i, predicate in sorted(line.predicates.items()):
        measure = _measure(line, i, predicate)
        if measure is None or (tokens[i].dep in {"amod", "compound"} and tokens[i].tag == "VBG"):
            continue
        if states.is_of_found(line, i) or care.is_of_illness(line, i, predicate):
            continue
        if measure == "injured" and predicate.negated and predicate.lemma in CARE["mends"]:
            measure = "killed"  # "did not survive"
        elif not _is_asserted(line, i):
            continue
        who = [one for one in _victims(line, i, predicate) if _is_victim(line, i, one, measure)]
        if measure == "killed" and predicate.lemma in CARE["leaves"]:
            ill = [one for one in who if care.is_ill(line, one.token)]
            who = [one for one in who if one not in ill]
            if ill:
                yield _harm(line, "injured", ill, i)
        if measure == "injured":  # "one wounded and one deceased"
            who = [
                one
                for one in who
                if not any(tokens[k].lower in WORDS["lost"] for k in line.sentence.kids[one.token])
            ]
        if who and line.sentence.section is SectionKind.HEADLINE:
            who += before(line, who[0])
        if who:
            harmed = {one.token for one in who}
            doers = {tokens[p.head].lemma for p in predicate.agents if p.head not in harmed}
            others = {tokens[p.head].lemma for p in predicate.agents if p.head not in harmed}
            who = [replace(one, another=one.another and one.noun not in others) for one in who]
            told = predicate.form == "verb" and not predicate.passive and bool(predicate.patients)
            done = (
                told
                and all(one.part != "self" for one in who)
                and any(of_phrase(line, p, strict=True) for p in predicate.agents)
            )
            yield replace(_harm(line, measure, who, i), doers=frozenset(doers & ATTACKERS), done=done)


def _is_asserted(line: Line, i: int) -> bool:
    """Whether the act is told as done: not "tried to kill", "may have killed"."""
    above = line.sentence.tokens[i].head
    if not WORDS["tried"].isdisjoint(t.lower for t in line.sentence.tokens[max(0, i - NEAR) : i]):
        return False
    if above != i and line.sentence.tokens[above].lemma in WORDS["trying"]:
        return False
    return status.of(line, i)[0] in TOLD


def _is_victim(line: Line, i: int, one: Person, measure: str) -> bool:
    """Whether a phrase of an act is somebody, and not a state, remains or a part of the act's own name."""
    tokens = line.sentence.tokens
    told = tokens[one.token]
    named_after = tokens[i].tag == "VBG" and one.token == i + 1 and told.tag == "NN"  # "a shooting suspect"
    remains = measure != "killed" and told.lemma in WORDS["remains"]
    return one.token != i and not named_after and not remains and not _is_state(line, one)


def _is_state(line: Line, one: Person) -> bool:
    """Whether a phrase is only the state that somebody was found or left in: "left one dead"."""
    return line.sentence.tokens[one.token].lower in WORDS["states"] and one.low == 1


def _measure(line: Line, i: int, predicate: Predicate) -> str | None:
    """What an act does to those it befalls, or None."""
    own = {str(a.measure) for a in line.acts.get(i, ()) if a.measure in WORST_FIRST}
    worst = next((m for m in WORST_FIRST if m in own), None)
    if worst == "casualties" and predicate.form == "noun" and care.is_fatal(line, i):
        return "killed"
    if worst is not None:
        return worst
    lemma = predicate.lemma
    if predicate.form == "noun" and lemma in DEEDS["casualties"] and care.is_of_people(line, i):
        return "killed" if care.is_fatal(line, i) else "casualties"
    if lemma not in TELLING:
        return None
    below = care.words_below(line, i)
    if lemma in CARE["ends"] and below & WORDS["ended"]:
        return "killed"
    if own_hand.is_told(lemma, below):
        return "killed"
    if lemma in CARE["hit"]:
        shot = below & WORDS["shots"] or care.is_bodily(line, predicate) or care.is_by_shots(line, i)
        return "casualties" if shot else None
    return care.measure(line, predicate, below)


def _victims(line: Line, i: int, predicate: Predicate) -> list[Person]:
    """Those whom an act befalls."""
    tokens = line.sentence.tokens
    phrases = predicate.patients or _shared(line, i)
    if predicate.form == "noun":
        return _of_noun(line, predicate)
    if own_hand.is_own(line, i, predicate):
        found = [one for p in own_hand.doers(line, i, predicate) for one in of_phrase(line, p)]
        found = _after(line, i, found) or found
        named = own_hand.is_named(line, i, phrases)
        others = [one for p in phrases for one in of_phrase(line, p) if tokens[one.token].lower not in SELF]
        return [
            *(replace(one, part=one.part or "self", own=True) for one in found),
            *(others if named else ()),
        ]
    if predicate.lemma in SUBJECTS and not predicate.passive:
        phrases = predicate.agents
    elif tokens[i].tag in {"VBN", "VBD"} and predicate.lemma in WORDS["bare"]:
        phrases = _bare(line, i, predicate, phrases)
    lives = [k for p in phrases if tokens[p.head].lemma == "life" for k in states.whose(line, p.head)]
    if lives:
        return [person(line, m) for k in lives for m in members(line, k)]
    if predicate.lemma in CARE["hit"]:
        phrases = tuple(care.whole_of(line, p) for p in phrases)
    return _after(line, i, [one for p in phrases for one in of_phrase(line, p)])


def _bare(line: Line, i: int, predicate: Predicate, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Whom a participle harms that the parser took for a verb: "Three shot outside a bar", "a boy fatally shot in"."""
    tokens = line.sentence.tokens
    k = i - 1
    while k > 0 and tokens[k].pos == "ADV":
        k -= 1
    beside = k >= 0 and tokens[k].lower in PEOPLE and k not in {p.head for p in predicate.agents}
    nearest = (Phrase(k, *line.sentence.subtree(k)),) if beside else ()
    within = any(p.head < k < p.end for p in phrases)
    if nearest and (within or (tokens[i].dep == "acl" and k != tokens[i].head)):
        return nearest  # "the father of a girl shot in the street"
    if any(of_phrase(line, p) or tokens[p.head].tag == "CD" for p in phrases):
        return phrases
    if nearest and tokens[k - 1].pos in {"ADP", "DET", "ADJ"}:
        return nearest
    if line.sentence.section is SectionKind.HEADLINE:
        by = {p.head for w, p in predicate.obliques if w == "by"}
        return tuple(p for p in predicate.agents if p.head < i and p.head not in by)
    return nearest or phrases


def _after(line: Line, i: int, found: list[Person]) -> list[Person]:
    """“Father charged after boy, 6, shoots self”: in a headline, the one named after "after", not the one before."""
    tokens = line.sentence.tokens
    mark = max((k for k in range(i) if tokens[k].lower == "after"), default=None)
    if line.sentence.section is not SectionKind.HEADLINE or mark is None or not found:
        return found
    if any(one.token > mark for one in found):
        return found
    counted = {t for t, m in line.figures if getattr(m.value, "unit", "") == "people"}
    people = [k for k in range(mark + 1, i) if tokens[k].lower in PEOPLE or k in counted]
    return [person(line, people[0])] if people else []


def _shared(line: Line, i: int) -> tuple[Phrase, ...]:
    """“was found shot and killed”, "was shot and pronounced dead": those whom the verb before it befell."""
    token = line.sentence.tokens[i]
    before = line.predicates.get(token.head)
    alone = (
        token.dep == "conj" and token.tag in {"VBN", "VBD"} and token.lemma in CARE["ends"] | WORDS["bare"]
    )
    return before.patients if alone and before is not None and before.passive else ()


def _of_noun(line: Line, predicate: Predicate) -> list[Person]:
    """“the death of X”, "X's killing", "his injuries"; "did not remain in his body" tells of no death."""
    tokens = line.sentence.tokens
    owners = [p for p in predicate.agents if tokens[p.head].dep in {"poss", "pobj"}]
    patients = predicate.patients
    if predicate.lemma in DEEDS["casualties"]:  # "the shooting of a girl by her father"
        owners, patients = [], tuple(p for p in patients if tokens[tokens[p.head].head].lower == "of")
    found = [one for p in (*patients, *owners) for one in of_phrase(line, p, strict=True)]
    if predicate.lemma in WORDS["remains"] - {"death"}:
        return [one for one in found if one.pointing != "pronoun"]
    return [replace(one, weak=True) if one.pointing == "pronoun" else one for one in found]


def _deeds(line: Line) -> Iterator[Harm]:
    """Deeds whose name says how many they harmed, or that they killed: "a triple shooting", "the homicide"."""
    tokens = line.sentence.tokens
    for i, token in enumerate(tokens):
        kind = next((k for k in ("killed", "casualties") if token.lower in DEEDS[k]), None)
        if i and token.lower in {"death", "deaths"} and tokens[i - 1].lower in DEEDS["casualties"]:
            kind = "killed"  # "a shooting death"
        earlier = {t.lower for t in tokens[max(0, i - NEAR) : i]}
        if kind is None or token.pos == "VERB" or earlier & WORDS["unreal"]:
            continue
        many = next((MULTIPLE[w] for w in sorted(earlier) if w in MULTIPLE), None)
        # "murder-suicide": one more, by their own hand
        himself = kind == "killed" and any(t.lower == "suicide" for t in tokens[i + 1 : i + 1 + NEAR])
        if many is not None:
            one = Person(i, token.lower, many + himself, many + himself, "total")
            yield _harm(line, kind, [one], i)
        elif kind == "killed" or earlier & DEEDS["fatal"]:
            yield _harm(line, "killed", [Person(i, None, 1 + himself, None, "implied")], i, implied=True)
