"""A verb of a parsed sentence -> the attribution that it makes: active, passive, or in a relative clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.claims.attributions import astray, contents, cues, sources
from dateline.claims.attributions.contents import Taken
from dateline.claims.attributions.drafts import Draft
from dateline.claims.attributions.tables import SHAPE, SHOWING, VERBAL, VERBS, lemma
from dateline.claims.attributions.walking import NONE, filled, kid, kids, under
from dateline.records import Sentence, Token

# The kind of cue after or before which any clause is what is said, whatever the parser made of it.
PLAIN = "statement"
# Kinds of cue that say enough as a passive with nobody named: "was denounced".
BARE = frozenset({"accusation", "praise"})


def find(sentence: Sentence) -> Iterator[Draft]:
    """The attributions that a sentence's verbs make."""
    for i, token in enumerate(sentence.tokens):
        if token.pos not in VERBAL:
            continue
        takes = VERBS.get(lemma(token))
        if takes is None:
            continue
        draft = _passive(sentence, i, takes) if _is_passive(sentence, i) else _active(sentence, i, takes)
        if draft is not None:
            yield draft


def _is_passive(sentence: Sentence, i: int) -> bool:
    """Whether a verb stands in the passive, also as a bare participle: "accused of", "when asked who"."""
    token = sentence.tokens[i]
    if token.tag != "VBN":
        return False
    if kid(sentence, i, "auxpass", "nsubjpass", "agent") is not None:
        return True
    has = any(sentence.tokens[k].lemma == "have" for k in kids(sentence, i, "aux"))
    if has or kid(sentence, i, "dobj", "nsubj") is not None:
        return False
    if kid(sentence, i, "ccomp") is not None:
        return i == 0 or kid(sentence, i, "advmod", "mark") is not None
    return token.dep in {"acl", "advcl", "ROOT", "conj"}


def _active(sentence: Sentence, i: int, takes: Mapping[str, str]) -> Draft | None:
    """“X said that ...”, “X urged Y to ...”, “X, whom Y called a liar”."""
    who = sources.of_verb(sentence, i)
    got = (
        contents.taken(sentence, i, takes) or _gap(sentence, i, takes, who) or _lost(sentence, i, takes, who)
    )
    if (got is None and "quote" not in takes) or not _may_say(sentence, i, who, got):
        return None
    if got is None:
        cue = cues.of_verb(sentence, i, who)
        return Draft(sentence, i, takes["quote"], "attribution.quote", who, cue, may_quote=True)
    if got.kind == "appearance":
        return _appearance(sentence, i, who, got)
    content = got.tokens - who
    cue = cues.of_verb(sentence, i, who | content, got.preposition)
    extent = (
        astray.whole(sentence, i, cue | who, content)
        if got.complement == "clause"
        else filled(content, cue | who)
    )
    return Draft(sentence, i, got.kind, f"attribution.{got.complement}", who, cue, extent, "quote" in takes)


def _appearance(sentence: Sentence, i: int, who: frozenset[int], got: Taken) -> Draft | None:
    """“The truce seems to hold”: all but the cue is how it looks, to nobody named."""
    if min(got.tokens) < i:
        return None
    cue = cues.of_verb(sentence, i, who | got.tokens)
    return Draft(
        sentence, i, got.kind, f"attribution.{got.complement}", NONE, cue, filled(got.tokens | who, cue)
    )


def _lost(sentence: Sentence, i: int, takes: Mapping[str, str], who: frozenset[int]) -> Taken | None:
    """What a plain cue covers by its place alone, before it or behind it."""
    if takes.get("clause") != PLAIN:
        return None
    if before := astray.before(sentence, i, who):
        return Taken("before", PLAIN, before)
    finite = "quote" in takes and sentence.tokens[i].tag in sources.SUBJECTED
    behind = astray.behind(sentence, i) if finite else NONE
    return Taken("clause", PLAIN, behind) if behind else None


def _may_say(sentence: Sentence, i: int, who: frozenset[int], got: Taken | None) -> bool:
    """Whether a cue says something of somebody: "this shows" does not; without a subject only participles do."""
    tokens = sentence.tokens
    if got is not None and got.kind == "appearance":
        return True
    if not who:
        return tokens[i].tag == "VBG" and got is not None and got.complement != "object"
    if got is not None and got.kind == "showing" and got.complement != "clause":
        return any(_can_show(tokens[k]) for k in who)
    only = tokens[min(who)]
    return not (len(who) == 1 and only.tag == "DT" and only.lower in SHAPE["things"])


def _can_show(token: Token) -> bool:
    """Whether a word of a source's phrase names a person, a name or a paper."""
    return token.lemma in SHOWING or token.pos == "PROPN" or token.lower in SHAPE["persons"]


def _gap(sentence: Sentence, i: int, takes: Mapping[str, str], who: frozenset[int]) -> Taken | None:
    """“the truce that the army proposed”, “whom he called a liar”: the noun above the clause is what the cue takes."""
    tokens = sentence.tokens
    name = kid(sentence, i, "oprd", "attr") if "as" in takes else None
    complement = "object" if name is None else "as"
    top = i
    while tokens[top].dep == "conj":
        top = tokens[top].head
    subject = kid(sentence, top, "nsubj")
    if complement not in takes or tokens[top].dep not in {"relcl", "acl"} or subject is None:
        return None
    if tokens[subject].tag in sources.RELATIVES:
        return None
    told = frozenset(k for k in under(sentence, tokens[top].head, [top]) if k < top)
    return Taken(complement, takes[complement], (told | under(sentence, name)) - who)


def _passive(sentence: Sentence, i: int, takes: Mapping[str, str]) -> Draft | None:
    """“was said to have ...”, “was accused by X of ...”, “the plan proposed by X”."""
    agent = kid(sentence, i, "agent")
    by = None if agent is None else kid(sentence, agent, "pobj")
    who = NONE if by is None else sources.phrase(sentence, by, i)
    who -= charge if (charge := _charge_behind(sentence, by, takes)) else NONE
    told = _told_of(sentence, i)
    got = contents.taken(sentence, i, _in_passive(takes), passive=True)
    if got is None and charge:
        got = Taken("charge", takes["charge"], charge)
    if got is None and who and (hung := astray.told_as(sentence, i)):
        got = Taken("clause", takes.get("clause", PLAIN), hung)
    if got is None:
        got = _bare(takes, told, who)
    if got is None:
        return None
    if got.complement == "clause" and kid(sentence, i, "nsubjpass") is None:
        told = NONE  # "it was said that": there is nobody of whom it was said
    cue = cues.of_verb(sentence, i, who | told | got.tokens, got.preposition)
    content = ((told - under(sentence, agent)) | got.tokens) - who - cue
    if not content:
        return None
    return Draft(sentence, i, got.kind, f"attribution.passive_{got.complement}", who, cue, content)


def _in_passive(takes: Mapping[str, str]) -> Mapping[str, str]:
    """What takes a clause takes an infinitive in the passive: “is believed to have fled”; "on" has no topic."""
    kind = takes.get("clause")
    takes = {complement: k for complement, k in takes.items() if complement != "on"}
    return takes if kind is None or "infinitive" in takes else {**takes, "infinitive": kind}


def _charge_behind(sentence: Sentence, by: int | None, takes: Mapping[str, str]) -> frozenset[int]:
    """A charge that the parser hung on who makes it: “was accused by residents of hiding the bodies”."""
    if by is None or "charge" not in takes:
        return NONE
    links = (k for k in kids(sentence, by, "prep") if sentence.tokens[k].lower in {"of", "for"})
    found = (k for k in links if kid(sentence, k, "pcomp") is not None)
    return under(sentence, next(found, None))


def _bare(takes: Mapping[str, str], told: frozenset[int], who: frozenset[int]) -> Taken | None:
    """A passive that takes nothing more: “was denounced”, “was proposed by X”."""
    kind = takes.get("object") or takes.get("as")
    if kind is None or not told or not (who or BARE & set(takes.values())):
        return None
    return Taken("object", kind, NONE)


def _told_of(sentence: Sentence, i: int) -> frozenset[int]:
    """What a passive tells of: its subject, or the noun that a participle describes."""
    tokens = sentence.tokens
    subject = kid(sentence, i, "nsubjpass")
    if subject is not None:
        empty = tokens[subject].lower == "it" and kid(sentence, i, "ccomp") is not None
        return NONE if empty else under(sentence, subject)
    if tokens[i].dep == "acl":
        return frozenset(k for k in under(sentence, tokens[i].head, [i]) if k < i)
    head = sources.subject(sentence, i) if tokens[i].dep in {"conj", "xcomp"} else None
    return NONE if head is None else sources.phrase(sentence, head, i)
