"""Documents that pactwright drafts, opened by LibreOffice, which numbers and refers by its own engine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pactwright.service import DraftOrder, files_of
from pactwright.writers.word import word_file
from tests import stories
from tests.edits import parts, with_parts
from tests.office import saved
from tests.pages import pages_of, squeezed
from tests.reader import read
from tests.stories import TEMPLATE, spec_tree, tree_in
from tests.writers.agreements import BY_HAND

SHOWN = re.compile(rb'(<w:fldChar w:fldCharType="separate"/></w:r><w:r>(?:<w:rPr>.*?</w:rPr>)?<w:t[^>]*>)[^<]*')
CHOSEN = (("two-cities", "pilot-agreement"), ("startup-pilot", "pilot-agreement"), ("street-demonstration", "mou"))


def blanked(data: bytes) -> bytes:
    """The file with a question mark in every field, so that only a recalculation brings the numbers back."""
    return with_parts(data, {"word/document.xml": SHOWN.sub(rb"\1?", parts(data)["word/document.xml"])})


def references(data: bytes) -> list[tuple[str, str]]:
    """Where the references of a file lead, and what they show."""
    return [(field.target, field.cached) for field in read(data).references]


def test_libreoffice_arrives_at_every_reference(tmp_path: Path) -> None:
    files = {f"{name} {document}": stories.docx(stories.sound(spec_tree(name), document)) for name, document in CHOSEN}
    assert min(len(references(data)) for data in files.values()) > 20
    files |= {name: word_file(BY_HAND[name], TEMPLATE) for name in ("draft", "nine-parties")}
    made = saved({name: blanked(data) for name, data in files.items()}, tmp_path)
    for name, data in files.items():
        assert {shown for _, shown in references(blanked(data))} == {"?"}
        assert references(made[name]) == references(data), name


# The length fits the deal: complete, not padded; and short where the money is small. By example, document and form.
PAGES = {
    ("startup-pilot", "pilot-agreement", "full"): (10, 48),
    ("startup-pilot", "pilot-agreement", "short"): (8, 32),
    ("startup-pilot", "mou", "full"): (5, 16),
    ("future-street", "pilot-agreement", "full"): (8, 34),
    ("future-street", "pilot-agreement", "short"): (6, 22),
    ("future-street", "mou", "full"): (5, 18),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The documents of the examples as LibreOffice prints them, each by its place among the lengths."""
    folder = tmp_path_factory.mktemp("examples")
    found = {}
    for example, document, form in PAGES:
        place = f"{example} {document} {form}"
        final, short = example == "startup-pilot", form == "short"
        order = DraftOrder((document,), is_final=final, is_short=short, output=folder / place)
        files_of((stories.ROOT / "examples" / example / "spec.yml",), order)
        [path] = (folder / place).glob("*.docx")
        found[place] = path.read_bytes()
    return saved(found, folder, "pdf")


def test_the_length_of_every_example_fits_its_deal(printed: dict[str, bytes]) -> None:
    for place, (fewest, most) in PAGES.items():
        pages = len(re.findall(rb"/Type ?/Page(?!s)", printed[" ".join(place)]))
        assert fewest <= pages <= most, f"{place}: {pages} pages"


def test_whoever_reads_one_page_has_read_every_key_term(printed: dict[str, bytes]) -> None:
    agreement = stories.sound(tree_in(stories.ROOT / "examples" / "startup-pilot" / "spec.yml")).agreement
    first = pages_of(printed["startup-pilot pilot-agreement full"])[0].said
    labels = [squeezed(each.label) for each in agreement.key_terms if each.label != "*"]
    assert len(labels) > 20
    assert [each for each in labels if each[:20] not in first] == []
