"""A publication and a policy -> the same as an audience may see it, and all that was withheld from it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from dateline.exports.publication import Audience, IncidentRow, Publication, Withheld, Wording
from dateline.language.case import restore
from dateline.lexicons.gazetteer import Gazetteer
from dateline.lexicons.gazetteer_search import above
from dateline.protection import Policy, masking, speech
from dateline.protection.masking import View
from dateline.protection.people import CONTACT, Found, Key, Person, find
from dateline.protection.places import coarsen
from dateline.protection.redaction import Redaction
from dateline.protection.sealing import Seal
from dateline.protection.secrets import (
    ID,
    SAID,
    TOKEN,
    Secrets,
    Traces,
    gather,
    plain,
    shingles,
    stretches_of,
)
from dateline.publishing.knowing import Knower
from dateline.publishing.misreading import without_misread
from dateline.records import ClaimId, IncidentId, Report, ReportId, Source, Span, Told, Where

WHY = {
    "name": "a private person's name, and what tells who they are",
    "byline": "who wrote a report",
    "contact": "an address or number to reach somebody by",
    "speech": "a sentence or quotation of a private person",
    "place": "a place tied to a private person, told as the city or area it lies in",
    "text": "the text of a report, but for the words of its claims",
    "url": "an address that holds a withheld name, or leads to a report that is to stay unknown",
    "id": "an id of the ledger, from which a file's name could be guessed",
    "source": "what an unnamed private source is",
}


@dataclass(frozen=True, slots=True)
class Protected:
    """A publication that may be handed on, and what it must not hold in any form."""

    publication: Publication
    secrets: Secrets


def seal_of(publication: Publication, audience: Audience, salt: bytes) -> Seal:
    """The seal of one export: the same for the same claims, rule and audience of the same ledger."""
    told = "\n".join(f"{one.claim.id}" for one in publication.told)
    named = f"{audience}|{publication.rule}|{publication.asked}|{publication.made_at}|{told}"
    return Seal(salt, sha256(named.encode()).hexdigest())


def protect(
    publication: Publication, audience: Audience, policy: Policy, seal: Seal, knower: Knower
) -> Protected:
    """Everything that an audience may see of a publication; a pure function of its arguments."""
    found = {report.id: _found(report, policy, knower) for report in publication.reports}
    publication = without_misread(publication, found)
    labels = _labels(found, publication, seal)
    views = {
        report.id: View(found[report.id], _spoken(report, found[report.id], policy), labels[report.id])
        for report in publication.reports
    }
    views, closer = _hidden(publication, views, policy, knower)
    return _Work(publication, audience, policy, seal, (views, closer), knower.gazetteer).done()


def _found(report: Report, policy: Policy, knower: Knower) -> Found:
    """The people of a report: of its text, its headline, its byline."""
    also = "\n\n".join(part for part in (report.headline, _by(report)) if part and part not in report.text)
    return find(restore(report.text) + ("\n\n" + also if also else ""), knower, policy.names)


def _by(report: Report) -> str | None:
    return f"Mr {report.byline}" if report.byline else None


def _labels(
    found: Mapping[ReportId, Found], publication: Publication, seal: Seal
) -> dict[ReportId, dict[Key, str]]:
    """What each private person is called: the same wherever the same full name stands."""
    marks = {
        (report, person.key): " ".join(person.key) if len(person.key) > 1 else f"{report}|{person.key[0]}"
        for report, one in found.items()
        for person in one.private
    }
    numbers = seal.numbers(marks.values())
    out: dict[ReportId, dict[Key, str]] = {report.id: {} for report in publication.reports}
    for (report, key), mark in marks.items():
        out[report][key] = f"person {numbers[mark]}"
    return out


def _spoken(report: Report, found: Found, policy: Policy) -> tuple[speech.Stretch, ...]:
    return speech.of_private(report.text, found) if policy.cover.speech else ()


def _hidden(
    publication: Publication, views: Mapping[ReportId, View], policy: Policy, knower: Knower
) -> tuple[dict[ReportId, View], dict[tuple[ReportId, Where], Where]]:
    """The places that are told too closely, by report: those of every incident that a private person is tied to."""
    if not policy.cover.places:
        return dict(views), {}
    tied = {one.claim.id for one in publication.told if masking.is_tied(one.claim, views[one.report.id])}
    homes = [row for row in publication.incidents if not tied.isdisjoint(row.claims)]
    closer: dict[tuple[ReportId, Where], Where] = {}
    names: dict[ReportId, set[str]] = defaultdict(set)
    wanted = {claim for row in homes for claim in row.claims}
    close = {
        _place(one.claim.where) for one in publication.told if one.claim.id in wanted and one.claim.where
    }
    touched = {report for row in homes for report in row.reports}
    for one in publication.told:
        old = one.claim.where
        if old is None or one.report.id not in touched or _place(old) not in close:
            continue
        wide = coarsen(old, knower.gazetteer)
        if wide != old:
            closer[one.report.id, old] = wide
            names[one.report.id] |= set(_names_of(old, one, wide))
    return {id_: replace(view, hidden=frozenset(names[id_])) for id_, view in views.items()}, closer


def _place(where: Where | None) -> str:
    return "" if where is None else where.name


def _names_of(old: Where, one: Told, wide: Where) -> Iterable[str]:
    """How a place is written that is told too closely: its name's parts, and the words that the claim went by."""
    parts = [part.strip() for part in old.name.split(",")]
    words = one.claim.words_for("where")
    written = words.of(one.report.text) if words and words.end - words.start <= 60 else ""
    for name in (*parts, " ".join(written.split())):
        if len(name) > 2 and wide.name.casefold() not in name.casefold() and any(c.isupper() for c in name):
            yield name


class _Work:
    """One publication on its way to an audience."""

    def __init__(
        self,
        publication: Publication,
        audience: Audience,
        policy: Policy,
        seal: Seal,
        looks: tuple[Mapping[ReportId, View], Mapping[tuple[ReportId, Where], Where]],
        gazetteer: Gazetteer,
    ) -> None:
        self.old, self.audience, self.policy, self.seal = publication, audience, policy, seal
        self.views, self.closer = looks
        self.gazetteer = gazetteer
        self.made: dict[ReportId, Redaction] = {}
        self.spans: dict[ReportId, list[Span]] = defaultdict(list)
        for one in publication.told:
            c = one.claim
            self.spans[one.report.id] += [c.evidence, *c.also, *(f.span for f in c.figures)]

    def done(self) -> Protected:
        self.views = self._with_private_claims()
        secrets = gather(self._traces(), self._allowed())
        self.views = {id_: replace(view, others=secrets.parts) for id_, view in self.views.items()}
        for report in self.old.reports:
            spans = self.spans[report.id]
            self.made[report.id] = masking.redact(report, self.views[report.id], self.policy.cover, spans)
        reports = {report.id: self._report(report, secrets) for report in self.old.reports}
        secrets = secrets.without(one.url for one in reports.values() if one.url)
        told = [self._told(one, reports) for one in self.old.told]
        secrets = secrets.allowing(_described(told))
        rows = tuple(self._row(row) for row in self.old.incidents)
        withheld = tuple(
            Withheld(kind, WHY[kind], n) for kind, n in sorted(self._counts(reports).items()) if n
        )
        publication = replace(
            self.old,
            audience=self.audience,
            wording=Wording.CLAIMS if self.policy.cover.excerpts else Wording.MASKED,
            reports=tuple(sorted(reports.values(), key=lambda r: r.id)),
            told=tuple(sorted(told, key=lambda one: one.order)),
            incidents=tuple(sorted(rows, key=lambda row: self._place_of(row, told))),
            withheld=withheld,
            asked=_bare(self.old.asked, secrets),
        )
        return Protected(publication, secrets)

    def _place_of(self, row: IncidentRow, told: list[Told]) -> tuple[object, ...]:
        order = {one.claim.id: one.order for one in told}
        return (*min(order[claim] for claim in row.claims), row.id)

    def _with_private_claims(self) -> dict[ReportId, View]:
        """The views, with the words of private sources' claims among what is spoken."""
        if not self.policy.cover.speech:
            return dict(self.views)
        more: dict[ReportId, set[speech.Stretch]] = defaultdict(set)
        for one in self.old.told:
            view = self.views[one.report.id]
            if masking.is_private_source(one.claim, view):
                spans = [speech.Stretch(s.start, s.end) for s in (one.claim.evidence, *one.claim.also)]
                more[one.report.id] |= {*spans, *speech.quotes_near(one.report.text, spans[:1])}
        views = {
            id_: replace(view, spoken=tuple(sorted({*view.spoken, *more[id_]})))
            for id_, view in self.views.items()
        }
        return self._with_repeats(views)

    def _with_repeats(self, views: dict[ReportId, View]) -> dict[ReportId, View]:
        """The views, with sentences that say elsewhere again what is withheld in one report: copies, for the most."""
        texts = {report.id: report.text for report in self.old.reports}
        said = frozenset(
            s
            for id_, view in views.items()
            for one in view.spoken
            for s in shingles(texts[id_][one.start : one.end])
        )
        if not said:
            return views
        return {
            id_: replace(view, spoken=_with(view.spoken, _again(texts[id_], said)))
            for id_, view in views.items()
        }

    def ids(self, sort: str, value: str) -> str:
        return self.seal.id(sort, value)

    def _report(self, report: Report, secrets: Secrets) -> Report:
        view = self.views[report.id]
        made = masking.report(report, view, self.policy.cover, self.made[report.id], self.ids)
        says = masking.SPEECH if made.headline and _says(made.headline, secrets) else made.headline
        dateline = None if made.dateline and _says(made.dateline, secrets) else made.dateline
        return replace(made, url=self._url(report, view, secrets), headline=says, dateline=dateline)

    def _url(self, report: Report, view: View, secrets: Secrets) -> str | None:
        if report.url is None or self.policy.urls == "all":
            return None
        if self.policy.urls == "tied" and view.found.private:
            return None
        # An address may hold the id that the ledger gave its report: it is public, and names nobody.
        named = any(leak.kind != ID for leak in secrets.leaks(report.url))
        return None if named or CONTACT.search(report.url) else report.url

    def _told(self, one: Told, reports: Mapping[ReportId, Report]) -> Told:
        view = self.views[one.report.id]
        claim = masking.claim(one.claim, view, self.policy.cover, self.made[one.report.id], self.ids)
        where = self.closer.get((one.report.id, one.claim.where)) if one.claim.where else None
        claim = replace(claim, where=masking.where(where or one.claim.where, view))
        return Told(claim, reports[one.report.id])

    def _row(self, row: IncidentRow) -> IncidentRow:
        view = self._joint(row)
        tied = next(
            (
                self.closer[id_, row.where]
                for id_ in row.reports
                if row.where and (id_, row.where) in self.closer
            ),
            None,
        )
        return replace(
            row,
            id=IncidentId(self.ids("claim", row.id)),
            where=masking.where(tied or row.where, view),
            actors=tuple(masking.actor(a, view) for a in row.actors),
            targets=tuple(masking.actor(a, view) for a in row.targets),
            part_of=row.part_of and IncidentId(self.ids("claim", row.part_of)),
            claims=tuple(ClaimId(self.ids("claim", claim)) for claim in row.claims),
            reports=tuple(sorted(ReportId(self.ids("report", report)) for report in row.reports)),
            tolls=tuple(replace(t, victim=t.victim and masking.string(t.victim, view)) for t in row.tolls),
        )

    def _joint(self, row: IncidentRow) -> View:
        """What is withheld of any of an incident's reports."""
        views = [self.views[report] for report in row.reports]
        people: dict[Key, Person] = {}
        labels: dict[Key, str] = {}
        for view in views:
            for person in view.found.people:
                if person.key not in people or person.private:
                    people[person.key] = person
            labels |= view.labels
        hidden = frozenset(name for view in views for name in view.hidden)
        return View(Found(tuple(people.values()), frozenset()), (), labels, hidden, views[0].others)

    def _traces(self) -> Iterable[Traces]:
        """What each report must not leave a trace of."""
        published = {one.report.id for one in self.old.told}
        for report in self.old.reports:
            view = self.views[report.id]
            ids = [str(report.id)] if report.id in published else []
            claims = [str(one.claim.id) for one in self.old.told if one.report.id == report.id]
            yield Traces(
                people=view.found.private,
                spoken=tuple(report.text[s.start : s.end] for s in view.spoken),
                contacts=tuple(report.text[c.start : c.end] for c in view.found.contacts),
                ids=(*ids, *claims),
                byline=report.byline if self.policy.cover.bylines else None,
            )

    def _allowed(self) -> frozenset[str]:
        """Folded words that are kept on purpose somewhere: of public people, actors, places and things."""
        out: set[str] = set()
        for view in self.views.values():
            out |= view.found.kept
        for one in self.old.told:
            for actor in (*one.claim.actors, *one.claim.targets):
                if actor.type != "person":
                    out |= set(TOKEN.findall(plain(masking.string(actor.name, self.views[one.report.id]))))
        for where in self._places():
            out |= set(TOKEN.findall(plain(where)))
        out |= {w for row in self.old.reports if row.publisher for w in TOKEN.findall(plain(row.publisher))}
        return frozenset(out)

    def _places(self) -> Iterable[str]:
        """Places that are shown, and the divisions they lie in, as forms write them."""
        wheres = {one.claim.where for one in self.old.told if one.claim.where and one.claim.where.place_id}
        for where in (wheres | set(self.closer.values())) - {old for _, old in self.closer}:
            yield where.name
            place = self.gazetteer.place(where.place_id) if where.place_id else None
            yield from (p.name for p in above(place, self.gazetteer)) if place else ()

    def _counts(self, reports: Mapping[ReportId, Report]) -> Counter[str]:
        count: Counter[str] = Counter()
        labels = {label for view in self.views.values() for label in view.labels.values()}
        count["name"] = len(labels)
        count["contact"] = sum(len(view.found.contacts) for view in self.views.values())
        count["speech"] = sum(len(view.spoken) for view in self.views.values())
        count["place"] = len({old.name for _, old in self.closer})
        count["id"] = len(self.old.reports) + len(self.old.told)
        for report in self.old.reports:
            new = reports[report.id]
            count["text"] += self.policy.cover.excerpts
            count["byline"] += bool(report.byline and not new.byline)
            count["url"] += bool(report.url and not new.url)
        return count


def _again(text: str, said: frozenset[tuple[str, ...]]) -> list[speech.Stretch]:
    """Where a text says again what is withheld elsewhere; what overlaps is one stretch."""
    out: list[speech.Stretch] = []
    for start, end in stretches_of(text, said):
        if out and start <= out[-1].end:
            out[-1] = speech.Stretch(out[-1].start, end)
        else:
            out.append(speech.Stretch(start, end))
    return out


def _with(spoken: tuple[speech.Stretch, ...], more: list[speech.Stretch]) -> tuple[speech.Stretch, ...]:
    """Stretches with those of others that are not in them already."""
    new = [m for m in more if not any(s.start <= m.start and m.end <= s.end for s in spoken)]
    return tuple(sorted({*spoken, *new}))


def _says(words: str, secrets: Secrets) -> bool:
    """Whether a headline or dateline says again what a private person says in a report."""
    return any(leak.kind == SAID for leak in secrets.leaks(words))


def _described(told: Iterable[Told]) -> Iterable[str]:
    """Names and descriptions of sources, actors and places, as they are shown."""
    for one in told:
        source: Source | None = one.claim.source
        while source is not None:
            yield source.name
            source = source.via
        yield from (a.name for a in (*one.claim.actors, *one.claim.targets))
        yield from (f.of for f in one.claim.figures)
        if one.claim.where:
            yield one.claim.where.name


def _bare(asked: str, secrets: Secrets) -> str:
    """What was asked for, where the asking itself names nobody."""
    return "" if secrets.leaks(asked) else asked
