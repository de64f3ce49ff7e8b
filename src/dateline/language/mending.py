"""A sentence's tokens as the parser tied them -> their tree, with a few of its common mistakes set right.

Most leave a verb without the subject that stands before it; one makes a name a part of the word "hostage".
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline import lexicons
from dateline.language import telling
from dateline.language.tree import Tree
from dateline.lexicons import names
from dateline.records import Token

SAYING = frozenset(lexicons.load("cues")["verb"])
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PEOPLE = lexicons.words("binding", "bare_people")
DEEDS = lexicons.words("binding", "murders") | lexicons.words("binding", "suffered")
COMMITTED = lexicons.words("binding", "committed")
HELD_AS = lexicons.words("binding", "held_as")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
BESIDE = frozenset({"appos", "conj"})
OPENING = frozenset({"a", "an", "the"})  # a new noun phrase, not the next of a list of names
OCCUR = lexicons.words("binding", "occur")
TIMES = lexicons.load("times")
# Words for a day that stand before a verb in agency style: "the army today attacked".
DAYS = frozenset({"today", "yesterday", "tonight", *TIMES["classes"]["WEEKDAY"]["words"]})
MONTHS = frozenset(TIMES["classes"]["MONTH"]["words"])
DASHES = frozenset({"--", "\N{EM DASH}", "\N{EN DASH}"})
TOWN = 10  # tokens that a town and a day before the dash may take up
NAMING = frozenset({"NOUN", "PROPN"})


def mend(tokens: Sequence[Token]) -> Tree:
    """The tree of the tokens, with names put back as what they are: subjects of the verb after them, those held."""
    words = _committed(_blamed(_dated(_counted(_held(telling.set_right(_opened(tokens)))))))
    tree = _told_on_day(_without_pronoun(_reduced(_tree(_without_town(words)))))
    for verb in range(len(tree.tokens)):
        subject = _missing_subject(tree, verb) if tree.tokens[verb].dep in {"ROOT", "ccomp"} else None
        if subject is not None:
            passive = tree.kid(verb, "auxpass") is not None
            mended = list(tree.tokens)
            mended[subject] = mended[subject]._replace(head=verb, dep="nsubjpass" if passive else "nsubj")
            tree = _tree(mended)
    return tree


def _missing_subject(tree: Tree, verb: int) -> int | None:
    """The subject that the parser took from a finite verb, by each of its common mistakes."""
    first = _finite(tree, verb)
    if first is None:
        return None
    subject = _of_relative(tree, verb)
    if subject is None and _lacks_subject(tree, verb, first):
        subject = _after_according(tree, verb, first)
        if subject is None:
            subject = _taken_for_said(tree, verb, first)
        if subject is None:
            subject = _behind_its_phrase(tree, verb, first)
        if subject is None:
            subject = _of_what_occurred(tree, verb, first)
    return _before_its_name(tree, verb, first) if subject is None else subject


def _lacks_subject(tree: Tree, verb: int, first: int) -> bool:
    """Whether nothing is a verb's subject, or only what stands between commas: ", using their help, were"."""
    own = [k for k in tree.kids[verb] if tree.tokens[k].dep in SUBJECTS]
    return all(tree.tokens[k].dep == "csubj" and _is_set_off(tree, k, first) for k in own)


def _is_set_off(tree: Tree, k: int, first: int) -> bool:
    """Whether a participle's words stand between a comma and the comma before a verb."""
    start, end = tree.subtree(k)
    before = start > 0 and tree.tokens[start - 1].text == ","
    return before and end == first and tree.tokens[end - 1].text == ","


def _of_relative(tree: Tree, verb: int) -> int | None:
    """“Men, some of whom police say were hurt”, "who officials say were trained": not they are who says it."""
    tokens = tree.tokens
    said = tokens[verb].head
    if tokens[verb].dep != "ccomp" or tokens[said].dep != "relcl" or tree.kid(verb, *SUBJECTS) is not None:
        return None
    both = [k for k in tree.kids[said] if tokens[k].dep in {"nsubj", "nsubjpass"} and k < said]
    if len(both) != 2:
        return None
    first, last = tree.subtree(both[0])
    return both[0] if any(tokens[k].tag in {"WP", "WDT"} for k in range(first, last)) else None


def _before_its_name(tree: Tree, verb: int, first: int) -> int | None:
    """“A brother of A. Marr, the spokesman, was killed”: the brother, where the parser has the spokesman killed."""
    tokens = tree.tokens
    subject = tree.kid(verb, "nsubj", "nsubjpass")
    if subject is None:
        return None
    start, end = tree.subtree(subject)
    if end != first or tokens[end - 1].text != "," or tokens[start - 1].text != ",":
        return None
    for k in range(start - 1):
        stray = tokens[k].dep in {"advcl", "dep", "prep"} and tokens[k].pos == "NOUN"
        of = tree.kid(k, "prep") if stray and tree.subtree(k)[1] in {start, start - 1} else None
        owner = None if of is None or tokens[of].lower != "of" else tree.kid(of, "pobj")
        if owner is not None and tokens[owner].pos == "PROPN":
            return k
    return None


def _opened(tokens: Sequence[Token]) -> Sequence[Token]:
    """“Rockets landed on the base”: an everyday word that only opens its sentence with a capital, and no name."""
    first = tokens[0] if tokens else None
    if first is None or first.tag != "NNPS" or (len(tokens) > 1 and tokens[1].text[:1].isupper()):
        return tokens
    single = first.lower.removesuffix("s")
    if single == first.lower or not names.is_everyday(single):
        return tokens
    return [first._replace(pos="NOUN", tag="NNS", lemma=single), *tokens[1:]]


def _held(tokens: Sequence[Token]) -> Sequence[Token]:
    """“kept A. Vale hostage”: A. Vale is who was kept, and no sort of hostage."""
    held = [
        k
        for k, t in enumerate(tokens)
        if t.lower in HELD_AS and t.dep == "dobj" and k and tokens[k - 1].pos == "PROPN"
    ]
    out = list(tokens)
    for k in held:
        name = k - 1
        if tokens[name].dep != "compound" or tokens[name].head != k:
            continue
        out[name] = tokens[name]._replace(head=tokens[k].head, dep="dobj")
        out[k] = tokens[k]._replace(dep="oprd")
        for j in range(name):
            if tokens[j].head == k:
                out[j] = tokens[j]._replace(head=name)
    return out


def _counted(tokens: Sequence[Token]) -> Sequence[Token]:
    """“The fighting displaced 5,000 people”: they are its object, and no measure of how far."""
    out = list(tokens)
    for k, token in enumerate(tokens):
        after_verb = token.dep == "npadvmod" and token.head < k and tokens[token.head].pos == "VERB"
        if not after_verb or token.tag != "NNS" or token.lemma not in PEOPLE:
            continue
        bare = not any(t.head == token.head and t.dep in {"dobj", "auxpass"} for t in tokens)
        if bare and any(t.head == k and t.dep == "nummod" for t in tokens[token.head : k]):
            out[k] = token._replace(dep="dobj")
    return out


def _dated(tokens: Sequence[Token]) -> Sequence[Token]:
    """“in the Dec. 21, 1998, bombing of”: in the bombing, whose day stands between commas before it."""
    out = list(tokens)
    for k in range(1, len(tokens) - 5):
        day, noun = tokens[k], tokens[k + 5]
        marks = [tokens[k + 2].text, tokens[k + 4].text]
        if (
            tokens[k - 1].lower != "the"
            or day.dep != "pobj"
            or day.lower not in MONTHS
            or marks != [",", ","]
        ):
            continue
        if noun.pos == "NOUN" and noun.dep == "appos" and tokens[k + 1].tag == tokens[k + 3].tag == "CD":
            out[k + 5] = noun._replace(head=day.head, dep="pobj")
            out[k] = day._replace(head=k + 5, dep="nmod")
            out[k - 1] = tokens[k - 1]._replace(head=k + 5)
    return out


def _blamed(tokens: Sequence[Token]) -> Sequence[Token]:
    """“Police blamed the attack on X”: X is blamed, and was not attacked."""
    out = list(tokens)
    for k, token in enumerate(tokens):
        held = tokens[token.head]
        if token.lower == "on" and held.dep == "dobj" and tokens[held.head].lemma == "blame":
            out[k] = token._replace(head=held.head)
    return out


def _committed(tokens: Sequence[Token]) -> Sequence[Token]:
    """“The murder of two priests committed by soldiers”: the murder was, and not the priests."""
    out = list(tokens)
    for k, token in enumerate(tokens):
        of = tokens[tokens[token.head].head]
        if (
            token.dep == "acl"
            and token.lemma in COMMITTED
            and of.lower == "of"
            and tokens[of.head].lemma in DEEDS
        ):
            out[k] = token._replace(head=of.head)
    return out


def _reduced(tree: Tree) -> Tree:
    """“Soldiers implicated in the killing were tried”: they were tried, and the first verb only says which ones."""
    tokens = tree.tokens
    for i, token in enumerate(tokens):
        if token.tag not in {"VBN", "VBD"} or token.dep not in {"ROOT", "ccomp"}:
            continue
        own = [
            k for k in tree.kids[i] if tokens[k].dep in {"nsubj", "nsubjpass", "aux", "auxpass", "cc", "dobj"}
        ]
        verb = tree.kid(i, "conj")
        first = None if verb is None else _finite(tree, verb)
        if verb is None or first is None or first == verb or [tokens[k].dep for k in own] != ["nsubj"]:
            continue
        if tree.kid(verb, *SUBJECTS) is not None or tokens[first - 1].lower in {
            ",",
            ";",
            "and",
            "but",
            "then",
        }:
            continue
        out = list(tokens)
        root = token.head if token.head != i else verb
        for k in tree.kids[i]:
            if k >= first or tokens[k].dep == "nsubj" or k < own[0]:
                out[k] = tokens[k]._replace(head=verb)
        passive = tree.kid(verb, "auxpass") is not None
        out[own[0]] = tokens[own[0]]._replace(head=verb, dep="nsubjpass" if passive else "nsubj")
        out[verb] = tokens[verb]._replace(head=root, dep=token.dep)
        out[i] = token._replace(head=own[0], dep="acl")
        return _tree(out)
    return tree


def _without_pronoun(tree: Tree) -> Tree:
    """“Two men the army seized were freed”: of two subjects in a row, the second is that of the clause between."""
    tokens = tree.tokens
    for k, token in enumerate(tokens):
        verb = tree.kid(k, "acl", "relcl")
        first = tree.subtree(k)[0]
        host = tokens[first - 1] if first else token
        if token.dep not in SUBJECTS or host.dep not in SUBJECTS or host.head != token.head or host is token:
            continue
        if verb is None or tokens[verb].tag not in {"VBD", "VBN"} or host.pos != "NOUN":
            continue
        if tree.kid(verb, "auxpass", "dobj", "agent", *SUBJECTS) is not None or verb > token.head:
            continue
        out = list(tokens)
        out[k] = token._replace(head=verb, dep="nsubj")
        out[verb] = tokens[verb]._replace(head=first - 1, dep="relcl")
        return _tree(out)
    return tree


def _without_town(tokens: Sequence[Token]) -> Sequence[Token]:
    """“VIK -- The Front has claimed”: the town before the dash, which the parser takes for another subject."""
    dash = next((k for k, t in enumerate(tokens[:TOWN]) if t.text in DASHES), 0)
    first = max((k + 1 for k in range(dash) if tokens[k].text == "]"), default=0)  # "[EXCERPT] VIK --"
    town = [k for k in range(first, dash) if tokens[k].dep in SUBJECTS and tokens[k].head > dash]
    if not town or any(
        t.pos not in {"PROPN", "PUNCT", "NUM"} and t.dep != "compound" for t in tokens[first:dash]
    ):
        return tokens
    if not any(t.dep in SUBJECTS and t.head == tokens[town[0]].head for t in tokens[dash:]):
        return tokens
    out = list(tokens)
    out[town[0]] = tokens[town[0]]._replace(dep="dep")
    return out


def _told_on_day(tree: Tree) -> Tree:
    """“The army today attacked by land the rebels who ...”: behind a day the verb tells, and says not which army."""
    tokens = tree.tokens
    root = next((i for i, t in enumerate(tokens) if t.head == i and t.pos in NAMING), None)
    if root is None or tree.kid(root, "cop", "nsubj", "nsubjpass", "aux") is not None:
        return tree
    verb = next((k for k in tree.kids[root] if tokens[k].dep == "acl" and tokens[k].tag == "VBN"), None)
    day = None if verb is None else tree.kid(verb, "npadvmod")
    if (
        verb is None
        or day != verb - 1
        or tokens[day].lower not in DAYS
        or tree.kid(verb, *SUBJECTS) is not None
    ):
        return tree
    out = list(tokens)
    for k in tree.kids[root]:
        if k > verb:
            out[k] = tokens[k]._replace(head=verb)
    out[root] = tokens[root]._replace(head=verb, dep="nsubj")
    out[verb] = tokens[verb]._replace(head=verb, dep="ROOT", tag="VBD")
    return _tree(out)


def _tree(tokens: Sequence[Token]) -> Tree:
    """Tokens with the children of each, in text order."""
    kids: list[list[int]] = [[] for _ in tokens]
    for k, token in enumerate(tokens):
        if token.head != k:
            kids[token.head].append(k)
    return Tree(tokens, kids)


def _finite(tree: Tree, verb: int) -> int | None:
    """Where a finite verb begins, its auxiliaries with it."""
    first = min([verb, *(k for k in tree.kids[verb] if tree.tokens[k].dep in {"aux", "auxpass"})])
    return first if tree.tokens[first].tag in FINITE else None


def _after_according(tree: Tree, verb: int, first: int) -> int | None:
    """“According to the governor, A. Marr, her brother, was killed”: A. Marr is killed, and is no governor."""
    tokens = tree.tokens
    for k in tree.kids[verb]:
        to = tree.kid(k, "prep") if tokens[k].lower == "according" and k < verb else None
        source = None if to is None else tree.kid(to, "pobj")
        for j in tree.kids[source] if source is not None else ():
            start, end = tree.subtree(j)
            named = tokens[j].dep in BESIDE and tokens[j].pos in NAMING and j > (source or 0)
            if named and tokens[start - 1].text == "," and _reaches(tree, end, first):
                return j
    return None


def _taken_for_said(tree: Tree, verb: int, first: int) -> int | None:
    """“She said the blast in the port, a busy hub, was heard”: the blast was heard, and is not what was said."""
    tokens = tree.tokens
    said = tokens[verb].head
    if tokens[verb].dep != "ccomp" or tokens[said].lemma not in SAYING or said > verb:
        return None
    held = tree.kid(said, "dobj")
    if held is None or not said < held < first or tokens[held].pos not in NAMING:
        return None
    end = tree.subtree(held)[1]
    aside = next((k for k in tree.kids[verb] if tokens[k].dep == "csubj"), None)
    if aside is not None:
        first = tree.subtree(aside)[0]
    return held if _reaches(tree, end, first) else None


def _behind_its_phrase(tree: Tree, verb: int, first: int) -> int | None:
    """“Through calls to the media, the Front, ABC, has claimed”: the Front, which the parser lists with the media."""
    tokens = tree.tokens
    for k in range(1, first):
        start, end = tree.subtree(k)
        listed = tokens[k].dep in BESIDE and tokens[k].pos in NAMING and start > tokens[k].head
        if not listed or tokens[start - 1].text != "," or not _reaches(tree, end, first):
            continue
        above = tokens[k].head
        while tokens[above].head not in {verb, above}:
            above = tokens[above].head
        if tokens[above].head == verb and tokens[above].dep == "prep" and tokens[start].lower in OPENING:
            return k
    return None


def _of_what_occurred(tree: Tree, verb: int, first: int) -> int | None:
    """“In an attack that occurred near Vik a group wounded two”: nothing is occurred; the group wounded."""
    for k in range(first):
        above = tree.tokens[k].head
        told = tree.tokens[above].dep == "relcl" and tree.tokens[above].lemma in OCCUR
        if told and tree.tokens[k].dep == "dobj" and above < k and verb in _line_of_heads(tree, above):
            return k
    return None


def _line_of_heads(tree: Tree, k: int) -> list[int]:
    """The heads above a token, up to the root."""
    found = []
    while tree.tokens[k].head != k:
        k = tree.tokens[k].head
        found.append(k)
    return found


def _reaches(tree: Tree, end: int, first: int) -> bool:
    """Whether nothing but a comma stands between a phrase's end and a verb."""
    return end == first or (end == first - 1 and tree.tokens[end].text == ",")
