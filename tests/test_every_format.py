"""One agreement, five formats, one set of numbers: each file is read back by a reader that knows nothing of ours."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from pactwright.document import Agreement
from pactwright.service import documents_of, drafts_of, read
from pactwright.themes import default_theme
from pactwright.writers import WRITERS
from tests import stories
from tests.every_format import Said, of_docx, of_html, of_json, of_pdf, of_text, without_one_label
from tests.office import required
from tests.stories import ROOT, Tree, changed, spec_tree
from tests.writers.agreements import BY_HAND

EXAMPLES = {path.parent.name: path for path in sorted((ROOT / "examples").glob("*/spec.yml"))}
NINE = "nine-parties"
AGREEMENTS = [(name, document) for name in (*EXAMPLES, NINE) for document in ("pilot-agreement", "mou")]

every_agreement = pytest.mark.parametrize(("name", "document"), AGREEMENTS)


def nine_parties() -> Tree:
    """The street demonstration, grown until nine parties sign (one observes); HTML could misread a name."""
    tree = spec_tree("street-demonstration")
    names = ("Smith & Sons <Instruments>", "Open Sensors", "River Friends", "Plains Works", "Second Street", "Sixth")
    more = {
        f"extra{number}": {"name": name, "side": "partner", "kind": "company", "called": f"the Exhibitor {letter}"}
        for number, (name, letter) in enumerate(zip(names, "ABCDEF", strict=True), start=1)
    }
    wanted = dict(list(more.items())[: 10 - len(tree["parties"])])
    return changed(tree, {"parties": {**tree["parties"], **wanted}})


@cache
def agreement(name: str, document: str) -> Agreement:
    """An example's agreement, or the one of nine parties."""
    if name == NINE:
        return stories.sound(nine_parties(), document).agreement
    source = read(EXAMPLES[name])
    assert document in documents_of(source.spec, source.library, (document,))
    return drafts_of(source, (document,))[0].agreement


@cache
def written(name: str, document: str, form: str) -> bytes:
    """The file of an agreement in a form."""
    return WRITERS[form](agreement(name, document), default_theme())


def word_says(name: str, document: str) -> Said:
    """What the Word file says: the measure of the others."""
    said = of_docx(written(name, document, "docx"))
    assert len(said.paragraphs) > 40
    assert len(said.references) > 10
    return said


@every_agreement
def test_the_page_says_what_word_says(name: str, document: str) -> None:
    assert of_html(written(name, document, "html")) == word_says(name, document)


@every_agreement
def test_the_data_say_what_word_says(name: str, document: str) -> None:
    said = of_json(written(name, document, "json"))
    expected = word_says(name, document)
    assert said.paragraphs == expected.paragraphs
    assert sorted(said.references) == sorted(expected.references)


@every_agreement
def test_the_data_keep_to_the_published_schema(name: str, document: str) -> None:
    schema = json.loads((ROOT / "templates" / "agreement.schema.json").read_text("utf-8"))
    record = json.loads(written(name, document, "json"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(record)] == []


@every_agreement
def test_the_text_says_what_word_says(name: str, document: str) -> None:
    assert of_text(written(name, document, "txt").decode(), word_says(name, document)) == ()


@every_agreement
def test_the_pdf_says_what_word_says(name: str, document: str, tmp_path: Path) -> None:
    required("soffice", "pdftotext")
    assert of_text(of_pdf(written(name, document, "pdf"), tmp_path), word_says(name, document)) == ()


@pytest.mark.parametrize("form", [form for form in WRITERS if form != "pdf"])
@pytest.mark.parametrize("made", BY_HAND.values(), ids=BY_HAND)
def test_the_same_agreement_gives_the_same_bytes(made: Agreement, form: str) -> None:
    """The PDF, too, but for that LibreOffice takes seconds: tests/writers/test_pdf.py."""
    assert WRITERS[form](made, default_theme()) == WRITERS[form](made, default_theme())


def test_the_nine_parties_are_nine() -> None:
    assert len(agreement(NINE, "pilot-agreement").parties) == 9


@pytest.mark.parametrize("form", ["html", "json", "txt"])
def test_a_wrong_number_in_one_format_is_found(form: str) -> None:
    """The planted mistake without which the tests above would prove nothing."""
    wrong = without_one_label(written(NINE, "pilot-agreement", form).decode())
    expected = word_says(NINE, "pilot-agreement")
    if form == "txt":
        assert of_text(wrong, expected)
    else:
        assert {"html": of_html, "json": of_json}[form](wrong.encode()).paragraphs != expected.paragraphs


def test_a_reference_that_leads_astray_is_found() -> None:
    page = written(NINE, "pilot-agreement", "html").decode()
    links = [part.partition('"')[0] for part in page.partition("<main")[2].split('href="#')[1:]]
    other = next(link for link in links if link != links[-1])
    head, _, tail = page.rpartition(f'href="#{links[-1]}"')
    assert of_html(f'{head}href="#{other}"{tail}'.encode()) != word_says(NINE, "pilot-agreement")
