"""A publication -> a GeoPackage with a layer of incidents and a layer of claims, for QGIS and others of its kind.

Points are WGS84; what has no place is a row without a geometry. The file's own times are the ledger's moment.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateline.errors import InstallError
from dateline.exports.cells import Head, Table
from dateline.exports.features import lost
from dateline.exports.losses import Losses
from dateline.exports.publication import Loss, Publication
from dateline.exports.tables import claims, incidents
from dateline.records import Where

NEVER = datetime(1980, 1, 1, tzinfo=UTC)
POINT = 1  # of OGC Simple Features, in well-known binary
MOST = 2**31 - 1


def write(publication: Publication, path: Path) -> Loss:
    """Write the layers `incidents` and `claims`.

    Raises:   InstallError, when pyogrio is not installed.
    """
    try:
        import numpy as np  # noqa: PLC0415 (comes with pyogrio, which most do not have)
        import pyogrio  # noqa: PLC0415
        from pyogrio import raw  # noqa: PLC0415
    except ImportError as error:
        msg = "a GeoPackage needs pyogrio, which is not installed; pip install 'dateline[formats]'"
        raise InstallError(msg) from error
    moment = (publication.made_at or NEVER).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": moment})
    try:
        layers = (
            (incidents(publication), [row.where for row in publication.incidents]),
            (claims(publication), [one.claim.where for one in publication.told]),
        )
        named = path.with_name(f"{path.name}.gpkg")  # GDAL complains of any other ending
        for layer, places in layers:
            _write_layer(layer, places, named, (np, raw))
        named.rename(path)
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})
    losses = Losses()
    lost(publication, losses, has_claims=True)
    return losses.loss("gpkg", len(publication.incidents) + len(publication.told))


def _write_layer(table: Table, places: Iterable[Where | None], path: Path, tools: tuple[Any, Any]) -> None:
    np, raw = tools
    points = np.array([_point(where) for where in places] or [], dtype=object)
    columns = list(zip(*table.rows, strict=True)) if table.rows else [()] * len(table.columns)
    fields, masks = [], []
    for head, cells in zip(table.columns, columns, strict=True):
        values, mask = _array(head, cells, np)
        fields.append(values)
        masks.append(mask)
    raw.write(
        str(path),
        points,
        fields,
        [head.name for head in table.columns],
        field_mask=masks,
        layer=table.name,
        driver="GPKG",
        geometry_type="Point",
        crs="EPSG:4326",
        layer_options={"DESCRIPTION": table.meaning},
    )


def _point(where: Where | None) -> bytes | None:
    """A point in well-known binary, little-endian, longitude first."""
    if where is None or where.lat is None or where.lon is None:
        return None
    return struct.pack("<BIdd", 1, POINT, where.lon, where.lat)


def _array(head: Head, cells: Sequence[Any], np: Any) -> tuple[Any, Any]:
    """The cells of a column, typed, and which of them are empty."""
    empty = np.array([cell is None for cell in cells], dtype=bool)
    if head.holds in {"text", "moment"}:
        return np.array([None if c is None else str(c) for c in cells], dtype=object), empty
    if head.holds == "day":
        return np.array(["NaT" if c is None else c.isoformat() for c in cells], dtype="datetime64[D]"), empty
    types = {"degree": "float64", "flag": "bool", "count": _integer(cells)}
    return np.array([0 if c is None else c for c in cells], dtype=types[head.holds]), empty


def _integer(cells: Sequence[Any]) -> str:
    return "int64" if any(c is not None and c > MOST for c in cells) else "int32"
