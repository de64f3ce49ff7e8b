"""Years that are spelled out, as transcripts have them ("nineteen ninety-six") -> their days."""

from __future__ import annotations

from dateline.mentions.times import days
from dateline.mentions.times.outright import read
from dateline.mentions.times.parts import Parts
from dateline.mentions.times.story import Reading, Story
from dateline.mentions.times.words import letters

FIRST_CENTURY, LAST_CENTURY = 15, 20
TWO_THOUSAND = [2, 1000]


def year(parts: Parts, story: Story) -> Reading | None:
    """Read "nineteen ninety-six", "January nineteen ninety-seven", "the year two thousand"."""
    del story
    number = _number([word.value for word in parts.group("spelled") if isinstance(word.value, int)])
    if number is None:
        return None
    words = parts.words[slice(*parts.match.span())]
    month = next((word.value for word in words if word.letter == letters()["MONTH"]), None)
    return read(days.whole_month(number, month) if month else days.whole_year(number))


def _number(said: list[int]) -> int | None:
    """The year that number words give."""
    if said[:2] == TWO_THOUSAND:
        return 2000 + sum(said[2:])
    rest = sum(said[1:])
    if len(said) < 2 or not FIRST_CENTURY <= said[0] <= LAST_CENTURY or not 10 <= rest <= 99:
        return None
    return said[0] * 100 + rest
