"""Descriptions and pronouns of a report -> the actors they point back to, with the rule that did it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from dateline.mentions.actors.nouns import Found
from dateline.mentions.actors.reading import Reading
from dateline.mentions.actors.tables import tables
from dateline.records import Actor, Mention, SectionKind, Sentence

Wanted = Literal["person", "group", "any"]

REACH = 3  # sentences that a description looks back
NEAR = 2  # sentences that a pronoun looks back; further off, what it stands for is a guess
SUBJECTS = ("nsubj", "nsubjpass", "agent")
BODIES = (
    "rebel",
    "militia",
    "political_party",
    "other",
    "state_military",
    "coalition",
    "state_police",
    "media",
)
ARMED = ("rebel", "militia", "state_military", "coalition", "state_police")
FITS = {
    "rebels": ("rebel", "militia"),
    "group": (*(b for b in BODIES if b != "media"), "ngo", "monitor", "international_organisation"),
    "coalition": ("coalition",),
    "owner": (*BODIES, "state_government"),
}
PRONOUNS: dict[str, Wanted] = {
    "he": "person", "she": "person", "him": "person", "they": "group", "them": "group", "it": "group",
    "its": "group", "their": "any",
}  # fmt: skip
# What "it" does without being anybody: "it bears the marks of", "it happened".
STATIVE = frozenset(
    (
        "remain",
        "seem",
        "appear",
        "become",
        "bear",
        "look",
        "happen",
        "occur",
        "mean",
        "last",
        "rain",
        "matter",
    )
)
OWN = ("its", "their")
POINTING = ("the", "this", "that", "these", "those")
# Words of which a report on another country's army may mean that one's: "a soldier was killed in Farland".
SOLDIERS = ("soldier", "soldiers", "troops", "serviceman", "servicemen")
MAIN = ("ROOT", "conj", "ccomp")  # what a sentence mainly tells of
RELATIVE = frozenset(("who", "whom", "which", "that"))
# How a phrase hangs inside a verb's object: "some of them"; and verbs that share the subject of another.
INNER = ("prep", "pobj", "dobj", "det", "nummod")
JOINED = ("conj", "advcl", "xcomp")
# Ways in which a report says which fighters it calls "the insurgents".
CALLED = ("named_members", "group_of", "focus_country")
NAMED = ("named", "defined", "named_members", "group_of")
FIRM = (
    "named",
    "defined",
    "named_members",
    "state",
    "state_force",
    "body",
    "person",
    "group_of",
    "coreference",
)


def describe(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """Give the descriptions that point back their actor: "the militants", "the group", bare "rebels"."""
    out: list[Found] = []
    shared = Counter(f.actor.name for f in found if f.how in FIRM)
    armies = {f.actor.country for f in found if f.how in FIRM and f.actor.type == "state_military"} - {None}
    for one in found:
        person = None if one.plural or one.how != "group" else _person(reading, one, found)
        if person:
            out.append(one._replace(actor=person.actor, how="apposition", refers="", note=person.actor.name))
        elif one.refers:
            out.append(_point(reading, one, out, shared))
        elif one.how == "focus_country" and (same := _same_force(reading, one, out)):
            out.append(one._replace(actor=same.actor, how="coreference", note=same.actor.name))
        elif one.how == "focus_country" and one.note in SOLDIERS and one.actor.country not in armies != set():
            out.append(one._replace(actor=Actor("soldiers", None, "state_military"), how="group"))
        else:
            out.append(one)
    return out


def _same_force(reading: Reading, one: Found, before: Sequence[Found]) -> Found | None:
    """The soldiers of a country told of before by the same word: "Farlandish troops ... the troops"."""
    first = reading.sentences[one.sentence].tokens[one.start].lower
    if first not in POINTING or one.actor.type != "state_military":
        return None
    near = [f for f in before if f.how == "state_force" and one.sentence - f.sentence <= REACH]
    return next((f for f in reversed(near) if f.note.rstrip("s") == one.note.rstrip("s")), None)


def _point(reading: Reading, one: Found, before: Sequence[Found], shared: Counter[str]) -> Found:
    """What a description points back to; rebels of no name are those of the country in focus."""
    if one.refers == "owner" and (speaker := _speaker(reading.sentences[one.sentence], one.head, before)):
        return one._replace(actor=speaker.actor, how="coreference", note=speaker.actor.name)
    beside = _beside(reading, one, before)
    if beside:
        return one._replace(actor=beside.actor, how="apposition", note=beside.actor.name)
    sentence = reading.sentences[one.sentence]
    fits = [f for f in before if f.actor.type in FITS.get(one.refers, FITS["rebels"])]
    # who attacks "the rebels" is not "the rebels"
    fits = [f for f in fits if f.sentence != one.sentence or not _governs(sentence, f.head, one.head)]
    earlier = [f for f in fits if f.how in FIRM]
    same = (
        _same_word(reading, one, [f for f in fits if f.how in FIRM or f.how == "focus_country"])
        if one.actor.type in FITS["rebels"]
        else None
    )
    last = None if one.refers == "open" else _last(reading, one, earlier, shared)
    if same and last and same.how == "group_of" and shared[last.actor.name] > shared[same.actor.name]:
        same = None
    best = same or last
    if best:
        return one._replace(actor=best.actor, how="coreference", note=best.actor.name)
    return _local(reading, one) if one.refers in ("open", "rebels") else one


def _speaker(sentence: Sentence, k: int, before: Sequence[Found]) -> Found | None:
    """The force whose words a token stands in: "the 3rd Brigade reported that its troops"."""
    for frame in sentence.frames:
        if frame.speaker is None or not frame.start <= k < frame.end:
            continue
        for f in before:
            told = f.sentence == sentence.index and frame.speaker.start <= f.head < frame.speaker.end
            if told and f.actor.type in ARMED and f.how != "modifier":
                return f
    return None


def _same_word(reading: Reading, one: Found, earlier: Sequence[Found]) -> Found | None:
    """The one group that the report has called by the same word, or its only rebels by name."""
    word = reading.sentences[one.sentence].tokens[one.head].lower.rstrip("s")
    called = [f for f in earlier if f.how in CALLED and f.note.rstrip("s") == word]
    called = called or ([f for f in earlier if f.how in NAMED] if one.refers != "owner" else [])
    names = {f.actor.name for f in called}
    return called[-1] if len(names) == 1 else None


def _last(reading: Reading, one: Found, earlier: Sequence[Found], shared: Counter[str]) -> Found | None:
    """The last actor that fits, subjects and those often named first."""
    near = [f for f in earlier if one.sentence - f.sentence <= REACH] or list(earlier[-1:])
    sentences = reading.sentences
    near = [f for f in near if not _is_across(sentences[one.sentence], one, f)] or near
    if one.refers == "group" and (told := _of_story(sentences, one, earlier)):
        return told
    return max(
        near,
        key=lambda f: (f.sentence, _is_subject(sentences, f), shared[f.actor.name], f.start),
        default=None,
    )


def _of_story(sentences: Sequence[Sentence], one: Found, earlier: Sequence[Found]) -> Found | None:
    """The group that a report is about, by its headline's subject, where a new paragraph speaks of "the group"."""
    here = sentences[one.sentence]
    if one.sentence == 0 or sentences[one.sentence - 1].paragraph == here.paragraph:
        return None
    headed = [f for f in earlier if sentences[f.sentence].section is SectionKind.HEADLINE]
    headed = [f for f in headed if f.actor.type in FITS["rebels"] and _is_subject(sentences, f)]
    return headed[0] if len({f.actor.name for f in headed}) == 1 else None


def _is_across(sentence: Sentence, one: Found, other: Found) -> bool:
    """Whether one stands in words about another's object: "militias hunt men of a raid that the group led".

    The doer of the sentence would be called by a pronoun there.
    """
    if other.sentence != one.sentence:
        return False
    tokens = sentence.tokens
    inside = False
    for k in sentence.ancestors(one.head):
        inside = inside or tokens[k].dep in {"relcl", "acl"}
        if inside and tokens[other.head].dep == "nsubj" and tokens[other.head].head == k:
            return tokens[k].dep not in {"relcl", "acl"}
    return False


def _person(reading: Reading, one: Found, found: Sequence[Found]) -> Found | None:
    """The person whose name a word stands beside: "Rana Odeh, mayor of ..."."""
    tokens = reading.sentences[one.sentence].tokens
    for f in found:
        if f.sentence == one.sentence and f.how == "person":
            if tokens[one.head].dep == "appos" and f.start <= tokens[one.head].head < f.end:
                return f
            if tokens[f.head].dep == "appos" and tokens[f.head].head == one.head:
                return f
    return None


def _beside(reading: Reading, one: Found, before: Sequence[Found]) -> Found | None:
    """The name that a description stands beside: "the SDF, a militia that ...", "the SDF is a militia"."""
    tokens = reading.sentences[one.sentence].tokens
    head = tokens[one.head]
    for f in reversed(before):
        if f.sentence != one.sentence or f.how not in FIRM or f.actor.type == "person":
            continue
        subject = tokens[f.head].dep == "nsubj" and tokens[f.head].head == head.head
        if (head.dep == "appos" and f.start <= head.head < f.end) or (head.dep == "attr" and subject):
            return f
    return None


def _local(reading: Reading, one: Found) -> Found:
    """Rebels of no name as those of the region or country in focus: "Libyan rebels"."""
    place = reading.region or reading.focus
    if place is None or one.actor.type != "rebel" or place.id in tables().as_country:
        return one
    name = f"{place.adjective} {one.actor.name}"
    return one._replace(actor=Actor(name, None, "rebel", place.country), how="focus_country")


def _is_subject(sentences: Sequence[Sentence], one: Found) -> bool:
    return sentences[one.sentence].tokens[one.head].dep in SUBJECTS


def with_pronouns(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """The actors with those that pronouns stand for; a pronoun may stand for what another one stood for."""
    rows: list[list[Found]] = [[] for _ in reading.sentences]
    for one in found:
        rows[one.sentence].append(one)
    for index, row in enumerate(rows):
        before = [f for near in rows[max(0, index - NEAR) : index + 1] for f in near]
        row.extend(_pronouns(reading, index, before))
    return [one for row in rows for one in row]


def _pronouns(reading: Reading, index: int, before: Sequence[Found]) -> list[Found]:
    """The actors that a sentence's pronouns stand for: "he", "they", "it"; "who" or "which" after a noun."""
    out: list[Found] = []
    sentence = reading.sentences[index]
    for k, token in enumerate(sentence.tokens):
        if token.dep == "expl" or (token.lower not in PRONOUNS and token.lower not in RELATIVE):
            continue
        if token.lower in RELATIVE:
            found = _relative(sentence, index, k, before)
        elif (token.lower == "it" and not _is_agent(sentence, k)) or (
            token.lower in OWN and token.dep != "poss"
        ):
            continue
        else:
            found = _antecedent(reading, (index, k), [*before, *out], wanted=PRONOUNS[token.lower])
        if found:
            out.append(found)
    return out


def _is_agent(sentence: Sentence, k: int) -> bool:
    """Whether "it" does something: not in "it is", "it remains unclear"."""
    token = sentence.tokens[k]
    verb = sentence.tokens[token.head]
    if token.dep == "dative":
        return True  # "the world has given it the burden"
    return token.dep == "nsubj" and verb.pos == "VERB" and verb.lemma not in STATIVE


def _relative(sentence: Sentence, index: int, k: int, before: Sequence[Found]) -> Found | None:
    """The actor that a relative clause hangs on."""
    token = sentence.tokens[k]
    of = token.dep == "pobj" and sentence.tokens[token.head].lower == "of"  # "three of whom were killed"
    if not (of or token.dep in ("nsubj", "nsubjpass", "dobj")) or token.tag not in ("WP", "WDT"):
        return None
    clause = sentence.tokens[token.head]
    while clause.dep not in ("relcl", "ROOT") and sentence.tokens[clause.head] is not clause:
        clause = sentence.tokens[clause.head]
    if clause.dep != "relcl":
        return None
    near = [f for f in before if f.sentence == index and f.end in (k, k - 1) and f.actor.type == "person"]
    for f in near or before:
        if f.sentence == index and (near or f.start <= clause.head < f.end):
            return f._replace(start=k, end=k + 1, head=k, how="relative", refers="", note=_note(f))
    return None


def _antecedent(
    reading: Reading, place: tuple[int, int], before: Sequence[Found], *, wanted: Wanted
) -> Found | None:
    """What a pronoun stands for, as a mention of its own."""
    index, k = place
    fits = [f for f in before if _can(f, wanted, reading.sentences[index], k)]
    if reading.sentences[index].tokens[k].lower not in OWN:  # nor by another word for the verb's subject
        doing = {
            f.actor.name
            for f in before
            if f.sentence == index and f.how != "pronoun" and _governs(reading.sentences[index], f.head, k)
        }
        fits = [f for f in fits if f.actor.name not in doing]
    if reading.sentences[index].tokens[k].lower == "their":  # of persons as often as not, unless of a subject
        fits = [f for f in fits if f.sentence == index and _is_subject(reading.sentences, f)]
    if (those := _those_above(reading.sentences[index], k, before)) is not None:
        fits = [f for f in fits if f.actor.name == those] if those else []
    does = reading.sentences[index].tokens[k].dep in SUBJECTS
    if (
        reading.sentences[index].tokens[k].dep == "dobj"
    ):  # "families said that the men sought officers to execute them": no families
        fits = [f for f in fits if not _tells_of(reading.sentences[index], f, k)] or fits
    if (hit := _hit_before(reading, place, fits)) is not None:
        return hit._replace(
            sentence=index, start=k, end=k + 1, head=k, how="pronoun", refers="", note=_note(hit)
        )
    best = max(fits, key=lambda f: _order(reading.sentences, f, does=does), default=None)
    if best is None or _is_of_us(reading.sentences[index], k):
        return None
    return best._replace(
        sentence=index, start=k, end=k + 1, head=k, how="pronoun", refers="", note=_note(best)
    )


def _those_above(sentence: Sentence, k: int, before: Sequence[Found]) -> str | None:
    """“When police tried to stop them, they threw stones”: they are them; "" where nobody knows who that is."""
    tokens = sentence.tokens
    if tokens[k].lower != "they" or tokens[k].dep not in SUBJECTS:
        return None
    them = [j for j in range(k) if tokens[j].lower == "them" and tokens[j].dep == "dobj"]
    clauses = [j for j in them if any(tokens[c].dep == "advcl" for c in sentence.ancestors(j))]
    if not clauses:
        return None
    held = [f for f in before if f.sentence == sentence.index and f.head == clauses[-1]]
    return held[0].actor.name if held else ""


def _tells_of(sentence: Sentence, one: Found, k: int) -> bool:
    """Whether an actor is who says the words that a pronoun stands in."""
    return one.sentence == sentence.index and any(
        f.speaker is not None and f.speaker.start <= one.head < f.speaker.end and f.start <= k < f.end
        for f in sentence.frames
    )


def _hit_before(reading: Reading, place: tuple[int, int], fits: Sequence[Found]) -> Found | None:
    """Who is harmed further: "militants tied up six villagers; they were beaten" is told of the villagers."""
    index, k = place
    tokens = reading.sentences[index].tokens
    verb = tokens[tokens[k].head]
    if tokens[k].dep != "nsubjpass" or tokens[k].lower != "they" or verb.lemma not in tables().harming:
        return None
    before = [f for f in fits if f.sentence == index - 1 and f.plural]
    told = reading.sentences[index - 1].tokens if before else ()
    hit = [
        f for f in before if told[f.head].dep in ("dobj", "nsubjpass") and told[told[f.head].head].dep in MAIN
    ]
    return hit[-1] if hit and len({f.actor.name for f in hit}) == 1 else None


def _is_of_us(sentence: Sentence, k: int) -> bool:
    """Whether "they" are the writer's own: "our forces reported that they seized a rifle"."""
    tokens = sentence.tokens
    return tokens[k].lower == "they" and any(
        f.speaker is not None and f.start <= k < f.end and tokens[f.speaker.start].lower == "our"
        for f in sentence.frames
    )


def _note(one: Found) -> str:
    """What to keep of an antecedent: a person's role, a group's name."""
    return one.note if one.actor.type == "person" else one.actor.name


def _can(one: Found, wanted: Wanted, sentence: Sentence, k: int) -> bool:
    """Whether an actor is near enough and of the kind that a pronoun asks for."""
    index = sentence.index
    if not 0 <= index - one.sentence <= NEAR or (one.sentence == index and one.end > k):
        return False
    if one.how == "modifier":
        return False
    if sentence.tokens[k].lower in ("it", "its") and (one.actor.type == "civilians" or _are_many(one)):
        return False
    if sentence.tokens[k].lower in ("they", "them") and one.actor.type in ("monitor", "ngo", "media"):
        return False
    if one.sentence == index and sentence.tokens[k].lower not in OWN and _governs(sentence, one.head, k):
        return False
    person = one.actor.type == "person"
    return wanted == "any" or person == (wanted == "person")


def _are_many(one: Found) -> bool:
    """Whether people are told of one by one, so that "it" is not them: "Iraqi soldiers"."""
    return one.plural and one.how not in ("named", "defined", "body", "state", "seat")


def _governs(sentence: Sentence, subject: int, k: int) -> bool:
    """Whether a word is the subject of the verb whose object another is: who grabs "them" is not "them"."""
    tokens = sentence.tokens
    while tokens[subject].dep == "pobj" and tokens[tokens[subject].head].lower == "of":
        subject = tokens[tokens[subject].head].head  # "thousands of militiamen"
    if tokens[k].dep in SUBJECTS or tokens[subject].dep not in SUBJECTS:
        return False
    verb = tokens[k].head
    while tokens[verb].pos != "VERB" and tokens[verb].dep in INNER and tokens[verb].lower != "with":
        verb = tokens[verb].head
    verbs = {verb}
    while not any(tokens[c].dep in SUBJECTS for c in sentence.kids[verb]):
        above = tokens[verb].head
        if tokens[verb].dep == "pcomp" and tokens[tokens[above].head].pos == "VERB":
            above = tokens[above].head  # "held them after capturing them"
        elif tokens[verb].dep not in JOINED:
            break
        verb = above
        verbs.add(verb)
    return tokens[subject].head in verbs


def _order(
    sentences: Sequence[Sentence], one: Found, *, does: bool = True
) -> tuple[int, bool, bool, bool, int]:
    """What a pronoun prefers: the last sentence with a subject that fits, then a name, then the later one.

    What is an object stands for what its own sentence names, before the subject of the sentence before, and
    for people before a country.
    """
    subject = _is_subject(sentences, one)
    people = does or one.how != "state"
    firm = one.how in FIRM and one.actor.type != "media"
    return (one.sentence + (subject and does), people, subject, firm, one.start)


def resolve(
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    place: tuple[int, int],
    *,
    wanted: Wanted = "any",
) -> Mention | None:
    """The actor mentioned before that a pronoun or description most likely stands for.

    Args:    mentions of the report in text order; the report's sentences; the place as indices of a sentence
             and a token in it; whether a person or a group is meant.
    Returns: the last fitting mention within three sentences, subjects and names first; None where none fits.
    """
    index, k = place
    at = sentences[index].tokens[k].start
    since = sentences[max(0, index - REACH)].span.start
    best: tuple[tuple[int, bool, bool, int], Mention] | None = None
    for mention in mentions:
        if not isinstance(mention.value, Actor) or not since <= mention.span.start < mention.span.end <= at:
            continue
        if wanted != "any" and (mention.value.type == "person") != (wanted == "person"):
            continue
        rank = _rank(mention, sentences)
        if best is None or rank > best[0]:
            best = (rank, mention)
    return best[1] if best else None


def _rank(mention: Mention, sentences: Sequence[Sentence]) -> tuple[int, bool, bool, int]:
    """As `_order`, for a mention."""
    sentence = next(s for s in sentences if s.span.start <= mention.anchor < s.span.end)
    k = sentence.token_at(mention.anchor)
    subject = k is not None and sentence.tokens[k].dep in SUBJECTS
    named = mention.rule.removeprefix("actors.") in FIRM
    return (sentence.index + subject, subject, named, mention.span.start)
