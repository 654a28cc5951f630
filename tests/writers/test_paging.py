"""Page numbers of a Word file's contents: as LibreOffice lays it out where it is asked, and never a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.errors import UsageError
from pactwright.service import DraftOrder
from pactwright.themes import default_theme
from pactwright.writers import WRITERS, paged_docx
from tests.compare.returned import held_against
from tests.office import required, saved
from tests.pages import pages_of, squeezed
from tests.reader import read
from tests.writers.agreements import DRAFT


def test_the_contents_say_on_which_page_each_heading_is_printed(tmp_path: Path) -> None:
    required("soffice", "pdftotext")
    data = paged_docx(DRAFT, default_theme())
    document = read(data)
    pages = pages_of(saved({"paged": data}, tmp_path, "pdf")["paged"])
    headings = {name: squeezed(p.number + p.text) for p in document.paragraphs for name in p.bookmarks}
    assert len(document.contents) > 5
    for entry in document.contents:
        *_, last = [number for number, page in enumerate(pages, 1) if headings[entry.anchor] in page.rows]
        assert (entry.page, entry.is_dirty) == (str(last), False), entry.text


def test_a_file_with_page_numbers_says_the_same_as_one_without() -> None:
    """So `verify` knows it as ours, whoever worked the pages out."""
    required("soffice")
    assert held_against(WRITERS["docx"](DRAFT, default_theme()), paged_docx(DRAFT, default_theme())).has_same_words


def test_without_libreoffice_page_numbers_are_refused_and_a_draft_needs_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError, match="soffice is not on the path; install it"):
        paged_docx(DRAFT, default_theme())
    assert read(WRITERS["docx"](DRAFT, default_theme())).contents


def test_page_numbers_are_asked_of_a_word_file_only() -> None:
    with pytest.raises(UsageError, match="leave out --page-numbers, or add --format docx"):
        DraftOrder(formats=("html",), with_page_numbers=True)
