"""Arrays, words and tables of values -> named bytes from which they are made again; nothing in them is ever run.

Numbers stand as this machine has them: who takes them out again asks first whether the same kind of machine, and the
same code, put them there.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

Parts = Mapping[str, bytes]


def stowed(values: Any) -> bytes:
    """Words, lists and plain values as bytes."""
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def taken(part: bytes) -> Any:
    """The values that `stowed` was given, with lists in place of tuples."""
    return json.loads(part.decode("utf-8", "surrogatepass"))


def filled(code: str, part: bytes) -> array[int]:
    """A growing array with the numbers of a part."""
    found = array(code)
    found.frombytes(part)
    return found


def numbers(values: Iterable[int]) -> bytes:
    """Whole numbers as bytes, eight each."""
    return np.fromiter(values, np.int64).tobytes()


def listed(part: bytes) -> list[int]:
    """Such numbers as a list."""
    found: list[int] = np.frombuffer(part, np.int64).tolist()
    return found


def cut_up(starts: bytes, part: bytes) -> list[list[int]]:
    """Lists of numbers that stand one behind the other, given where each starts and the last one ends."""
    bounds, values = listed(starts), listed(part)
    return [values[a:b] for a, b in pairwise(bounds)]


def strung(lists: Iterable[Iterable[int]]) -> tuple[bytes, bytes]:
    """What `cut_up` takes: where each list starts, and all numbers one behind the other."""
    starts, values = array("q", [0]), array("q")
    for each in lists:
        values.extend(each)
        starts.append(len(values))
    return starts.tobytes(), values.tobytes()


def under(name: str, parts: Parts) -> dict[str, bytes]:
    """Parts with a name before their own."""
    return {f"{name}.{key}": part for key, part in parts.items()}


def within(name: str, parts: Parts) -> dict[str, bytes]:
    """The parts that `under` gave this name, by their own."""
    return {key.removeprefix(f"{name}."): part for key, part in parts.items() if key.startswith(f"{name}.")}
