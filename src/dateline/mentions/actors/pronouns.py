"""Pronouns of a report's sentences -> the actors they stand for: "they", "it", "which", and by way of `singles` "he".

A pronoun for a group stands for a group or a state, never for one person.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline import lexicons
from dateline.lexicons import names
from dateline.mentions.actors.beings import Beings, of_report
from dateline.mentions.actors.coreference import FIRM, is_subject
from dateline.mentions.actors.nouns import Found
from dateline.mentions.actors.reading import Reading
from dateline.mentions.actors.singles import is_single, stand_for
from dateline.mentions.actors.tables import tables
from dateline.mentions.actors.tree import SUBJECTS, governs
from dateline.records import Sentence

GROUPS = {key: frozenset(words) for key, words in lexicons.load("pronouns")["groups"].items()}
UNARMED = GROUPS["unarmed"]
NEAR = 2  # sentences that a pronoun looks back; further off, what it stands for is a guess
RELATIVE = frozenset(("who", "whom", "which", "that"))
PRONOUNS = frozenset(("he", "she", "him", "her", "they", "them", "it", "its", "their")) | RELATIVE
# What "it" does without being anybody: "it bears the marks of", "it happened".
STATIVE = GROUPS["measuring"] | {
    "remain", "seem", "appear", "become", "bear", "look", "happen", "occur", "mean", "matter",
}  # fmt: skip
OWN = ("its", "their")
MAIN = ("ROOT", "conj", "ccomp")  # what a sentence mainly tells of


def with_pronouns(reading: Reading, found: Sequence[Found]) -> list[Found]:
    """The actors with those that pronouns stand for; a pronoun may stand for what another one stood for."""
    beings = of_report(reading, found)
    _resolved(reading, found, beings)  # a first time only to learn whom the report calls "he" and whom "she"
    return _resolved(reading, found, beings)


def _resolved(reading: Reading, found: Sequence[Found], beings: Beings) -> list[Found]:
    """The actors with those that pronouns stand for."""
    rows: list[list[Found]] = [[] for _ in reading.sentences]
    for one in found:
        rows[one.sentence].append(one)
    for index, row in enumerate(rows):
        before = [f for near in rows[max(0, index - NEAR) : index + 1] for f in near]
        row.extend(_pronouns(reading, index, before, beings))
    return [one for row in rows for one in row]


def _pronouns(reading: Reading, index: int, before: Sequence[Found], beings: Beings) -> list[Found]:
    """The actors that a sentence's pronouns stand for: "he", "they", "it"; "who" or "which" after a noun."""
    out: list[Found] = []
    sentence = reading.sentences[index]
    for k, token in enumerate(sentence.tokens):
        if token.dep == "expl" or token.lower not in PRONOUNS:
            continue
        if token.lower in RELATIVE:
            found = _relative(sentence, index, k, before)
        elif is_single(token.lower):
            found = stand_for(reading, (index, k), [*before, *out], beings)
            found = found and found._replace(
                sentence=index, start=k, end=k + 1, head=k, how="pronoun", refers="", note=_note(found)
            )
        elif (token.lower == "it" and not _is_agent(sentence, k)) or (
            token.lower in OWN and token.dep != "poss"
        ):
            continue
        else:
            groups = [f for f in (*before, *out) if not _is_of_one(reading, f)]
            found = _antecedent(reading, (index, k), groups)
        if found:
            out.append(found)
            out += _others(reading, found, before)
    return out


def _others(reading: Reading, one: Found, before: Sequence[Found]) -> list[Found]:
    """“Soldiers and militiamen attacked. They killed”: those joined to whom a pronoun for many stands for."""
    if reading.sentences[one.sentence].tokens[one.head].lower not in ("they", "them", "their"):
        return []
    first = next((f for f in reversed(before) if f.actor == one.actor and f.how != "pronoun"), None)
    if first is None:
        return []
    sentence = reading.sentences[first.sentence]
    joined = [k for k in sentence.kids[first.head] if sentence.tokens[k].dep == "conj"]
    more = [f for f in before if f.sentence == first.sentence and f.head in joined and f.actor != one.actor]
    more = [
        f
        for f in more
        if f.actor.type not in {"person", "object"} and sentence.tokens[first.head].dep in SUBJECTS
    ]
    moved = one._replace(how="joined")
    return [moved._replace(actor=f.actor, plural=f.plural, note=f.actor.name) for f in more]


def _is_of_one(reading: Reading, one: Found) -> bool:
    """Whether an actor is what "he" or "him" stands for."""
    return one.how == "pronoun" and is_single(reading.sentences[one.sentence].tokens[one.head].lower)


def _is_agent(sentence: Sentence, k: int) -> bool:
    """Whether "it" does something: not in "it is", "it remains unclear"."""
    token = sentence.tokens[k]
    verb = sentence.tokens[token.head]
    if token.dep == "dative":
        return True  # "the world has given it the burden"
    if token.dep == "nsubj" and verb.lemma == "be":  # "said that it was behind the attack"
        return any(sentence.tokens[j].lower in {"behind", "responsible"} for j in sentence.kids[token.head])
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


def _antecedent(reading: Reading, place: tuple[int, int], before: Sequence[Found]) -> Found | None:
    """What a pronoun stands for, as a mention of its own."""
    index, k = place
    fits = [f for f in before if _can(f, reading.sentences[index], k)]
    if reading.sentences[index].tokens[k].lower not in OWN:  # nor by another word for the verb's subject
        harmed = _is_harmed(reading.sentences[index], k)
        doing = {
            f.actor.name
            for f in before
            if f.sentence == index and governs(reading.sentences[index], f.head, k)
            if f.actor.type != "civilians" or not harmed  # passengers are not the men who shot at them
        }
        fits = [f for f in fits if f.actor.name not in doing]
    if reading.sentences[index].tokens[k].lower == "their":  # of persons as often as not, unless of a subject
        fits = [f for f in fits if f.sentence == index and is_subject(reading.sentences, f)]
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
    if best is None or _is_of_us(reading.sentences[index], k) or _is_of_unread(reading, place, best, before):
        return None
    if _are_things(reading.sentences[index], k, best, before) or _is_weapon(reading, place, best):
        return None
    return best._replace(
        sentence=index, start=k, end=k + 1, head=k, how="pronoun", refers="", note=_note(best)
    )


def _is_of_unread(reading: Reading, place: tuple[int, int], best: Found, before: Sequence[Found]) -> bool:
    """“Korr was formed in May. It killed ten”: Korr, whom no table knows, and nobody of another sentence."""
    index, k = place
    if (
        reading.unruled
        or best.sentence == index
        or reading.sentences[index].tokens[k].lower in {"they", "them", "their"}
    ):
        return False
    sentence = reading.sentences[index - 1]
    for j, token in enumerate(sentence.tokens):
        main = token.dep in {"nsubj", "nsubjpass"} and sentence.tokens[token.head].dep == "ROOT"
        if main and token.tag == "NNP" and best.sentence <= index - 1:
            return not any(f.sentence == index - 1 and f.start <= j < f.end for f in before)
    return False


def _are_things(sentence: Sentence, k: int, best: Found, before: Sequence[Found]) -> bool:
    """“Surrendered the rifles after firing them”: the rifles, or people whom no table knows, that stand nearer.

    Of what is done to people alone, no thing is the object.
    """
    tokens = sentence.tokens
    if tokens[k].lower != "them":
        return False
    to_people = tokens[tokens[k].head].lemma in GROUPS["to_people"]
    since = best.end if best.sentence == sentence.index else 0
    taken = {j for f in before if f.sentence == sentence.index for j in range(f.start, f.end)}
    nouns = [j for j in range(since, k) if tokens[j].tag == "NNS" and j not in taken]
    nouns = [j for j in nouns if tokens[j].dep in {"dobj", "nsubj", "nsubjpass", "pobj"}]
    return any(not (to_people and names.is_everyday(tokens[j].lower)) for j in nouns)


def _is_weapon(reading: Reading, place: tuple[int, int], best: Found) -> bool:
    """“A bomb was laid near the base. It killed two”: the bomb, where one is told of beside whoever may be meant."""
    index, k = place
    tokens = reading.sentences[index].tokens
    if tokens[k].lower != "it" or tokens[tokens[k].head].lemma not in GROUPS["harm_by_things"]:
        return False
    between = (t for s in reading.sentences[best.sentence : index] for t in s.tokens)
    own = tokens[best.end : k] if best.sentence == index else tokens[:k]
    return any(t.lemma in GROUPS["harmful_things"] and t.pos == "NOUN" for t in (*between, *own))


def _is_harmed(sentence: Sentence, k: int) -> bool:
    """Whether a pronoun is whom a verb of harm is done to: "shot 11 of them"."""
    tokens = sentence.tokens
    verb = next((j for j in sentence.ancestors(k) if tokens[j].pos == "VERB"), None)
    return verb is not None and tokens[verb].lemma in tables().harming | GROUPS["to_people"]


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


def _can(one: Found, sentence: Sentence, k: int) -> bool:
    """Whether an actor is near enough and of the kind that a pronoun for a group asks for."""
    index = sentence.index
    if one.actor.type == "person":
        return False
    if not 0 <= index - one.sentence <= NEAR or (one.sentence == index and one.end > k):
        return False
    if one.how == "modifier" or _is_sort(sentence, one, k):
        return False
    if sentence.tokens[k].lower == "their" and _is_against(sentence, one, k):
        return False
    if sentence.tokens[k].lower in ("it", "its") and (one.actor.type == "civilians" or _are_many(one)):
        return False
    if sentence.tokens[k].lower in ("they", "them"):
        one_of_many = one.actor.type == "civilians" and one.how == "group" and not one.plural
        if one_of_many or one.actor.type in ("monitor", "ngo", "media"):
            return False
    if sentence.tokens[k].lower == "it" and one.actor.type == "media" and not _says(sentence, k):
        return False
    if one.sentence == index and sentence.tokens[k].lower not in OWN and governs(sentence, one.head, k):
        return False
    return not (_is_violent(sentence, k) and _only_talks(one))


def _are_many(one: Found) -> bool:
    """Whether people are told of one by one, so that "it" is not them: "Iraqi soldiers"."""
    return one.plural and one.how not in ("named", "defined", "body", "state", "seat")


def _order(
    sentences: Sequence[Sentence], one: Found, *, does: bool = True
) -> tuple[int, bool, bool, bool, int]:
    """What a pronoun prefers: the last sentence with a subject that fits, then a name, then the later one.

    What is an object stands for what its own sentence names, before the subject of the sentence before, and
    for people before a country.
    """
    subject = is_subject(sentences, one)
    people = does or one.how != "state"
    firm = one.how in FIRM and one.actor.type != "media"
    return (one.sentence + (subject and does), people, subject, firm, one.start)


def _says(sentence: Sentence, k: int) -> bool:
    """Whether a token is who says something."""
    return any(f.speaker is not None and f.speaker.start <= k < f.speaker.end for f in sentence.frames)


def _is_sort(sentence: Sentence, one: Found, k: int) -> bool:
    """“A police spokesman”: the police only say of what sort another is, and are not who "they" are."""
    if one.sentence != sentence.index:
        return False
    token = sentence.tokens[one.head]
    told = (f.speaker for f in sentence.frames if f.speaker is not None)
    if any(speaker.start <= one.head < speaker.end for speaker in told):
        return False  # "police sources said that they"
    if (
        sentence.tokens[k].lower in ("they", "them")
        and sentence.tokens[token.head].lower in tables().abstract
    ):
        return False  # "rebel gains slowed, but they took"
    return token.dep in {"compound", "amod", "nmod"} and not one.start <= token.head < one.end


def _is_against(sentence: Sentence, one: Found, k: int) -> bool:
    """“Gunmen attacked their convoy”: it is not the gunmen's."""
    tokens = sentence.tokens
    if one.sentence != sentence.index or any(tokens[j].lower == "own" for j in (k + 1,) if j < len(tokens)):
        return False
    above = tokens[tokens[k].head]
    if above.dep == "pobj" and tokens[above.head].lower in {"on", "at", "against", "upon"}:
        above = tokens[above.head]
    verb = next((j for j in sentence.ancestors(k) if tokens[j].pos == "VERB"), None)
    aimed = above.dep in {"dobj", "prep"} and verb is not None and above.head == verb
    if verb is None or not aimed or tokens[verb].lemma not in GROUPS["against"]:
        return False
    return governs(sentence, one.head, tokens[k].head) or tokens[one.head].head == verb


def _only_talks(one: Found) -> bool:
    """Whether an actor is a body that speaks, meets, votes or watches: the Security Council invades nobody."""
    words = set(one.actor.name.lower().split())
    armed = {"rebel", "militia", "state_military", "state_police", "coalition"}
    return one.actor.type in UNARMED or (one.actor.type not in armed and bool(words & GROUPS["talking"]))


def _is_violent(sentence: Sentence, k: int) -> bool:
    """Whether a pronoun is whose violence is told of, or who does it: "its invasion of", "it bombed"."""
    token = sentence.tokens[k]
    does = token.dep in SUBJECTS or token.lower in OWN
    return does and sentence.tokens[token.head].lemma in GROUPS["violence"]
