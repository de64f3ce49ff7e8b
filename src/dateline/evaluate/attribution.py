"""Texts in which people have marked who says what -> how far dateline's own attributions agree.

The form is one JSON object a line: {"id", "text", "attributions": [{"source", "cue", "content"}]}, each of the
three a list of [start, end] in code points; a source may be empty. Such sets mark what stands in the report's own
voice, so attributions inside of others' words are not compared. Nothing but letters and digits counts as a word.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from dateline import language
from dateline.claims.attributions import attributions
from dateline.errors import UsageError
from dateline.evaluate.ledger import Share
from dateline.pipeline import DEFAULT_MODEL
from dateline.records import Attribution, Report, ReportId

WORD = re.compile(r"\w+")
# Words that two sources may share without being one: "his" and "her" lawyer.
SMALL = frozenset(
    re.findall(
        r"\w+",
        """the a an of in on at to for and or by with from his her their its our my your that this these those
        mr mrs ms dr s""",
    )
)
# Least share of the words of two contents that they have in common, to be one statement.
SAME = 0.5
ROLES = ("source", "cue", "content")

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Attributed:
    """Who says what, as somebody marked it: the words of source, cue and content by their place in the text."""

    source: Words
    cue: Words
    content: Words

    def of(self, role: str) -> Words:
        """The words of one role."""
        words: Words = getattr(self, role)
        return words


@dataclass(frozen=True, slots=True)
class AttributionAgreement:
    """How far attributions agree.

    `who_said_what`: pairs with the same content (half of their words or more) whose sources share a word that is
                     not a small one, or are both empty; one to one, the closest first.
    `content_pairs`: the same, whatever their sources; `source_share` is the share of these whose source is right.
    `exact_...`, `overlap_...`: spans of one role with the same words, and with a word in common.
    `token_...`:     the words that bear a role in any attribution.
    """

    reports: int
    who_said_what: Share
    content_pairs: Share
    source_share: float
    exact_source: Share
    exact_cue: Share
    exact_content: Share
    overlap_source: Share
    overlap_cue: Share
    overlap_content: Share
    token_source: Share
    token_cue: Share
    token_content: Share

    @property
    def headline(self) -> dict[str, float]:
        """What attribution is judged by first."""
        return {"who_said_what": self.who_said_what.f1, "source": self.source_share}

    def to_object(self) -> dict[str, Any]:
        """As plain values, for JSON."""
        values = ((f.name, getattr(self, f.name)) for f in fields(self))
        return {name: v.to_object() if isinstance(v, Share) else v for name, v in values}


def measure(path: Path, model: str = DEFAULT_MODEL) -> AttributionAgreement:
    """Read the texts of a file, or of all .jsonl files of a folder, and compare with the attributions they bear.

    Raises:  UsageError, when there is no such file or it has another form.
    """
    engine = language.load(model)
    rows = [(entry["text"], _spans(entry)) for entry in _entries(path)]
    ours = [_ours(Report(ReportId(str(number)), text), engine) for number, (text, _) in enumerate(rows)]
    return agreement([text for text, _ in rows], [gold for _, gold in rows], ours)


def _ours(report: Report, engine: language.Engine) -> list[dict[str, Any]]:
    sentences, _ = language.parse(report, engine)
    return [as_spans(found) for found in attributions(report, sentences) if not found.depth]


def as_spans(found: Attribution) -> dict[str, Any]:
    """An attribution in the form of the gold."""
    source = [] if found.source is None else [[found.source.start, found.source.end]]
    content = [[span.start, span.end] for span in found.contents]
    return {"source": source, "cue": [[found.cue.start, found.cue.end]], "content": content}


def agreement(
    texts: Sequence[str], gold: Sequence[Sequence[dict[str, Any]]], system: Sequence[Sequence[dict[str, Any]]]
) -> AttributionAgreement:
    """Compare attributions, text by text, in the order given."""
    counts: dict[str, list[int]] = {}
    for text, ones, others in zip(texts, gold, system, strict=True):
        places = [(m.start(), m.end()) for m in WORD.finditer(text)]
        words = [text[start:end].lower() for start, end in places]
        _count(counts, words, [_marked(a, places) for a in ones], [_marked(a, places) for a in others])
    shares = {name: Share(*three) for name, three in counts.items()}
    none = Share(0, 0, 0)
    named = {f.name: shares.get(f.name, none) for f in fields(AttributionAgreement)}
    pairs, right = named["content_pairs"], named["who_said_what"]
    share = right.hit / max(1, pairs.hit)
    return AttributionAgreement(**{**named, "reports": len(texts), "source_share": share})  # type: ignore[arg-type]


def _marked(spans: dict[str, Any], places: Sequence[tuple[int, int]]) -> Attributed:
    return Attributed(*(_words(spans.get(role) or [], places) for role in ROLES))


def _words(spans: Sequence[Sequence[int]], places: Sequence[tuple[int, int]]) -> Words:
    """The words that some spans touch, by their place in the text."""
    return frozenset(
        k for k, (a, b) in enumerate(places) if any(a < end and start < b for start, end in spans)
    )


def _count(
    counts: dict[str, list[int]],
    words: Sequence[str],
    gold: Sequence[Attributed],
    system: Sequence[Attributed],
) -> None:
    """Add one text's hits, answers and questions to each count."""

    def add(name: str, *three: int) -> None:
        counts[name] = [a + b for a, b in zip(counts.get(name, [0, 0, 0]), three, strict=True)]

    for role in ROLES:
        ones, others = [a.of(role) for a in gold], [b.of(role) for b in system]
        every, each = frozenset[int]().union(*ones), frozenset[int]().union(*others)
        add(f"token_{role}", len(every & each), len(each), len(every))
        ones, others = [x for x in ones if x], [x for x in others if x]
        add(f"exact_{role}", _identical(ones, others), len(others), len(ones))
        add(f"overlap_{role}", len(paired(ones, others, 1e-9)), len(others), len(ones))
    asked, given = [a for a in gold if a.content], [b for b in system if b.content]
    pairs = paired([a.content for a in asked], [b.content for b in given], SAME)
    right = sum(same_source(asked[i].source, given[j].source, words) for i, j in pairs)
    add("content_pairs", len(pairs), len(given), len(asked))
    add("who_said_what", right, len(given), len(asked))


def _identical(ones: Sequence[Words], others: Sequence[Words]) -> int:
    """How many spans have one of the same words on the other side, each used once."""
    left = list(others)
    hits = 0
    for span in ones:
        if span in left:
            left.remove(span)
            hits += 1
    return hits


def paired(ones: Sequence[Words], others: Sequence[Words], least: float) -> list[tuple[int, int]]:
    """Spans that share their words at least so far, one to one: the closest first, then in the order given."""
    close = sorted((-_alike(a, b), i, j) for i, a in enumerate(ones) for j, b in enumerate(others) if a & b)
    used: tuple[set[int], set[int]] = (set(), set())
    pairs: list[tuple[int, int]] = []
    for minus, i, j in close:
        if -minus >= least and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            pairs.append((i, j))
    return pairs


def _alike(a: Words, b: Words) -> float:
    """The share of the words of either that are words of both."""
    return len(a & b) / len(a | b)


def same_source(one: Words, other: Words, words: Sequence[str]) -> bool:
    """Whether two sources share a word that is not a small one; a source of small words alone needs any."""
    if not one and not other:
        return True
    shared = one & other
    wanted: Callable[[int], bool] = lambda k: words[k] not in SMALL  # noqa: E731
    return any(map(wanted, shared)) or (bool(shared) and not any(map(wanted, one)))


def _spans(entry: dict[str, Any]) -> list[dict[str, Any]]:
    marked: list[dict[str, Any]] = entry["attributions"]
    return marked


def _entries(path: Path) -> Iterator[dict[str, Any]]:
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    if not path.exists() or not files:
        msg = f"there is no .jsonl file of marked attributions at {path}"
        raise UsageError(msg)
    for file in files:
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _entry(line, f"{file}:{number}")


def _entry(line: str, place: str) -> dict[str, Any]:
    try:
        entry = json.loads(line)
    except json.JSONDecodeError as error:
        msg = f"{place} is not JSON: {error}"
        raise UsageError(msg) from error
    form = f'{place} is not of the form {{"id", "text", "attributions": [{{"source", "cue", "content"}}]}}'
    if not (isinstance(entry, dict) and {"id", "text", "attributions"} <= entry.keys()):
        raise UsageError(form)
    spans = (s for a in entry["attributions"] for role in ROLES for s in a.get(role) or [])
    if not all(isinstance(s, list) and len(s) == 2 and all(isinstance(x, int) for x in s) for s in spans):
        raise UsageError(form)
    return entry
