"""What dateline ships of places -> what it adds to, and lays over, the places of a full GeoNames dump."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dateline.lexicons import load
from dateline.lexicons.gazetteer_rows import SHIPPED, Keyed, Row, all_rows, shipped
from dateline.lexicons.gazetteer_tables import seats


class Overlay(NamedTuple):
    """Rows to add; names, points and reaches to put on rows that are there; further keys of either; capitals."""

    added: list[tuple[int | str | float | None, ...]]
    placed: list[tuple[str, float, float, float, int]]
    renamed: list[tuple[str, int]]
    keyed: list[tuple[int, Keyed]]
    seats: list[tuple[str | None, str]]


def overlay(covered: set[str], is_there: Callable[[int], bool], first: int) -> Overlay:
    """What the shipped gazetteer, with its reviewed places, knows beyond a dump.

    Countries, and places of other sources, are added; so are those of countries that the dump does not cover.
    What both have keeps the dump's facts, under our name and with our reach where somebody set them.

    Args: covered: countries of the dump; is_there: whether the dump has a GeoNames id; first: the number of the
          first row added that is not GeoNames'.
    """
    laid = Overlay([], [], [], [], [])
    english = {(land, name) for land, names in load("places")["english"].items() for name in names.values()}
    for keyed in all_rows(shipped(SHIPPED)):
        row = keyed[0]
        number = int(row[0][3:]) if row[0].startswith("gn:") else 0
        if number and is_there(number):
            _lay_over(laid, number, keyed, english)
        elif not number or row[2] not in covered:
            place = number or first + len(laid.added)
            laid.added.append((place, *row[:10]))
            laid.keyed.append((place, keyed))
    laid.seats.extend(seats(keyed[0] for _, keyed in laid.keyed))
    return laid


def _lay_over(laid: Overlay, number: int, keyed: Keyed, english: set[tuple[str, str]]) -> None:
    row: Row = keyed[0]
    if row[9]:  # a division's point and reach; a reviewed town's name and reach
        laid.placed.append((row[1], row[4], row[5], row[9], number))
    elif (str(row[2]), row[1]) in english:
        laid.renamed.append((row[1], number))
    else:
        return
    laid.keyed.append((number, keyed))
