"""Numbers and names in words: exact beside a bar, round in a title or on an axis."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log10

SCALES = ((1e9, "billion"), (1e6, "million"))


def exact(value: float) -> str:
    """`8,003,984`, `42.3`; from a thousand on without decimals."""
    if value == int(value) or abs(value) >= 1000:
        return f"{'−' if value < 0 else ''}{floor(abs(value) + 0.5):,}"  # halves go up, as in PowerPoint
    return f"{value:,.1f}".replace("-", "−")


def signed(value: float) -> str:
    """`+7`, `−1`, `±0`: a difference."""
    return f"{'+' if value > 0 else '' if value else '±'}{exact(value)}"


def rounded(value: float) -> str:
    """`8 million`, `935,615`: as a title says it."""
    for size, word in SCALES:
        if abs(value) >= size:
            return f"{value / size:.3g} {word}"
    return exact(value)


def listed(names: Sequence[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last


def scale(highest: float) -> tuple[float, str]:
    """What an axis is divided by, and the word for it."""
    return next(((size, word) for size, word in SCALES if highest >= 2 * size), (1.0, ""))


def ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers from low to high, at most so many and one."""
    if high <= low:
        return [low]
    rough = (high - low) / max(1, most)
    power = 10.0 ** floor(log10(rough))
    step = next(power * part for part in (1, 2, 5, 10) if power * part >= rough * 0.999)
    step = max(step, 1.0) if high == int(high) and high < 10 else step
    return [number * step for number in range(floor(low / step), floor(high / step) + 1) if number * step >= low]
