"""What the benchmarks do with figures."""

import statistics
from dataclasses import dataclass, field


@dataclass
class Measure:
    """The figures of one that is measured, by their names: an entry a round."""

    figures: dict[str, list[float]] = field(default_factory=dict)

    def add(self, **figures: float) -> None:
        for name, figure in figures.items():
            self.figures.setdefault(name, []).append(figure)

    def median(self, name: str) -> float:
        return statistics.median(self.figures[name])


def verdict(target: str, figure: float) -> str:
    """A target like `≥ 20 ×` or `≤ 45`, and whether the figure meets it."""
    sign, bound, *_ = target.split()
    reached = figure >= float(bound) if sign == "≥" else figure <= float(bound)
    return f"{target}: reached" if reached else f"{target}: **missed**"
