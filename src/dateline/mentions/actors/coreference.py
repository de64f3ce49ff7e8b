"""Descriptions of a report -> the actors they point back to, with the rule that did it. Pronouns: see `pronouns`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dateline import lexicons
from dateline.mentions.actors.nouns import Found
from dateline.mentions.actors.reading import Reading
from dateline.mentions.actors.tables import tables
from dateline.mentions.actors.tree import BACKED, SUBJECTS, governs
from dateline.records import Actor, SectionKind, Sentence

REACH = 3  # sentences that a description looks back
NEAR = 2  # sentences from armed men to "the men"
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
# Words before an office that do not make it another's: "the slain mayor".
STILL = frozenset(lexicons.load("pronouns")["groups"]["still"])
HYPHENS = ("-", "–")
POINTING = ("the", "this", "that", "these", "those")
# Words of which a report on another country's army may mean that one's: "a soldier was killed in Farland".
ARMY = ("army", "military")
SOLDIERS = ("soldier", "soldiers", "troops", "serviceman", "servicemen")
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
    holders = _holders(found)
    for one in found:
        person = None if one.plural or one.how != "group" else _person(reading, one, found)
        if person:
            out.append(one._replace(actor=person.actor, how="apposition", refers="", note=person.actor.name))
        elif holder := _holder(reading, one, holders):
            out.append(one._replace(actor=holder.actor, how="coreference", refers="", note=holder.note))
        elif armed := _armed_men(reading, one, out):
            out.append(one._replace(actor=armed.actor, how="coreference", note=armed.note))
        elif one.refers == "open" and (sided := _sided(reading, one)):
            out.append(sided)
        elif one.refers:
            out.append(_point(reading, one, out, shared))
        elif one.how == "focus_country" and (same := _same_force(reading, one, out)):
            out.append(one._replace(actor=same.actor, how="coreference", note=same.actor.name))
        elif one.how == "focus_country" and one.note in ARMY and (army := _only_army(one, armies, out)):
            out.append(one._replace(actor=army.actor, how="coreference", note=army.actor.name))
        elif one.how == "focus_country" and one.note in SOLDIERS and _is_of_others(one, armies):
            out.append(one._replace(actor=Actor("soldiers", None, "state_military"), how="group"))
        else:
            out.append(one)
    return out


def _is_of_others(one: Found, armies: set[str | None]) -> bool:
    """Whether soldiers are none of the country in focus: other armies are told of, or it has none."""
    return one.actor.country not in armies != set() or one.actor.country in tables().without_army


def _only_army(one: Found, armies: set[str | None], before: Sequence[Found]) -> Found | None:
    """“An Ambrian soldier was killed by a missile from Farland, the army said": the one army told of by name."""
    if one.actor.country in armies or len(armies) != 1 or one.actor.type != "state_military":
        return None
    named = [
        f for f in before if f.how in FIRM and f.actor.type == "state_military" and f.actor.country in armies
    ]
    return named[-1] if named else None


def _holders(found: Sequence[Found]) -> dict[str, dict[str, Found]]:
    """For each word of an office, the persons who are told to hold it, by name."""
    held: dict[str, dict[str, Found]] = {}
    for one in found:
        for word in one.note.lower().split() if one.how == "person" else ():
            held.setdefault(word, {}).setdefault(one.actor.name, one)
    return held


def _holder(reading: Reading, one: Found, holders: dict[str, dict[str, Found]]) -> Found | None:
    """“Mayor Rana Odeh was shot. The mayor died": the one person of the report who is told to hold the office."""
    tokens = reading.sentences[one.sentence].tokens
    if one.plural or one.how not in {"group", "state_force"} or tokens[one.start].lower != "the":
        return None
    held = holders.get(tokens[one.head].lower, {})
    first = next(iter(held.values()), None)
    between = {t.lower for t in tokens[one.start + 1 : one.head]}
    plain = one.head == one.end - 1 and between <= STILL  # "the mayor", of no other town
    return first if plain and len(held) == 1 and first is not None and first.sentence < one.sentence else None


def _armed_men(reading: Reading, one: Found, before: Sequence[Found]) -> Found | None:
    """“Armed men stopped a bus. The men shot”: those told of before, where no other men are."""
    tokens = reading.sentences[one.sentence].tokens
    bare = tokens[one.start].lower in POINTING and one.end - one.start == 2 and one.note == "men"
    if not bare or one.how != "group":
        return None
    near = [f for f in before if f.sentence < one.sentence <= f.sentence + NEAR and f.plural]
    men = [f for f in near if f.note.endswith("men") and f.actor.type in {"other", "civilians"}]
    kinds = {f.actor.name for f in men}
    return men[-1] if kinds == {"unidentified armed group"} else None


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
    fits = [f for f in fits if f.sentence != one.sentence or not governs(sentence, f.head, one.head)]
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
        key=lambda f: (f.sentence, is_subject(sentences, f), shared[f.actor.name], f.start),
        default=None,
    )


def _of_story(sentences: Sequence[Sentence], one: Found, earlier: Sequence[Found]) -> Found | None:
    """The group that a report is about, by its headline's subject, where a new paragraph speaks of "the group"."""
    here = sentences[one.sentence]
    if one.sentence == 0 or sentences[one.sentence - 1].paragraph == here.paragraph:
        return None
    headed = [f for f in earlier if sentences[f.sentence].section is SectionKind.HEADLINE]
    headed = [f for f in headed if f.actor.type in FITS["rebels"] and is_subject(sentences, f)]
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


def _sided(reading: Reading, one: Found) -> Found | None:
    """Fighters told by who stands behind them, as they are told: "pro-Ambrian fighters", "Farlandish-backed rebels"."""
    tokens = reading.sentences[one.sentence].tokens
    if one.actor.name != "fighters":
        return None  # "US-backed rebels" in a report on Syria are Syrian rebels
    for k in range(one.start, one.head):
        word, after = tokens[k], tokens[k + 1]
        pro = word.lower == "pro" and after.text in HYPHENS
        joined = "-" in word.text and BACKED.search(word.lower)
        backed = after.text in HYPHENS and k + 2 < one.head and BACKED.search(tokens[k + 2].lower)
        if pro or joined or backed:
            name = "".join(t.text + (" " if t.space else "") for t in tokens[k : one.head + 1]).strip()
            return one._replace(actor=Actor(name, None, one.actor.type), how="group_of", refers="")
    return None


def _local(reading: Reading, one: Found) -> Found:
    """Rebels of no name as those of the region or country in focus: "Libyan rebels"."""
    if sided := _sided(reading, one):
        return sided
    place = reading.region or reading.focus
    if place is None or one.actor.type != "rebel" or place.id in tables().as_country:
        return one
    name = f"{place.adjective} {one.actor.name}"
    return one._replace(actor=Actor(name, None, "rebel", place.country), how="focus_country")


def is_subject(sentences: Sequence[Sentence], one: Found) -> bool:
    """Whether an actor is a verb's subject, or who a passive is done by."""
    return sentences[one.sentence].tokens[one.head].dep in SUBJECTS
