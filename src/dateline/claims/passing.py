"""The drafts of a report -> the same without those that only mention in passing what another one tells.

"Addressing Friday's attack", "the victims of the massacre", "the guard who was killed": the words presuppose the event.
They are further evidence for the claim that tells of it, and no claim of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline import lexicons
from dateline.claims.context import VIOLENT
from dateline.claims.grouping import DEFINITE, OUTCOME
from dateline.claims.story import Draft
from dateline.records import Status

TELLING = lexicons.words("binding", "telling")
ALIKE = VIOLENT - {"siege", "riot", "crackdown"}
TOLD = frozenset({Status.HAPPENED, Status.ONGOING})


def fold_mentions(drafts: Sequence[Draft]) -> list[Draft]:
    """Fold each mention in passing into the claim that tells of its event, the nearest before it or else after."""
    kept = list(drafts)
    for draft in drafts:
        if not (_is_mention(draft) or _is_of_victim(draft)):
            continue
        tellers = [k for k in kept if k is not draft and _tells(k, draft)]
        if tellers:
            best = min(tellers, key=lambda k: (k.sentence > draft.sentence, abs(k.sentence - draft.sentence)))
            best.also.append(draft.evidence)
            kept.remove(draft)
    return kept


def _is_mention(draft: Draft) -> bool:
    """Whether a noun without figures names the event where it is no argument of a verb that would tell of it."""
    if draft.figures or draft.own_when or draft.status not in TOLD or draft.kind not in ALIKE:
        return False
    if len(draft.group.acts) > 1:
        return False
    tokens = draft.group.line.sentence.tokens
    if any(tokens[i].pos != "NOUN" or tokens[i].text.istitle() for i in draft.group.acts):
        return False  # "the Battle of Marsh Hill" is a name
    head = tokens[draft.head]
    kids = draft.group.line.sentence.kids[draft.head]
    if head.dep in {"ROOT", "attr"} or tokens[head.head].lemma in TELLING | OUTCOME:
        return False
    return any(tokens[k].lower in DEFINITE for k in kids)


def _is_of_victim(draft: Draft) -> bool:
    """Whether a relative clause only says which victim is meant: "the guard who was killed"."""
    sentence = draft.group.line.sentence
    tokens, head = sentence.tokens, draft.head
    if tokens[head].dep not in {"relcl", "acl"} or len(draft.group.acts) > 1 or draft.kind not in ALIKE:
        return False
    if any((f.low, f.high) != (1, 1) for f in draft.figures):
        return False
    predicate = draft.group.line.predicates.get(head)
    suffered = (
        predicate is not None and not predicate.agents and (predicate.passive or bool(predicate.patients))
    )
    noun = tokens[head].head
    return suffered and any(tokens[k].lower in DEFINITE for k in sentence.kids[noun])


def _tells(told: Draft, mention: Draft) -> bool:
    """Whether a draft tells of the event of a mention, which then adds nothing to it."""
    if told.status not in TOLD or (mention.kind != told.kind and not {mention.kind, told.kind} <= ALIKE):
        return False
    if mention.kind not in {told.kind, "attack"}:
        return False
    if mention.own_when and mention.when != told.when:
        return False
    if mention.source.name != told.source.name and mention.source.type != "report":
        return False
    if mention.own_where and (
        told.where is None or mention.where is None or mention.where.name != told.where.name
    ):
        return False
    if mention.figures and not {f.measure for f in mention.figures} <= {f.measure for f in told.figures}:
        return False
    return not _names_another(mention, told) and not (_is_mention(told) and told.sentence > mention.sentence)


def _names_another(mention: Draft, told: Draft) -> bool:
    """Whether a mention in its own words names a doer that the telling does not have."""
    own = any(d.field == "actor" and d.rule.startswith("actor.") for d in mention.decisions)
    return own and bool(told.actors) and not {a.name for a in mention.actors} <= {a.name for a in told.actors}
