"""The frames of a report, line by line -> who speaks in each: whom a name, a pronoun or "the official" means."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline import lexicons
from dateline.claims.context import Line
from dateline.records import Frame, Phrase, Report, SectionKind, Source, SourceType, Span, Speaker

REPORT = Source("report", SourceType("report"))
UNATTRIBUTED = Source("unattributed", SourceType("other"))
DOUBT = frozenset({"suspect", "fear", "believe", "think", "expect", "worry", "assume"})
# The types of source that have spokesmen.
BODIES = frozenset({"party", "government", "monitor", "international_organisation"})
# Those that are called "the group": whoever fights, or keeps count of them.
GROUPS = frozenset({"party", "monitor"})
FIRST = frozenset({"i", "we", "you", "us", "me"})
REPEATED = frozenset({SectionKind.HEADLINE, SectionKind.STANDFIRST, SectionKind.CAPTION})
CUES = lexicons.load("cues")
SORTS: dict[str, str] = {**CUES["noun"], **CUES["verb"]}
REFERENCE = {key: frozenset(words) for key, words in CUES["reference"].items()}
NAMELESS = frozenset(lexicons.load("people")["abstract"]["words"]) - frozenset(CUES["shape"]["document"])
# A pronoun points to who spoke this many lines ago or less, before anybody else whom the report names.
NEAR = 4


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words an act is told in: the source, the rule that found it, and what the cue does to the status."""

    source: Source
    rule: str
    denied: bool = False
    doubted: bool = False
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A frame with its source resolved; `source` is None where nobody is named."""

    frame: Frame
    source: Source | None
    sort: str
    lemma: str
    cue: Span

    def voice(self) -> Voice:
        """The frame as a voice."""
        source, rule = (
            (self.source, f"source.{self.sort}") if self.source else (UNATTRIBUTED, "source.unattributed")
        )
        return Voice(source, rule, self.sort == "deny", self.lemma in DOUBT, self.cue)


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker as the report has named them: the words used, and which pronouns fit."""

    source: Source
    line: int
    words: frozenset[str]
    pronouns: frozenset[str]


@dataclass(slots=True)
class Memory:
    """Who has spoken in the report so far."""

    report: Report
    base: Source
    heard: list[Heard] = field(default_factory=list)

    def read(self, line: Line, number: int) -> tuple[Told, ...]:
        """A line's frames with their sources, in text order; frames whose speaker cannot speak are left out."""
        found: list[Told] = []
        for frame in line.sentence.frames:
            cue = line.sentence.tokens[frame.cue]
            span = self.report.span(cue.start, cue.end)
            sort = SORTS.get(cue.lemma, "say")
            if frame.speaker is None:
                found.append(Told(frame, None, sort, cue.lemma, span))
                continue
            source = self._source(line, frame, number)
            if cue.pos == "NOUN" and cue.text != ":" and (source is None or source.type == "other"):
                source = UNATTRIBUTED  # "reinforces fears", "wild claims": the noun has no speaker of its own
            if source is not None:
                found.append(Told(frame, source, sort, cue.lemma, span))
        return tuple(found)

    def _source(self, line: Line, frame: Frame, number: int) -> Source | None:
        """Who speaks in a frame, with who passes it on."""
        assert frame.speaker is not None  # noqa: S101 - asked only of frames with a speaker
        source = self._speaker(line, frame.speaker, number)
        colon = line.sentence.tokens[frame.cue].text == ":"
        if source is None or (colon and not _may_head(line, frame, source)):
            return None
        if source == UNATTRIBUTED:
            return source
        via = None if frame.via is None else self._speaker(line, frame.via, number)
        if via is None or via.name == source.name or via == UNATTRIBUTED:
            return source
        return Source(source.name, source.type, source.speaker, via)

    def _speaker(self, line: Line, phrase: Phrase, number: int) -> Source | None:
        """Who a phrase means: an earlier speaker whom it points back to, or the one it names."""
        tokens = line.sentence.tokens
        head = tokens[phrase.head]
        if phrase.end - phrase.start == 1 and head.lower in FIRST:
            return None
        span = self.report.span(tokens[phrase.start].start, tokens[phrase.end - 1].end)
        named = line.speaker_of(phrase)
        if phrase.end - phrase.start == 1 and head.pos == "PRON":
            back = self._pronoun(head.lower, number, named)
            return None if back is None else Source(back.name, back.type, span, back.via)
        back = self._pointed(line, phrase, number)
        if back is not None:
            return Source(back.name, back.type, span, back.via)
        if named is None or _is_nameless(line, phrase, named):
            return None
        source = Source(_as_published(named.name, self.report), named.type, span)
        if named.name != UNATTRIBUTED.name:
            words = frozenset(t.lower for t in tokens[phrase.start : phrase.end])
            words |= frozenset(
                named.name.lower().replace("(", " ").replace(")", " ").replace("-", " ").split()
            )
            self.heard.append(Heard(source, number, words, _pronouns(line, phrase, named)))
        return source

    def _pronoun(self, word: str, number: int, named: Speaker | None) -> Source | None:
        """Whom "he", "they" or "it" means: who spoke just now, else whom the report names, else who spoke last."""
        fit = next((h for h in reversed(self.heard) if word in h.pronouns), None)
        if fit is not None and number - fit.line <= NEAR:
            return fit.source
        if named is not None and named.name not in {UNATTRIBUTED.name, word}:
            return Source(named.name, named.type)
        if fit is not None:
            return fit.source
        return self.heard[-1].source if self.heard and word in {"he", "she", "they"} else None

    def _pointed(self, line: Line, phrase: Phrase, number: int) -> Source | None:
        """Whom "the official", "the statement" or "the DGP" points back to."""
        tokens = line.sentence.tokens[phrase.start : phrase.end]
        head = line.sentence.tokens[phrase.head]
        bare = len(tokens) == 1 or (len(tokens) == 2 and tokens[0].pos == "DET")
        if bare and head.lemma in REFERENCE["voice"]:
            return self._spokesman(head.lower, number)
        if len(tokens) > 2 or tokens[0].lower not in REFERENCE["pointing"] or head.pos == "PRON":
            return None
        if len(tokens) == 1 and tokens[0] is head:
            return None
        if head.lemma in REFERENCE["statement"]:
            return self.heard[-1].source if self.heard else self._issued()
        found = self._like(head.lower)
        return self._group() if found is None and head.lemma in REFERENCE["group"] else found

    def _spokesman(self, word: str, number: int) -> Source | None:
        """Whom "a spokesman" speaks for: who had one before, else the body that spoke last; it has one from now on."""
        known = self._like(word)
        if known is not None:
            return known
        body = self._body()
        if body is not None:
            self.heard.append(Heard(body, number, frozenset({word}), frozenset({"he", "she"})))
        return body

    def _like(self, word: str) -> Source | None:
        """Who spoke last of those whom a word, or its initials, describes."""
        like = (h for h in reversed(self.heard) if word in h.words or _initials(word, h.words))
        return next((h.source for h in like), None)

    def _group(self) -> Source | None:
        """Whom "the group" means: whoever spoke last of those that fight, that keep count, or are named as one."""
        groups = (
            h
            for h in reversed(self.heard)
            if h.source.type in GROUPS
            or not REFERENCE["organised"].isdisjoint(h.source.name.casefold().split())
        )
        return next((h.source for h in groups), self._issued())

    def _body(self) -> Source | None:
        """The body that spoke last: "a spokesman" speaks for it."""
        bodies = (h for h in reversed(self.heard) if h.source.type in BODIES)
        return next((h.source for h in bodies), self._issued())

    def tellers(self) -> frozenset[str]:
        """The speakers who are single persons."""
        return frozenset(h.source.name for h in self.heard if "he" in h.pronouns and "it" not in h.pronouns)

    def _issued(self) -> Source | None:
        return None if self.base is REPORT else self.base


def _as_published(name: str, report: Report) -> str:
    """A speaker's name as the report's publisher writes it, where they are the same but for capitals."""
    publisher = report.publisher or ""
    return publisher if name.casefold() == publisher.casefold() else name


def _initials(word: str, words: frozenset[str]) -> bool:
    """Whether a short word is made of the first letters of others: "dgp", director general of police."""
    return 2 < len(word) < 5 and all(any(w.startswith(c) and w != word for w in words) for c in word)


def _pronouns(line: Line, phrase: Phrase, named: Speaker) -> frozenset[str]:
    """The pronouns that may point back to a speaker."""
    head = line.sentence.tokens[phrase.head]
    many = any(line.sentence.tokens[k].dep == "conj" for k in line.sentence.kids[phrase.head])
    if many or head.tag in {"NNS", "NNPS"} or head.lower in REFERENCE["many"]:
        return frozenset({"they", "it"} if head.tag == "NNPS" else {"they"})
    if "(" in named.name or named.type == "witness" or head.lemma in REFERENCE["person"]:
        return frozenset({"he", "she"})
    if head.pos == "PROPN" and named.type in {"other", "government", "expert", "medical"}:
        return frozenset({"he", "she", "it"})
    return frozenset({"it", "they"})


def _is_nameless(line: Line, phrase: Phrase, named: Speaker) -> bool:
    """Whether a phrase names a thing that says nothing: "the attack", "the manhunt"."""
    head = line.sentence.tokens[phrase.head]
    return named.type == "other" and head.pos == "NOUN" and head.lemma in NAMELESS


def _may_head(line: Line, frame: Frame, source: Source) -> bool:
    """Whether a name beside a headline's colon can speak; before it may stand a title such as "The men of X"."""
    barred = {"other", "report", "witness"} if frame.start > frame.cue else {"other", "report"}
    return line.sentence.section in REPEATED and source.type not in barred and "," not in source.name
