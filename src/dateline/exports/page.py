"""A publication -> one HTML file that opens anywhere without a network: map, timeline, incidents and their words.

Everything is in the file: shapes, style, and the little script that filters. Without the script all of it shows.
Every string that came from a report is escaped, and the page forbids itself to load anything.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from html import escape
from importlib.resources import files
from pathlib import Path

from dateline.exports.losses import Losses
from dateline.exports.page_drawing import bar, map_of, scale_of, timeline
from dateline.exports.page_words import label, places, span_of, toll_words, when_words, where_words
from dateline.exports.publication import Audience, IncidentRow, Loss, Publication, Toll
from dateline.records import Figure, IncidentId, Source, Span, Told

MEASURES = ("killed", "injured")
# What the page may load: its own style and script, and nothing else from anywhere.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
FOR_WHOM = {
    Audience.INTERNAL: "For the project itself: nothing is withheld. Do not hand it on.",
    Audience.PARTNER: "For partners: the names of private people are masked.",
    Audience.PUBLIC: "For the public: private people, what they said and where exactly they were are withheld.",
}


def write(publication: Publication, path: Path) -> Loss:
    """Write the page as one file."""
    path.write_text(page(publication), "utf-8")
    losses = Losses()
    losses.lose("reports", "the text, but for the words of claims", len(publication.reports))
    losses.lose(
        "claims",
        "the rules that decided its values",
        sum(bool(one.claim.decisions) for one in publication.told),
    )
    return losses.loss("html", len(publication.incidents))


def page(publication: Publication) -> str:
    """The whole page."""
    body = (
        _head(publication),
        '<main id="main">',
        _totals(publication),
        map_of(publication.incidents, publication.rule),
        timeline(publication.incidents, publication.rule),
        _filters(publication),
        _incidents(publication),
        _withheld(publication),
        _codebook(publication),
        "</main>",
        _foot(publication),
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(_title(publication))}</title>\n<style>\n{_asset('page.css')}</style>\n</head>\n<body>\n"
        + "\n".join(body)
        + f"\n<script>\n{_asset('page.js')}</script>\n</body>\n</html>\n"
    )


def _asset(name: str) -> str:
    return (files("dateline.exports") / "page_assets" / name).read_text("utf-8")


def _title(publication: Publication) -> str:
    n = len(publication.incidents)
    return f"{n:,} {'incident' if n == 1 else 'incidents'} told of in {len(publication.reports):,} reports"


def _head(publication: Publication) -> str:
    days = [d for row in publication.incidents if row.when for d in (row.when.start, row.when.end)]
    facts = [
        f"{min(days)} to {max(days)}" if days else "",
        f"figures by the rule “{publication.rule}”",
        f"ledger as of {publication.made_at:%Y-%m-%d %H:%M} UTC" if publication.made_at else "",
        f"asked for: {publication.asked}" if publication.asked else "",
    ]
    shown = " · ".join(escape(fact) for fact in facts if fact)
    return (
        '<a class="skip" href="#main">To the content</a>\n<header>'
        f"<h1>{escape(_title(publication))}</h1><p>{shown}</p>"
        f'<p class="for">{FOR_WHOM[publication.audience]}</p></header>'
    )


def _totals(publication: Publication) -> str:
    """How many incidents have a figure, and the sums of those that stand by themselves; silence is not 0."""
    cells = "".join(_total(publication.incidents, measure, publication.rule) for measure in MEASURES)
    return (
        '<section aria-labelledby="t"><h2 id="t">In all</h2><div class="totals">'
        f"<div><b>{len(publication.incidents):,}</b><span>incidents</span></div>"
        f"<div><b>{len(publication.told):,}</b><span>claims</span></div>"
        f"<div><b>{len(publication.reports):,}</b><span>reports</span></div>{cells}</div></section>"
    )


def _total(rows: Sequence[IncidentRow], measure: str, rule: str) -> str:
    by_id = {row.id: row for row in rows}
    told = {row.id: toll for row in rows if (toll := row.toll(measure, rule)) is not None}
    above = {row.id: _above(row, by_id) for row in rows}
    # A part counts where nothing above it has a figure: then its whole is not silent either.
    counted = [id_ for id_ in told if not told.keys() & above[id_]]
    spoken_for = {whole for id_ in counted for whole in above[id_]}
    silent = sum(not (above[row.id] or row.id in told or row.id in spoken_for) for row in rows)
    lows, highs = [told[id_].low for id_ in counted], [told[id_].high for id_ in counted]
    low = sum(n for n in lows if n is not None) if any(n is not None for n in lows) else None
    high = sum(n for n in highs if n is not None) if counted and None not in highs else None
    note = f"{label(measure, 'measure')}; of {silent:,} incidents nobody says how many"
    return f"<div><b>{toll_words(low, None, high)}</b><span>{escape(note)}</span></div>"


def _above(row: IncidentRow, by_id: Mapping[IncidentId, IncidentRow]) -> set[IncidentId]:
    """The larger incidents that one belongs to."""
    found: set[IncidentId] = set()
    while row.part_of is not None and row.part_of in by_id and row.part_of not in found:
        found.add(row.part_of)
        row = by_id[row.part_of]
    return found


def _filters(publication: Publication) -> str:
    kinds = sorted({str(row.kind) for row in publication.incidents}, key=label)
    options = "".join(f'<option value="{escape(kind)}">{escape(label(kind))}</option>' for kind in kinds)
    return (
        '<form class="filters" hidden aria-label="Filter the incidents">'
        '<label>Words <input type="search" name="words" autocomplete="off"></label>'
        f'<label>Kind <select name="kind"><option value="">all</option>{options}</select></label>'
        '<output aria-live="polite"></output></form>'
    )


def _incidents(publication: Publication) -> str:
    top = scale_of(publication.incidents, publication.rule)
    shown = "\n".join(_incident(row, publication, top) for row in _in_order(publication.incidents))
    return f'<section aria-labelledby="i"><h2 id="i">Incidents</h2>\n{shown}\n</section>'


def _in_order(rows: Iterable[IncidentRow]) -> list[IncidentRow]:
    """By day, the undated last."""
    return sorted(rows, key=lambda row: (row.when is None, row.when.start if row.when else date.max, row.id))


def _incident(row: IncidentRow, publication: Publication, top: int) -> str:
    told = publication.told_of(row)
    facts = [
        ("When", when_words(row.when)),
        ("Where", where_words(row.where)),
        ("By whom", ", ".join(a.name for a in row.actors) or "not said"),
        ("To whom", ", ".join(a.name for a in row.targets) or "not said"),
        ("Told as", ", ".join(status.value for status in row.statuses)),
        ("Who says so", _origins(row)),
    ]
    listed = "".join(f"<div><dt>{head}</dt><dd>{escape(text)}</dd></div>" for head, text in facts)
    tolls = "".join(_toll(toll, top) for toll in row.tolls if toll.rule == publication.rule)
    claims = "".join(_claim(one) for one in told)
    n = len(told)
    return (
        f'<article id="i-{escape(row.id)}" data-kind="{escape(row.kind)}"><h3>{escape(_heading(row))}</h3>'
        f"<dl>{listed}</dl>{f'<table class=tolls>{tolls}</table>' if tolls else '<p class=none>No figures.</p>'}"
        f"<details><summary>{n} {'claim' if n == 1 else 'claims'}, in the words of the reports</summary>"
        f"{claims}</details>"
        "</article>"
    )


def _heading(row: IncidentRow) -> str:
    where = f", {row.where.name}" if row.where else ""
    when = f", {span_of(row.when)}" if row.when else ""
    return f"{label(row.kind).capitalize()}{where}{when}"


def _origins(row: IncidentRow) -> str:
    party = f", {row.party_origins} of them party to the conflict" if row.party_origins else ""
    n, m = row.origins, len(row.reports)
    return f"{n} {'origin' if n == 1 else 'origins'} in {m} {'report' if m == 1 else 'reports'}{party}"


def _toll(toll: Toll, top: int) -> str:
    whom = f", {toll.victim}" if toll.victim else ""
    head = escape(f"{label(toll.measure, 'measure')}{whom}")
    return (
        f'<tr><th scope="row">{head}</th><td>{toll_words(toll.low, toll.best, toll.high)}</td>'
        f"<td>{bar(toll, top)}</td></tr>"
    )


def _claim(one: Told) -> str:
    claim, report = one.claim, one.report
    said = ", ".join(str(part) for part in (report.publisher, report.published_day, report.headline) if part)
    link = escape(said or "a report")
    if report.url and report.url.startswith(("https://", "http://")):
        link = f'<a href="{escape(report.url)}" rel="noreferrer">{link}</a>'
    figures = "; ".join(_figure(figure) for figure in claim.figures)
    what = f"{label(claim.kind)}, {claim.status.value}" + (f": {figures}" if figures else "")
    return (
        f'<div class="claim"><blockquote lang="{escape(report.language)}" dir="auto">{_marked(one)}</blockquote>'
        f"<p>{escape(what)}</p><p>Says {escape(_source(claim.source, report.publisher))} — {link}</p></div>"
    )


def _marked(one: Told) -> str:
    """The words of a claim with its figures marked."""
    span, text = one.claim.evidence, one.report.text
    out, at = [], span.start
    for figure in sorted((f.span for f in one.claim.figures if f.span.overlaps(span)), key=_place):
        start, end = max(figure.start, at), min(figure.end, span.end)
        if start < end:
            out += [escape(text[at:start]), "<mark>", escape(text[start:end]), "</mark>"]
            at = end
    return "".join((*out, escape(text[at : span.end])))


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _figure(figure: Figure) -> str:
    about = "about " if figure.approx and figure.low == figure.high else ""
    of = f" ({figure.of})" if figure.of else ""
    return f"{about}{toll_words(figure.low, None, figure.high)} {label(str(figure.measure), 'measure')}{of}"


def _source(source: Source, publisher: str | None) -> str:
    name = f"{publisher or 'the report'}, in its own voice" if source.type == "report" else source.name
    return f"{name}, via {_source(source.via, publisher)}" if source.via else name


def _withheld(publication: Publication) -> str:
    if not publication.withheld:
        return ""
    rows = "".join(
        f"<tr><td>{one.count:,}</td><td>{escape(one.kind)}</td><td>{escape(one.why)}</td></tr>"
        for one in publication.withheld
    )
    return (
        '<section aria-labelledby="w"><h2 id="w">What is withheld</h2><div class="wide"><table>'
        f"<thead><tr><th>How many</th><th>What</th><th>Which is</th></tr></thead>{rows}</table></div></section>"
    )


def _codebook(publication: Publication) -> str:
    used = _used(publication)
    rows = "".join(
        f"<div><dt>{escape(one.label)} <small>{escape(one.field.replace('_', ' '))}</small></dt>"
        f"<dd>{escape(one.definition)}</dd></div>"
        for one in publication.codebook
        if (one.field, one.word) in used
    )
    return f'<section aria-labelledby="c"><h2 id="c">What the words mean</h2><dl class="book">{rows}</dl></section>'


def _used(publication: Publication) -> set[tuple[str, str]]:
    return set(_words(publication))


def _words(publication: Publication) -> Iterator[tuple[str, str]]:
    for row in publication.incidents:
        yield "kind", row.kind
        yield from (("measure", toll.measure) for toll in row.tolls)
    for one in publication.told:
        yield "kind", one.claim.kind
        yield "status", one.claim.status.value
        yield "source_type", one.claim.source.type


def _foot(publication: Publication) -> str:
    named = len(places(publication.incidents))
    return (
        f"<footer><p>Written by dateline. {named:,} incidents are placed on the map; shapes: Natural Earth, public "
        "domain. “Reported by n origins” is not “confirmed”: verified is a person’s word. A number nobody stated "
        "is left open, never 0.</p></footer>"
    )
