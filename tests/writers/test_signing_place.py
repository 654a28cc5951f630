"""Where the parties sign is said in the outline, and every format puts it there."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from pactwright.document import Agreement
from pactwright.errors import InputError
from pactwright.printing.outline import outline_from
from pactwright.themes import default_theme
from pactwright.writers import WRITERS
from tests.laid_out import laid_out, signed_elsewhere, thin_pages
from tests.reader import read
from tests.stories import ROOT
from tests.writers.agreements import DRAFT

LAST = replace(DRAFT, signed="after-schedules")
SIGNED, SCHEDULES = DRAFT.furniture.execution, ("Parties", "Budget and milestones")
OUTLINE = ROOT / "templates" / "outlines" / "pilot-agreement.yml"


def headings(agreement: Agreement) -> list[str]:
    """The headings of the signatures and of the schedules in the Word file."""
    shown = read(WRITERS["docx"](agreement, default_theme())).paragraphs
    return [each.text for each in shown if each.style in {"ExecutionHeading", "ScheduleHeading"}]


def test_word_puts_the_signatures_where_the_outline_says() -> None:
    assert headings(DRAFT) == [SIGNED, *SCHEDULES]
    assert headings(LAST) == [*SCHEDULES, SIGNED]


@pytest.mark.parametrize("form", ["html", "txt"])
def test_html_and_text_put_them_there_too(form: str) -> None:
    for agreement, is_last in ((DRAFT, False), (LAST, True)):
        said = WRITERS[form](agreement, default_theme()).decode()
        assert (said.rindex(SIGNED) > said.rindex(SCHEDULES[-1])) is is_last
        assert (said.index(SIGNED) > said.index(SCHEDULES[-1])) is is_last  # in the contents


def test_nobody_signs_where_there_is_nothing_to_sign() -> None:
    for agreement in (replace(DRAFT, execution=()), replace(LAST, execution=())):
        assert headings(agreement) == list(SCHEDULES)


def test_signatures_behind_the_schedules_have_a_page_of_their_own(tmp_path: Path) -> None:
    pages = laid_out({"last": WRITERS["docx"](LAST, default_theme())}, tmp_path)["last"]
    assert not list(signed_elsewhere(pages))
    assert not list(thin_pages(pages))
    assert SIGNED.replace(" ", "") in pages.pages[-1].said


def test_the_outline_says_where(tmp_path: Path) -> None:
    written = OUTLINE.read_text("utf-8")
    assert outline_from(OUTLINE).signed == "before-schedules"
    mine = tmp_path / "pilot-agreement.yml"
    mine.write_text(written.replace("place: before-schedules", "place: after-schedules"), "utf-8")
    assert outline_from(mine).signed == "after-schedules"
    mine.write_text(written.replace("place: before-schedules", "place: in-the-middle"), "utf-8")
    with pytest.raises(InputError, match="in-the-middle"):
        outline_from(mine)
