"""The annex that says who bears what: on request alone, in every form, no part of the agreement, proved by verify."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from pactwright.service import drafts_of
from pactwright.service import read as read_spec
from pactwright.writers import WRITERS, Theme
from tests.consoles import came_of
from tests.reader import read
from tests.stories import ROOT, TEMPLATE, plain

PILOT = ROOT / "examples" / "startup-pilot" / "spec.yml"
TITLE = "Who bears and gets what"


def test_the_annex_holds_a_row_for_every_row_of_the_ledger_with_the_number_of_its_clause() -> None:
    [draft] = drafts_of(read_spec(PILOT), ("pilot-agreement",), is_final=True, with_ledger=True)
    assert draft.is_sound
    made = WRITERS["docx"](draft.agreement, Theme(template=TEMPLATE))
    file = read(made)
    heading, *rows = ([plain(cell) for cell in row.cells] for row in file.tables[-1])
    assert heading == ["Risk or reward", "Who", "Share", "At most", "Clause"]
    assert len(rows) == sum(max(1, len(row.bearings)) for row in draft.ledger.rows)
    [late] = [row for row in rows if row[0].startswith("The city is late")]
    assert late[1:4] == ["the Council", "", "5% of its own part of the price (AUD 2,400)"]
    [saved] = [row for row in rows if row[0] == "keeping what the work costs less than planned"]
    assert saved[1:4] == ["each party its own", "", ""]
    grid = ZipFile(BytesIO(made)).read("word/document.xml").decode().rpartition("<w:tblGrid>")[2]
    widths = [int(each) for each in re.findall(r'<w:gridCol w:w="(\d+)"', grid)]
    assert min(widths[2:4]) >= 1700, "an amount of tens of millions in brackets would break"


def test_the_annex_stands_only_where_it_was_asked_for_and_beside_that_of_sources() -> None:
    source = read_spec(PILOT)
    [none] = drafts_of(source, ("pilot-agreement",))
    [both] = drafts_of(source, ("pilot-agreement",), with_ledger=True, with_sources=True)
    assert [each.id for each in both.agreement.schedules[-2:]] == ["ledger", "sources"]
    labels = [each.heading.label for each in both.agreement.schedules[-2:]]
    count = len(none.agreement.schedules)
    assert labels == [f"Schedule {count + 1}", f"Schedule {count + 2}"]
    text = " ".join(WRITERS["txt"](both.agreement, Theme()).decode().split())
    assert "It is no part of what the parties agree" in text
    assert TITLE not in WRITERS["txt"](none.agreement, Theme()).decode()


def test_verify_proves_a_file_with_its_annex(tmp_path: Path) -> None:
    words = ("draft", "--ledger", PILOT, "--document", "pilot-agreement", "-o", tmp_path / "a.docx")
    assert came_of(*words).code == 0
    came = came_of("verify", tmp_path / "a.docx", "--spec", PILOT)
    assert (came.code, "part for part" in came.out) == (0, True)
