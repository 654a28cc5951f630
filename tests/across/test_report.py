"""The report on a batch, read from its HTML, with every expected value typed by hand."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pactwright.cli.app import pactwright
from tests.stories import ROOT

SPEC = ROOT / "examples" / "startup-pilot" / "spec.yml"
HEAD = (
    "key,project.title,funding.price,milestones.report.amount,jurisdiction,"
    "special_terms.0.party,special_terms.0.duty,special_terms.0.otherwise\n"
)
A = 'a,Pilot one,"48,000","15,000",,,,\n'
DEARER = 'b,Pilot two,"480,000","447,000",,,,\n'
CHEAP = 'b,Pilot two,"48,000","15,000",,,,\n'
OTHER_LAW = 'c,Pilot three,"48,000","15,000",us-ca,,,\n'
SPECIAL = 'd,Pilot four,"48,000","15,000",,company,Sweep the kerb each week,the City may end this agreement\n'
FAILING = 'e,Pilot five,"48,000","15,000",nowhere,,,\n'
MENDED = 'e,Pilot five,"48,000","15,000",,,,\n'
LAST = 'f,Pilot six,"48,000","15,000",,,,\n'
TABLE = HEAD + A + DEARER + OTHER_LAW + SPECIAL + FAILING + LAST


class Rows(HTMLParser):
    """The rows of all tables of a page, each as the texts of its cells."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._is_cell = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begins a row or a cell."""
        del attrs
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"} and self.rows:
            self.rows[-1].append("")
            self._is_cell = True

    def handle_endtag(self, tag: str) -> None:
        """Ends a cell."""
        if tag in {"td", "th"}:
            self._is_cell = False

    def handle_data(self, data: str) -> None:
        """Adds to a cell."""
        if self._is_cell:
            self.rows[-1][-1] += data


def batch(folder: Path, table: str, *options: str) -> Result:
    """A batch of memoranda of a table, whose report stands beside the folder."""
    path = folder / "pilots.csv"
    path.write_text(table, "utf-8")
    own = ["--spec", str(SPEC), "-o", str(folder / "out"), "--format", "txt", "--document", "mou", "--processes", "1"]
    return CliRunner().invoke(pactwright, ["batch", str(path), *own, "--report", str(folder / "report.html"), *options])


def page(folder: Path) -> str:
    """The page that was written."""
    return (folder / "report.html").read_text("utf-8")


@pytest.fixture(name="whole", scope="module")
def whole_fixture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a batch of six rows, one of which failed."""
    folder = tmp_path_factory.mktemp("whole")
    assert batch(folder, TABLE).exit_code == 3
    return folder


@pytest.mark.parametrize(
    "row",
    [
        ["project: funding.price", "48,000", "480,000", "1: b"],
        ["project: jurisdiction", "au-nsw", "us-ca", "1: c"],
        ["project: special_terms.0.duty", "nothing (most)", "Sweep the kerb each week", "1: d"],
        ["mou: formation/status", "hybrid", "5"],
        ["The price that the city pays", "AUD 672,000", "5"],
    ],
)
def test_the_page_says_what_departs_and_what_it_comes_to(whole: Path, row: list[str]) -> None:
    assert row in [[" ".join(cell.split()) for cell in each] for each in Rows(page(whole)).rows]


def test_the_page_says_why_a_row_failed(whole: Path) -> None:
    [row] = [each for each in Rows(page(whole)).rows if each[0] == "unknown-jurisdiction"]
    assert row == [
        "unknown-jurisdiction",
        "jurisdiction",
        '"nowhere" is not a jurisdiction',
        "one of au-nsw, us-ca",
        "1: e",
    ]


def test_two_shards_report_the_whole(whole: Path, tmp_path: Path) -> None:
    assert batch(tmp_path, TABLE, "--shard", "1/2").exit_code == 3
    assert page(tmp_path) != page(whole)
    assert batch(tmp_path, TABLE, "--shard", "2/2").exit_code == 0
    assert page(tmp_path) == page(whole)


def test_a_run_that_goes_on_reports_the_whole(whole: Path, tmp_path: Path) -> None:
    """Two rows first, then all; one that is mended counts as failed no more, nor in a shard after the whole."""
    batch(tmp_path, HEAD + A + DEARER)
    batch(tmp_path, TABLE)
    assert page(tmp_path) == page(whole)
    assert batch(tmp_path, TABLE.replace(FAILING, MENDED), "--shard", "1/2").exit_code == 0
    assert "unknown-jurisdiction" not in page(tmp_path)
    assert ["The price that the city pays", "AUD 720,000", "6"] in Rows(page(tmp_path)).rows


def test_a_shard_after_the_whole_takes_back_what_its_row_said(tmp_path: Path) -> None:
    """The dearer price stands in the record of the whole table still, and no more in that of the shard."""
    batch(tmp_path, HEAD + A + DEARER)
    batch(tmp_path, HEAD + A + CHEAP, "--shard", "2/2")
    rows = Rows(page(tmp_path)).rows
    assert ["The price that the city pays", "AUD 96,000", "2"] in rows
    assert "project: funding.price" not in {row[0] for row in rows if row}


def test_programs_read_the_same_as_a_record(whole: Path) -> None:
    assert batch(whole, TABLE, "--report", str(whole / "report.json")).exit_code == 3
    said = json.loads((whole / "report.json").read_text("utf-8"))
    assert (said["$schema"], said["made"], said["failed"]) == ("urn:pactwright:across:1", 5, 1)
    assert said["sums"] == [{"address": "funding.price", "amount": "672000", "currency": "AUD", "count": 5}]


def test_a_report_has_a_known_ending_and_no_dry_run(tmp_path: Path) -> None:
    told = batch(tmp_path, TABLE, "--report", str(tmp_path / "report.odt"))
    assert "ends in .html, .docx, .txt, .json" in str(told.exception)
    assert not (tmp_path / "out").exists()
    assert batch(tmp_path, TABLE, "--dry-run").exit_code == 2
