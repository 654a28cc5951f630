"""A picture as a group of Word's own shapes, which stands in the text like a letter; colours are the template's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from pactwright.report import Picture
from pactwright.writers.report.shapes import Box, Disc, Look, Outline, Shape, Stripe, height, shapes
from pactwright.writers.report.typed import printable
from pactwright.writers.word.markup import escaped

_PIXEL = 9525
_INSET = 8
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_WORD = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


class Paint(NamedTuple):
    """Colours of the template's theme, none where empty, and how wide the line is."""

    fill: str
    line: str
    width: float
    is_dotted: bool = False


PAINTS: Mapping[Look, Paint] = {
    "thin": Paint("", "accent3", 1),
    "tick": Paint("", "accent3", 1),
    "bold": Paint("", "accent1", 2),
    "dotted": Paint("", "accent3", 1.3, is_dotted=True),
    "zone": Paint("accent4", "accent5", 1),
    "disc": Paint("accent1", "accent1", 0),
    "ring": Paint("bg1", "accent2", 1.4),
    "bold-ring": Paint("bg1", "accent1", 2),
    "cross": Paint("", "accent3", 1.4),
    "triangle": Paint("bg1", "accent2", 1.3),
    "square": Paint("tx1", "tx1", 0),
}

_UNSEEN = Paint("", "", 0)


class Frame(NamedTuple):
    """The room of a drawing in pixels: what stays free at its two sides, and its size with these."""

    left: float
    right: float
    width: float
    height: float


class Spot(NamedTuple):
    """Where a shape stands in a drawing, and its size."""

    left: float
    top: float
    width: float
    height: float


def picture_xml(picture: Picture, width: float, number: int, insets: tuple[float, float] = (_INSET, _INSET)) -> str:
    """The run of a picture `width` pixels wide; `number` is its own in the document."""
    return drawn_xml(shapes(picture), picture.alt, Frame(insets[0], insets[1], width, height(picture)), number)


def drawn_xml(parts: Iterable[Shape], alt: str, frame: Frame, number: int) -> str:
    """The run of some shapes with the words for who does not see them; without words it is there for the eye alone.

    `frame` has what the shapes leave free at their two sides, and the size.
    """
    width, high = _length(frame.width), _length(frame.height)
    room = frame.width - frame.left - frame.right
    inside = "".join(_shape(part, frame.left, room, place) for place, part in enumerate(parts, 1))
    name = f"Picture {number}"
    said = f'descr="{escaped(printable(alt))}"' + ("/>" if alt else f">{_DECORATIVE}</wp:docPr>")
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f'<mc:Choice xmlns:wpg="{_WORD}Group" Requires="wpg"><w:drawing>'
        f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{high}"/><wp:docPr id="{number}" name="{name}" {said}<wp:cNvGraphicFramePr/>'
        f'<a:graphic xmlns:a="{_DRAWING}/main"><a:graphicData uri="{_WORD}Group"><wpg:wgp'
        f' xmlns:wps="{_WORD}Shape"><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="{high}"/><a:chOff x="0" y="0"/><a:chExt cx="{width}" cy="{high}"/></a:xfrm>'
        f"</wpg:grpSpPr>{_room(frame)}{inside}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        "</mc:AlternateContent></w:r>"
    )


def _room(frame: Frame) -> str:
    """A rectangle that is not seen, as large as the drawing: some programs would stretch what is smaller."""
    return _placed(0, "room", Spot(0, 0, frame.width, frame.height), _preset("rect") + _painted(_UNSEEN))


def _shape(shape: Shape, inset: float, room: float, number: int) -> str:
    spot, form = _form(shape, inset, room)
    return _placed(number, shape.look, spot, form + _painted(PAINTS[shape.look]))


def _placed(number: int, name: str, spot: Spot, form: str) -> str:
    place = f'<a:off x="{_length(spot.left)}" y="{_length(spot.top)}"/>'
    size = f'<a:ext cx="{_length(spot.width)}" cy="{_length(spot.height)}"/>'
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="{name} {number}"/><wps:cNvSpPr/><wps:spPr>'
        f"<a:xfrm>{place}{size}</a:xfrm>{form}</wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def _form(shape: Shape, inset: float, room: float) -> tuple[Spot, str]:
    """Where a shape stands and what it looks like; `room` is the width between the insets, which is 100 percent."""
    if isinstance(shape, (Stripe, Box)):
        left, right = (inset + room * at / 100 for at in (shape.start, shape.end))
        spot = Spot(left, shape.top, right - left, shape.bottom - shape.top)
        return spot, _preset("line" if isinstance(shape, Stripe) else "rect")
    middle = inset + room * shape.at / 100
    if isinstance(shape, Disc):
        size = 2 * shape.radius
        return Spot(middle - shape.radius, shape.down - shape.radius, size, size), _preset("ellipse")
    across, down = ([point[side] for point in shape.points] for side in (0, 1))
    left, top = min(across), min(down)
    spot = Spot(middle + left, shape.down + top, max(across) - left, max(down) - top)
    return spot, _path(shape, spot, (left, top))


def _preset(name: str) -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'


def _path(outline: Outline, spot: Spot, corner: tuple[float, float]) -> str:
    spots = [
        f'<a:pt x="{_length(across - corner[0])}" y="{_length(down - corner[1])}"/>' for across, down in outline.points
    ]
    lines = "".join(f"<a:lnTo>{spot}</a:lnTo>" for spot in spots[1:])
    size = f'w="{_length(spot.width)}" h="{_length(spot.height)}"'
    return (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f"<a:path {size}><a:moveTo>{spots[0]}</a:moveTo>{lines}{'<a:close/>' if outline.is_closed else ''}</a:path>"
        "</a:pathLst></a:custGeom>"
    )


def _painted(paint: Paint) -> str:
    if not paint.width:
        return f"{_filled(paint.fill)}<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="sysDot"/>' if paint.is_dotted else ""
    return f'{_filled(paint.fill)}<a:ln w="{_length(paint.width)}">{_filled(paint.line)}{dash}</a:ln>'


def _filled(colour: str) -> str:
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>' if colour else "<a:noFill/>"


def _length(pixels: float) -> int:
    """Pixels in the units of a drawing."""
    return round(pixels * _PIXEL)
