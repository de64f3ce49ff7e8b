"""How well sureness holds, by field -> a reliability diagram as SVG text; the same figures, the same text.

One panel a field: a dot a bin, its mean sureness across, its share of right values up, its area the number of
values. On the diagonal, sureness holds; below it, more was claimed than was true.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.evaluate.calibration import Reliability

SIDE, GAP, LABEL = 150, 34, 22  # pixels: a panel's plot, the room between panels, the room for its title
ACROSS = 4
LARGEST = 11.0  # radius in pixels of the dot that holds all values of its field
HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    ' font-family="sans-serif" font-size="11" fill="#333">\n'
    '<title>Reliability: sureness across, share right up</title>\n<rect width="100%" height="100%" fill="#fff"/>\n'
)


def draw(found: Mapping[str, Reliability]) -> str:
    """The diagram of all fields, four panels a row."""
    rows = -(-len(found) // ACROSS)
    width = GAP + ACROSS * (SIDE + GAP)
    height = rows * (SIDE + LABEL + GAP)
    panels = (_panel(name, got, *divmod(i, ACROSS)) for i, (name, got) in enumerate(found.items()))
    return HEAD.format(width=width, height=height) + "".join(panels) + "</svg>\n"


def _panel(name: str, got: Reliability, row: int, column: int) -> str:
    left, top = GAP + column * (SIDE + GAP), LABEL + row * (SIDE + LABEL + GAP)
    return "".join(
        (
            f'<g transform="translate({left} {top})">\n',
            f'<text y="-7"><tspan font-weight="bold">{name}</tspan> {got.given} values, error {got.error:.2f}</text>\n',
            f'<rect width="{SIDE}" height="{SIDE}" fill="none" stroke="#bbb"/>\n',
            f'<path d="M0 {SIDE}L{SIDE} 0" stroke="#bbb" stroke-dasharray="4 3"/>\n',
            *_ticks(),
            *_dots(got),
            "</g>\n",
        )
    )


def _ticks() -> Iterator[str]:
    for share in (0.0, 0.5, 1.0):
        at = SIDE * share
        yield f'<text x="{at:.0f}" y="{SIDE + 13}" text-anchor="middle" fill="#777">{share:g}</text>\n'
        yield f'<text x="-5" y="{SIDE - at + 4:.0f}" text-anchor="end" fill="#777">{share:g}</text>\n'


def _dots(got: Reliability) -> Iterator[str]:
    for one in got.bins:
        x, y = SIDE * one.said, SIDE * (1 - one.right / one.count)
        radius = max(1.5, LARGEST * (one.count / got.given) ** 0.5)
        words = f"said {one.said:.2f}, right {one.right} of {one.count}"
        yield (
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="#1f6fb4" fill-opacity=".75">'
            f"<title>{words}</title></circle>\n"
        )
