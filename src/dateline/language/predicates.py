"""A parsed sentence -> its predicates, verbal and nominal, with who does what to whom, where and when.

Passive and active, relative and participle clauses, coordination and control are followed; what a word
means, and whether it tells of an event, is for the stages that follow.
"""

from __future__ import annotations

from dateline import lexicons
from dateline.language.frames import Tree
from dateline.records import Phrase, Predicate

# Verbs that lend their subject to the event noun they govern: "launched an assault", "carried out a raid".
SUPPORT = lexicons.words("binding", "support")
PUNISHING = lexicons.words("binding", "punishing")
ANSWERING = lexicons.words("binding", "answering")
RELATIVE = frozenset({"who", "which", "that", "whom"})
OF_PATIENT = frozenset({"of", "on", "against", "at", "upon"})
SITES = lexicons.words("binding", "works") | lexicons.words("binding", "sites_hit")
MURDERS = lexicons.words("binding", "murders")
OWNING = frozenset(lexicons.load("cues")["responsibility"]["nouns"])
DYING = lexicons.words("binding", "dying")
BY_WAY = lexicons.words("binding", "by_way")
SUPPOSED = lexicons.words("binding", "supposed")
SETTLEMENTS = lexicons.words("binding", "settlements")
TASKS = lexicons.words("binding", "tasks")
# Verbs that are done to somebody who is not named again: "was shot and pronounced dead".
TRANSITIVE = lexicons.words("binding", "befalling")
NEEDS_OBJECT = lexicons.words("binding", "needs_object")
DONE_BY = lexicons.words("binding", "done_by")
AIMED_ON = frozenset({"on", "against", "upon"})
AIMED = frozenset({"at", "into", "toward", "towards", "through"})
HELD_AS = lexicons.words("binding", "held_as")
RANGES = frozenset({"between", "from", "over", "about", "around", "under", "above"})
# Nouns that a number before a verb or behind it measures, and does not count.
MEASURES = frozenset({"time", *(word for unit in lexicons.load("units")["units"] for word in unit["words"])})
STRAYED = 10  # tokens between a verb and the comma before a subject that the parser misplaced
MAX_CLIMB = 4  # how many coordinated or controlled verbs a missing subject is looked for over


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
    subjects = _subjects(tree, i) or _strayed_subject(tree, i) or _counted_subject(tree, i)
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
    agents, patients = (doers, [*subjects, *objects]) if passive else (subjects, objects)
    if not passive and not objects:
        patients = _counted_object(tree, i) or _shared_object(tree, i)
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


def _strayed_subject(tree: Tree, i: int) -> list[int]:
    """“At the battle of X, A and B troops took”: a subject that the parser joins to what is before its comma."""
    tokens = tree.tokens
    if tokens[i].tag not in {"VBD", "VBZ", "VBP"} or tokens[i].dep not in {"ROOT", "ccomp"}:
        return []
    if i < 2 or tokens[i - 1].pos not in {"NOUN", "PROPN"} or tokens[i - 1].dep not in {"conj", "appos"}:
        return []
    for k in range(i - 2, max(-1, i - STRAYED), -1):
        if tokens[k].text == ",":
            joined = (j for j in range(k + 1, i) if tokens[j].dep in {"conj", "appos"} and tokens[j].head < k)
            return list(joined)[:1]
    return []


def _counted_subject(tree: Tree, i: int) -> list[int]:
    """“Between 900 and 1,200 prisoners were held”: a count of two bounds that the parser takes for an adverbial."""
    tokens = tree.tokens
    for k in tree.kids[i]:
        counted = (
            tree.kid(k, "pobj") if k < i and tokens[k].lower in RANGES and tokens[k].dep == "prep" else None
        )
        if counted is None or tokens[k + 1].tag != "CD" or tokens[counted].tag not in {"NNS", "NNPS"}:
            continue
        between = tokens[counted + 1 : i]
        if all(t.dep in {"aux", "auxpass", "advmod", "neg"} for t in between) and not _is_measured(
            tree, counted
        ):
            return [counted]
    return []


def _counted_object(tree: Tree, i: int) -> list[int]:
    """“recaptured 420 prisoners by Monday”: counted people right behind the verb, taken for a measure of it."""
    tokens = tree.tokens
    return [
        k
        for k in tree.kids[i]
        if tokens[k].dep == "npadvmod"
        and tokens[k].tag == "NNS"
        and tree.subtree(k)[0] == i + 1
        and any(tokens[j].tag == "CD" for j in tree.kids[k])
        and not _is_measured(tree, k)
    ][:1]


def _is_measured(tree: Tree, k: int) -> bool:
    """Whether a noun is one of time or measure: "four days", "900 metres"."""
    return tree.tokens[k].lemma in MEASURES


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


def _subjects(tree: Tree, i: int) -> list[int]:
    """The heads of a verb's subject, found over relative clauses, coordination and control."""
    tokens = tree.tokens
    for _ in range(MAX_CLIMB):
        own = [k for k in tree.kids[i] if tokens[k].dep in {"nsubj", "nsubjpass", "csubj"}]
        if own:
            if tokens[own[0]].lower in RELATIVE and tokens[own[0]].tag in {"WDT", "WP"}:
                host = _relative_host(tree, i)
                if host is not None and tokens[own[0]].lower == "who":
                    host = _people_of(tree, host)
                return [host] if host is not None else []
            own = own[:1] if len(own) > 1 and _stands_aside(tree, own[1]) else own
            return [*_listed_before(tree, i, own[0]), *own]
        dep, head = tokens[i].dep, tokens[i].head
        if head == i:
            return []
        if dep == "acl" and tokens[i].tag == "VB":
            if owners := _owners(tree, head) or (
                tokens[head].dep == "appos" and _owners(tree, tokens[head].head)
            ):
                return owners  # "the Farlandish attempt to capture the port"
            if tokens[head].dep in {"dobj", "attr", "pobj", "nsubjpass"}:
                i = tokens[head].head  # "completed moves to cut off the road": who completed them
                if tokens[i].pos == "ADP":
                    i = tokens[i].head  # "in an attempt to take the port, they shelled it"
                continue
        if (
            dep == "acl"
            and tokens[i].tag == "VBG"
            and tokens[head].lemma in SITES
            and tokens[head].dep == "dobj"
        ):
            i = tokens[head].head  # "surrounded the station demanding": no station demands
            continue
        if dep in {"acl", "amod"}:
            return [head]
        if dep == "advcl" and tokens[i].tag not in {"VBG", "VBN", "VB"}:
            return []
        if dep in {"oprd", "acomp"} and tokens[i].pos == "ADJ":
            i = head  # "was found guilty and executed"
            continue
        if dep == "prep" or dep not in {"conj", "xcomp", "advcl", "pcomp", "dep", "ccomp"}:
            return []
        if dep == "conj" and tokens[head].pos in {"NOUN", "PROPN"}:
            return []
        if dep == "xcomp" and (held := tree.kid(head, "dobj")) is not None and tokens[i].tag == "VB":
            return [held]
        if dep == "pcomp":
            by, head = head, tokens[head].head
            if tokens[by].lower == "by" and tree.kid(head, "auxpass", "nsubjpass") is not None:
                return []  # "were displaced by fighting": who was displaced did not fight
            held = tree.kid(head, "dobj", "nsubjpass")
            if tokens[by].lower in {"for", "of"} and tokens[head].lemma in PUNISHING and held is not None:
                return [held]  # "arrested a commander for ordering a massacre": who arrested him did not
            if tokens[by].lower in {"following", "after"} and tokens[head].lemma in DYING:
                return []  # "one person died after being stabbed", "died following stabbing"
            if tokens[head].lemma in TASKS and tokens[head].dep == "dobj":
                head = tokens[head].head
                if (given := tree.kid(head, "dative")) is not None:
                    return [given]  # "gave the militia the task of guarding the camp"
        i = head
    return []


def _listed_before(tree: Tree, i: int, subject: int) -> list[int]:
    """“About 900 soldiers, guards and police set out”: the first of a list of subjects, left hanging on the verb."""
    first = tree.subtree(subject)[0]
    return [
        k
        for k in tree.kids[i]
        if k < subject and tree.tokens[k].dep == "dep" and tree.tokens[k].tag in {"NNS", "NNPS"}
        if tree.tokens[first - 1].text == "," and tree.subtree(k)[1] == first - 1
    ]


def _stands_aside(tree: Tree, k: int) -> bool:
    """“A brother of A. Marr, the spokesman, was killed": a second subject between commas only says who A. Marr is."""
    first, last = tree.subtree(k)
    ends = last < len(tree.tokens) and "," in {tree.tokens[last].text, tree.tokens[last - 1].text}
    return first > 0 and tree.tokens[first - 1].text == "," and ends


def _owners(tree: Tree, noun: int) -> list[int]:
    """Whose an attempt or plan is, by the name before it: "the Farlandish attempt", "the rebels' plan"."""
    tokens = tree.tokens
    return [
        k
        for k in tree.kids[noun]
        if k < noun
        and (
            (tokens[k].dep == "poss" and tokens[k].pos != "PRON")
            or (tokens[k].dep in {"amod", "compound", "nmod"} and tokens[k].text[:1].isupper())
        )
    ]


def _people_of(tree: Tree, host: int) -> int:
    """“People from the same village who were forced”: the people, where the parser takes it to be the village."""
    tokens = tree.tokens
    if tokens[host].lemma not in SETTLEMENTS or tokens[host].dep != "pobj":
        return host
    above = tokens[tokens[host].head].head
    held = tree.kid(above, "dobj") if tokens[above].pos == "VERB" else above
    return held if held is not None and held < host and tokens[held].pos in {"NOUN", "PROPN"} else host


def _relative_host(tree: Tree, i: int) -> int | None:
    """The noun that a relative clause belongs to, also for a second verb of the clause."""
    while tree.tokens[i].dep == "conj" and tree.tokens[i].head != i:
        i = tree.tokens[i].head
    return tree.tokens[i].head if tree.tokens[i].dep in {"relcl", "acl"} else None


def _shared_object(tree: Tree, i: int) -> list[int]:
    """“captured and burnt Sardis”: the first verb shares the object of the one joined to it."""
    for k in tree.kids[i]:
        beside = k == i + 2 or (k == i + 3 and tree.tokens[i + 2].pos == "ADV")
        if tree.tokens[k].dep == "conj" and tree.tokens[k].pos == "VERB" and beside:
            held = tree.kid(k, "dobj")
            return [] if held is None else [held]
    return []


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
    of_noun = named or token.tag == "CD" or token.lemma in MEASURES
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
        agents += [tree.phrase(k) for k in _subjects(tree, support)]
    elif tokens[support].lemma in SUPPORT | DONE_BY and tokens[top].dep in {"nsubjpass", "nsubj"}:
        by = [tree.kid(k, "pobj") for k in tree.kids[support] if tokens[k].dep == "agent"]
        agents += [tree.phrase(k) for k in by if k is not None]
    answers = _answered_with(tree, top)
    if answers is not None:  # "the army responded with air strikes on the camp"
        agents += [tree.phrase(k) for k in _subjects(tree, answers)]
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
    if tokens[i].dep != "pobj" or above.lower != "for" or tokens[above.head].lemma not in OWNING:
        return []
    verb = tokens[above.head].head
    if tokens[above.head].dep != "dobj" or _is_negated(tree, verb):
        return []  # "has not claimed responsibility"
    return _subjects(tree, verb)
