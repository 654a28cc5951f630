"""What a chart of a Word file shows: its words and numbers, which every program writes in a form of its own."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from lxml import etree


def shown_by(root: etree._Element) -> str:
    """The titles of a chart, and the name, the categories and the numbers of each of its series; "" of another part."""
    if etree.QName(root).localname != "chartSpace":
        return ""
    titles = ["".join(each.text or "" for each in title.iter("{*}t")) for title in root.iter("{*}title")]
    return "\n".join((*titles, *(_series(each) for each in root.iter("{*}ser"))))


def _series(series: etree._Element) -> str:
    values = ([_plain(each.text or "") for each in series.iterfind(f"{{*}}{name}//{{*}}v")] for name in _SAID)
    return "\n".join("\t".join(each) for each in values)


_SAID = ("tx", "cat", "val")


def _plain(text: str) -> str:
    """A number in one form, whatever the noughts behind its point; words as they are."""
    try:
        return f"{Decimal(text).normalize():f}"
    except InvalidOperation:
        return text
