"""Frames and speakers of a report -> the source of each act: innermost speaker, carried over where it runs on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dateline import lexicons
from dateline.claims import quotations
from dateline.claims.context import Line
from dateline.claims.quotations import Quotation
from dateline.records import Frame, Phrase, Report, SectionKind, Source, SourceType, Span, Speaker

REPORT = Source("report", SourceType("report"))
UNATTRIBUTED = Source("unattributed", SourceType("other"))
DOUBT = frozenset({"suspect", "fear", "believe", "think", "expect", "worry", "assume"})
# Cues that are acts of their own, told by who does them: "A accused B" is A's.
OWN_ACTS = frozenset({"accuse", "deny", "order"})
# The types of source that have spokesmen.
BODIES = frozenset({"party", "government", "monitor", "international_organisation"})
FIRST = frozenset({"i", "we", "you", "us", "me"})
REPEATED = frozenset({SectionKind.HEADLINE, SectionKind.STANDFIRST, SectionKind.CAPTION})
CUES = lexicons.load("cues")
SORTS: dict[str, str] = {**CUES["noun"], **CUES["verb"]}
REFERENCE = {key: frozenset(words) for key, words in CUES["reference"].items()}
NAMELESS = frozenset(lexicons.load("people")["abstract"]["words"]) - frozenset(CUES["shape"]["document"])
# Cues of hearsay: what is so told has somebody behind it.
HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "report", "allege", "say", "tell", "claim"})
# Lines that may lie between two statements of one speaker for what stands between to be theirs as well.
MAX_BETWEEN = 8
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


def voices(report: Report, lines: Sequence[Line], issuer: Speaker | None) -> list[Narrator]:
    """For each line, what is needed to say whose words its acts are; read in text order."""
    base = REPORT if issuer is None else Source(issuer.name, issuer.type)
    memory = Memory(report, base)
    narrators = [Narrator(line, base, memory.read(line, k)) for k, line in enumerate(lines)]
    _quote(narrators, quotations.find([line.sentence for line in lines]))
    _hold(narrators, memory.tellers())
    return narrators


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
        return self._body("party") if found is None and head.lemma in REFERENCE["group"] else found

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

    def _body(self, kind: str | None = None) -> Source | None:
        """The body that spoke last: "a spokesman" speaks for it, "the group" is it."""
        bodies = (
            h for h in reversed(self.heard) if h.source.type in BODIES and kind in {None, h.source.type}
        )
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


def _quote(narrators: Sequence[Narrator], found: Sequence[Quotation]) -> None:
    """Give each quotation its speaker: the cue beside it, else who spoke before in the paragraph, else who went on."""
    before: Source | None = None
    for quotation in found:
        source = _beside(narrators, quotation) or _earlier(narrators, quotation)
        if source is None and quotation.goes_on:
            source = before
        if source is None and _is_whole(narrators, quotation):
            source = _earlier(narrators, quotation, back=1)
        before = source
        if source is not None:
            for narrator in narrators[quotation.first : quotation.last + 1]:
                narrator.quoted = (*narrator.quoted, (quotation, source))


def _outside(narrator: Narrator, quotation: Quotation) -> Iterator[Told]:
    """The line's named statements whose cue lies outside of a quotation."""
    for told in narrator.told:
        if told.source not in {None, UNATTRIBUTED} and not quotation.start <= told.cue.start < quotation.end:
            yield told


def _beside(narrators: Sequence[Narrator], quotation: Quotation) -> Source | None:
    """Who speaks in the cue nearest to a quotation, in its lines or at the start of the next one."""
    near = [t for n in narrators[quotation.first : quotation.last + 1] for t in _outside(n, quotation)]
    after = quotation.last + 1
    if not near and after < len(narrators):
        line = narrators[after].line.sentence
        if line.paragraph == quotation.paragraph and quotation.end + 3 >= line.span.start:
            near = [t for t in _outside(narrators[after], quotation) if t.frame.cue <= 4]
    if not near:
        return None
    return min(near, key=lambda t: (_gap(t, quotation), t.cue)).source


def _gap(told: Told, quotation: Quotation) -> int:
    return min(abs(told.cue.start - quotation.end), abs(quotation.start - told.cue.end))


def _earlier(narrators: Sequence[Narrator], quotation: Quotation, back: int = 0) -> Source | None:
    """Who spoke last before a quotation, in its paragraph or `back` paragraphs before it."""
    for narrator in reversed(narrators[: quotation.first]):
        if narrator.line.sentence.paragraph < quotation.paragraph - back:
            return None
        named = [t.source for t in _outside(narrator, quotation) if t.source is not None]
        if named:
            return named[-1]
    return None


def _is_whole(narrators: Sequence[Narrator], quotation: Quotation) -> bool:
    """Whether a quotation is all that its paragraph says."""
    first, last = narrators[quotation.first].line.sentence, narrators[quotation.last].line.sentence
    return quotation.start - first.span.start <= 2 and last.span.end - quotation.end <= 2


def _hold(narrators: Sequence[Narrator], tellers: frozenset[str]) -> None:
    """What stands between two statements of one person, with nobody else speaking, is that person's as well.

    A body's statements stand apart: between them the report goes on in its own voice. So it does in a paragraph of
    its own, unless something there is "reportedly" so, and thus still told by somebody.
    """
    last: tuple[int, Source] | None = None
    for k, narrator in enumerate(narrators):
        said = [t.source for t in narrator.told if t.source not in {None, UNATTRIBUTED}]
        if not said:
            continue
        near = last is not None and last[1].name in tellers and k - last[0] <= MAX_BETWEEN
        if near and last is not None and last[1].name in {source.name for source in said if source}:
            stretch = narrators[last[0] + 1 : k]
            ends = {narrators[last[0]].paragraph, narrator.paragraph}
            heard = any(t.source is None and t.lemma in HEARSAY for n in stretch for t in n.told)
            for between in stretch:
                if heard or between.quoted or between.paragraph in ends:
                    between.holder = last[1]
        last = (k, said[-1])


@dataclass(slots=True)
class Narrator:
    """Whose voice a line is told in, token by token."""

    line: Line
    base: Source
    told: tuple[Told, ...]
    quoted: tuple[tuple[Quotation, Source], ...] = ()
    holder: Source | None = None

    @property
    def paragraph(self) -> int:
        """The paragraph in which the line stands."""
        return self.line.sentence.paragraph

    def voice(self, i: int, *, above: Frame | None = None) -> Voice:
        """Whose words token `i` stands in: the innermost statement around it by somebody who is named.

        A quotation's speaker counts where no statement inside the quotation does; what is "reportedly" so stays
        without a name only where nobody tells it.
        """
        around = self._around(i, above)
        held = next(((q, s) for q, s in self.quoted if q.holds(self.line.sentence.tokens[i])), None)
        nobody: Voice | None = None
        for told in around:
            inside = held is None or held[0].start <= told.cue.start < held[0].end
            if not inside and held is not None and told.source is not held[1]:
                continue
            if told.source not in {None, UNATTRIBUTED}:
                return _with(told.voice(), nobody)
            nobody = nobody or told.voice()
        if held is not None:
            return _with(Voice(held[1], "source.quotation"), nobody)
        if self.holder is not None:
            return _with(Voice(self.holder, "source.between"), nobody)
        if nobody is not None:
            return nobody
        return Voice(self.base, "source.report" if self.base is REPORT else "source.issuer")

    def outer(self, inner: Frame) -> Voice:
        """Whose words tell of a frame: the statement around its cue, else the report."""
        return self.voice(inner.cue, above=inner)

    def _is_parted(self, i: int, frame: Frame) -> bool:
        """“Orvik lost 300; most estimate 500": what stands before a semicolon is not said by a cue in what follows."""
        tokens = self.line.sentence.tokens
        goes_on = frame.cue + 1 < len(tokens) and tokens[frame.cue + 1].pos not in {"PUNCT", "PROPN", "ADP"}
        return not frame.quoted and goes_on and any(t.text == ";" for t in tokens[i : frame.cue])

    def _around(self, i: int, above: Frame | None) -> list[Told]:
        """The statements around a token, innermost first; a cue stands in its own only if it is an act."""
        found = (
            t
            for t in self.told
            if t.frame.start <= i < t.frame.end
            and t.frame != above
            and (t.frame.cue != i or t.sort in OWN_ACTS)
            and not self._is_parted(i, t.frame)
        )
        return sorted(found, key=lambda t: (t.frame.end - t.frame.start, t.frame.cue))


def _with(voice: Voice, inner: Voice | None) -> Voice:
    """A named voice that takes over from a statement by nobody, with what that one does to the status."""
    if inner is None:
        return voice
    return Voice(
        voice.source, voice.rule, voice.denied, voice.doubted or inner.doubted, voice.cue or inner.cue
    )
