"""What a spreadsheet or a script leaves in a cell in place of what was meant; seeds/spreadsheets.yml has the words."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import Final

from pactwright.resources import data_root
from pactwright.textfile import parsed, read_text

# "#" and capitals of any script, with a mark before or after or without: an error in every language.
ERROR: Final = re.compile(r"#[\u00a1\u00bf]?(?P<word>[^\W\d_]+(?:[/_](?:[^\W\d_]+|0))*)[!?]?|#{2,}")
BESIDE: Final = re.compile(r"[\s:=.()*]*[0-9]*[\s:=.()*]*")


@dataclass(frozen=True, slots=True)
class Leftovers:
    """The words of the file, in small letters, but for what scripts leave; `all_sums` has those that may be a name."""

    errors: frozenset[str]
    numbered: tuple[str, ...]
    waiting: frozenset[str]
    scripts: frozenset[str]
    sums: tuple[str, ...]
    all_sums: tuple[str, ...]

    def has_error(self, text: str) -> bool:
        """Whether a text is what a formula leaves that went wrong."""
        found = ERROR.fullmatch(text)
        is_capital = found is not None and text == text.upper() and text != text.lower()
        return is_capital or bool(found and not found["word"]) or self.names_error(text)

    def names_error(self, text: str) -> bool:
        """Whether a text is an error that is known by name or number."""
        said = _said(text)
        return said in self.errors or (said.startswith(self.numbered) and said.rpartition(":")[2].strip().isdecimal())

    def holds(self, text: str) -> bool:
        """Whether a text stands for a value that has not come, or that a script did not have."""
        return text in self.scripts or _said(text) in self.waiting

    def sums_up(self, text: str, *, among_numbers: bool) -> bool:
        """Whether a text says that its line sums up others: a word for it, maybe with a number."""
        said, words = _said(text), self.all_sums if among_numbers else self.sums
        if not said.startswith(words):
            return False
        return any(said.startswith(each) and BESIDE.fullmatch(said[len(each) :]) for each in words)


@functools.cache
def leftovers() -> Leftovers:
    """The words, read once."""
    path = data_root() / "seeds" / "spreadsheets.yml"
    tree, _ = parsed(read_text(path), str(path))
    typed = {name: tuple(map(str, words)) for name, words in tree.items() if isinstance(words, list)}
    said = {name: tuple(map(_said, words)) for name, words in typed.items()}
    return Leftovers(
        frozenset(said["errors"]),
        said["numbered"],
        frozenset(said["waiting"]),
        frozenset(typed["scripts"]),
        said["sums"],
        (*said["sums"], *said["maybe_sums"]),
    )


def _said(text: str) -> str:
    return text.strip().casefold().replace("\N{HORIZONTAL ELLIPSIS}", "...")
