"""A phrase of a sentence -> the actors it names, with the mentions found in it.

"Police and insurgents" names two; "members of the Taliban" names the group; "a convoy" names an object; "the
fighting" names nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.lexicons import names
from dateline.mentions.actors.folding import fold
from dateline.mentions.actors.tables import every, tables
from dateline.records import Actor, Mention, Phrase, Sentence

DROPPED = ("DET", "NUM", "PUNCT", "SYM", "SCONJ", "CCONJ", "PRON", "SPACE")
OWNERS = ("actors.body", "actors.named", "actors.defined")
# Adjectives that say how many, not which: they are no part of a thing's name.
COUNTING = frozenset(
    (
        "about",
        "around",
        "nearly",
        "almost",
        "over",
        "than",
        "several",
        "many",
        "few",
        "other",
        "more",
        "numerous",
        "various",
        "some",
        "such",
        "much",
    )
)
# "bears the hallmarks of X", "with the help of X" stand for X; "against Persian rule" for who rules.
MARKS = ("hallmark", "hallmarks", "help", "support", "assistance", "backing", "cooperation")
SEATS = ("office", "offices")  # of a body; the mayor's office is not the mayors
LEADING = {"leader", "head", "commander", "founder"}  # offices that no table of titles holds
RULE = ("rule", "occupation", "dominance", "domination", "lines")
BELONGING = ("identify", "belong", "affiliate")  # "identified as members of X", "belonging to X"
TIED = ("belong", "affiliate", "link", "ally")  # "militants linked to X" stand for X
BESIDE = 6  # tokens in which the group then follows
ARMED = ("state_military", "state_police", "rebel", "militia", "coalition")  # whose gear stands for them
HELD = frozenset(("held", "controlled", "occupied", "run", "owned"))
HELD_REACH = 4  # tokens from "held" to the thing: "ISIL-held oil refinery"
PARTITIVE_DEPS = ("pobj", "pcomp")
AFTER = ("relcl", "acl", "appos", "prep", "advcl", "cc", "conj", "punct", "npadvmod")


def of_phrase(sentence: Sentence, phrase: Phrase, mentions: Sequence[Mention]) -> tuple[Actor, ...]:
    """The actors that a phrase names, in text order, each once.

    Args:    a phrase with its head; mentions, at least those of the sentence (others do not matter).
    Returns: canonical actors; a thing or place as Actor(type "object"); nothing for nobody ("the fighting").
    """
    here = [m for m in mentions if isinstance(m.value, Actor) and sentence.span.covers(m.span)]
    out: dict[str, Actor] = {}
    for head in _heads(sentence, phrase.head):
        for actor in _of_head(sentence, head, here):
            if not (_is_officer(sentence, head, actor) and _are_soldiers(out.values())):
                out.setdefault(actor.name, actor)
    for head in _helpers(sentence, phrase.head):
        for actor in _of_head(sentence, head, here):
            out.setdefault(actor.name, actor)
    return tuple(out.values())


def _is_officer(sentence: Sentence, head: int, actor: Actor) -> bool:
    """Whether a word is the bare "officers", which is the police only where no soldiers stand beside it."""
    return sentence.tokens[head].lower == "officers" and actor.name == "police"


def _are_soldiers(actors: Iterable[Actor]) -> bool:
    return any(a.type == "state_military" for a in actors)


def _helpers(sentence: Sentence, head: int) -> Iterator[int]:
    """Who is said to help or go along: "police with the support of X", "the army, together with Y"."""
    tokens = sentence.tokens
    for k in sentence.kids[head]:
        for c in sentence.kids[k] if tokens[k].lower in ("with", "alongside") else ():
            helping = tokens[c].lower in MARKS or tokens[k].lower == "alongside"
            if tokens[c].dep == "pobj" and (helping or tokens[k - 1].lower in ("along", "together")):
                yield c


def _heads(sentence: Sentence, head: int) -> list[int]:
    """A head and the nouns joined to it, in text order."""
    out, stack = [], [head]
    while stack:
        k = stack.pop()
        out.append(k)
        stack.extend(
            c
            for c in sentence.kids[k]
            if sentence.tokens[c].dep == "conj" or _is_next(sentence, k, c) or _is_kin(sentence, k, c)
        )
    return sorted(
        k for k in out if k == head or sentence.tokens[k].pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
    )


def _is_next(sentence: Sentence, head: int, k: int) -> bool:
    """“a soldier, two policemen and a guard”: the next of a list, which the parser takes for another word for it."""
    tokens = sentence.tokens
    if tokens[k].dep != "appos" or k < head:
        return False
    if tokens[k].pos == tokens[head].pos == "PROPN" and tokens[sentence.subtree(k)[0] - 1].text == ",":
        return any(tokens[c].dep == "conj" and c > k for c in (*sentence.kids[k], *sentence.kids[head]))
    if {tokens[k].pos, tokens[head].pos} != {"NOUN"}:
        return False
    counted = any(tokens[c].tag == "CD" or tokens[c].lower in ("a", "an") for c in sentence.kids[k])
    goes_on = any(tokens[c].dep == "conj" for c in sentence.kids[k])
    return counted and goes_on and tokens[sentence.subtree(k)[0] - 1].text == ","


def _is_kin(sentence: Sentence, head: int, k: int) -> bool:
    """“A. Marr, his driver and two guards”: the next of a list who is told of by the first."""
    tokens = sentence.tokens
    if tokens[k].dep != "appos" or k < head or tokens[head].pos != "PROPN":
        return False
    first = sentence.subtree(k)[0]
    return tokens[first].tag == "PRP$" and tokens[first - 1].text == ","


def _of_head(sentence: Sentence, head: int, here: list[Mention]) -> Iterator[Actor]:
    """The actors of one head: a mention on it, the group after "of", who owns it, or the thing itself."""
    mention = _person_after(sentence, head, here) or _person_beside(sentence, head, here)
    mention = mention or _at(sentence, head, here)
    inner = _after_of(sentence, head)
    if mention and inner is not None and _is_unnamed(mention):
        mention = _group_of(sentence, head, inner, here) or mention
    if (
        mention
        and _is_unnamed(mention)
        and (group := _belongs_to(sentence, head, here) or _named_beside(sentence, head, here))
    ):
        yield group
        return
    if (
        mention
        and mention.rule in ("actors.group", "actors.group_of")
        and _actor(mention).type == "civilians"
    ):
        said = _said_to_be(sentence, head, here)
        if said:
            yield from said
            return
    if mention and _actor(mention).name == "civilians" and (of := _kin_of(sentence, head, here)):
        yield Actor(of, None, "civilians")
        return
    if mention:
        yield from (_actor(m) for m in here if m.rule == "actors.joined" and m.anchor == mention.anchor)
        yield _actor(mention)
        return
    token = sentence.tokens[head]
    word = token.lower
    if (
        word in tables().members_of or word in MARKS or token.pos in ("NUM", "PRON", "DET")
    ) and inner is not None:
        for k in _heads(sentence, inner):
            yield from _of_head(sentence, k, here)
        return
    if word in RULE and (ruler := _owner(sentence, head, here)):
        yield ruler
        return
    if (
        word in tables().abstract
        or token.lemma in tables().abstract
        or token.pos in ("NUM", "PRON", "DET", "VERB")
    ):
        return
    owner = _holder(sentence, head, here)
    if owner is None:
        owner = _owner(sentence, head, here)
        if owner and word not in tables().member_things | tables().members and owner.type not in ARMED:
            owner = owner if owner.type == "civilians" and _is_people(word) else None
    if owner is None and inner is not None and (word in tables().member_things or word in SEATS):
        held = _at(sentence, inner, here)  # "the headquarters of the Treasury Police"
        owner = _actor(held) if held and _actor(held).type not in ("person", "civilians") else None
    owner = owner or _carried(sentence, head, here)
    if owner:
        yield owner
    elif token.pos in ("NOUN", "PROPN"):
        yield from _thing(sentence, head)


def _kin_of(sentence: Sentence, head: int, here: list[Mention]) -> str | None:
    """Whose kin a word is, where that is told by name: "brother of A. Marr", "A. Marr's two sons", "his wife"."""
    word = sentence.tokens[head].lower
    if word not in tables().relatives:
        return None
    beside = [k for k in sentence.kids[head] if sentence.tokens[k].dep == "poss"]
    beside += [c for k in sentence.kids[head] if sentence.tokens[k].lower == "of" for c in sentence.kids[k]]
    for k in beside:
        owner = _at(sentence, k, here)
        if owner and _actor(owner).type == "person":
            return f"{word} of {_actor(owner).name}"
        first = min([k, *(c for c in sentence.kids[k] if sentence.tokens[c].dep == "compound")])
        if (
            sentence.tokens[k].pos == "PROPN"
            and fold(sentence.tokens[first].text) in names.given()
            and first < k
        ):
            return f"{word} of {' '.join(t.text for t in sentence.tokens[first : k + 1])}"
    return None


def _is_people(word: str) -> bool:
    """Whether a noun is itself one for people: "woman" of "a civilian woman"."""
    return next(every(tables().groups, [word], 0), None) is not None


def _person_after(sentence: Sentence, head: int, here: list[Mention]) -> Mention | None:
    """The person whose title a head is: "mayor Rana Odeh", also of two: "leader and founder Rana Odeh"."""
    tokens, titles = sentence.tokens, tables().titles
    k = head
    if tokens[k].lower not in titles or tokens[k].pos not in ("NOUN", "PROPN"):
        return None
    while k + 2 < len(tokens) and tokens[k + 1].lower in ("and", "of"):
        if tokens[k + 1].lower == "of" or tokens[k + 2].pos == "DET":
            return None
        k += 2
        while k + 1 < len(tokens) and tokens[k].lower not in titles and tokens[k].pos in ("ADJ", "NOUN"):
            k += 1
        if tokens[k].lower not in titles:
            return None
    if k + 1 == len(tokens):
        return None
    start = tokens[k + 1].start
    return next((m for m in here if m.rule == "actors.person" and m.span.start <= start < m.span.end), None)


def _person_beside(sentence: Sentence, head: int, here: list[Mention]) -> Mention | None:
    """The person whom a title before a comma is of: "Farland's leader, Rana Odeh"."""
    tokens = sentence.tokens
    if (tokens[head].lower not in tables().titles and tokens[head].lower not in LEADING) or tokens[
        head
    ].tag not in ("NN", "NNP"):
        return None
    for k in sentence.kids[head]:
        if tokens[k].dep == "appos" and k > head:
            return next((m for m in here if m.rule == "actors.person" and m.anchor == tokens[k].start), None)
    return None


def _said_to_be(sentence: Sentence, head: int, here: list[Mention]) -> list[Actor]:
    """Who people are, by their names beside them or what they are identified as: "two men, A and B"."""
    tokens = sentence.tokens
    out: list[Actor] = []
    for k in sentence.kids[head]:
        if tokens[k].dep == "appos" and k > head:
            named = [_at(sentence, c, here) for c in _heads(sentence, k)]
            out += [_actor(m) for m in named if m and m.rule == "actors.person"]
        if tokens[k].dep == "acl" and tokens[k].lemma in BELONGING:
            found = [_at(sentence, c, here) for c in range(k + 1, sentence.subtree(k)[1])]
            out += [_actor(m) for m in found[:BESIDE] if m and _actor(m).type in ("rebel", "militia")][:1]
    return out


def _belongs_to(sentence: Sentence, head: int, here: list[Mention]) -> Actor | None:
    """The group whose fighters a word tells of by what follows: "militants belonging to the Dawn Column"."""
    tokens = sentence.tokens
    for k in sentence.kids[head]:
        if tokens[k].dep not in ("acl", "amod") or k < head or tokens[k].lemma not in TIED:
            continue
        for link in sentence.kids[k]:
            for c in sentence.kids[link] if tokens[link].lower in ("to", "with") else ():
                found = _at(sentence, c, here)
                if found and _actor(found).type in ("rebel", "militia"):
                    return _actor(found)
    return None


def _named_beside(sentence: Sentence, head: int, here: list[Mention]) -> Actor | None:
    """The group that a word stands for by the name beside it: "the self-styled liberation army, DAWN, attacked"."""
    beside = [k for k in sentence.kids[head] if sentence.tokens[k].dep == "appos" and k > head]
    named = [m for k in beside if (m := _at(sentence, k, here)) and m.rule in OWNERS]
    return next((_actor(m) for m in named if _actor(m).type in ("rebel", "militia")), None)


def _is_unnamed(mention: Mention) -> bool:
    """Whether a word names its group only by what follows: "fighters" in "fighters of the Dawn Column"."""
    pointing = mention.rule in ("actors.focus_country", "actors.coreference")
    return mention.rule == "actors.group" or (pointing and _actor(mention).type in ("rebel", "militia"))


def _group_of(sentence: Sentence, head: int, inner: int, here: list[Mention]) -> Mention | None:
    """The named group whose fighters a word tells of: "gunmen of the Dawn Column"."""
    if sentence.tokens[head].lower not in tables().members_of:
        return None
    mention = _at(sentence, inner, here)
    return mention if mention and mention.rule in OWNERS else None


def _at(sentence: Sentence, head: int, here: list[Mention]) -> Mention | None:
    """The mention whose head a token is, else the shortest one that covers it."""
    start = sentence.tokens[head].start
    on = [m for m in here if m.anchor == start] or [m for m in here if m.span.start <= start < m.span.end]
    return min(
        on,
        key=lambda m: (m.rule in ("actors.modifier", "actors.joined"), m.span.end - m.span.start, m.span),
        default=None,
    )


def _actor(mention: Mention) -> Actor:
    assert isinstance(mention.value, Actor)  # noqa: S101 - `of_phrase` has sifted them
    return mention.value


def _after_of(sentence: Sentence, head: int) -> int | None:
    """The noun after "of" or "from": "members of the Taliban"."""
    for k in sentence.kids[head]:
        if sentence.tokens[k].lower in ("of", "from", "among"):
            for c in sentence.kids[k]:
                if sentence.tokens[c].dep in PARTITIVE_DEPS:
                    return c
    return None


def _owner(sentence: Sentence, head: int, here: list[Mention]) -> Actor | None:
    """Whose people or gear a word stands for: "ISIL fighting positions"."""
    for k in sentence.kids[head]:
        if sentence.tokens[k].dep in ("compound", "poss", "amod", "nmod"):
            mention = _at(sentence, k, here)
            if mention:
                return _actor(mention)
    return None


def _carried(sentence: Sentence, head: int, here: list[Mention]) -> Actor | None:
    """Who is in a thing that is hit: "a bus carrying soldiers"."""
    for k in sentence.kids[head]:
        if sentence.tokens[k].dep == "acl" and sentence.tokens[k].lemma in ("carry", "transport", "ferry"):
            for c in sentence.kids[k]:
                mention = _at(sentence, c, here) if sentence.tokens[c].dep == "dobj" else None
                if mention:
                    return _actor(mention)
    return None


def _holder(sentence: Sentence, head: int, here: list[Mention]) -> Actor | None:
    """Who holds a thing: "Hamas-held building" stands for Hamas where it is struck."""
    tokens = sentence.tokens
    for k in range(max(2, head - HELD_REACH), head):
        held = tokens[k].lower in HELD and tokens[k - 1].text in "-–" and k < tokens[k].head <= head
        mention = _at(sentence, k - 2, here) if held else None
        if mention:
            return _actor(mention)
    return None


def _thing(sentence: Sentence, head: int) -> Iterator[Actor]:
    """A thing or place in plain words, without article and number: "oil refinery", "Ghweran prison"."""
    tokens = sentence.tokens
    first = head
    while first > 0 and head >= tokens[first - 1].head > first - 1 and tokens[first - 1].dep not in AFTER:
        first -= 1
    if first > 1 and tokens[first - 1].text in "-–" and not tokens[first - 1].space:
        first -= 2  # "road-side cabins"
    if tokens[first].lower in HELD and first and tokens[first - 1].text in "-–":
        first += 1
    last = head + 1
    if tokens[head].pos == "PROPN" and last + 1 < len(tokens) and tokens[last].lower == "of":
        while last + 1 < len(tokens) and tokens[last + 1].pos == "PROPN":
            last += 1  # "the University of Northfield"
        last += last > head + 1
    kept = [
        t for t in tokens[first:last] if (t.pos not in DROPPED or t.text in "-–") and t.lower not in COUNTING
    ]
    cased = [t.text if t.pos == "PROPN" or (t.pos == "ADJ" and t is not tokens[0]) else t.lower for t in kept]
    words = "".join(c + (" " if t.space else "") for c, t in zip(cased, kept, strict=True)).strip(" -–")
    if words:
        yield Actor(words, None, "object")
