"""A verb of a sentence -> the heads of its subject, also where it is told elsewhere or the parser misplaced it."""

from __future__ import annotations

from dateline import lexicons
from dateline.language.tree import Tree

PUNISHING = lexicons.words("binding", "punishing")
RELATIVE = frozenset({"who", "which", "that", "whom"})
SITES = lexicons.words("binding", "works") | lexicons.words("binding", "sites_hit")
DYING = lexicons.words("binding", "dying")
# Whoever is told of behind these is somebody in them.
NO_PEOPLE = SITES | lexicons.words("binding", "settlements") | lexicons.words("binding", "premises")
FOILING = lexicons.words("binding", "foiling")
TASKS = lexicons.words("binding", "tasks")
SEVERAL = frozenset({"were", "are", "have"})
RANGES = frozenset({"between", "from", "over", "about", "around", "under", "above"})
# Nouns that a number before a verb or behind it measures, and does not count.
MEASURES = frozenset({"time", *(word for unit in lexicons.load("units")["units"] for word in unit["words"])})
STRAYED = 10  # tokens between a verb and the comma before a subject that the parser misplaced
MAX_CLIMB = 4  # how many coordinated or controlled verbs a missing subject is looked for over


def strayed(tree: Tree, i: int) -> list[int]:
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


def counted(tree: Tree, i: int) -> list[int]:
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


def counted_object(tree: Tree, i: int) -> list[int]:
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


def of(tree: Tree, i: int) -> list[int]:
    """The heads of a verb's subject, found over relative clauses, coordination and control."""
    tokens, verb = tree.tokens, i
    for _ in range(MAX_CLIMB):
        own = [k for k in tree.kids[i] if tokens[k].dep in {"nsubj", "nsubjpass", "csubj"}]
        if own:
            if tokens[own[0]].lower in RELATIVE and tokens[own[0]].tag in {"WDT", "WP"}:
                host = _relative_host(tree, i)
                if host is not None and tokens[own[0]].lower == "who":
                    host = people_of(tree, host)
                return [] if host is None else _listed_hosts(tree, i, host)
            own = own[:1] if len(own) > 1 and _stands_aside(tree, own[1]) else own
            if len(own) > 1 and _is_some_of_whom(tree, own[0]):
                own = own[1:]  # "some of whom the army says were hit": the army says so, and was not hit
                if i != verb:
                    return []
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
                if tokens[tokens[head].head].lemma in FOILING:
                    return _by(tree, head)  # "foiled an attempt by rebels to kidnap": not who foiled it
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
        if (
            dep == "acl"
            and tokens[i].tag == "VBG"
            and tokens[head].dep == "dobj"
            and tokens[i - 1].text == ","
        ):
            i = tokens[head].head  # "invading the land, surrounding its towns": who invaded it
            continue
        if dep in {"acl", "amod"}:
            return [head]
        told_of = tokens[i].tag in {"VBG", "VBN"} or (
            tokens[i].tag == "VB" and tree.kid(i, "aux") is not None
        )
        if dep == "advcl" and not told_of:
            return []  # "Shot dead: a boy was shot": a heading, read as a clause of what it heads
        if dep == "advcl" and (with_them := _stood_beside(tree, i)) is not None:
            return with_them
        if dep in {"oprd", "acomp"} and tokens[i].pos == "ADJ":
            i = head  # "was found guilty and executed"
            continue
        if dep == "prep" or dep not in {"conj", "xcomp", "advcl", "pcomp", "dep", "ccomp"}:
            return []
        if dep == "conj" and tokens[head].pos in {"NOUN", "PROPN"}:
            return []
        if dep == "ccomp" and i < head:
            return []  # "among the dead were four children, a doctor said": she is not among them
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


def _listed_hosts(tree: Tree, verb: int, host: int) -> list[int]:
    """“A. Vale and B. Marr, who were abducted”: both, where the verb is of several and the last name is of one."""
    tokens = tree.tokens
    several = any(tokens[k].lower in SEVERAL for k in tree.kids[verb] if tokens[k].dep in {"aux", "auxpass"})
    if not several or tokens[host].dep != "conj" or tokens[host].tag not in {"NN", "NNP"}:
        return [host]
    first = host
    while tokens[first].dep == "conj" and tokens[first].head != first:
        first = tokens[first].head
    one = tokens[first].tag in {"NN", "NNP"}
    return [first, *_joined(tree, first)] if one else [host]


def _joined(tree: Tree, first: int) -> list[int]:
    """The nouns of a list behind its first."""
    held = [k for k in tree.kids[first] if tree.tokens[k].dep == "conj"]
    return [*held, *(j for k in held for j in _joined(tree, k))]


def _by(tree: Tree, noun: int) -> list[int]:
    """Whose an attempt is, by what "by" governs behind it."""
    links = (k for k in tree.kids[noun] if tree.tokens[k].lower == "by")
    return [k for link in links for k in tree.kids[link] if tree.tokens[k].dep == "pobj"]


def _is_some_of_whom(tree: Tree, k: int) -> bool:
    """Whether a subject is some of those whom a relative clause is told of: "some of whom", "all of which"."""
    links = [j for j in tree.kids[k] if tree.tokens[j].lower == "of"]
    held = [tree.kid(j, "pobj") for j in links]
    return any(h is not None and tree.tokens[h].lower in {"whom", "which"} for h in held)


def _stood_beside(tree: Tree, i: int) -> list[int] | None:
    """“It began with Farland and Amber sending troops”: who stands between "with" and a participle does it."""
    tokens = tree.tokens
    for k in tree.kids[tokens[i].head]:
        held = tree.kid(k, "pobj") if k < i and tokens[k].lower == "with" else None
        first = min([i, *(j for j in tree.kids[i] if tokens[j].dep in {"aux", "auxpass"})])
        if held is not None and tokens[first].tag == "VBG" and tree.subtree(held)[1] in {first, first - 1}:
            return [held, *(j for j in tree.kids[held] if tokens[j].dep == "conj")]
    return None


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


def people_of(tree: Tree, host: int) -> int:
    """“Police were found in the garage of a house who claim": the police, where the parser takes it to be the house."""
    tokens = tree.tokens
    k = host
    while _is_premises(tree, k):
        while tokens[k].dep == "appos":
            k = tokens[k].head  # "in Lund, Sweden, who"
        above = tokens[tokens[k].head].head
        held = tree.kid(above, "dobj", "nsubjpass") if tokens[above].pos == "VERB" else above
        if held is None or held >= k or tokens[held].pos not in {"NOUN", "PROPN"}:
            return host
        k = held
    return k


def _is_premises(tree: Tree, k: int) -> bool:
    """Whether a noun behind a preposition is a town or a house, or a name that somebody is in or near."""
    token, tokens = tree.tokens[k], tree.tokens
    if token.dep not in {"pobj", "appos"}:
        return False
    within = tokens[token.head].lower in {"in", "near", "outside"} and token.pos == "PROPN"
    return (token.dep == "pobj" and (within or token.lemma in NO_PEOPLE)) or (
        token.dep == "appos" and token.pos == "PROPN" and _is_premises(tree, token.head)
    )


def _relative_host(tree: Tree, i: int) -> int | None:
    """The noun that a relative clause belongs to, also for a second verb of the clause."""
    while tree.tokens[i].dep == "conj" and tree.tokens[i].head != i:
        i = tree.tokens[i].head
    return tree.tokens[i].head if tree.tokens[i].dep in {"relcl", "acl"} else None
