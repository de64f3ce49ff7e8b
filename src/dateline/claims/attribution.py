"""Frames and speakers of a report -> the source of each act: innermost speaker, carried over where it runs on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.claims import quotations
from dateline.claims.context import Line
from dateline.claims.heard import REPORT, UNATTRIBUTED, Memory, Told, Voice
from dateline.claims.quotations import Quotation
from dateline.records import Frame, Report, Source, Speaker

__all__ = ["Narrator", "Voice", "voices"]

# Cues that are acts of their own, told by who does them: "A accused B" is A's.
OWN_ACTS = frozenset({"accuse", "deny", "order"})
# Cues of hearsay: what is so told has somebody behind it.
HEARSAY = frozenset({"reportedly", "allegedly", "purportedly", "report", "allege", "say", "tell", "claim"})
# Lines that may lie between two statements of one speaker for what stands between to be theirs as well.
MAX_BETWEEN = 8


def voices(report: Report, lines: Sequence[Line], issuer: Speaker | None) -> list[Narrator]:
    """For each line, what is needed to say whose words its acts are; read in text order."""
    base = REPORT if issuer is None else Source(issuer.name, issuer.type)
    memory = Memory(report, base)
    narrators = [Narrator(line, base, memory.read(line, k)) for k, line in enumerate(lines)]
    _quote(narrators, quotations.find([line.sentence for line in lines]))
    _hold(narrators, memory.tellers())
    _tell_own(narrators)
    _digest(narrators)
    return narrators


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


def _tell_own(narrators: Sequence[Narrator]) -> None:
    """What a witness lived through is told by them: beside or between their statements, where the words name them."""
    spoken: dict[str, list[int]] = {}
    for k, narrator in enumerate(narrators):
        for source in (t.source for t in narrator.told):
            if (
                source is not None
                and source.type == "witness"
                and source.name[:1].isupper()
                and " " in source.name
            ):
                spoken.setdefault(source.name, []).append(k)
    for name, at in spoken.items():
        surname = name.split(" (")[0].split()[-1].lower()
        source = next(
            t.source for t in narrators[at[0]].told if t.source is not None and t.source.name == name
        )
        own = {narrators[k].paragraph for k in at}
        for k, narrator in enumerate(narrators):
            within = at[0] < k < at[-1] and any(
                n.names(surname) for n in narrators if n.paragraph == narrator.paragraph
            )
            beside = narrator.paragraph in own and narrator.names(surname)
            if (within or beside) and not narrator.told and not narrator.quoted and narrator.holder is None:
                narrator.holder = source


def _digest(narrators: Sequence[Narrator]) -> None:
    """A digest of one paragraph whose first sentence ends ", reports X." retells X throughout."""
    if len({n.paragraph for n in narrators}) != 1:
        return
    tokens = narrators[0].line.sentence.tokens
    ends = (
        t
        for t in narrators[0].told
        if t.frame.cue > len(tokens) // 2 and tokens[t.frame.cue].lower == "reports"
    )
    source = next((t.source for t in ends if t.source is not None and t.source.type == "media"), None)
    for narrator in narrators[1:] if source is not None else ():
        if narrator.holder is None:
            narrator.holder = source


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

    def names(self, name: str) -> bool:
        """Whether a name stands in the line, but not as that of somebody accused, or whom it befalls."""
        return any(t.lower == name and t.dep != "nsubjpass" for t in self.line.sentence.tokens)

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

    def asserted(self, i: int) -> Voice | None:
        """Who asserts what a denial rejects: "denied claims by X that ...", "denies a raid, as announced by X"."""
        tokens = self.line.sentence.tokens
        for told in self.told:
            cue = told.frame.cue
            own = told.sort not in {"deny", "think"} and told.source not in {None, UNATTRIBUTED}
            noun = tokens[cue].pos == "NOUN" and told.frame.start <= i < told.frame.end
            as_told = any(tokens[k].lower == "as" for k in self.line.sentence.kids[cue]) and cue > i
            if own and (noun or as_told):
                return told.voice()
        return None

    def denied(self, i: int) -> Voice | None:
        """The denial by somebody named that a token stands in."""
        around = (t for t in self._around(i, None) if t.sort == "deny")
        return next((t.voice() for t in around if t.source not in {None, UNATTRIBUTED}), None)

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
