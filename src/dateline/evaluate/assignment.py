"""A table of weights -> the pairs of rows and columns with the greatest total weight. Exact."""

from __future__ import annotations

import math
from collections.abc import Sequence


def best_pairs(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pair rows with columns one to one, so that the sum of weights is greatest.

    Args:    weights none below 0, rows of one length. A weight of 0 means: these two may not pair.
    Returns: (row, column) sorted by column, only where the weight is above 0.
    Source:  shortest augmenting paths with prices (Hungarian method): Jonker and Volgenant 1987,
             doi:10.1007/BF02278710. A report has at most some sixty claims, so the cube of that is small.

    >>> best_pairs([[1.0, 2.0], [0.0, 0.5]])
    [(0, 1)]
    >>> best_pairs([[2.0, 1.9], [1.9, 0.0]])
    [(1, 0), (0, 1)]
    """
    if not weights or not weights[0]:
        return []
    rows, columns = len(weights), len(weights[0])
    owners = _Auction(weights, max(rows, columns)).owners()
    return [(i, j) for j, i in enumerate(owners) if i < rows and j < columns and weights[i][j] > 0]


class _Auction:
    """Rows are placed one after another; prices keep every earlier placing the best one."""

    def __init__(self, weights: Sequence[Sequence[float]], size: int) -> None:
        # Padded to a square: a row that takes a padding column stays alone, at no cost.
        self.costs = [[0.0] * size for _ in range(size)]
        for i, row in enumerate(weights):
            for j, weight in enumerate(row):
                self.costs[i][j] = -weight
        self.size = size
        self.row_prices = [0.0] * size
        self.column_prices = [0.0] * size
        self.owner = [-1] * size

    def owners(self) -> list[int]:
        """For each column the row that it goes to."""
        for row in range(self.size):
            self._place(row)
        return self.owner

    def _place(self, row: int) -> None:
        """Find the cheapest chain of moves that ends in a free column, and make them."""
        slack = [math.inf] * self.size
        before = [-1] * self.size  # the column from which a column was reached; -1 is the new row
        reached: list[int] = []
        here = -1
        while here < 0 or self.owner[here] >= 0:
            tenant = row if here < 0 else self.owner[here]
            here = self._nearest(tenant, here, slack, before, reached)
            self._reprice(row, reached, slack, slack[here])
            reached.append(here)
        while before[here] >= 0:
            self.owner[here] = self.owner[before[here]]
            here = before[here]
        self.owner[here] = row

    def _nearest(
        self, tenant: int, here: int, slack: list[float], before: list[int], reached: list[int]
    ) -> int:
        """The unreached column with the least slack, after the tenant's own offers."""
        best = -1
        for column in range(self.size):
            if column in reached:
                continue
            offer = self.costs[tenant][column] - self.row_prices[tenant] - self.column_prices[column]
            if offer < slack[column]:
                slack[column], before[column] = offer, here
            if best < 0 or slack[column] < slack[best]:
                best = column
        return best

    def _reprice(self, row: int, reached: list[int], slack: list[float], step: float) -> None:
        self.row_prices[row] += step
        for column in reached:
            self.row_prices[self.owner[column]] += step
            self.column_prices[column] -= step
        for column in range(self.size):
            if column not in reached:
                slack[column] -= step
