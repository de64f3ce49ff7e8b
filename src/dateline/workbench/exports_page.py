"""The question in the address -> what of it may be handed on, in which form and to whom; and the archive with it."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from dateline.errors import UsageError
from dateline.exports.forms import FORMS, PACKET, Form, no_form
from dateline.exports.losses import to_json, told
from dateline.exports.publication import Audience
from dateline.publishing import Asked as Wanted
from dateline.publishing import Published, Terms, publish, publish_packet
from dateline.workbench.asking import Asked, Question
from dateline.workbench.desk import At
from dateline.workbench.overview import Facet, facets
from dateline.workbench.twins import page

router = APIRouter()
# An archive bears no moment of its own, so that the same question gives the same bytes. ZIP knows no earlier year.
NO_MOMENT = (1980, 1, 1, 0, 0, 0)
# Those for whom something is made, the safest first: it is what a form that says nothing asks for.
AUDIENCES = (Audience.PUBLIC, Audience.PARTNER, Audience.INTERNAL)


@dataclass(frozen=True, slots=True)
class Exports:
    """What can be made of a question: how many incidents it leaves, the forms, and for whom."""

    asked: Question
    incidents: int
    forms: tuple[Form, ...]
    audiences: tuple[Audience, ...]
    facets: tuple[Facet, ...]


@page(router, "/exports", "exports.html")
def exports(at: At, asked: Asked) -> Exports:
    """The forms in which incidents of such claims can be handed on."""
    board = at.board
    total = board.lines(asked.filter, asked.rule, count=0).total
    return Exports(asked, total, tuple(FORMS.values()), AUDIENCES, facets(board, asked))


class Handed(Question):
    """A question, and what is to be made of it."""

    form: Annotated[str, Query(description="The form, or packet for all of them.")] = PACKET
    audience: Annotated[Audience, Query(description="For whom it is made.")] = Audience.PUBLIC


@router.get(
    "/exports/archive.zip", response_class=Response, summary="An export, with its manifest, as an archive."
)
def archive(at: At, asked: Annotated[Handed, Query()]) -> Response:
    """What was asked for in one form, searched for all that it must not show, with its manifest beside it."""
    name = f"{Path(at.name).stem}-{asked.form}-{asked.audience.value}"
    with TemporaryDirectory() as folder:
        _publish(at, asked, Path(folder), name)
        packed = _packed(Path(folder))
    told_of = {"Content-Disposition": f'attachment; filename="{_plain(name)}.zip"'}
    return Response(packed, media_type="application/zip", headers=told_of)


def _publish(at: At, asked: Handed, folder: Path, name: str) -> Published:
    if asked.form not in (PACKET, *FORMS):
        msg = no_form(asked.form)
        raise UsageError(msg)
    words = " ".join(f"{term}={value}" for term, value in asked.chosen.items())
    wanted, terms = Wanted(asked.filter, asked.rule, words=words), Terms(asked.audience)
    if asked.form == PACKET:
        return publish_packet(at.ledger, folder / name, wanted, terms=terms)
    form = FORMS[asked.form]
    made = publish(at.ledger, form.name, folder / f"{name}{form.suffix}", wanted, terms=terms)
    if form.coded:
        for loss in made.losses:
            (folder / f"{made.path.name}.loss.txt").write_text(told(loss), "utf-8")
            (folder / f"{made.path.name}.loss.json").write_text(to_json(loss), "utf-8")
    return made


def _packed(folder: Path) -> bytes:
    """All files of a folder in one archive, in the order of their names."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in _files(folder):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), NO_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())
    return held.getvalue()


def _files(folder: Path) -> Iterator[Path]:
    yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _plain(name: str) -> str:
    """A file's name with nothing in it that a header could take for its own."""
    return "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in "-_.") else "_" for letter in name
    )
