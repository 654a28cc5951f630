"""What the XML of a report must not use twice: the numbers of its pictures, bookmarks and links."""

from __future__ import annotations

from itertools import count


class Places:
    """Counts pictures, and knows where links lead; `width` is that of the text, in twentieths of a point."""

    def __init__(self, anchors: tuple[str, ...], width: int) -> None:
        """Takes the anchors of the report."""
        self.width = width
        self.addresses: list[str] = []
        self._bookmarks = {name: number for number, name in enumerate(anchors, 1)}
        self._pictures = count(1)

    def bookmark(self, anchor: str) -> tuple[int, str]:
        """The number and the name of the bookmark of an anchor; no name for a filter, which a Word file has not."""
        number = self._bookmarks.get(anchor, 0)
        return number, f"_report_{number}" if number else ""

    def address(self, address: str) -> int:
        """The number of the link to a page of the web; the same address has one link."""
        if address not in self.addresses:
            self.addresses.append(address)
        return self.addresses.index(address)

    def picture(self) -> int:
        """The number of the next picture."""
        return next(self._pictures)
