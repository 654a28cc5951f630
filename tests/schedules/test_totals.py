"""Rows of totals: they stand where a sum means something, and nowhere else; amounts stand at the right."""

from __future__ import annotations

from typing import Literal

import pytest
from lxml import etree

from pactwright.document import Paragraph, Table, words
from pactwright.drafting import Draft
from pactwright.themes import default_theme
from pactwright.writers import WRITERS
from tests import stories
from tests.edits import parts
from tests.every_format import page_of
from tests.reader import W, read
from tests.schedules.test_tables import table, two
from tests.stories import DOCUMENTS, changed, plain, spec_tree

MILESTONES = ("budget", "Milestones")
CONTRIBUTIONS = ("contributions", "What each party brings")
LIMIT = "All shared risks together, at most from one party"


def total(draft: Draft, schedule: str, heading: str) -> list[str]:
    """The row of totals of a table, without its empty cells."""
    return [plain(words(cell)) for cell in table(draft, schedule, heading).total if cell]


def valued(*typed: str | None) -> Draft:
    """The start-up's story with contributions of these values."""
    party = next(iter(spec_tree("startup-pilot")["parties"]))
    rows = [{"party": party, "kind": "staff", "what": f"work {n}", "value": value} for n, value in enumerate(typed)]
    return two(contributions=[{key: value for key, value in row.items() if value} for row in rows])


def test_milestones_and_contributions_are_added_up() -> None:
    assert total(two(), *MILESTONES) == ["Total", "AUD 25,000.50"]
    assert total(valued("AUD 10", "AUD 20.25", "nil"), *CONTRIBUTIONS) == ["Total", "AUD 30.25"]


@pytest.mark.parametrize(
    "typed",
    [
        ("AUD 10", "EUR 10"),  # two currencies
        ("AUD 10", None),  # one is not known
        ("nil", "nil"),  # nothing to add
        ("AUD 10",),  # nothing to add to
    ],
)
def test_no_total_stands_where_a_sum_would_mean_nothing(typed: tuple[str | None, ...]) -> None:
    assert total(valued(*typed), *CONTRIBUTIONS) == []


@pytest.mark.parametrize("name", stories.names())
@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_total_has_a_cell_for_every_column_and_names_itself(name: str, document: str) -> None:
    agreement = stories.agreements()[f"{name} {document}"]
    tables = [block for each in agreement.schedules for block in each.blocks if isinstance(block, Table)]
    for each in (found for found in tables if found.total):
        assert len(each.total) == len(each.columns)
        assert words(each.total[0]) in {"Total", LIMIT}


def test_a_total_is_the_last_row_in_every_format() -> None:
    agreement, theme = two().agreement, default_theme()
    rows = [row.cells for found in read(WRITERS["docx"](agreement, theme)).tables for row in found]
    assert ["Total", "", "", "AUD 25,000.50", "", ""] in [[plain(cell) for cell in row] for row in rows]
    foot = page_of(WRITERS["html"](agreement, theme)).findall(".//tfoot")
    assert "AUD 25,000.50" in [plain(cell.text_content()) for each in foot for cell in each.iter("td")]
    assert "Total" in WRITERS["txt"](agreement, theme).decode()


def sides(row: etree._Element) -> list[str]:
    """At which side the words of each cell of a row stand."""
    found = (cell.find(f"{W}p/{W}pPr/{W}jc") for cell in row.iterchildren(f"{W}tc"))
    return ["left" if each is None else each.get(f"{W}val", "") for each in found]


def test_amounts_stand_at_the_right_under_their_heading() -> None:
    body = etree.fromstring(parts(WRITERS["docx"](two().agreement, default_theme()))["word/document.xml"])
    [milestones] = [t for t in body.iter(f"{W}tbl") if "Test" in [e.text for e in t.iter(f"{W}t")]]
    assert {tuple(sides(row)) for row in milestones.iterchildren(f"{W}tr")} == {
        ("left", "left", "left", "right", "left", "left")
    }
    page = page_of(WRITERS["html"](two().agreement, default_theme()))
    assert {e.text_content() for e in page.iter("th") if e.get("class") == "amount"} >= {"Amount", "Agreed value"}


def parts_of(draft: Draft) -> dict[str, list[Paragraph]]:
    """The headings of the parts of each schedule."""
    return {
        each.id: [b for b in each.blocks if isinstance(b, Paragraph) and b.role == "schedule-part"]
        for each in draft.agreement.schedules
    }


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("name", stories.names())
def test_a_schedules_only_part_has_no_number(name: str, document: Literal["mou", "pilot-agreement"]) -> None:
    """Nobody says "part 1 of Schedule 5" of a schedule in one part."""
    draft = stories.sound(spec_tree(name), document)
    labels = {each: [p.label for p in found] for each, found in parts_of(draft).items()}
    for found in labels.values():
        assert found == ([""] if len(found) == 1 else [f"{number}." for number in range(1, len(found) + 1)])
    single = [each.heading.label for each in draft.agreement.schedules if len(labels[each.id]) == 1]
    assert single or document == "mou"
    assert not [label for label in single if f"part 1 of {label}" in stories.text(draft)]
    shown = {p.bookmarks[0]: p.number for p in read(stories.docx(draft)).paragraphs if p.style == "SchedulePart"}
    assert shown == {p.bookmark: p.label for found in parts_of(draft).values() for p in found}


@pytest.mark.parametrize(
    ("city", "maker", "said"),
    [
        ("AUD 30,000", "AUD 12,500", ["Contingency Pool", "AUD 42,500"]),
        ("AUD 30,000", "nil", ["Contingency Pool", "AUD 30,000"]),
        ("AUD 30,000", None, []),
    ],
)
def test_the_parts_of_a_pool_end_in_the_pool(city: str, maker: str | None, said: list[str]) -> None:
    parts_of = {key: each for key, each in {"city": city, "maker": maker}.items() if each}
    chosen = {"option": "joint-pool", "pool_part": parts_of, "reason": "a test"}
    made = stories.draft(changed(spec_tree("startup-pilot"), {"choices.risk/stop-loss": chosen}))
    assert total(made, "contributions", "What each party accepts to lose") == said


def test_one_part_for_each_party_counts_for_all_of_them() -> None:
    chosen = {"option": "joint-pool", "pool_part": "AUD 20,000", "reason": "a test"}
    made = stories.draft(changed(spec_tree("startup-pilot"), {"choices.risk/stop-loss": chosen}))
    assert total(made, "contributions", "What each party accepts to lose") == ["Contingency Pool", "AUD 40,000"]


def test_what_each_party_accepts_to_lose_is_no_sum() -> None:
    chosen = {"option": "symmetric-limit", "reason": "a test"}
    made = stories.draft(changed(spec_tree("startup-pilot"), {"choices.risk/stop-loss": chosen}))
    assert total(made, "contributions", "What each party accepts to lose") == []


@pytest.mark.parametrize(
    ("heading", "figure"), [("Units at risk", "AUD 9,000"), ("Who bears the cost of each risk", "AUD 5,000")]
)
def test_a_figure_above_the_limit_of_shared_risks_stands_over_that_limit(heading: str, figure: str) -> None:
    """Because whoever reads AUD 9,000 for a unit would not see that nobody pays more than AUD 2,000."""
    made = two(**{"risks.weather.unit_value": "AUD 9,000", "risks.weather.cap": "AUD 5,000"})
    found = table(made, "risk-register", heading)
    [column] = {number for row in found.rows for number, cell in enumerate(row) if plain(words(cell)) == figure}
    assert plain(words(found.total[0])) == LIMIT
    assert [plain(words(cell)) for cell in found.total if cell][1:] == ["AUD 2,000"]
    assert plain(words(found.total[column])) == "AUD 2,000"


@pytest.mark.parametrize("heading", ["Units at risk", "Who bears the cost of each risk"])
def test_no_limit_of_shared_risks_stands_where_nobody_typed_one(heading: str) -> None:
    assert total(two(**{"choices.risk/allocation.shared_limit": None}), "risk-register", heading) == []
