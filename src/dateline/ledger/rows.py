"""What a query found -> a sequence of records that can also be had as a table.

It knows no SQL: a query hands it the records, their rows, and what kind of value each column has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from dateline.errors import InstallError

if TYPE_CHECKING:
    import pandas as pd

T_co = TypeVar("T_co", covariant=True)

# What a column holds -> what pandas calls it; nullable, so that "not stated" never turns into 0 or a float.
_DTYPES = {
    "day": "datetime64[s]",
    "moment": "datetime64[us, UTC]",
    "count": "Int64",
    "degree": "Float64",
    "flag": "boolean",
    "text": "string",
    "json": "object",
}
# So many records does a notebook show; more make the page slow.
SHOWN = 50


class Rows(Sequence[T_co], Generic[T_co]):
    """The records that a query found, in a stable order; behaves like a tuple of them.

    `columns` gives what each column of the table holds: day, moment, count, degree, flag, text or json.
    """

    __slots__ = ("_records", "_rows", "columns")

    def __init__(
        self, records: Sequence[T_co], rows: Sequence[Mapping[str, Any]], columns: Mapping[str, str]
    ) -> None:
        self._records = tuple(records)
        self._rows = tuple(rows)
        self.columns = dict(columns)

    @overload
    def __getitem__(self, index: int) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> Rows[T_co]: ...
    def __getitem__(self, index: int | slice) -> T_co | Rows[T_co]:
        if isinstance(index, slice):
            return Rows(self._records[index], self._rows[index], self.columns)
        return self._records[index]

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[T_co]:
        return iter(self._records)

    def __eq__(self, other: object) -> bool:
        return self._records == (other._records if isinstance(other, Rows) else other)

    def __hash__(self) -> int:
        return hash(self._records)

    def __repr__(self) -> str:
        return f"Rows({list(self._records)!r})"

    def _repr_html_(self) -> str | None:
        """The first of them as a table, for a notebook; None, which shows the records, without pandas."""
        try:
            frame = Rows(self._records[:SHOWN], self._rows[:SHOWN], self.columns).to_pandas()
        except InstallError:
            return None
        more = f"<p>{SHOWN} of {len(self)}</p>" if len(self) > SHOWN else ""
        return f"{frame.to_html(max_cols=12, border=0)}{more}"

    def to_dicts(self) -> list[dict[str, Any]]:
        """The same as rows of a table: one dict a record, the column's name as key, None for "not stated"."""
        return [{name: row[name] for name in self.columns} for row in self._rows]

    def to_pandas(self) -> pd.DataFrame:
        """The same as a pandas table: one row a record, one column a column of the ledger.

        Units:    days as datetime64[s], moments as datetime64[us, UTC], counts as Int64 with <NA> for a bound
                  that is not stated.
        Raises:   InstallError, when pandas is not installed.
        """
        try:
            import pandas as pd  # noqa: PLC0415 (half a second, and not everybody has it)
        except ImportError as error:
            msg = "a table needs pandas, which is not installed; pip install 'dateline[pandas]'"
            raise InstallError(msg) from error
        return pd.DataFrame(
            {
                name: pd.Series([row[name] for row in self._rows], dtype=_DTYPES[holds])
                for name, holds in self.columns.items()
            }
        )
