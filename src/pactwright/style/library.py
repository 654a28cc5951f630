"""The style of a whole library, or of a house library alone: each text once, by the patterns of the place it is for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from pactwright.findings import Finding
from pactwright.library.checks.items import names_of
from pactwright.library.layers import Layer
from pactwright.library.model import Library
from pactwright.library.places import JURISDICTIONS
from pactwright.style.found import Style, idle_lifts, read_over, read_whole, repeated_in, unused_reasons
from pactwright.style.texts import Text, reasons_in, texts_of


@dataclass(slots=True)
class LibraryStyle:
    """What is found in the files of the last of some layers; the others only bring patterns.

    A house writes as it likes: what is found in its files is a remark, and its notes are as long as it wants them.
    """

    roots: tuple[Layer, ...]
    style: Style = field(default_factory=Style)
    texts: list[Text] = field(default_factory=list)
    unused: list[Finding] = field(default_factory=list)

    def read(self, library: Library) -> None:
        """Notes what is wrong with the texts that stand in the files for the library's place."""
        place = library.jurisdiction
        patterns = library.patterns
        own = list(_once(text for text in texts_of(library) if self._is_own(text.place, place.id)))
        read_over(own, patterns, names_of(library), self.style, place.lifts)
        self.unused.extend(each for each in idle_lifts(library, patterns) if self._is_own(each.place, place.id))
        read_whole(library, lambda at: self._is_own(at, place.id), self.style)
        self.texts.extend(own)
        reasons = [each for each in reasons_in(library) if self._is_own(each[2], place.id)]
        self.unused.extend(unused_reasons(reasons, patterns, self.style))

    def findings(self) -> tuple[Finding, ...]:
        """Everything that was found, each once."""
        if not self.roots[-1].is_house:  # whose files may repeat ours
            repeated_in(self.texts, self.style)
        unused = (each for each in self.unused if each.place not in self.style.used)
        found: Iterable[Finding] = self.style.findings
        if self.roots[-1].is_house:
            found = (replace(each, level="warning") for each in found if each.rule != "note-length")
        return tuple(dict.fromkeys((*found, *unused)))

    def _is_own(self, at: str, place: str) -> bool:
        folder = self.roots[-1].name
        within = f"{folder}/{JURISDICTIONS}/"
        return at.startswith(f"{within}{place}/") if place else at.startswith(f"{folder}/") and within not in at


def _once(texts: Iterable[Text]) -> Iterator[Text]:
    """Each text of a file once: common items stand in every option that takes them."""
    yield from {(text.place, text.kinds, text.said): text for text in texts}.values()
