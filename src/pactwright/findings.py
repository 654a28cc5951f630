"""What is wrong or worth knowing, where, and what to do: one line for a person, one record for a program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem of the user's, or one thing to know.

    `rule` is the id of the check, `address` a spec or library address ("parties.city.kind"), `place` the printed
    place ("spec.yml:4:5") once a SourceMap has turned the address into one. `seen`, `accepted` and `fix` are
    sentences or parts of one, each possibly empty.
    """

    rule: str
    level: Level
    address: str
    seen: str
    accepted: str = ""
    fix: str = ""
    place: str = ""

    def __str__(self) -> str:
        """The line that a person reads.

        >>> print(Finding("party-kind", "error", "parties.a.kind", '"citty" is no kind', "one of council, agency"))
        parties.a.kind: error: party-kind: "citty" is no kind; one of council, agency
        """
        said = "; ".join(part for part in (self.seen, self.accepted, self.fix) if part)
        return one_line(f"{self.place or self.address}: {self.level}: {self.rule}: {said}")


class SourceMap:
    """Turns an address into the place where a person can find it; whoever reads an input makes one.

    `parts` are the maps of the files that an input is made of, where it is more than one.
    """

    def __init__(self, name: str, marks: Mapping[str, tuple[int, int]], parts: tuple[SourceMap, ...] = ()) -> None:
        self.name = name
        self._marks = marks
        self._parts = parts

    def __contains__(self, address: str) -> bool:
        """Whether the address itself, not only a parent of it, has a place."""
        return address in self._marks or any(address in part for part in self._parts)

    def place(self, address: str) -> str:
        """`name:line:column` of the address, or of its nearest parent, or of the whole input.

        >>> marks = SourceMap("spec.yml", {"parties": (3, 1)})
        >>> marks.place("parties.city.kind"), marks.place("date")
        ('spec.yml:3:1', 'spec.yml:1:1')
        """
        while address:
            if address in self._marks:
                line, column = self._marks[address]
                return f"{self.name}:{line}:{column}"
            for part in self._parts:
                if address in part:
                    return part.place(address)
            address = address.rpartition(".")[0]
        return f"{self.name}:1:1"

    def located(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings with their places filled in, in the order of the input."""
        return in_order(f if f.place else replace(f, place=self.place(f.address)) for f in findings)


def one_line(said: str) -> str:
    r"""What is said to a person, on one line, whatever the name of a file in it holds.

    >>> print(one_line("a\nb.yml: cannot be read"))
    a\nb.yml: cannot be read
    """
    return said if said.isprintable() else _UNSEEN.sub(lambda found: repr(found[0])[1:-1], said)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings by file, line and column; in a workbook by sheet, row and column."""
    return tuple(sorted(findings, key=lambda finding: position(finding.place)))


def nearest(seen: str, accepted: Iterable[str]) -> str:
    """A question that names the accepted word closest to what was typed, or nothing.

    >>> nearest("citty", ["council", "city"])
    'did you mean "city"?'
    """
    close = closest(seen, accepted)
    return f'did you mean "{close}"?' if close else ""


def closest(seen: str, accepted: Iterable[str]) -> str:
    """The accepted word closest to what was typed, whatever its capitals, or nothing where none is close.

    >>> closest("citty", ["council", "city"]), closest("citty", ["council"]), closest("NSW", ["au-nsw", "us-ca"])
    ('city', '', 'au-nsw')
    """
    import difflib  # noqa: PLC0415 - only what is misspelt needs it

    words = {each.casefold(): each for each in accepted}
    close = difflib.get_close_matches(seen.casefold(), words, n=1)
    return words[close[0]] if close else ""


# Control characters, line ends of every kind, and halves of characters.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_CELL = re.compile(r"(?s:(?P<sheet>.+))!(?P<letters>[A-Z]{1,3})(?P<row>[1-9][0-9]*)")


def position(place: str) -> tuple[str, int, tuple[int, str]]:
    """What puts places in order: the file or the sheet, the line, the column."""
    rest, _, column = place.rpartition(":")
    name, _, line = rest.rpartition(":")  # from the right: a path may hold a colon
    if line.isdigit() and column.isdigit():
        return name, int(line), (int(column), "")
    cell = _CELL.fullmatch(place)
    if cell:
        return cell["sheet"], int(cell["row"]), (len(cell["letters"]), cell["letters"])
    return place, 0, (0, "")
