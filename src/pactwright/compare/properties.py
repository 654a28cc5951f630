"""What a file says of itself: the custom properties that its writer left there."""

from __future__ import annotations

from lxml import etree

from pactwright.compare.package import parts_of, tree_of

CUSTOM = "docProps/custom.xml"


def properties_of(data: bytes, name: str) -> dict[str, str]:
    """The custom properties of a Word file by name; none when it has none.

    Raises UsageError and ForeignContentError as `parts_of` does.
    """
    parts = parts_of(data, name)
    if CUSTOM not in parts:
        return {}
    return {_name(each): "".join(str(text) for text in each.itertext()) for each in tree_of(parts, CUSTOM, name)}


def _name(element: etree._Element) -> str:
    return element.get("name", "")
