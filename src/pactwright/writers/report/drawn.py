"""A picture as a drawing in a web page; how its shapes look is the style sheet's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from pactwright.report import Picture, Sign
from pactwright.writers.report.marked import escaped
from pactwright.writers.report.shapes import Box, Disc, Outline, Shape, Stripe, height, key_shapes, shapes

_KEY = 16


def picture_html(picture: Picture, kind: str = "") -> str:
    """The picture, with its words for whoever does not see it, or hidden from them where the cell says it all."""
    said = f'role="img" aria-label="{escaped(picture.alt)}"' if picture.alt else 'aria-hidden="true"'
    name = f"picture {kind}".rstrip()
    return f'<svg class="{name}" height="{height(picture)}" {said}>{_drawn(shapes(picture))}</svg>'


def axis_html(words: Iterable[tuple[int, str]]) -> str:
    """Words over places of the pictures below; the heading beside them says what they are about."""
    return "".join(
        f'<span class="at" style="inset-inline-start:{at}%;transform:translateX(-{at}%)">{escaped(text)}</span>'
        for at, text in words
    )


def key_html(form: Sign | Literal["dotted", "zone"]) -> str:
    """A sign by itself, in a legend."""
    return f'<svg class="key" width="{_KEY}" height="{_KEY}" aria-hidden="true">{_drawn(key_shapes(form))}</svg>'


def _drawn(parts: Iterable[Shape]) -> str:
    return "".join(map(_shape, parts))


def _shape(shape: Shape) -> str:
    if isinstance(shape, Stripe):
        ends = f'x1="{shape.start}%" y1="{shape.top:g}" x2="{shape.end}%" y2="{shape.bottom:g}"'
        return f'<line class="{shape.look}" {ends}/>'
    if isinstance(shape, Box):
        size = f'width="{shape.end - shape.start}%" height="{shape.bottom - shape.top:g}"'
        return f'<rect class="{shape.look}" x="{shape.start}%" y="{shape.top:g}" {size}/>'
    if isinstance(shape, Disc):
        return f'<circle class="{shape.look}" cx="{shape.at}%" cy="{shape.down:g}" r="{shape.radius:g}"/>'
    return f'<svg x="{shape.at}%" y="{shape.down:g}"><path class="{shape.look}" d="{_path(shape)}"/></svg>'


def _path(outline: Outline) -> str:
    spots = "L".join(f"{across:g} {down:g}" for across, down in outline.points)
    return f"M{spots}{'Z' if outline.is_closed else ''}"
