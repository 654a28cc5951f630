"""What drop-downs offer: the closed lists of the form and of the library, each once on a sheet of lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from openpyxl.utils import quote_sheetname

from pactwright.intake.form import Field
from pactwright.intake.words import words
from pactwright.spec.form import groups_at, list_at, words_at
from pactwright.workbooks.sheet import letters

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from pactwright.intake.look import Look
    from pactwright.library.model import Library
    from pactwright.spec.base import Vocabulary

FIRST: Final = 4
"""The line on which the words of each list begin."""


class Offers:
    """The lists of one workbook, on a sheet of that title; a list has its place as soon as it is asked for."""

    def __init__(self, vocabulary: Vocabulary, library: Library, title: str = "") -> None:
        self.title = title or str(words()["lists"])
        self.vocabulary = vocabulary
        self.said = _meanings(library)
        self.lists: dict[str, tuple[str, ...]] = {}

    def of_field(self, field: Field, parties: str) -> str:
        """The formula of the list that a field offers, "" for none; `parties` are the cells of their ids."""
        if not field.sample:
            return ""
        named = list_at(field.sample)
        if named:
            return self.of(named, self.vocabulary.get(named, ()))
        if groups_at(field.sample):
            return parties
        given = words_at(field.sample)
        return self.of(", ".join(given) if len(given) < FIRST else field.label, given)

    def of(self, name: str, given: Sequence[str]) -> str:
        """The formula of a list, "" for one without words."""
        if not given:
            return ""
        name = next((each for each, there in self.lists.items() if there == tuple(given)), name)
        self.lists.setdefault(name, tuple(given))
        column = letters(2 * list(self.lists).index(name) + 1)
        return f"{quote_sheetname(self.title)}!${column}${FIRST}:${column}${FIRST + len(given) - 1}"

    def write(self, sheet: Worksheet, look: Look) -> None:
        """Writes the lists side by side, each word with its meaning."""
        for number, (name, given) in enumerate(self.lists.items()):
            column = 2 * number + 1
            head = name.replace("_", " ")
            rows = [(head, ""), *((each, self.said.get(name, {}).get(each, "")) for each in given)]
            for line, (word, said) in enumerate(rows, FIRST - 1):
                style = "label" if line < FIRST else "guide"
                look.put(sheet, line, column, word, style)
                look.put(sheet, line, column + 1, said, style)
            look.widen(sheet, column, "word")
            look.widen(sheet, column + 1, "text")


def _meanings(library: Library) -> Mapping[str, Mapping[str, str]]:
    """What the library says of the words of each list, as far as it does."""
    said = {
        name: {word: each.get("meaning", "") for word, each in there.items()}
        for name, there in library.vocabulary.items()
    }
    roles = said.get("roles", {})
    models = {name: each.title for name, each in library.models.items()}
    return {**said, "party_roles": roles, "outsider_roles": roles, "models": models}
