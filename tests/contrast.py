"""The contrast of two colours, by the formula of the web content accessibility guidelines (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

AA = 4.5


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white); colours are six hexadecimal digits.

    >>> contrast("000000", "ffffff"), contrast("777777", "ffffff") < AA
    (21.0, True)
    """
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)
