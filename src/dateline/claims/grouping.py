"""A line's acts -> groups: the words that tell of one and the same event ("car bomb exploded, killing")."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline import lexicons
from dateline.claims.context import Line
from dateline.records import Act, Mention, Precision, Where

# Prepositions by which a harm or a result names the event that it belongs to: "killed in clashes".
BELONGS = frozenset(
    {"in", "during", "by", "from", "with", "through", "amid", "of", "for", "at", "as", "under", "using"}
)
# How a clause of result or manner hangs on the event's verb: "opened fire, killing three".
RESULT = frozenset({"advcl", "conj", "xcomp", "ccomp", "acl", "relcl", "dep", "parataxis", "pcomp", "prep"})
# Verbs that tell what came of an event: "clashes left four dead", "the blast claimed nine lives".
ONGOING_BY = lexicons.words("binding", "ongoing_by")
SUPPORT = lexicons.words("binding", "support")
HITTING = lexicons.words("binding", "hitting")
DAMAGING = lexicons.words("binding", "damaging")
RESCUING = lexicons.words("binding", "rescuing")
LANDING = lexicons.words("binding", "landing")
MURDERS = lexicons.words("binding", "by_hand")
PUNISHING = lexicons.words("binding", "punishing")
MISSILES = lexicons.words("binding", "missiles")
OUTCOME = lexicons.words("binding", "outcome")
# Kinds by which nobody is harmed: who kills besides does another deed.
BLOODLESS = frozenset({"release", "return", "aid", "negotiation", "weapons_seized"})
OTHER_TIME = frozenset({"while", "as", "after", "before", "since", "because", "until", "although"})
DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "its", "their", "his", "her", "such", "latest"}
)


@dataclass(slots=True)
class Group:
    """Acts of one sentence that tell of one event, and the figures bound to it."""

    line: Line
    acts: dict[int, list[Act]] = field(default_factory=dict)

    @property
    def head(self) -> int:
        """The token that stands for the group: the act nearest the root of the sentence, first on a tie."""
        if len(self.acts) == 1:
            return next(iter(self.acts))  # most groups, and asked for often
        depth = {i: sum(1 for _ in self.line.sentence.ancestors(i)) for i in self.acts}
        return min(self.acts, key=lambda i: (depth[i], i))

    def roles(self) -> set[str]:
        """The roles of the group's acts; a choice counts as "choice"."""
        return {act.frame.split(":")[0] for acts in self.acts.values() for act in acts}


def groups(line: Line) -> list[Group]:
    """Join the acts of a line that tell of one event; each act in one group, in text order."""
    parent = {i: i for i in line.acts}

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for i in sorted(line.acts):
        for j in _companions(line, i):
            if j in parent and root(i) != root(j) and _may_join(line, i, j):
                parent[max(root(i), root(j))] = min(root(i), root(j))
    found: dict[int, Group] = {}
    for i in sorted(line.acts):
        found.setdefault(root(i), Group(line)).acts[i] = line.acts[i]
    return [found[i] for i in sorted(found)]


def _companions(line: Line, i: int) -> list[int]:
    """Acts that stand in an argument of act `i`, or in a clause that hangs on it."""
    tokens = line.sentence.tokens
    found: list[int] = []
    predicate = line.predicates.get(i)
    if predicate is not None:
        phrases = [*predicate.agents, *predicate.patients]
        phrases += [p for word, p in predicate.obliques if word in BELONGS]
        for phrase in phrases:
            top = line.top(phrase.head)
            found += _counted_in(line, phrase.head)
            found += [
                j for j in line.acts if j == top or (phrase.start <= j < phrase.end and line.top(j) == top)
            ]
    if tokens[i].dep in RESULT and tokens[i].head != i:
        found += _result_of(line, i)
    return [j for j in found if j != i]


def _counted_in(line: Line, head: int) -> list[int]:
    """The acts that a noun of time or number holds: "three days of fighting", "a wave of attacks"."""
    tokens = line.sentence.tokens
    held = (j for j in line.acts if tokens[j].dep == "pobj" and tokens[tokens[j].head].head == head)
    return [j for j in held if tokens[tokens[j].head].lower != "with"]  # "in connection with an attack"


def _result_of(line: Line, i: int) -> list[int]:
    """The acts that the clause of act `i` is a result or the manner of."""
    tokens = line.sentence.tokens
    head = tokens[i].head
    beside = tokens[i - 1].tag == "NNS" and tokens[i - 1].dep in {"pobj", "dobj"}
    beside = beside or any(tokens[k].dep == "nsubj" for k in line.sentence.kids[i])
    if tokens[i].tag == "VBG" and beside and "event" in _roles(line, i):
        return []  # "opened fire on mobs setting fire to shops"
    if tokens[head].pos == "ADP":
        head = tokens[head].head
    if (
        head not in line.acts
        and tokens[i].dep == "acl"
        and tokens[i].tag == "VBG"
        and (tokens[i - 1].text == "," or tokens[head].lemma in MISSILES)
    ):
        head = next(
            (k for k in line.sentence.ancestors(i) if tokens[k].pos == "VERB"), head
        )  # ", killing two", "fired 40 rounds killing two"
    loose = tokens[i].dep == "relcl" and bool(_roles(line, i) & {"harm", "effect"})
    if (
        head not in line.acts
        and loose
        and any(tokens[k].lower in {"which", "that"} for k in line.sentence.kids[i])
    ):
        head = next((k for k in line.sentence.ancestors(i) if k in line.acts), head)
    if any(
        tokens[k].lower in OTHER_TIME and tokens[k].dep in {"mark", "advmod"} for k in line.sentence.kids[i]
    ):
        return []  # "was killed while fighting": two things at one time
    if head in line.acts:
        return [head]
    predicate = line.predicates.get(head)
    if predicate is not None and (
        tokens[head].lemma in OUTCOME or _roles(line, i) & {"harm", "effect", "use"}
    ):
        heads = [p.head for p in (*predicate.agents, *predicate.patients)]
        return [j for head in heads for j in ([head] if head in line.acts else _counted_in(line, head))]
    return []


def _roles(line: Line, i: int) -> set[str]:
    return {act.frame.split(":")[0] for act in line.acts[i]}


def _may_join(line: Line, i: int, j: int) -> bool:
    """Whether two linked acts can be one event: a harm and its event, a weapon and its use, a name and its verb."""
    one, two = _roles(line, i), _roles(line, j)
    if "speech" in one or "speech" in two:
        return False
    if _is_denied_beside(line, i, j) or _is_denied_beside(line, j, i):
        return False
    if _is_punished_for(line, i, j) or _is_punished_for(line, j, i):
        return False
    if _is_hit_weapon(line, i, j) or _is_hit_weapon(line, j, i):
        return False
    if _is_flight(line, i, j) or _is_flight(line, j, i):
        return False
    if {line.sentence.tokens[k].lemma for k in (i, j)} & {"bomber", "attacker"}:
        return True  # "the blast was carried out by a suicide bomber"
    loose = {"harm", "effect", "weapon", "use", "generic", "scene"}
    if not (one & loose or two & loose):
        if _is_told_by_when(line, i, j) or _is_told_by_when(line, j, i):
            return True
        verbs = sum(1 for k in (i, j) if line.sentence.tokens[k].pos not in {"NOUN", "PROPN"})
        beaten = {a.kind for k in (i, j) for a in line.acts[k]} == {"other_violence", "armed_clash"}
        return verbs < 2 and (beaten or _same_kind(line, i, j))  # "were beaten at the battle of"
    if "choice" in one | two and "conj" in {line.sentence.tokens[k].dep for k in (i, j)}:
        return False
    if line.sentence.tokens[i].dep == "conj" and line.sentence.tokens[i].head == j:
        return _joined_by_and(line, i, j)
    return True


def _is_punished_for(line: Line, deed: int, penalty: int) -> bool:
    """“Jailed six soldiers for killing two protesters”: the killing is no part of the jailing."""
    tokens = line.sentence.tokens
    link = tokens[deed].head
    under = tokens[deed].dep in {"pcomp", "pobj"} and tokens[link].head == penalty
    return under and tokens[link].lower in {"for", "over"} and tokens[penalty].lemma in PUNISHING


def _is_denied_beside(line: Line, done: int, undone: int) -> bool:
    """“was wounded but not killed”."""
    one, two = line.predicates.get(done), line.predicates.get(undone)
    apart = one is not None and two is not None and two.negated and not one.negated
    return apart and line.sentence.tokens[undone].dep == "conj"


def _is_told_by_when(line: Line, deed: int, harm: int) -> bool:
    """“Three were shot dead when police fired at them”: the clause of time tells who did it."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    if (
        tokens[deed].dep != "advcl"
        or tokens[deed].head != harm
        or not any(tokens[k].lower == "when" for k in kids[deed])
    ):
        return False
    hit, did = line.predicates.get(harm), line.predicates.get(deed)
    if hit is None or did is None or not hit.passive or hit.agents or did.passive:
        return False
    return "killed" in {a.measure for a in line.acts[harm]} and _same_kind(line, deed, harm)


def _is_hit_weapon(line: Line, verb: int, weapon: int) -> bool:
    """Whether a weapon is what was destroyed or taken, not what it was done with: "destroyed two mortars"."""
    predicate = line.predicates.get(verb)
    if line.sentence.tokens[verb].lemma in {"hit", "strike"} and _is_laid(line, weapon):
        return False  # "their vehicle hit a mine"
    if predicate is not None and _is_aircraft_hit(line, verb, weapon):
        return True
    if (
        predicate is None
        or "weapon" not in _roles(line, weapon)
        or not (
            _roles(line, verb) & {"effect", "choice"}
            or any(a.kind == "weapons_seized" for a in line.acts[verb])
        )
        or predicate.form != "verb"
    ):
        return False
    hit = any(line.top(p.head) == line.top(weapon) for p in predicate.patients)
    spent = predicate.passive and predicate.lemma not in DAMAGING  # "three rockets were launched"
    return hit and not spent


def _is_aircraft_hit(line: Line, verb: int, weapon: int) -> bool:
    """“rebels ambushed a helicopter”: an aircraft that is attacked, not one that attacks."""
    predicate = line.predicates[verb]
    if predicate.form != "verb" or line.sentence.tokens[verb].lemma not in HITTING:
        return False
    air = all(a.kind == "air_strike" and a.frame == "weapon" for a in line.acts[weapon])
    return air and any(line.top(p.head) == line.top(weapon) for p in predicate.patients)


def _is_flight(line: Line, act: int, weapon: int) -> bool:
    """“helicopters landed", "a plane crashed", "the murder ... by helicopters”: no aircraft strikes there."""
    if not all(a.kind == "air_strike" and a.frame == "weapon" for a in line.acts[weapon]):
        return False
    tokens, kids = line.sentence.tokens, line.sentence.kids
    token = tokens[act]
    if any(tokens[k].lower in RESCUING for k in kids[weapon]):
        return True  # "a medical helicopter at the scene"
    if tokens[weapon].dep == "pobj" and tokens[tokens[weapon].head].lower in {
        "aboard",
        "into",
        "on",
        "onto",
        "to",
    }:
        return True  # "was taken to a helicopter"
    return token.lemma in LANDING if token.pos == "VERB" else token.lemma in MURDERS


def _is_laid(line: Line, weapon: int) -> bool:
    """Whether a weapon is one that lies in wait: a mine."""
    return any(a.kind == "bombing" for a in line.acts[weapon])


def _same_kind(line: Line, i: int, j: int) -> bool:
    return bool({a.kind for a in line.acts[i]} & {a.kind for a in line.acts[j]})


def _joined_by_and(line: Line, i: int, j: int) -> bool:
    """“attacked the post and killed two” is one event; "killed two in A and wounded one in B" is two."""
    places = {line.sentence.tokens[t].head for t, m in line.places if not m.rule.endswith("as_actor")}
    spread = sum(1 for k in (i, j) if places & set(line.sentence.kids[k]))
    return spread < 2 and not _is_other_deed(line, i, j)


def _is_other_deed(line: Line, harm: int, deed: int) -> bool:
    """“Troops freed the captive and killed four militants”: two deeds, to two."""
    predicate = line.predicates.get(harm)
    hit = () if predicate is None or predicate.passive else predicate.patients
    bloodless = {str(a.kind) for a in line.acts[deed]} <= BLOODLESS
    return bool(hit) and bloodless and any(a.measure == "killed" for a in line.acts[harm])


def is_anaphor(line: Line, i: int) -> bool:
    """Whether noun act `i` points back to an event told before: "the attack", with nothing new of its own."""
    tokens = line.sentence.tokens
    if tokens[i].pos not in {"NOUN", "PROPN"}:
        return False
    kids = line.sentence.kids[i]
    if not any(tokens[k].lower in DEFINITE and tokens[k].dep in {"det", "poss", "amod"} for k in kids):
        return False
    start, end = line.sentence.subtree(i)
    inside = range(start, end)
    if any(t in inside for t, _ in (*line.times, *line.figures)):
        return False
    if tokens[i].pos == "PROPN":
        return False  # "the Battle of Lade" is a name
    if tokens[i].dep == "dobj" and tokens[tokens[i].head].lemma in SUPPORT:
        return False
    if tokens[i].dep in {"nsubj", "nsubjpass"} and tokens[tokens[i].head].lemma in ONGOING_BY:
        return False
    if any(t in inside and _is_fine(m) for t, m in line.places):
        return False
    predicate = line.predicates.get(i)
    if predicate is not None and any(p.head not in inside for p in predicate.agents):
        return False  # "claimed responsibility for the bombing"
    return predicate is None or not any(w in {"by", "against", "on"} for w, _ in predicate.obliques)


def _is_fine(mention: Mention) -> bool:
    """Whether a place is a town or site, which tells an event apart from the one told before."""
    if mention.rule.endswith(("coreference", "definite", "modifier")):
        return False
    return isinstance(mention.value, Where) and mention.value.precision in {Precision.EXACT, Precision.NEAR}
