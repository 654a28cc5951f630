"""The comparison of an issue for a narrow place: what each option means, who bears what, then the wording item by item.

Under each item stands what the options say in it, one below the other, with the words that differ in brackets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import structs

from pactwright.catalogue.records import ComparedItem, ComparedOption, Comparison
from pactwright.catalogue.sheet import comparison_report, item_line, lines_of, places_of, standing
from pactwright.catalogue.words import word, words
from pactwright.formats import capital
from pactwright.library.model import Library
from pactwright.report import Block, Cell, Grid, GridColumn, Heading, Line, Pairs, Prose, Report, Row, Words

BESIDE = 4
"""So many options stand side by side in a table of facts."""
KEYS = 24


def stacked_report(library: Library, made: Comparison) -> Report:
    """The same as the sheet, as a report that is read from top to bottom."""
    said = words()["comparison"]["stacked"]
    options = [block for each in made.options for block in _option(library, made, each)]
    wording = [block for each in made.items for block in _item(made, each)]
    facts = _facts(made)
    borne = (Heading(said["facts"]), *facts) if facts else ()
    return structs.replace(
        comparison_report(library, made),
        blocks=(*options, *borne, Heading(said["items"]), Prose((Words(_marks(made), "quiet"),)), *wording),
        is_wide=False,
    )


def _marks(made: Comparison) -> str:
    said = words()["comparison"]["stacked"]
    return str(said["marks_draft" if any(each.is_in_draft for each in made.options) else "marks_left"])


def _name(option: ComparedOption) -> str:
    return option.option.rpartition("/")[2]


def _option(library: Library, made: Comparison, option: ComparedOption) -> Iterator[Block]:
    said = words()["comparison"]
    state = "".join(each.text for each in standing(made, option))
    stance = word(library.vocabulary["stances"][option.stance], option.stance)
    yield Heading(f"{_name(option)}: {option.title}", 3)
    yield Prose((Words("; ".join(filter(None, (stance, state))), "quiet"),))
    keys = ("summary", "when_to_use", "differs", "figures", "needs", "changes")
    lines = ((key, _line(option, key)) for key in keys)
    yield Pairs(tuple((said["rows"][key], line) for key, line in lines if line))


def _line(option: ComparedOption, key: str) -> tuple[Words, ...]:
    said = getattr(option, key)
    if isinstance(said, str):
        return (Words(said),)
    texts = tuple(f"{capital(each.label)}: {each.value}" for each in option.figures) if key == "figures" else said
    return lines_of(texts, "") if texts else ()


def _facts(made: Comparison) -> tuple[Grid, ...]:
    """Who bears what, a few options beside each other."""
    said, titles = words()["comparison"], {(e.kind, e.id): e.title for option in made.options for e in option.bears}
    grids = []
    for start in range(0, len(made.options) if titles else 0, BESIDE):
        some = made.options[start : start + BESIDE]
        width = (100 - KEYS) // len(some)
        heads = (GridColumn((Words(_name(each)),), width) for each in some)
        columns = (GridColumn((Words(said["stacked"]["what"]),), 100 - width * len(some)), *heads)
        rows = tuple(_borne_row(key, title, some) for key, title in titles.items())
        grids.append(Grid(said["stacked"]["facts"], columns, rows))
    return tuple(grids)


def _borne_row(key: tuple[str, str], title: str, some: Sequence[ComparedOption]) -> Row:
    texts = (tuple(each.said for each in option.bears if (each.kind, each.id) == key) for option in some)
    cells = (Cell(lines_of(each, words()["comparison"]["no_row"])) for each in texts)
    return Row((Cell((Words(capital(title)),)), *cells))


def _item(made: Comparison, item: ComparedItem) -> Iterator[Block]:
    """An item: what each option says in it, that of the draft first, neighbours alike together."""
    yield Heading(item.title, 3)
    pairs: list[tuple[str, Line]] = []
    for cell, place in places_of(item.cells):
        some = made.options[place : place + cell.columns]
        line = item_line(made, cell)
        is_all = len(some) == len(made.options) > 1
        names = words()["comparison"]["stacked"]["all"] if is_all else ", ".join(map(_name, some))
        pair = (names, line)
        pairs.insert(0, pair) if any(each.is_in_draft for each in some) else pairs.append(pair)
    yield Pairs(tuple(pairs))
