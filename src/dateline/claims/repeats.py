"""The drafts of a report -> the same with an event that is told again folded into its fullest telling.

A report comes back to its event: the same count of dead, the same person shot, "the attack on the compound". What
tells more, gives another count or speaks of another day or town stays a claim of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.claims import victims
from dateline.claims.context import VIOLENT, Line
from dateline.claims.grouping import DEFINITE
from dateline.claims.harms import Tellings
from dateline.claims.retold import is_another
from dateline.claims.story import Draft
from dateline.claims.toll import is_aside
from dateline.records import Actor, Figure, Precision, SectionKind, Status, When, Where

# Kinds that are words for one event: "the blast", "the attack".
ALIKE = VIOLENT - {"siege", "riot", "crackdown"}
TOLD = frozenset({Status.HAPPENED, Status.ONGOING})
COARSE = frozenset({Precision.COUNTRY, Precision.ADMIN})
# Measures that count whom one event harmed or took; the same count twice is as a rule the same people.
OF_EVENT = frozenset(
    {
        "killed",
        "injured",
        "casualties",
        "captured",
        "abducted",
        "released",
        "escaped",
        "surrendered",
        "missing",
    }
)
MANY = 3  # people: fewer are the count of many events, unless the day or the place agrees as well
VAGUE = frozenset({"civilians", "suspects", "attackers", "criminals", "soldiers", "officials", "prisoners"})
CULPRITS = frozenset({"attackers", "criminals", "suspects"})
# Kinds of which a noun alone may name the one event that a report is about; fighting goes on in many places.
SINGLE = frozenset({"assassination", "attack", "bombing", "execution", "suicide_bombing"})
# Kinds in which one person is taken, as often as not told first of a man and then by his name.
TAKEN = frozenset({"abduction", "arrest", "release"})
WORST = ("killed", "injured", "casualties")
ALSO = frozenset({"also", "another", "additional", "further", "more", "other", "others"})


def fold_again(drafts: Sequence[Draft], lines: Sequence[Line], tellings: Tellings) -> list[Draft]:
    """Fold each telling of an event that the report tells of elsewhere into the fuller one of the two."""
    hit = _persons_hit(drafts, lines, tellings)
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.evidence.start, d.evidence.end)):
        told = next((k for k in reversed(kept) if _is_again(draft, k, hit)), None) or _taken_before(
            draft, kept
        )
        if told is None:
            kept.append(draft)
            continue
        full, other = (draft, told) if _says_more(draft, told) else (told, draft)
        _take_over(full, other)
        kept[kept.index(told)] = full
        hit[id(full)] = hit.get(id(full), frozenset()) | hit.get(id(other), frozenset())
    return kept


Hit = dict[int, frozenset[int]]


def _persons_hit(drafts: Sequence[Draft], lines: Iterable[Line], tellings: Tellings) -> Hit:
    """The single persons whom drafts tell of as harmed, by number, for those drafts that tell of nobody else."""
    alone = [d for d in drafts if d.kind in ALIKE and all(f.low == f.high == 1 for f in d.figures)]
    if len({d.sentence for d in alone}) <= 1:
        return {}  # nobody can be told of twice
    told = [
        x for x in lines if x.acts and x.sentence.section is not SectionKind.FURNITURE and not is_aside(x)
    ]
    found = [h for line in told for h in tellings.of(line)]
    at: dict[tuple[int, int], set[int]] = {}
    for number, victim in enumerate(victims.enrol(found).everyone()):
        for harm in victim.harms if victim.is_one else ():
            at.setdefault((harm.sentence, harm.start), set()).add(number)
    many = {(h.sentence, h.start) for h in found if len(h.who) != len(at.get((h.sentence, h.start), ()))}
    hit: Hit = {}
    for draft in alone:
        tokens = draft.group.line.sentence.tokens
        acts = [(draft.sentence, tokens[i].start) for i in draft.group.acts]
        if many.isdisjoint(acts):
            hit[id(draft)] = frozenset(n for act in acts for n in at.get(act, ()))
    return hit


def _says_more(draft: Draft, told: Draft) -> bool:
    """Whether the later telling counts more, or worse, than the earlier one."""
    return (len(draft.figures), -_worst(draft)) > (len(told.figures), -_worst(told))


def _worst(draft: Draft) -> int:
    told = [WORST.index(f.measure) for f in draft.figures if f.measure in WORST]
    return min(told, default=len(WORST))


def _take_over(full: Draft, other: Draft) -> None:
    """Add what the other telling says and the fuller one does not."""
    full.also += [other.evidence, *other.also]
    if other.own_when and (not full.own_when or _is_within(other.when, full.when)):
        _take(full, other, "when")
        full.when, full.own_when = other.when, True
    if other.own_where and not full.own_where:
        _take(full, other, "where")
        full.where, full.own_where = other.where, True
    if other.actors and all(map(_is_vague, full.actors)):
        _take(full, other, "actor")
        full.actors = other.actors
    if other.targets and all(map(_is_vague, full.targets)):
        _take(full, other, "target")
        full.targets = other.targets


def _take(full: Draft, other: Draft, field: str) -> None:
    kept = [d for d in full.decisions if d.field != field]
    full.decisions = kept + [d for d in other.decisions if d.field == field]


def _is_again(draft: Draft, told: Draft, hit: Hit) -> bool:
    """Whether two drafts tell of one event, and one of them says nothing that counts against it."""
    if draft.source.name != told.source.name or not _is_one_kind(draft, told):
        return False
    if is_another(draft.group) or is_another(told.group):
        return False
    if not (_may_be_one_time(draft, told) and _may_be_one_place(draft, told)):
        return False
    if not (_may_be_same(draft.actors, told.actors) and _may_be_same(draft.targets, told.targets)):
        return False
    again = _is_counted_again(draft, told) or _is_of_one_person(draft, told) or _is_named_again(draft, told)
    return again or _is_hit_again(draft, told, hit)


def _is_hit_again(draft: Draft, told: Draft, hit: Hit) -> bool:
    """“A man was shot. The man died in hospital”: the same single person was harmed."""
    one, other = hit.get(id(draft), frozenset()), hit.get(id(told), frozenset())
    return bool(one) and one == other and {draft.kind, told.kind} <= ALIKE


def _taken_before(draft: Draft, kept: Sequence[Draft]) -> Draft | None:
    """“A man was arrested on Sunday. A. Vale, 19, was arrested at his home”: the telling before, of one not named."""
    told = next((k for k in reversed(kept) if k.kind == draft.kind), None) if draft.kind in TAKEN else None
    if told is None or told.source.name != draft.source.name or told.status != draft.status:
        return None
    if any([(f.low, f.high) for f in d.figures] != [(1, 1)] or _is_of_more(d) for d in (draft, told)):
        return None
    named = [a.type == "person" for a in draft.targets] == [True]
    unnamed = bool(told.targets) and all(a.name in CULPRITS for a in told.targets)
    fits = _may_be_one_time(draft, told) and _may_be_one_place(draft, told)
    next_to = draft.sentence - told.sentence <= 1  # further on, in a page of short reports, it is another one
    return told if named and unnamed and fits and next_to else None


def _is_one_kind(draft: Draft, told: Draft) -> bool:
    """Whether kind and status may be those of one event."""
    if draft.status != told.status and not {draft.status, told.status} <= TOLD:
        return False
    return draft.kind == told.kind or {draft.kind, told.kind} <= ALIKE


def _may_be_one_time(draft: Draft, told: Draft) -> bool:
    one, other = draft.when, told.when
    return one is None or other is None or _is_within(one, other) or _is_within(other, one)


def _is_within(one: When | None, other: When | None) -> bool:
    if one is None or other is None:
        return one is not None
    return other.start <= one.start and one.end <= other.end


def _may_be_one_place(draft: Draft, told: Draft) -> bool:
    one, other = draft.where, told.where
    if one is None or other is None or one.name == other.name:
        return True
    coarse = one.precision in COARSE or other.precision in COARSE
    return coarse and one.country == other.country and one.precision != other.precision


def _may_be_same(one: Sequence[Actor], other: Sequence[Actor]) -> bool:
    """Whether nothing sets two lists of parties apart."""
    names, others = {a.name.lower() for a in one}, {a.name.lower() for a in other}
    if names and others and {"civilians"} in (names, others) and (names <= CULPRITS or others <= CULPRITS):
        return False  # who was shot by the suspect is not the suspect
    return all(map(_is_vague, one)) or all(map(_is_vague, other)) or bool(names & others)


def _is_vague(actor: Actor) -> bool:
    return actor.name in VAGUE or actor.name.startswith("unidentified")


Row = tuple[str | None, int | None, int | None]


def _rows(figures: Sequence[Figure]) -> set[Row]:
    return {(f.measure, f.low, f.high) for f in figures}


def _is_counted_again(draft: Draft, told: Draft) -> bool:
    """Whether the counts of one telling are among those of the other, and tell events apart."""
    one, other = _rows(draft.figures), _rows(told.figures)
    if not one or not other or not (one <= other or other <= one):
        return False
    if any(f.measure not in OF_EVENT for f in (*draft.figures, *told.figures)):
        return False
    if any(_is_of_more(d) for d in (draft, told)):
        return False
    shared = one & other
    return any((low or high or 0) >= MANY for _, low, high in shared) or (
        len(shared) > 1 and _is_one_scene(draft, told)
    )


def _is_of_more(draft: Draft) -> bool:
    """“Two more died”: others than those counted before."""
    tokens = draft.group.line.sentence.tokens
    spans = [(f.span.start - 1, f.span.end + 8) for f in draft.figures]
    return any(t.lower in ALSO and any(s <= t.start < e for s, e in spans) for t in tokens)


def _is_one_scene(draft: Draft, told: Draft) -> bool:
    """Whether both tellings are placed in one town or on one day."""
    place = draft.where is not None and told.where is not None and draft.where.name == told.where.name
    return place or (draft.when is not None and draft.when == told.when)


def _is_of_one_person(draft: Draft, told: Draft) -> bool:
    """Whether the same person by name was harmed or taken, and no count differs."""
    one, other = _rows(draft.figures), _rows(told.figures)
    if one and other and not (one <= other or other <= one):
        return False
    if draft.kind != told.kind and not {draft.kind, told.kind} <= SINGLE:
        return False
    people = [{a.name for a in d.targets if a.type == "person"} for d in (draft, told)]
    return bool(people[0]) and people[0] == people[1]


def _is_named_again(draft: Draft, told: Draft) -> bool:
    """“The night of the attack on the compound”: nouns that name what is told of by figures or a verb elsewhere."""
    return _names(draft, told) or _names(told, draft)


def _names(draft: Draft, told: Draft) -> bool:
    """Whether the words of a draft only name, as known, the event that another one tells of."""
    if draft.figures or draft.kind not in {told.kind, "attack"} or told.kind not in SINGLE:
        return False
    if told.group.roles() <= {"harm"} and not told.figures:
        return False  # "the death of their leader" is no attack that could be named
    tokens, kids = draft.group.line.sentence.tokens, draft.group.line.sentence.kids
    if any(tokens[i].tag != "NN" for i in draft.group.acts):
        return False
    known = any(tokens[k].lower in DEFINITE for k in kids[draft.head])
    return known and _is_one_scene(draft, told) and draft.where is not None and _is_known(told.where)


def _is_known(where: Where | None) -> bool:
    return where is not None and where.precision not in COARSE
