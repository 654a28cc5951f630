"""A workbook to fill in, with openpyxl: labels, help, kinds, examples, drop-downs, and what a spec says already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from pactwright.intake.entries import Entry, entries_of
from pactwright.intake.form import Field, Line, Table, tables
from pactwright.intake.library import answers, apart, figures
from pactwright.intake.look import Look
from pactwright.intake.offers import Offers
from pactwright.intake.words import same, words
from pactwright.spec.form import groups_at, kind_at
from pactwright.spec.scalars import DATE

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from pactwright.library.model import Library
    from pactwright.spec.base import Vocabulary

HEAD: Final = 3  # the line of the corner; above it stand the title of a sheet and what it holds
LEAST, MORE = 5, 2  # columns for entries, in all and beside those that are there
FREE: Final = 200  # lines below the last entry to which drop-downs reach
FIRST_DAY: Final = dt.date(1900, 3, 1)  # from which on all spreadsheets count days alike
WIDE: Final = frozenset({"text"})


def workbook(tree: Mapping[str, Any], library: Library, vocabulary: Vocabulary) -> bytes:
    """The workbook that holds what the tree of a spec says; `vocabulary` are the closed lists for its place."""
    return _Writing(apart(tree), library, vocabulary).made()


class _Writing:
    """One workbook while it is written."""

    def __init__(self, tree: Mapping[str, Any], library: Library, vocabulary: Vocabulary) -> None:
        self.tree = tree
        self.book = Workbook()
        self.look = Look(words()["look"], self.book)
        self.offers = Offers(vocabulary, library)
        first, *others = tables()
        self.tables = (first, answers(library), *others, figures(library))
        self.entries = {each.title: entries_of(each, tree) for each in self.tables}
        self.parties = self._ids()

    def made(self) -> bytes:
        start = self.book.active or self.book.create_sheet()
        start.title = words()["start"]
        for table in self.tables:
            self._sheet(table)
        lists = self.book.create_sheet(words()["lists"])
        self._titled(lists, words()["lists"], "")
        self.offers.write(lists, self.look)
        self.look.finish(lists, "A4", HEAD)
        self._start(start)
        held = BytesIO()
        self.book.save(held)
        return held.getvalue()

    def _ids(self) -> str:
        """The cells in which the ids of parties stand."""
        table = next(each for each in self.tables if each.address == ("parties",))
        first, last = (get_column_letter(_first(table) + n) for n in (0, self._width(table) - 1))
        line = HEAD + 1 + table.labels.index(table.own_label)
        return f"{quote_sheetname(table.title)}!${first}${line}:${last}${line}"

    def _width(self, table: Table) -> int:
        """How many entries have a column."""
        return 1 if table.kind == "form" else max(LEAST, len(self.entries[table.title]) + MORE)

    def _sheet(self, table: Table) -> None:
        sheet = self.book.create_sheet(table.title)
        self._titled(sheet, table.title, table.help)
        if table.is_cards:
            self._cards(sheet, table)
            self.look.finish(sheet, f"B{HEAD + 1}", HEAD)
        else:
            guides = self._rows(sheet, table)
            before = "B" if not table.own_label else "C"
            self.look.finish(sheet, f"{before}{HEAD + 1 + guides}", HEAD)

    def _titled(self, sheet: Worksheet, title: str, said: str) -> None:
        self._put(sheet, 1, 1, title, "title")
        self._put(sheet, 2, 1, said, "help")

    def _put(self, sheet: Worksheet, line: int, column: int, text: str, style: str) -> None:
        """Writes a text, which is never taken for a formula, an error or a number."""
        cell = sheet.cell(line, column, text or None)
        if text:
            cell.data_type = "s"
        cell.style = f"pw {style}"

    def _answer(self, sheet: Worksheet, line: int, column: int, text: str, field: Field | None) -> None:
        """Writes what is answered, a day as one that a spreadsheet knows."""
        is_day = field is not None and field.place.reads == "date"
        day = dt.date.fromisoformat(text) if is_day and DATE.fullmatch(text) else None
        self._put(sheet, line, column, text, "day" if is_day else "answer")
        if day and day >= FIRST_DAY:
            cell = sheet.cell(line, column)
            cell.value = day
            cell.style = "pw day"

    def _cards(self, sheet: Worksheet, table: Table) -> None:
        """Labels one below the other, guides beside them, and a column for each entry."""
        said, first, width = words(), _first(table), self._width(table)
        heads = [said["corner"], *said["guides"].values()]
        heads += [said["entry"] if width == 1 else f"{said['entry']} {n}" for n in range(1, width + 1)]
        for column, text in enumerate(heads, 1):
            self._put(sheet, HEAD, column, text, "label")
        for column, name in enumerate(("label", "what", "needed", "kind", "example", *["answer"] * width), 1):
            self.look.widen(sheet, column, name)
        entries = [*self.entries[table.title], *[Entry({})] * width][:width]
        line, band = HEAD, ""
        for label, field in _labelled(table):
            line += 1
            if table.kind == "form" and field and field.label.partition(": ")[0] != band and ": " in field.label:
                band = field.label.partition(": ")[0]
                for column in range(1, first + width):
                    self._put(sheet, line, column, band if column == 1 else "", "band")
                line += 1
            self._put(sheet, line, 1, label, "label")
            for column, (style, text) in enumerate(self._guides(table, label, field), 2):
                self._put(sheet, line, column, text, style)
            for shift, entry in enumerate(entries):
                self._answer(sheet, line, first + shift, entry.texts.get(label, ""), field)
            letters = get_column_letter(first), get_column_letter(first + width - 1)
            self._offer(sheet, f"{letters[0]}{line}:{letters[1]}{line}", field)

    def _rows(self, sheet: Worksheet, table: Table) -> int:
        """Labels side by side, guides below them, and a line for each entry; gives back how many guides there are."""
        said = words()
        columns = _columns(table)
        self._put(sheet, HEAD, 1, said["corner"], "label")
        self.look.widen(sheet, 1, "corner")
        guides = [
            [self._guides(table, label, field)[number] for label, field in columns] for number in range(len(said["guides"]))
        ]
        kept = [(name, texts) for name, texts in zip(said["guides"].values(), guides, strict=True) if any(t for _, t in texts)]
        for line, (name, texts) in enumerate(kept, HEAD + 1):
            self._put(sheet, line, 1, name, "guide")
            for column, (style, text) in enumerate(texts, 2):
                self._put(sheet, line, column, text, style)
        top = HEAD + 1 + len(kept)
        entries = list(_lines(table, self.entries[table.title]))
        last = top + len(entries) + FREE
        for column, (label, field) in enumerate(columns, 2):
            letter = get_column_letter(column)
            self._put(sheet, HEAD, column, label, "label")
            is_shown = label in table.shown
            self.look.widen(sheet, column, _width_of(field, is_shown=is_shown))
            if not is_shown and not (table.lines and label == table.own_label):
                is_day = field is not None and field.place.reads == "date"
                self.look.spread(sheet, column, "day" if is_day else "answer")
            self._offer(sheet, f"{letter}{top}:{letter}{last}", field)
        for line, (entry, start) in enumerate(entries, top):
            for column, (label, field) in enumerate(columns, 2):
                if label in table.shown:
                    self._put(sheet, line, column, start.shown[table.shown.index(label)] if start else "", "guide")
                elif start and label == table.own_label:
                    self._put(sheet, line, column, start.id, "label")
                else:
                    self._answer(sheet, line, column, entry.texts.get(label, ""), field)
            if start and start.words:
                at = 2 + next(n for n, (_, field) in enumerate(columns) if field)
                self._list(sheet, f"{get_column_letter(at)}{line}", self.offers.of(start.id, start.words))
        return len(kept)

    def _guides(self, table: Table, label: str, field: Field | None) -> list[tuple[str, str]]:
        """What helps to fill in: what it is, whether it must be there, its kind, an example; each with its style."""
        said = words()
        if label in table.shown:
            return [("guide", "")] * len(said["guides"])
        must = ("must", said["must"])
        if field is None:
            is_own = label == table.own_label
            help_ = said["id_help" if table.kind == "map" else "number_help"] if is_own else ""
            help_ = help_ or said["above_help"].format(sheet=table.above.title if table.above else "")
            return [("guide", help_), must, ("guide", said["kinds"]["id"]), ("example", "")]
        needed = must if field.is_required else ("guide", "")
        return [("guide", field.help), needed, ("guide", _kind(field)), ("example", field.example)]

    def _offer(self, sheet: Worksheet, cells: str, field: Field | None) -> None:
        formula = self.offers.of_field(field, self.parties) if field else ""
        if field and formula:
            is_open = field.place.shape != "value" or groups_at(field.sample) not in {(), ("parties",)}
            self._list(sheet, cells, formula, is_open=is_open)

    def _list(self, sheet: Worksheet, cells: str, formula: str, *, is_open: bool = False) -> None:
        """Lets cells be chosen from a list; an open one takes other words, too."""
        offered = DataValidation("list", f"={formula}" if "!" in formula else formula, allow_blank=True)
        offered.showErrorMessage = not is_open
        offered.add(cells)
        sheet.add_data_validation(offered)

    def _start(self, sheet: Worksheet) -> None:
        """The first sheet: what to do, and which sheets there are."""
        said = words()
        project = self.tree.get("project")
        title = (project or {}).get("title") if isinstance(project, dict) else None
        self._put(sheet, 1, 1, said["title"].format(title=title or said["unnamed"]), "title")
        line = HEAD
        for text in said["start_lines"]:
            self._put(sheet, line, 1, text, "text")
            sheet.merge_cells(start_row=line, end_row=line, start_column=1, end_column=3)
            sheet.row_dimensions[line].height = 28
            line += 1
        line += 1
        for column, text in enumerate(said["contents"], 1):
            self._put(sheet, line, column, text, "label")
        for number, table in enumerate(self.tables, line + 1):
            must = [each.label for each in table.fields if each.is_required]
            self._put(sheet, number, 1, table.title, "link")
            sheet.cell(number, 1).hyperlink = f"#{quote_sheetname(table.title)}!A1"
            sheet.cell(number, 1).style = "pw link"
            self._put(sheet, number, 2, table.help, "text")
            self._put(sheet, number, 3, ", ".join(must), "text")
        for column, width in enumerate(("answer", "what", "what"), 1):
            sheet.column_dimensions[get_column_letter(column)].width = self.look.widths[width] * (1 if column == 1 else 1.6)
        self.look.finish(sheet, "A2", 1)


def _first(table: Table) -> int:
    """The column of the first entry of cards."""
    return 2 + len(words()["guides"]) if table.is_cards else 2


def _labelled(table: Table) -> list[tuple[str, Field | None]]:
    """The labels of a table that hold answers, each with its field; ids have none."""
    fields = {each.label: each for each in table.fields}
    return [(label, fields.get(label)) for label in table.labels]


def _columns(table: Table) -> list[tuple[str, Field | None]]:
    """The same with the labels of what is only shown, behind the ids."""
    labelled = _labelled(table)
    ids = [each for each in labelled if each[1] is None]
    return [*ids, *((label, None) for label in table.shown), *labelled[len(ids) :]]


def _lines(table: Table, entries: tuple[Entry, ...]) -> list[tuple[Entry, Line | None]]:
    """The entries with the lines that stand there from the start, in the order of these."""
    said = {same(each.texts.get(table.own_label, "")): each for each in entries}
    if not table.lines:
        return [(each, None) for each in entries]
    lines = [(said.pop(same(line.id), Entry({})), line) for line in table.lines]
    return [*lines, *((each, None) for each in said.values())]


def _width_of(field: Field | None, *, is_shown: bool) -> str:
    if is_shown:
        return "text"
    if field is None:
        return "id"
    return "answer" if field.place.reads == "text" or field.place.shape != "value" else "word"


def _kind(field: Field) -> str:
    """How a value is typed, in words."""
    said = words()
    kind = said["kinds"]["party"] if field.sample and kind_at(field.sample) == "party" else said["kinds"][field.place.reads]
    shape = field.place.shape
    return str(said["several" if shape == "values" else "pairs"].format(kind=kind) if shape in {"values", "map"} else kind)
