"""A table for many agreements, to fill in and to hand to `batch`: a line for each, over a base spec.

It has a column for each single value and each choice that the base says, and a sheet for each list; its headings are
the keys of the form in words, as a batch reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook

from pactwright.intake.form import Field, Keys, Table, tables
from pactwright.intake.guides import guides_of, is_day
from pactwright.intake.library import CHOICES
from pactwright.intake.look import Look
from pactwright.intake.offers import Offers
from pactwright.intake.pen import Pen
from pactwright.intake.words import words
from pactwright.library.model import NONE
from pactwright.spec.form import groups_at, place_at
from pactwright.workbooks.sheet import letters

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from pactwright.library.model import Library
    from pactwright.spec.base import Vocabulary

FREE: Final = 500  # lines to which lists to choose from reach
MOST_LETTERS: Final = 31  # of a sheet's name
PARTIES: Final = "parties"
ANY_ID: Final = "any-id"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, the field that it fills, if it is one of the form, and what can be chosen there."""

    heading: str
    field: Field | None = None
    help: str = ""
    offered: tuple[str, ...] = ()


def table(tree: Mapping[str, Any], library: Library, vocabulary: Vocabulary) -> bytes:
    """The workbook for the agreements that a base spec's tree is the base of."""
    book = Workbook()
    said = words()["batch"]
    pen = Pen(Look(words()["look"], book), Offers(vocabulary, library, f"# {words()['lists']}"), {})
    sheets = {said["title"]: [*_values(tree), *_choices(tree, library)]}
    sheets |= {".".join(keys): _below(each) for keys, each in _lists(tree) if _may_be_sheet(".".join(keys), each)}
    key = Column(said["key"], None, said["keys"])
    parties = tuple(tree.get(PARTIES) or ())
    for number, (title, columns) in enumerate(sheets.items()):
        sheet = book.worksheets[0] if number == 0 else book.create_sheet()
        sheet.title = title
        _write(pen, sheet, [key, *columns], parties)
    _help(pen, book.create_sheet(said["help_title"]), {title: [key, *columns] for title, columns in sheets.items()})
    lists = book.create_sheet(pen.offers.title)
    pen.offers.write(lists, pen.look)
    pen.look.finish(lists, "A4", 1)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def _values(tree: Mapping[str, Any]) -> Iterator[Column]:
    """The single values that the base says: those of the project, and those of each party."""
    whole = {each.address: each for each in tables()}
    yield from (Column(_heading(each.keys), each) for each in whole[()].fields if _says(tree, each.keys))
    for name, party in (tree.get(PARTIES) or {}).items():
        fields = (each for each in whole[(PARTIES,)].fields if _says(party or {}, each.keys))
        yield from (Column(_heading((PARTIES, name, *each.keys)), each) for each in fields)


def _choices(tree: Mapping[str, Any], library: Library) -> Iterator[Column]:
    for name in tree.get(CHOICES) or ():
        if name in library.issues:
            offered = (*library.options[name], *(() if library.issues[name].required else (NONE,)))
            yield Column(f"{CHOICES}.{name}", None, library.issues[name].question, offered)


def _lists(tree: Mapping[str, Any]) -> Iterator[tuple[Keys, Table]]:
    """The lists and maps that the base fills, each with the address by which a sheet is named after it."""
    for each in tables():
        if each.address and each.address != (PARTIES,) and each.above is None and _at(tree, each.address):
            yield each.address, each
        elif each.above and each.above.address == (PARTIES,):
            inner, parties = each.address[-1], (tree.get(PARTIES) or {}).items()
            yield from (((PARTIES, name, inner), each) for name, party in parties if (party or {}).get(inner))


def _may_be_sheet(name: str, each: Table) -> bool:
    """Whether a sheet may be called so, and its entries have ids that a line can make up."""
    return len(name) <= MOST_LETTERS and (each.kind == "list" or place_at(f"{name}.{ANY_ID}") is not None)


def _below(each: Table) -> list[Column]:
    ids = [Column("id", None, str(words()["id_help"]))] if each.kind == "map" else []
    return [*ids, *(Column(_heading(field.keys), field) for field in each.fields)]


def _heading(keys: Keys) -> str:
    """Keys as a heading that a batch reads: their own words."""
    said = ": ".join(key.replace("_", " ") for key in keys)
    return said[:1].upper() + said[1:]


def _says(tree: Mapping[str, Any], keys: Keys) -> bool:
    return isinstance(_at(tree, keys), str)


def _at(tree: Any, keys: Keys) -> Any:  # noqa: ANN401 - a part of a tree
    for key in keys:
        tree = tree.get(key) if isinstance(tree, Mapping) else None
    return tree


def _write(pen: Pen, sheet: Worksheet, columns: list[Column], parties: tuple[str, ...]) -> None:
    """Writes the headings, opens the columns below them, and offers what can be chosen."""
    for number, each in enumerate(columns, 1):
        letter = letters(number)
        pen.look.spread(sheet, number, "day" if is_day(each.field) else "answer")
        pen.look.put(sheet, 1, number, each.heading, "label")
        pen.look.widen(sheet, number, "id" if each.heading in {"key", "id"} else "text")
        cells = f"{letter}2:{letter}{FREE}"
        if each.offered:
            pen.choose(sheet, cells, pen.offers.of(each.heading, each.offered))
        elif each.field and PARTIES in groups_at(each.field.sample) and parties:
            pen.choose(sheet, cells, pen.offers.of(PARTIES, parties), is_open=True)
        else:
            pen.offer(sheet, cells, each.field)
    pen.look.finish(sheet, "B2", 1)


def _help(pen: Pen, sheet: Worksheet, sheets: Mapping[str, list[Column]]) -> None:
    """What each column is for, on a sheet that nobody reads but people."""
    said = words()["batch"]
    pen.titled(sheet, said["help_title"], said["help"])
    for number, (head, width) in enumerate(
        zip(said["help_heads"], ("name", "what", "kind", "example"), strict=True), 1
    ):
        pen.look.put(sheet, 3, number, head, "label")
        pen.look.widen(sheet, number, width)
    line = 3
    for title, columns in sheets.items():
        line += 1
        for number in range(1, len(said["help_heads"]) + 1):
            pen.look.put(sheet, line, number, title if number == 1 else "", "band")
        for each in columns:
            line += 1
            _help_line(pen, sheet, line, each)
    pen.look.finish(sheet, "B4", 3)


def _help_line(pen: Pen, sheet: Worksheet, line: int, column: Column) -> None:
    guides = guides_of(tables()[0], column.heading, column.field) if column.field else []
    what, _, kind, example = [text for _, text in guides] or [column.help, "", "", ""]
    pen.look.put(sheet, line, 1, column.heading, "label")
    for number, (text, style) in enumerate(((what, "guide"), (kind, "guide"), (example, "example")), 2):
        pen.look.put(sheet, line, number, text, style)
