"""The history of a toll -> a small picture of it, as lines of text or as SVG.

The SVG is written here, without a plotting library: the same history gives the same bytes on every machine,
and it needs nothing installed. A bar is what one origin said; an arrow is a bound that was not stated; the band
behind is what the rule made of all that had been said by then.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from dateline.incidents.history import Row

BAR, NUMBER = 32, 24  # columns of the scale and of the number in text
WIDTH, ROW, LEFT, RIGHT, TOP = 860, 22, 270, 190, 40  # pixels of the SVG
NAME = 26  # letters of an origin's name that fit
# Of the palette of Okabe and Ito (2008), which colour-blind readers can tell apart.
BLUE, ORANGE, GREY, PALE = "#0072b2", "#d55e00", "#555555", "#cfe3f1"
# The same picture where the reader's system is dark; in a style sheet it outranks the colours in the marks.
DARK = (
    "@media (prefers-color-scheme: dark) { .paper { fill: #16181a } text { fill: #e6e6e6 } .soft { fill: #a8a8a8 } "
    ".grid { stroke: #3a3d40 } .band { fill: #1f3a4a } .bar { stroke: #6bb8e6; fill: #6bb8e6 } "
    ".party { stroke: #f0a05a; fill: #16181a } }"
)


def as_text(rows: Sequence[Row], columns: int = BAR) -> list[str]:
    """One line a figure: the day, a bar on a scale from 0, the number, who says so.

    `=` is a range, `*` one number, `>` no upper bound, `<` no lower one; a dot marks what moved nothing.
    """
    top = scale(rows)
    return [
        f"{_day(row.said):<10}  {_bar(row, top, columns)}  {_cut(_words(row), NUMBER):<{NUMBER}}  "
        f"{_name(row)}{'' if row.moved else '  .'}"
        for row in rows
    ]


def scale(rows: Sequence[Row]) -> int:
    """The number at the end of the scale: the largest that is told, rounded up to two figures."""
    most = max((n for row in rows for n in (row.low, row.high) if n is not None), default=1)
    step: int = 10 ** max(0, len(str(most)) - 2)
    return max(-(-most // step) * step, 1)


def _bar(row: Row, top: int, columns: int) -> str:
    low, high = (_at(row.low, top, columns - 1), _at(row.high, top, columns - 1))
    cells = [" "] * columns
    start = 0 if low is None else low
    end = columns - 1 if high is None else high
    cells[start : end + 1] = "=" * (end + 1 - start)
    cells[start] = "<" if low is None else "*"
    cells[end] = ">" if high is None else "*"
    return "".join(cells)


def _at(number: int | None, top: int, length: int) -> int | None:
    return None if number is None else round(number * length / top)


def _number(row: Row) -> str:
    about = "about " if row.approx and row.low == row.high else ""
    if row.low == row.high:
        return f"{about}{row.low:,}" if row.low is not None else "not told"
    if row.high is None:
        return f"at least {row.low:,}"
    if row.low is None:
        return f"{'nearly' if row.approx else 'up to'} {row.high:,}"
    return f"{row.low:,} to {row.high:,}"


def _words(row: Row) -> str:
    """The number as said, and whom it counts where that is not everybody."""
    return f"{_number(row)} {row.whom}".rstrip()


def _cut(text: str, letters: int) -> str:
    shown = _shown(text)
    return shown if len(shown) <= letters else shown[: letters - 1] + "…"


def _name(row: Row) -> str:
    name = _cut(row.origin.name, NAME)
    return f"{name} (party)" if row.origin.party else name


def as_svg(rows: Sequence[Row], title: str, *, in_page: bool = False) -> str:
    """A picture to put into a page or a report: one row a figure, the combined range as a band behind.

    Args:    in_page: a part of a web page, which heads it and gives its classes their colours; else a file of its
             own, light or dark as the reader's system is.
    """
    top = scale(rows)
    above = TOP if not in_page else 14
    height = above + ROW * len(rows) + 30
    body = [
        *_axis(top, above, height),
        *(part for k, row in enumerate(rows) for part in _marks(row, k, (top, above))),
    ]
    words = escape(_shown(title))
    said = f"<title>{words}</title>"
    if in_page:
        return "\n".join(
            (f'<svg class="growth" viewBox="0 0 {WIDTH} {height}" role="img">', said, *body, "</svg>")
        )
    size = f'width="{WIDTH}" height="{height}"'
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} viewBox="0 0 {WIDTH} {height}" '
        'font-family="sans-serif" font-size="12" role="img">'
    )
    paper = f'<rect class="paper" {size} fill="#ffffff"/>'
    heading = f'<text x="8" y="18" font-weight="bold">{words}</text>'
    return "\n".join((head, said, f"<style>{DARK}</style>", paper, heading, *body, "</svg>\n"))


def _axis(top: int, above: int, height: int) -> list[str]:
    parts = []
    for share in range(5):
        x = LEFT + (WIDTH - LEFT - RIGHT) * share // 4
        parts += [
            f'<line class="grid" x1="{x}" y1="{above - 6}" x2="{x}" y2="{height - 24}" stroke="#dddddd"/>',
            (
                f'<text class="soft" x="{x}" y="{height - 8}" fill="{GREY}" text-anchor="middle">'
                f"{top * share / 4:,.0f}</text>"
            ),
        ]
    return parts


def _marks(row: Row, place: int, scaled: tuple[int, int]) -> list[str]:
    """What one figure draws: the band of all by then, the bar of its own, and its words."""
    top, above = scaled
    y = above + ROW * place + ROW // 2
    words = escape(f"{_day(row.said)}  {_name(row)}")
    return [
        *_band(row, y - ROW // 2, top),
        *_bar_of(row, y, top),
        f'<text class="soft" x="{LEFT - 12}" y="{y + 4}" text-anchor="end" fill="{GREY}">{words}</text>',
        f'<text x="{WIDTH - RIGHT + 16}" y="{y + 4}">{escape(_cut(_words(row), NUMBER))}</text>',
    ]


def _band(row: Row, y: int, top: int) -> list[str]:
    low, _, high = row.after
    if low is None and high is None:
        return []
    start, end = _x(low or 0, top), _x(top if high is None else high, top)
    return [
        f'<rect class="band" x="{start - 2}" y="{y}" width="{end - start + 4}" height="{ROW}" fill="{PALE}"/>',
    ]


def _bar_of(row: Row, y: int, top: int) -> list[str]:
    """A figure's own bar; that of a party to the conflict in another colour and with hollow ends."""
    is_party = row.origin.party
    name, colour = ("party", ORANGE) if is_party else ("bar", BLUE)
    end_marks = (
        f'class="{name}" stroke="{colour}" stroke-width="1.5" fill="{"#ffffff" if is_party else colour}"'
    )
    start, end = _x(row.low or 0, top), _x(top if row.high is None else row.high, top)
    parts = [
        f'<line class="{name}" x1="{start}" y1="{y}" x2="{end}" y2="{y}" stroke="{colour}" stroke-width="3"/>'
    ]
    if row.low is not None:
        parts.append(f'<circle {end_marks} cx="{start}" cy="{y}" r="4"/>')
    if row.high is not None:
        parts.append(f'<circle {end_marks} cx="{end}" cy="{y}" r="4"/>')
    else:
        parts.append(f'<path {end_marks} d="M {end} {y - 5} l 9 5 l -9 5 z"/>')
    return parts


def _x(number: int, top: int) -> int:
    return LEFT + round((WIDTH - LEFT - RIGHT) * number / top)


def _shown(text: str) -> str:
    """What may stand in a terminal or a page: a name is a report's words, and may hold anything."""
    return "".join(c if c.isprintable() else " " for c in text)


def _day(said: date | None) -> str:
    return said.isoformat() if said else "no day"
