"""A report's publisher and address -> who speaks for all of it, where it is itself a statement by an institution."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from dateline.lexicons import load
from dateline.mentions.actors.folding import pieces
from dateline.mentions.actors.tables import longest, tables
from dateline.records import Actor, Report, SourceType, Speaker

# The kinds of body whose own reports are statements, and the source type of those. Monitors are left out: some
# retell the press; those that do not are listed as issuers.
ISSUING = {
    "rebel": "party", "militia": "party", "coalition": "party", "state_military": "party",
    "state_police": "government", "state_government": "government",
}  # fmt: skip


HEADER = re.compile(r"\[(?P<who>[^\[\]]{4,90})\]\s*\[TEXT\]", re.IGNORECASE)
SIGNED = re.compile(r"\[?signed[\]:]\s*(?:the\s+)?(?P<who>[^,\d\n]{4,80})", re.IGNORECASE)
# "(RADIO EXAMPLE) -- " behind a dateline: the station that was heard.
STATION = re.compile(r"\((?P<who>[^()\d]{4,60})\)\s*--")
# "The armed forces of Example hereby report to the people ...", as a statement opens; not "I hereby report".
HEREBY = re.compile(
    r"(?:^|[.\]:]\s|--\s)(?:the\s+)?(?P<who>[^\W\d_][^.,:;\[\]()]{3,70}?)\s+hereby\s+"
    r"(?:report|announce|inform|state|declare|communicate|notif)",
    re.IGNORECASE,
)
HEAD, TAIL = 600, 400  # characters in which a header or a signature stands


def issuer(report: Report) -> Speaker | None:
    """Who speaks where a report is itself a statement by an institution; None for all others."""
    outlets: dict[str, Any] = load("outlets")
    publisher = (report.publisher or "").strip().lower()
    heard = STATION.search(report.text[:HEAD])
    station = "" if heard is None else heard["who"].strip().lower()
    site = _site(report.url)
    for row in outlets["issuer"]:
        known = [p.lower() for p in row["publishers"]]
        if publisher in known or station in known or any(_is_site(site, s) for s in row["sites"]):
            return Speaker(row["name"], SourceType(row["type"]))
    for row in outlets["site_type"]:
        if any(site.endswith(end) for end in row["ends"]):
            return Speaker(report.publisher or site.removeprefix("www."), SourceType(row["type"]))
    return _institution(report.publisher or "") or _signatory(report.text)


def _signatory(text: str) -> Speaker | None:
    """Who signs a statement, opens it ("X hereby reports"), or is named in a monitor's header as its writer."""
    for found in (HEADER.search(text[:HEAD]), SIGNED.search(text[-TAIL:]), HEREBY.search(text[:HEAD])):
        body = None if found is None else named_in(" ".join(found["who"].split()))
        if body is not None and body.type in ISSUING:
            return Speaker(body.name, SourceType(ISSUING[body.type]))
    return None


def _institution(publisher: str) -> Speaker | None:
    """A publisher that is plainly a force, a ministry or a monitor by its name: "Northern Accord Forces"."""
    found = [w.lower() for w in re.findall(r"[^\W\d_]+", publisher)]
    if len(found) < 2:
        return None
    body = named_in(publisher)
    kind = body.type if body else tables().bodies.get(found[-1], "")
    if found[0] in ("ministry", "department") and found[1] == "of":
        kind = "state_military" if found[2:3] in (["defence"], ["defense"]) else "state_government"
    kind = ISSUING.get(kind, "")
    return Speaker(publisher.strip(), SourceType(kind)) if kind else None


def _site(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").lower()
    except ValueError:  # a malformed address names nobody
        return ""


def _is_site(site: str, name: str) -> bool:
    return site == name or site.endswith("." + name)


def named_in(text: str) -> Actor | None:
    """The longest actor of the tables that a description names."""
    found = pieces(text)
    best: tuple[int, Actor | None] = (0, None)
    for i in range(len(found)):
        hit = longest(tables().names, list(found), i)
        if hit and hit[0] > best[0] and hit[1][0].how == "name" and hit[1][0].actor:
            best = (hit[0], hit[1][0].actor)
    return best[1] if best[0] > 1 else None


def country_in(text: str) -> str | None:
    """The code of the first country that a description names: "US" in "US Defense Secretary"."""
    found = pieces(text)
    for i in range(len(found)):
        hit = longest(tables().states, list(found), i)
        if hit and hit[1][0].state.country:
            return str(hit[1][0].state.country)
    return None
