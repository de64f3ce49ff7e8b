"""Numbers and a scale -> where lines and bars stand in a drawing, as percentages of its width."""

from __future__ import annotations

from typing import NamedTuple

# A little room on the right for the arrow of a range without an upper bound, in percent of the width.
ROOM = 4.0
LEAST = 0.6  # percent: what is there can be seen, however large the scale


class Span(NamedTuple):
    """A range on a scale from 0 to 100: where it begins and ends, and which ends are open.

    `best` is None where the range names none, `start` and `end` are None where there is nothing to draw.
    """

    start: float | None
    end: float | None
    best: float | None
    open_below: bool
    open_above: bool

    @property
    def is_point(self) -> bool:
        """Whether low and high are one number."""
        return self.start is not None and self.start == self.end


def span(low: int | None, best: int | None, high: int | None, top: float) -> Span:
    """A range drawn to scale, 0 at the left edge and `top` short of the right one.

    A bound that is not stated runs to the edge and is open: nobody said 0, and nobody said the top.

    >>> span(50, None, 100, 100)
    Span(start=48.0, end=96.0, best=None, open_below=False, open_above=False)
    >>> span(50, None, None, 100)[1:]
    (100.0, None, False, True)
    """
    if low is None and high is None and best is None:
        return Span(None, None, None, open_below=False, open_above=False)
    known = [value for value in (low, best, high) if value is not None]
    return Span(
        _at(known[0], top) if low is not None or high is None else 0.0,
        _at(known[-1], top) if high is not None or low is None else 100.0,
        None if best is None else _at(best, top),
        open_below=low is None and high is not None,
        open_above=high is None and low is not None,
    )


def _at(value: int, top: float) -> float:
    return round((100 - ROOM) * min(value, top) / max(top, 1), 2)


def share(part: int, whole: int) -> float:
    """A part of a whole in percent; never so small that nothing is seen of it.

    >>> share(0, 10), share(1, 4), share(1, 100000)
    (0.0, 25.0, 0.6)
    """
    return 0.0 if part <= 0 else max(LEAST, round(100 * min(part, whole) / max(whole, 1), 2))
