"""A parsed sentence -> its predicates, verbal and nominal, with who does what to whom, where and when.

Passive and active, relative and participle clauses, coordination and control are followed; what a word
means, and whether it tells of an event, is for the stages that follow.
"""

from __future__ import annotations

from dateline import lexicons
from dateline.language import subjects
from dateline.language.frames import Tree
from dateline.records import Phrase, Predicate

# Verbs that lend their subject to the event noun they govern: "launched an assault", "carried out a raid".
SUPPORT = lexicons.words("binding", "support")
ANSWERING = lexicons.words("binding", "answering")
OF_PATIENT = frozenset({"of", "on", "against", "at", "upon"})
MURDERS = lexicons.words("binding", "murders")
OWNING = frozenset(lexicons.load("cues")["responsibility"]["nouns"])
DEEDS = frozenset(lexicons.load("cues")["responsibility"]["deeds"])
BY_WAY = lexicons.words("binding", "by_way")
SUPPOSED = lexicons.words("binding", "supposed")
# Verbs that are done to somebody who is not named again: "was shot and pronounced dead".
TRANSITIVE = lexicons.words("binding", "befalling")
NEEDS_OBJECT = lexicons.words("binding", "needs_object")
DONE_BY = lexicons.words("binding", "done_by")
# Prepositions whose verb in -ing is a deed that something happened in: "in shelling", "during bombing".
GERUND_OF_DEED = frozenset({"during", "from", "in"})
LED = frozenset({"claim", "lead"})
MISSILES = lexicons.words("binding", "missiles")
AIMED_ON = frozenset({"on", "against", "upon"})
AIMED = frozenset({"at", "into", "toward", "towards", "through"})
HELD_AS = lexicons.words("binding", "held_as")


def find(tree: Tree) -> tuple[Predicate, ...]:
    """The predicates of one sentence, by position: every verb, and every noun with arguments of its own."""
    found: list[Predicate] = []
    for i, token in enumerate(tree.tokens):
        if token.pos == "VERB" or (
            token.pos == "AUX" and token.dep in {"ROOT", "relcl", "ccomp", "conj", "advcl"}
        ):
            found.append(_verb(tree, i))
        elif token.pos in {"NOUN", "PROPN"} and (token.pos == "NOUN" or tree.kids[i]):
            found.append(_noun(tree, i))
        elif token.tag in {"VBN", "VBG"} and token.pos == "ADJ":
            found.append(_verb(tree, i))
    return tuple(found)


def _verb(tree: Tree, i: int) -> Predicate:
    tokens = tree.tokens
    passive = tree.kid(i, "auxpass", "nsubjpass", "agent") is not None or _is_bare_participle(tree, i)
    if tokens[i].tag == "VBD" and tree.kid(i, "nsubj") is not None and tree.kid(i, "auxpass") is None:
        passive = passive and not _is_by_way_of(tree, i)
    if not passive and _is_headline_passive(tree, i):
        passive = True
    heads = subjects.of(tree, i) or subjects.strayed(tree, i) or subjects.counted(tree, i)
    by = [
        tree.kid(k, "pobj") or _in_participle(tree, k)
        for k in tree.kids[i]
        if tokens[k].dep == "agent" or (passive and tokens[k].dep == "prep" and tokens[k].lower == "by")
    ]
    by += [_owner_of_hands(tree, k) for k in tree.kids[i] if tokens[k].lower == "at"]
    if passive and not by:
        by = _strayed_agent(tree, i)
    doers = [k for k in by if k is not None]
    objects = [k for k in tree.kids[i] if tokens[k].dep in {"dobj", "obj", "oprd"} and _is_object(tree, k)]
    objects += _listed_objects(tree, i, objects)
    if passive and tree.kid(i, "auxpass", "nsubjpass", "agent") is None:
        objects = [k for k in objects if not _is_cut_off(tree, k)]
    if passive and tokens[i].lemma in NEEDS_OBJECT and tree.kid(i, "nsubjpass") is not None:
        objects = [k for k in objects if tokens[k].dep == "oprd"]  # what is done to one has no other object
    agents, patients = (doers, [*heads, *objects]) if passive else (heads, objects)
    if not passive and not objects and (named := _doers_of_gerund(tree, i)):
        agents = named
    agents = [*agents, *(d for k in agents for d in _sent_by(tree, k))]
    if not passive and not objects:
        patients = subjects.counted_object(tree, i) or _shared_object(tree, i) or _left_out(tree, i)
    return Predicate(
        i,
        tokens[i].lemma,
        "verb",
        tuple(tree.phrase(k) for k in agents),
        tuple(tree.phrase(k) for k in patients),
        _obliques(tree, i),
        passive=passive,
        negated=_is_negated(tree, i),
        auxiliaries=tuple(tokens[k].lemma for k in tree.kids[i] if tokens[k].dep in {"aux", "auxpass"}),
    )


def _doers_of_gerund(tree: Tree, i: int) -> list[int]:
    """“Were killed in shelling by rebels”: the rebels, where the parser takes the deed's noun for a verb."""
    tokens = tree.tokens
    if (
        tokens[i].tag != "VBG"
        or tokens[i].dep != "pcomp"
        or tokens[tokens[i].head].lower not in GERUND_OF_DEED
    ):
        return []
    held = [tree.kid(k, "pobj") for k in tree.kids[i] if tokens[k].dep == "prep" and tokens[k].lower == "by"]
    return [k for k in held if k is not None]


def _sent_by(tree: Tree, k: int) -> list[int]:
    """“Was hit by a bullet fired by soldiers": the soldiers; not of "soldiers led by a colonel"."""
    sent = [j for j in tree.kids[k] if tree.tokens[j].dep == "acl" and tree.tokens[j].lemma in DONE_BY - LED]
    links = [tree.kid(j, "agent") for j in sent if tree.tokens[k].lemma in MISSILES]
    held = [tree.kid(link, "pobj") for link in links if link is not None]
    return [h for h in held if h is not None]


def _is_by_way_of(tree: Tree, i: int) -> bool:
    """“attacked by land and air the rebels”: by what way, and not by whom."""
    by = tree.kid(i, "agent")
    way = None if by is None else tree.kid(by, "pobj")
    return way is not None and tree.tokens[way].lower in BY_WAY


def _in_participle(tree: Tree, preposition: int) -> int | None:
    """“were burnt by rioting mobs”: a participle that only describes who did it, read as what they did it by."""
    doing = tree.kid(preposition, "pcomp")
    if doing is None or doing != preposition + 1 or tree.tokens[doing].tag != "VBG":
        return None
    held = tree.kid(doing, "dobj")
    return held if held == doing + 1 and tree.tokens[held].tag in {"NNS", "NNPS"} else None


def _is_object(tree: Tree, k: int) -> bool:
    """Whether an object is no mere state: "killed a 3-year-old", not "left dead" or "held hostage"."""
    if tree.tokens[k].lower in HELD_AS and all(j > k for j in tree.kids[k]):
        return False
    return tree.tokens[k].pos != "ADJ" or (tree.tokens[k].dep != "oprd" and tree.kid(k, "det") is not None)


def _listed_objects(tree: Tree, i: int, objects: list[int]) -> list[int]:
    """“destroyed a house, a car and a bus”: the last of a list of objects, which the parser joins to the verb."""
    tokens = tree.tokens
    return [
        k
        for k in tree.kids[i]
        if objects and k > objects[-1] and tokens[k].dep == "conj" and tokens[k].pos in {"NOUN", "PROPN"}
        if tree.kid(k, "det", "nummod", "poss") is not None
        and tokens[tree.subtree(k)[0] - 1].lower in {"and", ","}
    ]


def _is_headline_passive(tree: Tree, i: int) -> bool:
    """“Eleven police killed in car bomb attack”: a verb that needs an object, told without one."""
    token = tree.tokens[i]
    if token.tag not in {"VBN", "VBD"} or token.lemma not in NEEDS_OBJECT:
        return False
    if _left_out(tree, i):
        return False  # "the man the rebels killed"
    if _shared_object(tree, i):
        return False
    if any(tree.tokens[k].dep == "prep" and tree.tokens[k].lower in AIMED for k in tree.kids[i]):
        return False  # "gunmen shot at police"
    held = tree.kid(i, "dobj", "obj")
    plain = tree.kid(i, "aux", "ccomp", "prt") is None and tree.kid(i, "nsubj") is not None
    return plain and (held is None or _is_cut_off(tree, held))


def _is_cut_off(tree: Tree, k: int) -> bool:
    """“Five people shot, one dead”: what a comma parts from its verb is told of somebody else."""
    first = tree.subtree(k)[0]
    return k > tree.tokens[k].head and first > 0 and tree.tokens[first - 1].text == ","


def _owner_of_hands(tree: Tree, preposition: int) -> int | None:
    """“at the hands of X”: X."""
    hands = tree.kid(preposition, "pobj")
    if hands is None or tree.tokens[hands].lemma != "hand":
        return None
    of = next((k for k in tree.kids[hands] if tree.tokens[k].lower == "of"), None)
    return None if of is None else tree.kid(of, "pobj")


def _strayed_agent(tree: Tree, i: int) -> list[int | None]:
    """“X, who was kidnapped on Monday, apparently by Y”, "was held hostage by Y": a "by" that is hung on a noun."""
    tokens = tree.tokens
    host = tokens[i].head
    hosts = [k for k in tree.kids[i] if tokens[k].dep in {"dobj", "oprd", "attr"} and k > i]
    if tokens[i].dep in {"relcl", "acl"} and tokens[host].pos in {"NOUN", "PROPN"}:
        hosts.append(host)
    found = [
        tree.kid(k, "pobj")
        for h in hosts
        for k in tree.kids[h]
        if k > i and tokens[k].dep == "prep" and tokens[k].lower == "by"
    ]
    return found or [_supposed_agent(tree, i)]


def _supposed_agent(tree: Tree, i: int) -> int | None:
    """“after being hit, apparently by X”: a "by" behind a comma and a word of doubt, hung on the verb before."""
    words = [t.lower for t in tree.tokens[tree.subtree(i)[1] :][:3]]
    if len(words) < 3 or words[0] != "," or words[1] not in SUPPOSED or words[2] != "by":
        return None
    return tree.kid(tree.subtree(i)[1] + 2, "pobj")


def _is_bare_participle(tree: Tree, i: int) -> bool:
    """“men shot in the street”, "was found bound and shot": a participle without an auxiliary of its own."""
    token = tree.tokens[i]
    if token.tag != "VBN" and not _is_taken_for_past(tree, i):
        return False
    if token.dep in {"acl", "amod", "advcl"}:
        return tree.kid(i, "aux", "nsubj") is None
    if token.dep in {"ccomp", "xcomp", "oprd"} and tree.kid(i, "aux", "auxpass", "dobj") is None:
        return True  # "the fighting saw 120 soldiers killed"
    if token.dep == "conj" and (tree.kid(i, "aux", "nsubj") is None or _is_elliptic(tree, i)):
        head = token.head
        if tree.tokens[head].dep in {"oprd", "acomp"} and tree.tokens[head].pos == "ADJ":
            head = tree.tokens[head].head  # "was found guilty and executed"
        if tree.tokens[head].tag != "VBN":
            return False
        return tree.kid(head, "auxpass", "nsubjpass") is not None or _is_bare_participle(tree, head)
    return False


def _is_elliptic(tree: Tree, i: int) -> bool:
    """“two were killed and another wounded": the second "was" is left out."""
    token = tree.tokens[i]
    own = tree.kid(i, "nsubj")
    if own != i - 1 or token.lemma not in NEEDS_OBJECT or tree.kid(i, "aux", "dobj", "obj") is not None:
        return False
    return tree.tokens[own].lower in {"another", "others", "other"} or tree.tokens[own].tag == "CD"


def _is_taken_for_past(tree: Tree, i: int) -> bool:
    """“was shot and pronounced dead”: the second participle, which the tagger takes for a past tense."""
    token = tree.tokens[i]
    return (
        token.tag == "VBD"
        and token.dep == "conj"
        and token.lemma in TRANSITIVE
        and tree.kid(i, "dobj", "obj", "nsubj", "ccomp") is None
    )


def _shared_object(tree: Tree, i: int) -> list[int]:
    """“captured and burnt Sardis”: the first verb shares the object of the one joined to it."""
    for k in tree.kids[i]:
        beside = k == i + 2 or (k == i + 3 and tree.tokens[i + 2].pos == "ADV")
        if tree.tokens[k].dep == "conj" and tree.tokens[k].pos == "VERB" and beside:
            held = tree.kid(k, "dobj")
            return [] if held is None else [held]
    return []


def _left_out(tree: Tree, i: int) -> list[int]:
    """“Two engineers it had abducted”: whom a clause without a pronoun of its own is told of."""
    token = tree.tokens[i]
    if token.dep != "relcl" or token.lemma not in NEEDS_OBJECT or token.head >= i:
        return []
    own = tree.kid(i, "nsubj")
    if own is None or tree.tokens[own].tag in {"WDT", "WP"} or tree.kid(i, "ccomp", "xcomp") is not None:
        return []
    return [] if any(tree.tokens[k].tag == "WRB" for k in tree.kids[i]) else [token.head]


def _is_negated(tree: Tree, i: int) -> bool:
    """Whether the verb itself, or the verb that it depends on as "did not manage to", is negated."""
    tokens = tree.tokens
    if tree.kid(i, "neg") is not None:
        return True
    if any(tokens[k].lower in {"never", "neither", "hardly"} for k in tree.kids[i]):
        return True
    head = tokens[i].head
    if tokens[i].dep == "pcomp" and tokens[head].lower == "without":
        return True
    if tokens[i].dep == "xcomp":
        return tokens[head].lemma in {"fail", "refuse", "decline"} or tree.kid(head, "neg") is not None
    return False


def _obliques(tree: Tree, i: int) -> tuple[tuple[str, Phrase], ...]:
    """Prepositions and what they govern, in text order; "npadvmod" stands for bare time phrases."""
    tokens = tree.tokens
    found: list[tuple[int, str, Phrase]] = []
    stack = [k for k in tree.kids[i] if tokens[k].dep in {"prep", "npadvmod", "advmod", "prt"}]
    while stack:
        k = stack.pop()
        if tokens[k].dep == "npadvmod":
            found.append((k, "npadvmod", tree.phrase(k)))
            continue
        for j in tree.kids[k]:
            if tokens[j].dep in {"pobj", "obj"}:
                found.append((k, tokens[k].lower, tree.phrase(j)))
                if tokens[i].pos == "NOUN":  # "a meeting in the capital between X and Y": hung on the capital
                    stack += [b for b in tree.kids[j] if tokens[b].lower in _strays(tree, j)]
            elif tokens[j].dep in {"prep", "pcomp"} and tokens[j].pos == "ADP":
                stack.append(j)
    return tuple((word, phrase) for _, word, phrase in sorted(found))


def _strays(tree: Tree, k: int) -> frozenset[str]:
    """Prepositions that stand behind a noun's place or day but may be its own: "the killing in Paris of two"."""
    token = tree.tokens[k]
    named = token.pos == "PROPN" and tree.kid(k, "det") is None  # not "at the Battle of"
    of_noun = named or token.tag == "CD" or token.lemma in subjects.MEASURES
    return frozenset({"between", "of"}) if of_noun else frozenset({"between"})


def _noun(tree: Tree, i: int) -> Predicate:
    tokens = tree.tokens
    obliques = _obliques(tree, i)
    agents = [p for word, p in obliques if word == "by"]
    agents += [tree.phrase(k) for k in tree.kids[i] if tokens[k].dep == "poss"]
    aimed = OF_PATIENT if tokens[i].lemma not in MURDERS else {"of"}  # "tales of murders on their lips"
    patients = [p for word, p in obliques if word in aimed]
    patients += _aimed_with(tree, i)
    for k in tree.kids[i]:
        if (
            k < i
            and tokens[k].dep in {"compound", "amod", "nmod"}
            and tokens[k].pos in {"PROPN", "NOUN", "ADJ"}
        ):
            agents.append(Phrase(k, *tree.subtree(k)))
    agents += [tree.phrase(k) for k in _claimants(tree, i)]
    top = _counter(tree, i)
    for word, phrase in _obliques(tree, top) if top != i else ():  # "a series of attacks by X on Y"
        if phrase.head > i and word == "by":
            agents.append(phrase)
        elif phrase.head > i and word in AIMED_ON and not patients:
            patients.append(phrase)
    support = tokens[top].head
    if tokens[support].lemma in SUPPORT and tokens[top].dep in {"dobj", "obj", "attr", "pobj"}:
        agents += [tree.phrase(k) for k in subjects.of(tree, support)]
    elif tokens[support].lemma in SUPPORT | DONE_BY and tokens[top].dep in {"nsubjpass", "nsubj"}:
        by = [tree.kid(k, "pobj") for k in tree.kids[support] if tokens[k].dep == "agent"]
        agents += [tree.phrase(k) for k in by if k is not None]
    answers = _answered_with(tree, top)
    if answers is not None:  # "the army responded with air strikes on the camp"
        agents += [tree.phrase(k) for k in subjects.of(tree, answers)]
        patients += [
            p for w, p in _obliques(tree, answers) if w in AIMED_ON and p.start > top and not patients
        ]
    around = [*tree.kids[i], *(tree.kids[support] if tokens[support].pos == "VERB" else ())]
    hands = [_owner_of_hands(tree, k) for k in around if tokens[k].lower == "at"]
    agents += [tree.phrase(k) for k in hands if k is not None]
    for k in tree.kids[i]:
        if tokens[k].dep == "acl" and tokens[k].lemma in {"aim", "direct", "target"} and not patients:
            at = [p for word, p in _obliques(tree, k) if word in {"at", "against"}]
            patients += at or [tree.phrase(j) for j in tree.kids[k] if tokens[j].dep == "dobj"]
        if (
            tokens[k].dep == "acl"
            and tokens[k].lemma in DONE_BY
            and (doer := tree.kid(k, "agent")) is not None
        ):
            agents += [tree.phrase(d) for d in tree.kids[doer] if tokens[d].dep == "pobj"]
    return Predicate(i, tokens[i].lemma, "noun", tuple(agents), tuple(patients), obliques)


def _answered_with(tree: Tree, top: int) -> int | None:
    """The verb that an act answers somebody with: "responded with shelling"."""
    link = tree.tokens[top].head
    with_it = tree.tokens[top].dep == "pobj" and tree.tokens[link].lower == "with"
    verb = tree.tokens[link].head
    return verb if with_it and tree.tokens[verb].lemma in ANSWERING else None


def _aimed_with(tree: Tree, i: int) -> list[Phrase]:
    """“began their assault on X”: X, also where the parser hangs "on X" on the verb that lends its subject."""
    tokens = tree.tokens
    support = tokens[i].head
    if tokens[i].dep != "dobj" or tokens[support].lemma not in SUPPORT:
        return []
    return [p for word, p in _obliques(tree, support) if word in {"on", "against", "upon"} and p.start > i]


def _counter(tree: Tree, i: int) -> int:
    """The noun that counts an act ("a series of attacks"), or the act itself."""
    tokens = tree.tokens
    if tokens[i].dep == "pobj" and tokens[tokens[i].head].lower == "of":
        return tokens[tokens[i].head].head
    return i


def _claimants(tree: Tree, i: int) -> list[int]:
    """Who takes responsibility for an act: the subject of "claimed responsibility for the bombing"."""
    tokens = tree.tokens
    above = tokens[tokens[i].head]
    if tokens[i].dep == "dobj" and above.lemma == "claim" and tokens[i].lemma in DEEDS:
        return [] if _is_negated(tree, tokens[i].head) else subjects.of(tree, tokens[i].head)
    if tokens[i].dep != "pobj" or above.lower != "for" or tokens[above.head].lemma not in OWNING:
        return []
    verb = tokens[above.head].head
    if tokens[above.head].dep != "dobj" or _is_negated(tree, verb):
        return []  # "has not claimed responsibility"
    return subjects.of(tree, verb)
