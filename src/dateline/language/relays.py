"""A parsed sentence -> who is behind what is reported: relays ("citing X"), documents, bare ends and headlines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline import lexicons
from dateline.language.tree import Tree
from dateline.records import Frame, Phrase

SHAPE = {key: frozenset(words) for key, words in lexicons.load("cues")["shape"].items()}
RELAYS = frozenset(k for k, v in lexicons.load("cues")["verb"].items() if v == "relay")
# Longest name of a speaker at the end of a sentence or beside a headline's colon, in tokens.
MAX_NAME = 12
MAX_HEADING = 6


def follow(tree: Tree, frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """Let the last one cited speak in every frame of who cites: "X, citing Y and quoting Z, said"."""
    cited = {f.via.head: f for f in frames if f.via is not None and tree.tokens[f.cue].lemma in RELAYS}
    if not cited:
        return tuple(frames)
    found: list[Frame] = []
    for frame in frames:
        speaker, via = frame.speaker, frame.via
        for _ in frames:
            link = None if speaker is None else cited.get(speaker.head)
            if link is None or link.speaker is None or link.speaker == speaker:
                break
            speaker, via = link.speaker, speaker
        found.append(replace(frame, speaker=speaker, via=via))
    return tuple(sorted(found, key=lambda f: (f.cue, f.start, f.end)))


def relayed(tree: Tree, i: int) -> Frame | None:
    """“A cited B as saying ...”, "A, citing B, ...", "B was quoted by A as saying ...": B speaks, via A."""
    tokens = tree.tokens
    passive = tree.kid(i, "nsubjpass")
    told = passive if passive is not None else tree.kid(i, "dobj")
    if told is None or tree.kid(told, "nummod") is not None:
        return None
    if passive is not None:
        agent = tree.kid(i, "agent")
        by = None if agent is None else tree.kid(agent, "pobj")
        return _cited(tree, i, told, by)
    if tokens[i].tag == "VBG":
        return _citing(tree, i, told)
    return _cited(tree, i, told, tree.kid(i, "nsubj"))


def _citing(tree: Tree, i: int, told: int) -> Frame:
    """A participle: the clause that it hangs on is what is said."""
    top = i
    while tree.tokens[top].dep == "conj" and tree.tokens[tree.tokens[top].head].lemma in RELAYS:
        top = tree.tokens[top].head
    head = tree.tokens[top].head
    is_noun = tree.tokens[top].dep == "acl" and tree.tokens[head].pos in {"NOUN", "PROPN"}
    via = head if is_noun else tree.kid(head, "nsubj")
    start, end = (0, len(tree.tokens)) if is_noun else tree.subtree(head)
    return Frame(i, behind(tree, told), start, end, False, None if via is None else tree.phrase(via))


def _cited(tree: Tree, i: int, told: int, via: int | None) -> Frame:
    content = tree.kid(i, "prep", "ccomp", "advcl", "xcomp")
    start, end = tree.subtree(content) if content is not None else (0, len(tree.tokens))
    return Frame(i, behind(tree, told), start, end, False, None if via is None else tree.phrase(via))


def behind(tree: Tree, i: int) -> Phrase:
    """Who speaks in a document: "a statement by X", "figures from X", "X's report"; else the phrase itself."""
    if tree.tokens[i].lemma not in SHAPE["document"]:
        return tree.phrase(i)
    makers_by = {"by"} if tree.tokens[i].lemma in SHAPE["picture"] else {"by", "from"}
    makers = [i, *(k for k in tree.kids[i] if tree.tokens[k].dep in {"acl", "prep"})]
    for k in makers:
        for link in (k, *tree.kids[k]):
            maker = tree.kid(link, "pobj") if tree.tokens[link].lower in makers_by else None
            if maker is not None and tree.tokens[maker].pos in {"NOUN", "PROPN"}:
                return tree.phrase(maker)
    owner = tree.kid(i, "poss")
    return tree.phrase(i if owner is None or tree.tokens[owner].pos == "PRON" else owner)


def closing(tree: Tree, i: int) -> Frame | None:
    """“..., reports The Daily Example.” at the end of a sentence, however the parser took it."""
    tokens = tree.tokens
    after = i + 1
    if i == 0 or after >= len(tokens):
        return None
    bare = tokens[i].lower == "reports" and tokens[after].text == "The"  # "... on Friday reports The Example"
    if tokens[i - 1].text not in {",", "”", '"'} and not bare:
        return None
    last = len(tokens)
    while last > after and tokens[last - 1].pos == "PUNCT":
        last -= 1
    if last <= after or last - after > MAX_NAME:
        return None
    if tokens[after].pos in {"VERB", "ADP", "PUNCT", "NUM", "SCONJ"}:
        return None
    inside = range(after, last)
    head = next((k for k in inside if tokens[k].head not in inside or tokens[k].head == k), after)
    return Frame(i, Phrase(head, after, last), 0, i, quoted=False)


def after_colon(tree: Tree, start: int, cue: int) -> int | None:
    """The first name between a colon and a cue."""
    tokens = tree.tokens
    colon = next((k for k in range(start, cue) if tokens[k].text == ":"), None)
    if colon is None:
        return None
    nouns = [k for k in range(colon + 1, cue) if tokens[k].pos in {"NOUN", "PROPN"}]
    return next((k for k in nouns if tokens[k].dep not in {"compound", "nmod"}), None)


def trailing(tree: Tree, i: int) -> Frame | None:
    """“..., Radio Example reports.”, where the parser took the verb for a noun."""
    tokens = tree.tokens
    if i < 2 or tokens[i].tag != "NNS" or any(t.pos != "PUNCT" for t in tokens[i + 1 :]):
        return None
    comma = next((k for k in range(i - 1, max(-1, i - MAX_HEADING - 1), -1) if tokens[k].text == ","), i - 1)
    if comma == i - 1 or not _is_name(tree, comma + 1, i):
        return None
    return Frame(i, _named(tree, comma + 1, i), 0, comma, quoted=False)


def noun_for_verb(tree: Tree, i: int) -> Frame | None:
    """“Opposition sources report 30 dead”, where the parser took the verb for a noun."""
    if i == 0 or tree.tokens[i].dep != "ROOT" or tree.tokens[i].lemma not in SHAPE["object"]:
        return None
    if tree.tokens[i - 1].pos not in {"NOUN", "PROPN"} or tree.tokens[i - 1].head != i:
        return None
    return Frame(i, Phrase(i - 1, tree.subtree(i)[0], i), i + 1, len(tree.tokens), quoted=False)


def colons(tree: Tree) -> Iterable[Frame]:
    """A headline's “Army: 5 rebels killed” and “Dozens die in raid: police”; the cue is the colon.

    Any short name beside a colon passes; whether it can speak is for who knows the names.
    """
    tokens = tree.tokens
    at = [k for k, t in enumerate(tokens) if t.text == ":"]
    if not at or len(tokens) > MAX_NAME * 3:
        return
    if _is_name(tree, 0, at[0]):
        yield Frame(at[0], _named(tree, 0, at[0]), at[0] + 1, len(tokens), quoted=False)
    if _is_name(tree, at[-1] + 1, len(tokens)):
        yield Frame(at[-1], _named(tree, at[-1] + 1, len(tokens)), 0, at[-1], quoted=False)


def _is_name(tree: Tree, start: int, end: int) -> bool:
    """Whether a stretch is a short run of names and nouns."""
    words = tree.tokens[start:end]
    return 0 < len(words) <= MAX_HEADING and all(
        t.pos in {"NOUN", "PROPN", "ADJ", "ADP", "DET", "PART"} for t in words
    )


def _named(tree: Tree, start: int, end: int) -> Phrase:
    inside = range(start, end)
    tops = [k for k in inside if tree.tokens[k].head not in inside or tree.tokens[k].head == k]
    nouns = [k for k in tops if tree.tokens[k].pos in {"NOUN", "PROPN"}]
    return Phrase((nouns or [end - 1])[-1], start, end)


def beside_noun(tree: Tree, i: int) -> int | None:
    """“denied claims by the Front that it fired”: the clause, which the parser hangs on the verb or the name."""
    end = tree.subtree(i)[1]
    if tree.tokens[i].dep not in {"dobj", "pobj"}:
        return None
    inside = range(i, end)
    that = (k for k, t in enumerate(tree.tokens) if t.dep in {"acl", "ccomp", "relcl"} and has_that(tree, k))
    return next(
        (
            k
            for k in that
            if tree.tokens[k].head in inside
            or (tree.tokens[k].head == tree.tokens[i].head and tree.subtree(k)[0] == end)
        ),
        None,
    )


def has_that(tree: Tree, content: int) -> bool:
    """Whether a clause opens with “that”."""
    mark = tree.kid(content, "mark")
    return mark is not None and tree.tokens[mark].lower == "that"
