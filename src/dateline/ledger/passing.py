"""A claim that no ledger holds, and a filter -> whether it passes, by the rules of `queries`."""

from __future__ import annotations

import re
from unicodedata import combining, normalize

from dateline.ledger.filters import SOUGHT, ClaimFilter
from dateline.records import BY_PERSON, Actor, Claim, Report

WORD = re.compile(r"[^\W_]+")


def was_said(report: Report, asked: ClaimFilter) -> bool:
    """Whether a report had been published by the day that is asked for."""
    day = report.published_day
    return asked.said_by is None or (day is not None and day <= asked.said_by)


def has_words(report: Report, asked: ClaimFilter) -> bool:
    """Whether a report, its headline counted, has the words that are asked for."""
    if asked.words is None:
        return True
    columns = [_words(report.headline or ""), _words(report.text)]
    return all(any(_stand(part, words) for words in columns) for part in SOUGHT.finditer(asked.words))


def _stand(part: re.Match[str], words: list[str]) -> bool:
    """Whether the words of a phrase stand side by side among others; the last may go on, if it ends in a star."""
    sought = _words(part["phrase"] or part["word"] or "")
    is_open = (part["word"] or "").endswith("*")
    for at in range(len(words) - len(sought) + 1):
        found = words[at : at + len(sought)]
        if found == sought or (is_open and found[:-1] == sought[:-1] and found[-1].startswith(sought[-1])):
            return True
    return not sought


def _words(text: str) -> list[str]:
    """Words as the index has them: small letters, without accents."""
    bare = "".join(c for c in normalize("NFD", text) if not combining(c))
    return WORD.findall(bare.lower())


def passes(claim: Claim, asked: ClaimFilter) -> bool:
    """Whether a claim is one of those that are asked for; the clocks and words are its report's."""
    return (
        asked.kind in {None, claim.kind}
        and asked.status in {None, claim.status}
        and asked.report in {None, claim.report}
        and asked.source_type in {None, claim.source.type}
        and (asked.measure is None or any(f.measure == asked.measure for f in claim.figures))
        and (asked.source is None or _has_part(claim.source.name, asked.source))
        and (asked.actor is None or _has_actor(claim.actors, asked.actor))
        and (asked.target is None or _has_actor(claim.targets, asked.target))
        and (asked.place is None or _is_at(claim, asked.place))
        and asked.reviewed in {None, any(decision.rule == BY_PERSON for decision in claim.decisions)}
        and _is_within(claim, asked)
        and _is_sure(claim, asked)
    )


def _is_sure(claim: Claim, asked: ClaimFilter) -> bool:
    if asked.min_confidence is None:
        return True
    values = [claim.sureness(field) for field in asked.needed]
    if "all" in asked.sure_of:
        values += [score.value for score in claim.scores]
    return all(value is not None and value >= asked.min_confidence for value in values)


def _has_part(text: str, part: str) -> bool:
    return part.lower() in text.lower()


def _has_actor(actors: tuple[Actor, ...], part: str) -> bool:
    return any(_has_part(actor.name, part) for actor in actors)


def _is_at(claim: Claim, place: str) -> bool:
    return claim.where is not None and (
        _has_part(claim.where.name, place) or claim.where.country == place.upper()
    )


def _is_within(claim: Claim, asked: ClaimFilter) -> bool:
    if asked.since is None and asked.until is None:
        return True
    if claim.when is None:
        return False
    return (asked.since is None or claim.when.end >= asked.since) and (
        asked.until is None or claim.when.start <= asked.until
    )
