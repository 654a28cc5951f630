"""The comparison of an issue as a wide report: options as columns, what is alike in neighbours once."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.catalogue.amounts import amounts_blocks
from pactwright.catalogue.pictures import picture_of
from pactwright.catalogue.records import ComparedOption, Comparison, ItemCell, SaidWords
from pactwright.catalogue.words import word, words
from pactwright.formats import capital
from pactwright.library.model import Library
from pactwright.report import Cell, Grid, GridColumn, Line, Report, Row, Tone, Words

WIDEST = 5
"""So many options stand side by side on a sheet of A4."""
KEYS = 12
TONES: dict[str, Tone] = {"same": "plain", "added": "added", "removed": "removed"}


def comparison_report(library: Library, made: Comparison) -> Report:
    """The sheet; its facts first, then the wording."""
    said = words()["comparison"]
    where = said["of_draft"].format(project=made.project, document=_document(library, made)) if made.document else ""
    jurisdiction = library.jurisdiction
    return Report(
        kicker=said["kicker"].format(heading=made.heading),
        title=made.question,
        lead_in=said["lead_in"].format(purpose=made.purpose, where=where or said["of_library"]),
        foot=said["foot"].format(heading=made.heading),
        blocks=(comparison_grid(library, made), *amounts_blocks(made)),
        language=jurisdiction.language,
        paper=jurisdiction.paper,
        is_wide=True,
    )


def comparison_grid(library: Library, made: Comparison) -> Grid:
    """The table alone, as it stands on a page of the library, too."""
    said = words()["comparison"]
    width = (100 - KEYS) // len(made.options)
    first = GridColumn((Words(said["name"]),), 100 - width * len(made.options))
    columns = (GridColumn((Words(each.title),), width, is_marked=each.is_in_draft) for each in made.options)
    return Grid(said["name"], (first, *columns), (*_standing(library, made), *_facts(made), *_items(made)))


def _document(library: Library, made: Comparison) -> str:
    return library.vocabulary["documents"][made.document]["title"]


def _standing(library: Library, made: Comparison) -> Iterator[Row]:
    """Where each option leans, and whether it is that of the draft."""
    labels, stances = words()["comparison"]["rows"], library.vocabulary["stances"]
    yield _row(labels["stance"], made, [(Words(word(stances[each.stance], each.stance)),) for each in made.options])
    yield _row(labels["standing"], made, [standing(made, each) for each in made.options])


def standing(made: Comparison, option: ComparedOption) -> Line:
    """Whether an option is that of the draft, or could be, or is one that the library takes by itself."""
    said = words()["comparison"]
    if option.is_in_draft:
        return (Words(said["in_draft"], "alert"),)
    if made.document:
        return (Words(said["refused"].format(why=option.refused) if option.refused else said["open"], "quiet"),)
    return (Words(said["default"], "quiet"),) if option.is_default else ()


def _facts(made: Comparison) -> Iterator[Row]:
    said = words()["comparison"]
    labels = said["rows"]
    for key in ("summary", "when_to_use", "differs"):
        yield _row(labels[key], made, [(Words(getattr(each, key)),) for each in made.options])
    yield _row(labels["figures"], made, [_figures(each) for each in made.options])
    yield from _borne_rows(made)
    for key in ("needs", "changes") if made.document else ("needs",):
        yield _row(labels[key], made, [lines_of(getattr(each, key), said["nothing"]) for each in made.options])
    for key in ("watch", "city_says", "partner_says"):
        yield _row(labels[key], made, [(Words(getattr(each, key)),) for each in made.options])
    yield _row(labels["sources"], made, [tuple(_sources(each)) for each in made.options])
    review = ("unreviewed" if each.review == "draft" else "reviewed" for each in made.options)
    yield _row(labels["review"], made, [(Words(said[each], "quiet"),) for each in review])


def _row(label: str, made: Comparison, lines: list[Line]) -> Row:
    cells = (Cell(line, is_marked=each.is_in_draft) for line, each in zip(lines, made.options, strict=True))
    return Row((Cell((Words(label),)), *cells))


def lines_of(texts: tuple[str, ...], nothing: str) -> Line:
    """Some texts, a line each, or what stands where there is none."""
    return (Words("\n".join(texts)),) if texts else (Words(nothing, "quiet"),)


def _figures(option: ComparedOption) -> Line:
    said = tuple(f"{capital(each.label)}: {each.value}" for each in option.figures)
    return lines_of(said, words()["comparison"]["nothing"])


def _sources(option: ComparedOption) -> Iterator[Words]:
    for number, each in enumerate(option.sources):
        yield from (Words("\n"),) if number else ()
        yield Words(each.title, "quiet", each.id)


def _borne_rows(made: Comparison) -> Iterator[Row]:
    """A row for each risk, reward and bad day on which any option bears."""
    titles = {(each.kind, each.id): each.title for option in made.options for each in option.bears}
    for key, title in titles.items():
        yield Row((Cell((Words(capital(title)),)), *(_borne_cell(key, option) for option in made.options)))


def _borne_cell(key: tuple[str, str], option: ComparedOption) -> Cell:
    entries = [each for each in option.bears if (each.kind, each.id) == key]
    if not entries:
        return Cell((Words(words()["comparison"]["no_row"], "quiet"),), is_marked=option.is_in_draft)
    to = {word for each in entries for word in each.to}
    picture = picture_of(next(iter(to))) if len(to) == 1 else None
    return Cell((Words("\n".join(each.said for each in entries)),), picture, is_marked=option.is_in_draft)


def _items(made: Comparison) -> Iterator[Row]:
    said = words()["comparison"]
    marks = said["against_draft" if _is_against_draft(made) else "against_left"]
    yield Row((Cell((Words(said["wording_in" if made.document else "wording"].format(marks=marks)),)),), "group")
    for item in made.items:
        cells = (_item_cell(made, each, place) for each, place in places_of(item.cells))
        yield Row((Cell((Words(item.title),)), *cells))


def places_of(cells: tuple[ItemCell, ...]) -> Iterator[tuple[ItemCell, int]]:
    """The cells of a row, each with the column in which it begins."""
    place = 0
    for each in cells:
        yield each, place
        place += each.columns


def _is_against_draft(made: Comparison) -> bool:
    return any(each.is_in_draft for each in made.options)


def _item_cell(made: Comparison, cell: ItemCell, place: int) -> Cell:
    marked = all(each.is_in_draft for each in made.options[place : place + cell.columns])
    return Cell(item_line(made, cell), columns=cell.columns, is_marked=marked)


def item_line(made: Comparison, cell: ItemCell) -> Line:
    """What stands in the cell of an item: what is to be known first, then its words, marked."""
    return (*_before(made, cell), *map(_said, cell.words))


def _before(made: Comparison, cell: ItemCell) -> Iterator[Words]:
    """What stands before the words of a cell: how many it is for, when it stands, what it is compared with."""
    said = words()["comparison"]
    if cell.columns > 1:
        key = "all" if cell.columns == len(made.options) else "some"
        yield Words(said["same"][key].format(count=cell.columns), "quiet")
    if cell.state == "left-out":
        yield Words(said["states"]["left-out"].format(condition=cell.condition), "quiet")
    elif cell.state == "absent":
        yield Words(said["states"]["absent"], "quiet")
    elif cell.state in {"own", "new"}:
        key = "new_left" if cell.state == "new" and not _is_against_draft(made) else cell.state
        yield Words(said["states"][key], "alert" if cell.state == "own" else "quiet")
    if cell.words and cell.condition and not made.document:
        only = said["states"]["only"].format(condition=cell.condition)
        yield Words(capital(only), "quiet")


def _said(each: SaidWords) -> Words:
    return Words(each.text, TONES[each.op])
