"""A phrase of a line -> the people that it speaks of: how many, their name, sex, age and part.

It compares nobody with anybody; see `victims`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.claims.context import Line
from dateline.claims.joined import is_next_name, members
from dateline.claims.nouns import (
    AFTER_AGE,
    AFTER_NAMES,
    ANOTHER,
    ANYBODY,
    COUNTED,
    DATES,
    EVERY_AGE,
    HE,
    LABELS,
    MANY,
    MONTHS,
    NAMED,
    OFFICIALS,
    ORDINALS,
    OWN,
    PICTURES,
    POINTING,
    SELF,
    SEX_OF_TITLES,
    SHE,
    SHORT,
    SOMEBODY,
    THEY,
    WORDS,
    Ages,
    is_description,
    narrowed,
    years,
)
from dateline.records import Figure, Phrase, SectionKind


@dataclass(frozen=True, slots=True)
class Person:
    """One person, or a number of people, as one phrase puts them; `token` heads it.

    pointing: "indefinite", "definite", "pronoun", "self" ("himself"), "named", "total" (a number of people who
              are not described), "part" (of those told of: "one of them") or "implied" (by a deed's name).
    ages:     inclusive years. another: told apart from those before. weak: named in passing ("his injuries").
    owner:    the noun or name of whose relative it is: the guard in "the guard's wife".
    whole:    all of those told of: "all four victims". own: by their own hand. rank: 3 of "the third victim".
    """

    token: int
    noun: str | None
    low: int | None
    high: int | None
    pointing: str = "indefinite"
    names: tuple[str, ...] = ()
    sex: str | None = None
    ages: Ages = EVERY_AGE
    part: str | None = None
    another: bool = False
    weak: bool = False
    owner: str | None = None
    whole: bool = False
    own: bool = False
    rank: int | None = None

    @property
    def is_one(self) -> bool:
        """Whether it is one person."""
        return self.low == self.high == 1

    @property
    def is_plain(self) -> bool:
        """Whether nothing is said that tells these people from others."""
        return self.sex is None and self.ages == EVERY_AGE and self.part in {None, "victim"}


def of_phrase(line: Line, phrase: Phrase, *, strict: bool = False) -> list[Person]:
    """The people of a phrase and of what is joined to it by "and"; none where it is about things.

    Args: strict, where an unknown name is more likely a place's or a thing's.
    """
    heads = [k for k in members(line, phrase.head) if phrase.start <= k < phrase.end]
    found = [person(line, k) for k in heads if _is_people(line, k, strict=strict)]
    found = [one for one in found if one.high != 0]
    if len(found) == 1 and not found[0].is_one:
        found += _listed(line, found[0].token)
    elif len(found) == 1 and strict:
        found += _last_of_headline(line, found[0].token)
    return found


def before(line: Line, one: Person) -> list[Person]:
    """“Woman, young child killed”: whom a headline names with a comma alone before its subject."""
    tokens = line.sentence.tokens
    k = min(own(line, one.token)) - 1
    if k > 0 and tokens[k].text == "," and tokens[k - 1].lower in WORDS:
        return [person(line, k - 1)]
    return []


def _listed(line: Line, head: int) -> Iterator[Person]:
    """“2 adults, 2 teens”: what a headline lists with commas alone after its first."""
    tokens = line.sentence.tokens
    counted = {t for t, m in line.figures if getattr(m.value, "unit", "") == "people"}
    while head + 3 < len(tokens) and tokens[head + 1].text in {",", "&"} and tokens[head + 2].tag == "CD":
        after = next((k for k in (head + 3, head + 4) if k in counted), None)
        if after is None or tokens[after].lower not in WORDS:
            return
        yield person(line, after)
        head = after


def _last_of_headline(line: Line, head: int) -> Iterator[Person]:
    """“Fatal shooting of mother, 2 teens”: what a headline lists after one whom a noun's "of" names."""
    tokens = line.sentence.tokens
    if line.sentence.section is not SectionKind.HEADLINE or tokens[head].dep != "pobj":
        return
    if [t.text for t in tokens[head + 1 : head + 2]] == [","]:
        last = next(
            (k for k in range(head + 2, min(head + 4, len(tokens))) if tokens[k].lower in WORDS), None
        )
        after = "" if last is None or last + 1 >= len(tokens) else tokens[last + 1].tag
        if (
            last is not None
            and after in {"", "IN", "."}
            and (last == head + 2 or tokens[head + 2].tag == "CD")
        ):
            yield person(line, last)


def is_one_more(line: Line, head: int) -> bool:
    """“three are dead and a fourth is wounded”: one more of those told of."""
    token = line.sentence.tokens[head]
    before = line.sentence.tokens[head - 1].lower if head else ""
    return before in {"a", "the"} and token.dep in {"nsubj", "nsubjpass", "dobj", "conj"}


def _is_people(line: Line, head: int, *, strict: bool) -> bool:
    """Whether a token heads a phrase for people."""
    token = line.sentence.tokens[head]
    if not token.lower[0].isalnum() or token.lower in PICTURES or _is_credit(line, head):
        return False
    if token.lower in ORDINALS and is_one_more(line, head):
        return True
    if token.lower in HE | SHE | THEY | SELF | SOMEBODY or token.lower in WORDS or token.lemma in ANYBODY:
        return True
    heading = line.sentence.section is SectionKind.HEADLINE
    rules = {m.rule for t, m in line.figures if t == head and getattr(m.value, "unit", "") == "people"}
    if rules - ({"figures.named"} if heading and token.pos == "PROPN" else set()):
        return True
    if line.sentence.section is SectionKind.HEADLINE and token.pos == "NOUN" and token.lemma in COUNTED:
        return True  # "Woman shoots friend"
    like = _like(line, head) if token.tag == "CD" else None
    if like is not None and (line.sentence.tokens[like].lower in WORDS or _count(line, like) is not None):
        return True  # "three of those victims"
    if token.pos != "PROPN" or line.sentence.section is SectionKind.HEADLINE or token.lower in LABELS:
        return False
    if (token.text.isupper() and len(token.text) == SHORT) or token.lower.rstrip(".") in DATES:
        return False  # "in Marden, LA"
    if not OFFICIALS.isdisjoint(_names(line, head)):
        return False  # "Coroner Mara Odeh said a boy died", where the parser takes her for who died
    types = {getattr(m.value, "type", "") for t, m in line.actors if t == head}
    unknown = not types and not any(t == head for t, _ in line.places)
    return "person" in types or (unknown and not strict and token.text[0].isupper())


def _is_credit(line: Line, head: int) -> bool:
    """“(Photo: Mara Odeh / Varda Post)”: who took a picture."""
    words = [t.lower for t in line.sentence.tokens[:head]]
    opened = max((k for k, w in enumerate(words) if w in {"(", "["}), default=None)
    if opened is None or {")", "]"} & set(words[opened:]):
        return False
    return words[opened + 1 : opened + 2] != [] and words[opened + 1] in LABELS


def person(line: Line, head: int) -> Person:
    """The person or people that a token heads."""
    tokens = line.sentence.tokens
    token = tokens[head]
    parts = own(line, head)
    words = {tokens[k].lower for k in parts}
    like = _like(line, head)
    described = parts if like is None else own(line, like)
    names = _names(line, head)
    described = [k for k in described if k != head or token.lower not in names[1:]]  # "Rana Sheriff"
    sex, ages, part = _described(line, described, head if like is None else like)
    titles = {SEX_OF_TITLES[t] for t in words if t in SEX_OF_TITLES}
    sex = sex or (titles.pop() if len(titles) == 1 else None)
    if token.lower in HE | SHE:
        sex = "m" if token.lower in HE else "f"
    told = _age(line, head, parts)
    low, high = _number(line, head)
    is_part = (like is not None and token.lower != "another") or (
        _is_of_number(line, head) and not _is_own_number(line, head)
    )
    return Person(
        head,
        token.lemma,
        low,
        high,
        "part" if is_part else _pointing(line, head, words, named=bool(names), low=low),
        names,
        sex,
        told if told[0] == told[1] else narrowed(told, ages),
        "self" if token.lower in SELF else part,
        bool(words & ANOTHER),
        whole=any(tokens[k].lower == "all" and k < head for k in parts),
        rank=next(
            (
                ORDINALS[tokens[k].lower]
                for k in parts
                if tokens[k].lower in ORDINALS and tokens[k].head == head
            ),
            None,
        ),
        owner=next(
            (tokens[k].lemma.lower() for k in line.sentence.kids[head] if tokens[k].dep == "poss"), None
        ),
    )


def own(line: Line, head: int) -> list[int]:
    """The tokens of a noun phrase without its clauses, in text order."""
    tokens, found, stack = line.sentence.tokens, [], [head]
    while stack:
        k = stack.pop()
        found.append(k)
        for j in line.sentence.kids[k]:
            name = k == head and tokens[j].dep == "appos" and not is_next_name(line, head, j)
            other = tokens[j].lower in WORDS and any(
                t.text == "," for t in tokens[k:j]
            )  # "1 child, 4 adults"
            if (tokens[j].dep in OWN and not other) or name:
                stack.append(j)
    return sorted(found)


def _like(line: Line, head: int) -> int | None:
    """The noun that says who a number or "another" is: the officers in "one of the officers"."""
    tokens = line.sentence.tokens
    if tokens[head].tag == "CD" or tokens[head].lower in SOMEBODY:
        for k in line.sentence.kids[head]:
            if tokens[k].lower == "of":
                return next((j for j in line.sentence.kids[k] if tokens[j].dep == "pobj"), None)
    if tokens[head].lower == "another":
        return next((k for k in range(head - 1, -1, -1) if tokens[k].lower in WORDS), None)
    return None


def _is_of_number(line: Line, head: int) -> bool:
    """“one of the men”, told with the men as its head."""
    tokens = line.sentence.tokens
    above = tokens[head].head
    counted = tokens[tokens[above].head]
    of = tokens[head].dep == "pobj" and tokens[above].lower == "of"
    return of and (counted.tag == "CD" or counted.lower in SOMEBODY)


def _is_own_number(line: Line, head: int) -> bool:
    """“one of four people hit by gunfire”: four, with a number of their own."""
    tokens = line.sentence.tokens
    after = any(tokens[k].dep in {"acl", "relcl"} for k in line.sentence.kids[head])
    return (
        after
        and tokens[head].lemma in ANYBODY
        and any(tokens[k].tag == "CD" and k < head for k in line.sentence.kids[head])
    )


def _described(line: Line, own: list[int], head: int) -> tuple[str | None, Ages, str | None]:
    """Sex, ages and part, by the nouns of a phrase; owners ("the suspect's wife") do not describe its head."""
    tokens = line.sentence.tokens
    entries = [
        WORDS[tokens[k].lower] for k in own if tokens[k].lower in WORDS and not _is_owner(line, k, head)
    ]
    ages = EVERY_AGE
    for entry in entries:
        first, last = entry.get("ages", EVERY_AGE)
        ages = narrowed(ages, (first, last))
    sex = next((e["sex"] for e in entries if "sex" in e), None)
    return sex, ages, next((e["part"] for e in entries if "part" in e), None)


def _is_owner(line: Line, k: int, head: int) -> bool:
    while k != head:
        if line.sentence.tokens[k].dep == "poss":
            return True
        k = line.sentence.tokens[k].head
    return False


def _number(line: Line, head: int) -> tuple[int | None, int | None]:
    """How many people a phrase speaks of; None where a plural has no number."""
    token = line.sentence.tokens[head]
    like = _like(line, head) if token.tag == "CD" else None
    counted = _count(line, head)
    if like is not None and (of := _count(line, like)) is not None and of.span.start <= token.start:
        counted = of  # "three of those victims", one figure
    if counted is not None:
        return counted.low, counted.high
    if token.lower == "couple":
        return 2, 2
    proper = token.pos == "PROPN" and token.lower not in MANY
    many = token.lower in THEY or (token.tag in {"NNS", "NNPS"} and not proper)
    return (None, None) if many else (1, 1)


def _count(line: Line, head: int) -> Figure | None:
    """The number of people that a token heads."""
    values = (m.value for t, m in line.figures if t == head)
    return next((v for v in values if isinstance(v, Figure) and v.unit == "people"), None)


def _names(line: Line, head: int) -> tuple[str, ...]:
    """The words of the name that a phrase is or holds, lower case; the last is the surname."""
    tokens = line.sentence.tokens
    for t, mention in line.actors:
        if getattr(mention.value, "type", "") != "person" or tokens[t].pos == "PRON":
            continue
        if t == head or (tokens[t].head == head and tokens[t].dep in NAMED):
            name = str(getattr(mention.value, "name", ""))
            words = tuple(w.lower() for w in name.replace(",", " ").split() if w[0].isalpha())
            words = tuple(w for w in words if w not in AFTER_NAMES) or words
            return () if not words or is_description(words) else words
    if (known := _identified_as(line, head)) is not None:
        return _names(line, known)
    heading = line.sentence.section is SectionKind.HEADLINE  # where every word may bear a capital
    if tokens[head].pos != "PROPN" or tokens[head].lower in WORDS or heading:
        return ()
    run = [k for k in line.sentence.kids[head] if tokens[k].dep == "compound" and tokens[k].pos == "PROPN"]
    named = (tokens[k].lower for k in (*run, head))
    return tuple(w for w in named if w not in WORDS and w not in AFTER_NAMES)


def _identified_as(line: Line, head: int) -> int | None:
    """The name in “a man, identified as Mara Odeh, 61, suffered”."""
    tokens, kids = line.sentence.tokens, line.sentence.kids
    said = [k for k in kids[head] if tokens[k].dep == "acl" and tokens[k].lemma == "identify"]
    below = [j for k in said for p in kids[k] if tokens[p].lower == "as" for j in kids[p]]
    return next((j for j in below if tokens[j].pos == "PROPN"), None)


def _age(line: Line, head: int, own: list[int]) -> Ages:
    """The age that a phrase tells: "a 24-year-old", "Mara Odeh, 24,"."""
    tokens = line.sentence.tokens
    for k in own:
        after = [t.lower for t in tokens[k + 1 : k + 5]]
        many = years(tokens[k].lower)
        if many is not None and "old" in after:
            if {"year", "years", "yr"} & set(after):
                return many, many
            if {"month", "months"} & set(after[:2]):
                return many // MONTHS, many // MONTHS + 1
    end = max(k for k in own if k == head or (tokens[k].dep == "appos" and tokens[k].pos == "PROPN")) + 1
    after = [t.lower for t in tokens[end : end + 3]]
    if len(after) < 2 or after[0] not in {",", "("} or not after[1].isdigit() or len(after[1]) > 2:
        return EVERY_AGE
    closed = len(after) < 3 or after[2] in AFTER_AGE
    described = tokens[head].pos == "PROPN" or tokens[head].lower in WORDS
    return (int(after[1]), int(after[1])) if closed and described else EVERY_AGE


def _pointing(line: Line, head: int, words: set[str], *, named: bool, low: int | None) -> str:
    """How a phrase points at people; the names are those of `Person.pointing`."""
    tokens = line.sentence.tokens
    token = tokens[head]
    if token.lower in SELF:
        return "self"
    if token.lower == "other" and "the" in words:
        return "part"  # "one shot the other"
    if token.lower in HE | SHE | THEY:
        return "pronoun"
    if named:
        return "named"
    many = low is not None and low > 1
    if head and tokens[head - 1].lower == "that" and token.tag == "NN" and token.lower in WORDS:
        return "definite"  # "saying that boy was killed", where the parser takes "that" for a conjunction
    bare = len(words) == 1 and token.tag == "NN" and token.lower in WORDS and low == 1
    if bare and line.sentence.section is not SectionKind.HEADLINE:
        return "definite"  # "Father and son were taken to a hospital"
    if words & POINTING and (token.lemma != "other" or (many and "the" in words)):
        return "definite"
    if low is None or token.lower in WORDS:
        return "indefinite"
    number = token.tag == "CD" or any(tokens[k].tag == "CD" for k in line.sentence.kids[head])
    return "total" if number or low > 1 else "indefinite"
