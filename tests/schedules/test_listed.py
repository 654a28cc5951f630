"""The schedules that a partnership needs: where each is cited, its columns, and that no format leaves any of it out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from pactwright.document import Table, words
from pactwright.drafting import Draft
from pactwright.themes import default_theme
from pactwright.writers import WRITERS
from tests import stories
from tests.every_format import page_of, seen, squeezed
from tests.reader import read
from tests.stories import ROOT, Tree, spec_tree, tree_in

Tables = dict[tuple[str, ...], list[list[str]]]
"""The tables of a file by their headings: rows of cells without their spaces."""

STORY = "startup-pilot"


class Listed(NamedTuple):
    """A schedule: its subject, the part that shows it, an issue that cites it, a paper that has it, and columns."""

    subject: str
    part: str
    issue: str
    paper: str
    columns: str


KNOWN: Tree = tree_in(Path(__file__).parent / "listed.yml")
LISTED = [Listed(**row) for row in KNOWN["listed"]]


@cache
def paper(name: str) -> Draft:
    """A paper that has some of them."""
    return stories.sound(spec_tree(name) if name == STORY else tree_in(ROOT / "examples" / name / "spec.yml"))


@cache
def in_word(name: str) -> Tables:
    """The tables of the Word file."""
    return _by_headings([list(row.cells) for row in each] for each in read(stories.docx(paper(name))).tables)


@cache
def on_page(name: str) -> Tables:
    """The tables of the page."""
    main = page_of(WRITERS["html"](paper(name).agreement, default_theme())).get_element_by_id("agreement")
    return _by_headings([[seen(cell) for cell in row] for row in each.iter("tr")] for each in main.iter("table"))


@cache
def text_of(name: str) -> str:
    """The text."""
    return WRITERS["txt"](paper(name).agreement, default_theme()).decode()


def columns_in(text: str) -> dict[str, Counter[str]]:
    """The letters of each table that a text sets in columns, by those of its headings."""
    found = {}
    for lines in (block.split("\n") for block in re.split(r"\n\s*\n", text)):
        rule = next((n for n, line in enumerate(lines) if re.fullmatch(r"-+(?:  -+)+", line)), None)
        if rule is not None:
            found[letters(*lines[:rule])] = Counter(squeezed("".join([*lines[:rule], *lines[rule + 1 :]])))
    return found


def letters(*texts: str) -> str:
    """The letters of some texts in the order of the alphabet."""
    return "".join(sorted(squeezed("".join(texts))))


def _by_headings(tables: Iterable[list[list[str]]]) -> Tables:
    return {
        tuple(" ".join(cell.split()) for cell in rows[0]): [[squeezed(cell) for cell in row] for row in rows]
        for rows in tables
    }


def says(text: str, rows: list[list[str]]) -> bool:
    """Whether a text says each cell of a table: in columns, or one below the other where the table is wide."""
    in_columns = columns_in(text).get(letters(*rows[0]))
    cells = [cell for row in rows for cell in row]
    return in_columns == Counter("".join(cells)) if in_columns else all(cell in squeezed(text) for cell in cells)


@pytest.mark.parametrize("row", LISTED, ids=lambda row: row.subject)
def test_a_schedule_is_cited_has_its_columns_and_says_the_same_in_every_format(row: Listed) -> None:
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "clauses" / row.issue).glob("*.md"))]
    assert any(re.search(rf"\[\[schedule:{row.part}[\]: ]", text) for text in texts)
    headings = tuple(row.columns.split(" | "))
    word = in_word(row.paper)[headings]
    assert len(word) > 1
    assert on_page(row.paper)[headings] == word
    assert says(text_of(row.paper), word)
    assert not says(text_of(row.paper), [*word, ["a row that is not there"]])


@pytest.mark.parametrize("name", sorted({each.paper for each in LISTED}))
def test_no_table_of_a_schedule_is_empty(name: str) -> None:
    for schedule in paper(name).agreement.schedules:
        tables = [block for block in schedule.blocks if isinstance(block, Table)]
        assert tables, schedule.id
        for each in tables:
            assert any(words(cell) not in {"", "\N{EN DASH}"} for row in each.rows for cell in row[1:] or row), (
                schedule.id
            )
