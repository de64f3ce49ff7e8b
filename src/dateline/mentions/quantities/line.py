"""A sentence -> its words cut so fine that numbers stand apart from their units. It reads no number.

"$4.2b" is three pieces, "14-18" three, "64GB" two; names with a number in them ("S23", "TA-35") stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.mentions.quantities.units import Units, units
from dateline.records import Sentence, Token

# Source: our own. Takes "1,200.5", ".500", "1,00,000", "42"; of "1,2" only the "1".
DIGITS = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?|\.\d+"
# Source: our own. Takes "$4.2b" ("$", "4.2", "b"), "sub-7", "US160", "121ft)-long"; not "S23", which has no lead.
PARTS = re.compile(
    rf"(?P<lead>[^\d.]*?(?:(?<=\W)|(?<=[A-Za-z]))|)(?P<number>{DIGITS}|[½⅓⅔¼¾⅕⅛])(?P<rest>.*)", re.DOTALL
)
# Source: our own. What may follow digits in one word: letters or a sign for a unit, then anything.
REST = re.compile(r"(?P<unit>[A-Za-zμµ]+\.?|[%°″′\"'²³½¼¾⅓⅔])?(?P<tail>.*)", re.DOTALL)
# Source: our own. Signs that lead a number.
LEADS = frozenset(
    {"", "~", "≈", "<", ">", "±", "+", "-", "−", "–", "—", "(", "[", "#", "/", "'", "’", "*", ":"}
)
WORD_LEADS = frozenset({"minus-", "minus–", "sub-", "sub–", "plus-"})
ORDINAL = frozenset({"st", "nd", "rd", "th", "s", "am", "pm", "a.m", "p.m"})
LONGEST = 40  # letters of a word that is cut; longer ones are hashes and the like
TRAILING = ("-", "–")


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in pieces; `origin` tells for each piece which token it was cut from."""

    sentence: Sentence
    pieces: tuple[Token, ...]
    origin: tuple[int, ...]
    units: Units

    def lower(self, i: int) -> str:
        """The piece at an index in lower case; empty outside the sentence."""
        return self.pieces[i].lower if 0 <= i < len(self.pieces) else ""

    def text(self, i: int) -> str:
        """The piece at an index; empty outside the sentence."""
        return self.pieces[i].text if 0 <= i < len(self.pieces) else ""

    def pos(self, i: int) -> str:
        """The part of speech at an index; empty outside the sentence."""
        return self.pieces[i].pos if 0 <= i < len(self.pieces) else ""

    def tag(self, i: int) -> str:
        """The fine tag at an index; empty outside the sentence."""
        return self.pieces[i].tag if 0 <= i < len(self.pieces) else ""

    def lemma(self, i: int) -> str:
        """The plain form of the piece at an index; empty outside the sentence."""
        return self.pieces[i].lemma if 0 <= i < len(self.pieces) else ""

    def glued(self, i: int) -> bool:
        """Whether a piece stands right behind the one before it."""
        return 0 < i < len(self.pieces) and not self.pieces[i - 1].space

    def is_number(self, i: int) -> bool:
        """Whether digits stand at an index."""
        text = self.text(i)
        return bool(text) and (text[0].isdigit() or (text[0] == "." and text[1:2].isdigit()))


def line_of(sentence: Sentence) -> Line:
    """The line of a sentence."""
    table = units()
    pieces: list[Token] = []
    origin: list[int] = []
    for k, token in enumerate(sentence.tokens):
        for piece in _cut(token, table, _is_amount(sentence.tokens, k)):
            pieces.append(piece)
            origin.append(k)
    return Line(sentence, tuple(pieces), tuple(origin), table)


def _is_amount(tokens: Sequence[Token], k: int) -> bool:
    """Whether a sign for money stands right before a token, so that letters at its head are a country's."""
    return k > 0 and tokens[k - 1].text in {"$", "£"} and not tokens[k - 1].space


def _cut(token: Token, table: Units, amount: bool) -> Iterator[Token]:
    """The pieces of a token."""
    text = token.text
    if text.endswith(TRAILING) and len(text) > 1 and text[:-1].isalnum():
        yield from _placed(token, (text[:-1], text[-1]))
    elif len(text) > LONGEST or not any(c.isdigit() or c in "½⅓⅔¼¾⅕⅛" for c in text):
        yield token
    else:
        yield from _placed(token, tuple(_parts(text, table, amount)) or (text,))


def _parts(text: str, table: Units, amount: bool) -> Iterator[str]:
    """The pieces of a word with digits in it; none where it is a name, a clock time or the like."""
    match = PARTS.fullmatch(text)
    if match is None or not _leads(match["lead"], table, amount):
        return
    rest = REST.fullmatch(match["rest"])
    unit, tail = (rest["unit"] or "", rest["tail"]) if rest else ("", match["rest"])
    if unit and not _follows(unit, table):
        return
    cut = list(_tail(tail, table)) if tail else []
    if tail and not cut:
        return
    lead = match["lead"]
    if lead in WORD_LEADS:
        yield lead[:-1]
        yield lead[-1]
    elif lead:
        yield lead
    yield match["number"]
    if unit:
        yield unit
    yield from cut


def _leads(lead: str, table: Units, amount: bool) -> bool:
    """Whether letters or signs before digits leave them a number."""
    return (
        lead in LEADS
        or lead.lower() in WORD_LEADS
        or table.is_mark(lead)
        or (amount and lead.isupper() and len(lead) <= 3)
    )


def _follows(unit: str, table: Units) -> bool:
    """Whether letters behind digits leave them a number: a unit or a multiplier, no ordinal and no hour."""
    if unit.lower() in ORDINAL:
        return False
    return (
        table.is_suffix(unit)
        or unit.lower() in table.powers_before
        or unit in table.signs
        or unit.lower() in {"x", "odd"}
    )


def _tail(tail: str, table: Units) -> Iterator[str]:
    """The pieces after a number and its unit: a second number behind a hyphen or slash, or plain signs."""
    if tail[0] in "-–—−/" and tail[1:2].isalnum():
        rest = list(_parts(tail[1:], table, amount=False)) if any(c.isdigit() for c in tail) else [tail[1:]]
        if rest:
            yield tail[0]
            yield from rest
    elif tail[0] in "-–—−+.,;:)]'\"’”" and not any(c.isdigit() for c in tail):
        yield from _signs(tail)


def _signs(tail: str) -> Iterator[str]:
    """Signs one by one, and a word behind them whole."""
    for k, sign in enumerate(tail):
        if sign.isalpha():
            yield tail[k:]
            return
        yield sign


def _placed(token: Token, parts: Sequence[str]) -> Iterator[Token]:
    """A token's parts, each at its own place."""
    at = token.start
    for k, part in enumerate(parts):
        end = at + len(part)
        last = k == len(parts) - 1
        if len(parts) == 1:
            yield token
            return
        yield token._replace(
            text=part, lower=part.lower(), start=at, end=end, space=token.space if last else False
        )
        at = end
