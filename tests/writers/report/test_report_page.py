"""Reports as web pages: nothing typed is taken for markup, links lead somewhere, whoever sees no picture is told."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from pactwright.report import Block, Grid, GridColumn, Heading, Kept, Prose, Report, Row, Words
from pactwright.themes import report_theme
from pactwright.writers.report import REPORT_WRITERS
from tests import browser
from tests.contrast import AA, contrast
from tests.office import required
from tests.writers.report.samples import EVERY_BLOCK, FILTERED, GERMAN, HARM, HEBREW, cells, plain

THEME = report_theme()


def page(report: Report) -> str:
    """A report as a page."""
    return REPORT_WRITERS["html"](report, THEME).decode()


def report(*blocks: Block) -> Report:
    """A report of some blocks."""
    return Report("Memo", "Pilot", "About it.", "Memo, pilot", blocks)


@pytest.mark.parametrize(
    "report",
    [
        report(Prose((Words("see", to="#nowhere"),))),
        report(Prose((Words("see", to="javascript:alert(1)"),))),
        report(Heading("One", anchor="a"), Heading("Two", anchor="a")),
    ],
)
def test_a_link_that_leads_nowhere_is_refused(report: Report) -> None:
    for write in REPORT_WRITERS.values():
        with pytest.raises(ValueError, match="lead nowhere"):
            write(report, THEME)


def test_nothing_typed_is_markup() -> None:
    made = page(Report(HARM, HARM, HARM, HARM, (Heading(HARM), Prose(plain(HARM)))))
    assert made.count("&lt;script&gt;alert(1)") == 7
    assert "<script" not in made
    assert "\x1b" not in made
    assert "<bdi>&lt;script" in made
    assert HEBREW in made


def test_the_same_report_gives_the_same_bytes() -> None:
    for write in REPORT_WRITERS.values():
        assert write(EVERY_BLOCK, THEME) == write(EVERY_BLOCK, replace(THEME))


# --------------------------------------------------------------------------------------------------------- colours

GROUNDS = ("#ffffff", "var(--tint)")


def pale(style: str) -> list[tuple[str, str, str]]:
    """Each rule of a style sheet whose letters are hard to read on its ground, or on any ground where it has none."""
    named = dict(re.findall(r"(--\w+):\s*(#\w+)", style))
    found = []
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)):
        declared = dict(re.findall(r"(?<![\w-])(color|background-color):\s*([^;]+);", body))
        if (ink := declared.get("color", "inherit")) == "inherit":
            continue
        ground = declared["background-color"]
        for each in GROUNDS if ground == "transparent" else (ground,):
            pair = [re.sub(r"var\((.*)\)", lambda name: named[name[1]], colour).strip("#") for colour in (ink, each)]
            if contrast(*pair) < AA:
                found.append((selector.strip(), *pair))
    return found


def test_every_colour_can_be_read_on_its_ground() -> None:
    assert pale(THEME.style) == []


@pytest.mark.parametrize("change", [("--soft: #545454", "--soft: #8a8a8a"), ("--accent: #8a1f2d", "--accent: #d4707e")])
def test_a_pale_colour_would_be_found(change: tuple[str, str]) -> None:
    assert pale(THEME.style.replace(*change))


# ------------------------------------------------------------------------------------------------------ in a browser


@pytest.mark.parametrize(
    ("address", "left"),
    [
        ("", {"A need", "A show", "Either side may leave."}),
        ("b-fear", {"One question answers it.", "A need", "A show"}),
        ("s-city", {"One answer leans to the city.", "A need"}),
        ("s-partner", {"One answer leans to the partner.", "A show", "Either side may leave."}),
    ],
)
def test_an_address_filters_the_page_without_a_script(address: str, left: set[str], tmp_path: Path) -> None:
    path = tmp_path / "library.html"
    path.write_bytes(REPORT_WRITERS["html"](FILTERED, THEME))
    shown = browser.shown(path, address)
    assert {each for each in FILTERS_AND_ROWS if each in shown} == left


FILTERS_AND_ROWS = {
    *("A need", "A show", "Either side may leave.", "One question answers it."),
    *("One answer leans to the city.", "One answer leans to the partner."),
}


def test_a_word_file_and_a_text_hold_everything_and_no_filters() -> None:
    text = REPORT_WRITERS["txt"](FILTERED, THEME).decode()
    assert all(each in text for each in ("A need", "A show", "Either side may leave.", "Answers fear of failure"))
    assert "Leans to the city" not in text
    assert REPORT_WRITERS["docx"](FILTERED, THEME)[:2] == b"PK"


@pytest.mark.parametrize("name", ["every block", "filtered", "long and hostile"])
def test_a_browser_shows_the_page_to_everybody_on_a_desk_and_a_phone(name: str, tmp_path: Path) -> None:
    made = {
        "every block": EVERY_BLOCK,
        "filtered": FILTERED,
        "long and hostile": report(Heading(HARM), wide(GERMAN), wide(HARM), wide("x" * 300)),
    }
    path = tmp_path / "report.html"
    path.write_bytes(REPORT_WRITERS["html"](made[name], THEME))
    assert browser.faults(path) == []


def wide(text: str) -> Grid:
    """A table whose cells hold a long text."""
    return Grid(text, tuple(GridColumn(plain(text), 25) for _ in range(4)), (Row(cells(text, text, text, text)),))


def printed_faults(style: str, folder: Path) -> list[str]:
    """What is wrong with a long report on paper: 30 groups of rows, then 40 questions that must not be parted."""
    required("pdftotext")
    rows = [row for at in range(30) for row in group(at)]
    table = Grid("Rows", (GridColumn(plain("Name of a row"), 50), GridColumn(plain("Value"), 50)), tuple(rows))
    path = folder / "report.html"
    made = report(table, *map(question, range(40)))
    path.write_bytes(REPORT_WRITERS["html"](made, replace(THEME, style=style)))
    pages = browser.printed(path)
    feet = [page[-1].split() for page in pages]
    tables = [page for page in pages if any(line.startswith("Row ") for line in page)]
    found = {
        "too short": len(pages) < 5 or len(tables) < 2,
        "foot": feet != [["Memo,", "pilot", str(at), "of", str(len(pages))] for at in range(1, len(pages) + 1)],
        "group at the end": any(page[-2].startswith(("Group", "Name of a row")) for page in pages),
        "no head": any("Name of a row" not in " ".join(page[:4]) for page in tables),
        "parted": any(sum(f"Answer {at}." in page for page in pages) > 1 for at in range(40)),
    }
    return [fault for fault, is_there in found.items() if is_there]


def group(at: int) -> tuple[Row, ...]:
    """A group of one to four rows."""
    rows = (Row(cells(f"Row {at}.{number}", "Words")) for number in range(at % 4 + 1))
    return (Row(cells(f"Group {at}"), "group"), *rows)


def question(at: int) -> Kept:
    """A question with two to eight answers."""
    return Kept((Heading(f"Question {at}", 3), *(Prose(plain(f"Answer {at}.")) for _ in range(at % 7 + 2))))


def test_paper_repeats_heads_and_keeps_together_what_belongs_together(tmp_path: Path) -> None:
    assert printed_faults(THEME.style, tmp_path) == []


REPLACED = {"group at the end": ".x {", "no head": "thead { display: table-row-group; }", "parted": ".x { margin: 0; }"}


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        (".group, thead { break-after: avoid;", "group at the end"),
        ("thead { display: table-header-group; }", "no head"),
        (".kept, .ladder, .notice { break-inside: avoid; }", "parted"),
    ],
)
def test_paper_that_parts_them_would_be_found(rule: str, fault: str, tmp_path: Path) -> None:
    assert fault in printed_faults(THEME.style.replace(rule, REPLACED[fault]), tmp_path)
