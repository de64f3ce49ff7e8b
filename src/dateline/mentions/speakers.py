"""A phrase for who speaks, with the actors found in its report -> a speaker: a name and a source type.

Also who speaks for a whole report that an institution issues. It does not decide whether a phrase speaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dateline.lexicons import load
from dateline.mentions.actors.folding import fold
from dateline.mentions.issuers import country_in, issuer, named_in
from dateline.records import Actor, Mention, Phrase, Report, Sentence, SourceType, Speaker, Token

__all__ = ["UNATTRIBUTED", "describe", "issuer", "parties_of"]

PRESS_OFFICES = frozenset({"office", "service", "department", "committee", "centre", "center", "secretariat"})
ONLY_ARMY = "only army: "  # before the name, among those who fight
UNATTRIBUTED = Speaker("unattributed", SourceType("other"))
REPORT = Speaker("report", SourceType("report"))

# First words of a broadcaster's name: "Radio Esja".
AIRED = frozenset(("radio", "television", "tv", "channel"))
ARMED = ("rebel", "militia", "coalition")
MONITORS = ("monitor", "ngo")
# A state fights in a report where its name stands before such words: "Israeli airstrikes".
FIGHTS = re.compile(
    r"""^['’]?s?\s+(?:\w+\s+){0,2}?(?:air\s?strikes?|strikes?|jets?|warplanes?|offensive|bombardment|shelling|shells|
    bombing|bombs|missiles?|artillery|raids?|attacks?|invasion|aircraft)\b""",
    re.VERBOSE | re.IGNORECASE,
)
# A force that is only said to speak does not thereby fight: "the Russian army said".
SAYS = re.compile(
    r"\s+(?:has\s+|have\s+)?(?:said|says|say|told|reported|reports|claims?|claimed|accused?|added)\b"
)
SKIPPED = ("DET", "PUNCT", "SPACE", "NUM", "CCONJ", "SCONJ", "SYM")
# Words that stand for a force as a whole where they are said to be its own: "military reports".
COLLECTIVE = frozenset(
    ("reports", "report", "authorities", "headquarters", "command", "communique", "communiqué", "bulletin")
)
REBELS = frozenset(("rebel", "rebels", "insurgent", "insurgents", "guerrilla", "militant", "militia"))
FORCE = frozenset(("military", "army", "navy"))
CLAUSES = ("relcl", "acl", "advcl", "punct", "ccomp")


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon's words for who speaks."""

    types: tuple[tuple[str, frozenset[str]], ...]
    lists: dict[str, frozenset[str]]
    outlets: dict[str, str]
    media: frozenset[str]
    suffixes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Described:
    """A speaker's phrase as it is looked at: its words, plain text, and the actor or person found in it."""

    lower: frozenset[str]
    text: str
    actor: Actor | None
    role: str
    parties: frozenset[str]

    def has(self, words: frozenset[str]) -> bool:
        """Whether one of the words, or phrases, stands in the description."""
        return not self.lower.isdisjoint(words) or any(" " in w and w in self.text.lower() for w in words)


@cache
def words() -> Words:
    """The lexicons' words, read once."""
    people, outlets = load("people"), load("outlets")
    names: dict[str, str] = {}
    for key, row in outlets.items():
        if isinstance(row, list) and key not in ("suffixes", "words", "issuer", "site_type"):
            names.update((_key(n), n) for n in row)
    return Words(
        types=tuple((row["type"], frozenset(row["any"])) for row in people["speaker"]),
        lists={k: frozenset(v) for k, v in people["unnamed"].items()},
        outlets=names,
        media=frozenset(outlets["words"]),
        suffixes=frozenset(w.lower() for w in outlets["suffixes"]),
    )


def _key(name: str) -> str:
    return fold(name).removeprefix("the ")


def describe(
    sentence: Sentence,
    phrase: Phrase,
    mentions: Sequence[Mention],
    *,
    parties: frozenset[str] = frozenset(),
) -> Speaker:
    """Who a phrase says is speaking, and of which source type.

    Args:    the phrase of the speaker; mentions of the report's actors, at least those of the sentence; the
             names and country codes of those who fight in this report (see `parties_of`).
    Returns: a canonical name ("Syrian Democratic Forces"), a person with what they are ("Rana Odeh (mayor)"),
             or a short description ("police sources"); its type is one of the codebook's source types.
    """
    here = [m for m in mentions if isinstance(m.value, Actor) and sentence.span.covers(m.span)]
    person = _person(sentence, phrase, here)
    if person:
        return _of_person(_with_office(sentence, phrase, person), parties)
    for_whom = _spoken_for(sentence, phrase)
    if for_whom is not None:
        body = describe(sentence, for_whom, mentions, parties=parties)
        if body.type not in ("other", "witness"):
            office = sentence.tokens[phrase.head].lemma in PRESS_OFFICES
            name = body.name if office or body.name.endswith(")") else f"{body.name} (spokesman)"
            return Speaker(name, body.type)
    seen = _look(sentence, phrase, here, parties)
    if sentence.tokens[phrase.head].pos == "PRON" and seen.actor is None:
        return UNATTRIBUTED
    if not any(c.isalnum() for c in seen.text):
        return UNATTRIBUTED  # what is left of broken characters
    if _is_where_reports_come_from(sentence, phrase) and (seen.actor is None or seen.actor.type == "object"):
        return UNATTRIBUTED
    for rule in RULES:
        speaker = rule(seen)
        if speaker:
            return speaker
    return Speaker(seen.text or "unattributed", SourceType("other"))


def _is_where_reports_come_from(sentence: Sentence, phrase: Phrase) -> bool:
    """“Reports from Northfield say": a place, and nobody who says it."""
    link = sentence.tokens[phrase.head].head
    told = sentence.tokens[sentence.tokens[link].head]
    return sentence.tokens[link].lower == "from" and told.lemma == "report" and told.tag in {"NN", "NNS"}


def _person(sentence: Sentence, phrase: Phrase, here: list[Mention]) -> Mention | None:
    """The person whom the phrase's head, or what stands beside it, names."""
    tokens = sentence.tokens
    beside = (
        k
        for k in range(phrase.start, min(phrase.end, len(tokens)))
        if tokens[k].dep in ("appos", "nmod") and phrase.head in _names_above(sentence, k)
    )
    starts = {tokens[k].start for k in (phrase.head, *beside)}
    head = sentence.tokens[phrase.head].start
    persons = (m for m in here if isinstance(m.value, Actor) and m.value.type == "person")
    return next((m for m in persons if m.anchor in starts or m.span.start <= head < m.span.end), None)


def _spoken_for(sentence: Sentence, phrase: Phrase) -> Phrase | None:
    """Whom a spokesman or a press office speaks for: "a spokesman for the Dawn Column", "the army's press office"."""
    head = sentence.tokens[phrase.head]
    if head.lemma in PRESS_OFFICES and any(
        sentence.tokens[k].lower in {"press", "media"} for k in sentence.kids[phrase.head]
    ):
        owner = next((k for k in sentence.kids[phrase.head] if sentence.tokens[k].dep == "poss"), None)
        return None if owner is None else Phrase(owner, sentence.subtree(owner)[0], owner + 1)
    if sentence.tokens[phrase.head].lemma not in ("spokesman", "spokeswoman", "spokesperson"):
        return None
    for k in sentence.kids[phrase.head]:
        if sentence.tokens[k].lower in ("for", "of"):
            for c in sentence.kids[k]:
                if sentence.tokens[c].dep == "pobj":
                    return Phrase(c, *sentence.subtree(c))
    return None


def _with_office(sentence: Sentence, phrase: Phrase, mention: Mention) -> Mention:
    """A person of whom nothing is said but by an office beside the name: "SSP, Rajeev Sabarwal"."""
    if mention.note:
        return mention
    tokens = sentence.tokens[phrase.start : phrase.end]
    beside = [t for t in tokens if not mention.span.start <= t.start < mention.span.end and t.text.isalpha()]
    offices = words().lists["offices"] | words().lists["fighting"]
    if not any(t.lower in offices for t in beside):
        return mention
    return replace(mention, note=" ".join(t.text for t in beside if t.pos != "DET"))


def _names_above(sentence: Sentence, k: int) -> Iterator[int]:
    """The heads above a name, past nouns, "of" and "for"."""
    for above in sentence.ancestors(k):
        yield above
        if sentence.tokens[above].pos not in ("NOUN", "PROPN", "ADP"):
            return


def _of_person(mention: Mention, parties: frozenset[str]) -> Speaker:
    """A named person: by what they are said to be; one of whom nothing is said is a witness."""
    actor, role = mention.value, mention.note
    assert isinstance(actor, Actor)  # noqa: S101 - `_person` has sifted them
    if role == actor.name:
        role = ""
    if not role:
        actor, role = _titled(actor)
    name = f"{actor.name} ({role})" if role else actor.name
    if not role and actor.actor_id:
        return Speaker(name, SourceType("party" if actor.country in parties else "government"))
    if not role:
        return Speaker(name, SourceType("witness"))
    low = frozenset(re.findall(r"[\w-]+", role.lower()))
    kind = _role_type(Described(low, role, None, role, parties))
    return Speaker(name, SourceType(kind))


def _titled(actor: Actor) -> tuple[Actor, str]:
    """A person whose office was taken for part of the name: "County Sheriff Ann Smith" is Ann Smith, County Sheriff."""
    words_of = actor.name.split()
    lists = words().lists
    offices = lists["offices"] | lists["fighting"]
    at = [k for k, w in enumerate(words_of[:-1]) if w.lower().strip(".") in offices]
    if not at or actor.actor_id or len(words_of) - at[-1] < 3:
        return actor, ""
    return replace(actor, name=" ".join(words_of[at[-1] + 1 :])), " ".join(words_of[: at[-1] + 1])


def _role_type(seen: Described) -> str:
    """The source type of what a person is said to be."""
    lists = words().lists
    body = named_in(seen.text)
    if body and body.type in ("international_organisation", "monitor", "ngo", *ARMED):
        return _body_type(body, seen)
    named = [p for p in seen.parties if len(p) > 3 and p.lower() in seen.text.lower()]
    fighter = seen.has(lists["fighting"]) and not seen.has(lists["not_fighting"])
    country = country_in(seen.text)
    fights = country in seen.parties if country else bool(seen.parties)
    if (fighter and fights) or (named and not seen.has(lists["offices"])):
        return "party"
    former = "former" in seen.lower or "retired" in seen.lower
    for kind, some in words().types:
        if seen.has(some) and not (kind == "expert" and seen.has(lists["officials"])):
            return kind
    if former:
        return "expert"
    if seen.has(lists["offices"]) or seen.has(lists["fighting"]) or "spokesman" in seen.lower:
        return "government"
    return "other"


def _look(sentence: Sentence, phrase: Phrase, here: list[Mention], parties: frozenset[str]) -> Described:
    """Gather the words of a speaker's phrase, up to a clause that hangs on it."""
    tokens = sentence.tokens[phrase.start : _stop(sentence, phrase)]
    lower = frozenset(t.lower for t in tokens)
    start, end = sentence.tokens[phrase.start].start, tokens[-1].end if tokens else phrase.end
    head = sentence.tokens[phrase.head].start
    inside = [
        m for m in here if (start <= m.span.start and m.span.end <= max(end, start + 1)) or m.anchor == head
    ]
    on = [m for m in inside if m.anchor == head] or [m for m in inside if m.span.start <= head < m.span.end]
    best = min(
        on or inside, key=lambda m: (m.rule in ("actors.modifier", "actors.group"), m.span), default=None
    )
    actor = best.value if best and isinstance(best.value, Actor) else None
    return Described(lower, _plain(tokens), actor, "", parties)


def _stop(sentence: Sentence, phrase: Phrase) -> int:
    """Where the phrase ends before a clause or a comma."""
    for k in range(phrase.head + 1, phrase.end):
        if sentence.tokens[k].dep in CLAUSES or sentence.tokens[k].text in ",;:":
            return max(k, phrase.head + 1)
    return max(phrase.end, phrase.head + 1)


def _plain(tokens: tuple[Token, ...]) -> str:
    """The words without article: "police sources in Arvenna"; and-joined speakers keep their "and"."""
    kept = [
        t
        for k, t in enumerate(tokens)
        if t.pos not in SKIPPED or t.lower in ("and", "-", "&") or (k and t.pos == "DET")
    ]
    if kept and kept[0].lower == "of":
        kept = list(tokens)  # "one of them"
    text = "".join(t.text + (" " if t.space else "") for t in kept).strip(" -,")
    return text[:1].lower() + text[1:] if tokens and kept and kept[0].pos not in ("PROPN", "ADJ") else text


def _outlet(seen: Described) -> Speaker | None:
    """An outlet: one of the list, one by its last word, or outlets in general."""
    if seen.actor and seen.actor.type == "media" and seen.actor.name[:1].isupper():
        return Speaker(seen.actor.name, SourceType("media"))
    bare = _key(seen.text)
    for suffix in (" news agency", " newspaper", " television", " tv", " daily", " reports", ""):
        if bare.endswith(suffix) and bare.removesuffix(suffix) in words().outlets:
            return Speaker(words().outlets[bare.removesuffix(suffix)], SourceType("media"))
    words_of = seen.text.split()
    first, last = words_of[:1] or [""], words_of[-1:] or [""]
    if len(words_of) > 1 and first[0].lower() in AIRED and words_of[1][:1].isupper():
        return Speaker(seen.text, SourceType("media"))
    if seen.has(words().media) or (
        last[0][:1].isupper() and last[0].lower() in words().suffixes and " " in seen.text
    ):
        return Speaker(seen.text, SourceType("media"))
    return None


def _hospital(seen: Described) -> Speaker | None:
    """Officials and sources of a hospital."""
    low = seen.text.lower()
    if (
        any(w in low for w in ("hospital", "clinic", "medical", "ambulance", "morgue"))
        and "ministry" not in low
    ):
        return None if seen.actor and seen.actor.actor_id else Speaker(seen.text, SourceType("medical"))
    return None


def _is_bare(seen: Described) -> bool:
    """“the sources”, "a source close to": nothing that tells what sort of sources they are."""
    return len(seen.lower) < 3 and len(seen.text.split()) < 2


def _unnamed(seen: Described) -> Speaker | None:
    """Sources, officials and reports without a name."""
    lists = words().lists
    if seen.has(lists["sources"]):
        if seen.actor and seen.actor.type in ARMED and seen.actor.name[:1].isupper():
            return Speaker(f"{seen.actor.name} (sources)", SourceType("party"))
        if seen.lower & REBELS:
            return Speaker(seen.text, SourceType("party"))
        if seen.has(lists["of_state"]):
            return Speaker(seen.text, SourceType("official_unnamed"))
        return Speaker("unnamed sources" if _is_bare(seen) else seen.text, SourceType("other"))
    if seen.lower & COLLECTIVE and seen.lower & FORCE:
        return _of_force(seen)
    if seen.has(lists["reports"]) and seen.actor and seen.actor.type == "state_government":
        return Speaker(seen.text, SourceType("media"))  # "American reports"
    if seen.has(lists["reports"]) and not (seen.actor and seen.actor.actor_id):
        return _of_report(seen)
    if seen.has(lists["officials"]) and not seen.has(frozenset(("former", "retired", "police officers"))):
        return Speaker(seen.text, SourceType("official_unnamed"))
    return None


def _of_report(seen: Described) -> Speaker:
    """Whose a report without a name is: "a police report" is the police's, "intelligence reports" some officials'."""
    if "police" in seen.lower:
        return Speaker("police", SourceType("government"))
    if seen.has(words().lists["of_state"]):
        return Speaker(seen.text, SourceType("official_unnamed"))
    return UNATTRIBUTED


def _of_force(seen: Described) -> Speaker:
    """What the military as such says: "military reports", "army authorities"; a side where it fights."""
    country = seen.actor.country if seen.actor else None
    codes = {p for p in seen.parties if len(p) == 3 and p.isupper()}
    fights = country is None or not codes or country in codes
    only = next((p.removeprefix(ONLY_ARMY) for p in seen.parties if p.startswith(ONLY_ARMY)), None)
    name = (
        only if only is not None and country is None and not seen.lower & {"source", "sources"} else seen.text
    )
    return Speaker(name, SourceType("party" if fights else "government"))


def _worded(seen: Described) -> Speaker | None:
    """Doctors, experts, witnesses: told by a word, where no body of a state or a group is named."""
    if seen.actor and (
        seen.actor.actor_id or seen.actor.type in (*ARMED, "state_police", "state_government")
    ):
        return None
    for kind, some in words().types:
        if seen.has(some):
            return Speaker(seen.text, SourceType(kind))
    return None


def _body(seen: Described) -> Speaker | None:
    """A named or described body: by its type, and whether it fights here."""
    actor = seen.actor
    if actor is None:
        return None
    kind = _body_type(actor, seen)
    name = actor.name if actor.actor_id or actor.type in ARMED else seen.text or actor.name
    spokes = seen.has(words().lists["spokespeople"]) and kind == "party" and actor.type in ARMED
    if seen.has(frozenset(("spokesman", "spokeswoman", "spokesperson"))) and (spokes or kind == "government"):
        name = f"{name} (spokesman)"
    return Speaker(name, SourceType(kind))


def _body_type(actor: Actor, seen: Described) -> str:
    """The source type of a body."""
    fights = actor.name in seen.parties or (actor.country is not None and actor.country in seen.parties)
    if actor.type in ARMED:
        return "party"
    if actor.type in MONITORS:
        return "monitor"
    if actor.type == "international_organisation":
        return "party" if actor.name in seen.parties else "international_organisation"
    if actor.type == "state_military":
        return "party" if fights or not seen.parties else "government"
    if actor.type == "state_police":
        return "party" if actor.name in seen.parties else "government"
    if actor.type == "state_government":
        office = seen.has(words().lists["offices"]) or re.search(
            r"Ministry|Court|Department|parliament", actor.name
        )
        return "party" if fights and not office else "government"
    return {"media": "media", "civilians": "witness"}.get(actor.type, "other")


def _office(seen: Described) -> Speaker | None:
    """An office of a state that no table names: "the district administration"."""
    if seen.has(words().lists["offices"]) or "administration" in seen.lower:
        return Speaker(seen.text, SourceType("government"))
    if seen.has(words().lists["fighting"]):
        return Speaker(seen.text, SourceType("party"))
    return None


RULES: tuple[Callable[[Described], Speaker | None], ...] = (
    _outlet,
    _hospital,
    _unnamed,
    _worded,
    _body,
    _office,
)


def parties_of(report: Report, mentions: Sequence[Mention]) -> frozenset[str]:
    """Who fights in a report: names of armed groups and forces, with the codes and names of their countries.

    A state counts where its forces are named, or where its name stands before words such as "airstrikes". The one
    army that a report tells of is marked: "military authorities" are nobody else there.
    """
    out: set[str] = set()
    armies: set[str] = set()
    for mention in mentions:
        actor = mention.value
        if not isinstance(actor, Actor):
            continue
        if (
            actor.type == "state_military"
            and actor.country is not None
            and actor.name.casefold().endswith(" army")
        ):
            armies.add(actor.name)
        if actor.type in ARMED and actor.actor_id:
            out.add(actor.name)
            leader = country_in(actor.name.split("-led")[0]) if "-led" in actor.name else None
            out.update(c for c in (leader,) if c)
        elif (
            actor.type == "state_military" and not SAYS.match(report.text[mention.span.end :][:30])
        ) or _strikes(report, mention, actor):
            out.add(actor.name)
            out.update(c for c in (actor.country,) if c)
    if out and len({name.casefold() for name in armies}) == 1:
        out.add(ONLY_ARMY + min(armies))
    return frozenset(out)


def _strikes(report: Report, mention: Mention, actor: Actor) -> bool:
    """Whether a state or alliance is said to strike: "Israeli airstrikes", "NATO attacks"."""
    if actor.type not in ("state_government", "international_organisation") or not actor.actor_id:
        return False
    return bool(FIGHTS.match(report.text[mention.span.end : mention.span.end + 60]))
