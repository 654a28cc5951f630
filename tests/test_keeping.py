"""What stands where a file is to be written: only our own, at most opened and saved by a program, gives way."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph
from lxml import etree

from pactwright.keeping import Target
from pactwright.provenance import traced
from pactwright.writers import WRITERS, Theme
from tests import stories
from tests.assembly.test_notes import with_notes
from tests.office import saved
from tests.reader import W

NAMES = f'xmlns:w="{W[1:-1]}"'


@cache
def drafted() -> bytes:
    """A document as we wrote it, with a note beside each clause."""
    tree = stories.spec_tree("startup-pilot")
    agreement = with_notes(tree, "mou").agreement
    made = traced(agreement, stories.spec_of(tree), stories.library(tree["jurisdiction"]), stories.TEMPLATE)
    return WRITERS["docx"](made, Theme(stories.TEMPLATE))


def by_hand(edit: Callable[[Document], object]) -> bytes:
    """The document as a person saves it who changed something in it."""
    document = docx.Document(io.BytesIO(drafted()))
    edit(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def standing(data: bytes, folder: Path) -> str:
    """What stands there, where we would write the document again."""
    path = folder / "mou.docx"
    path.write_bytes(data)
    return Target(path, drafted()).standing


def clause(document: Document) -> Paragraph:
    """A paragraph of a clause; python-docx does not look into controls."""
    styles = document.element.body.iter(f"{W}pStyle")
    found = next(each for each in styles if each.get(f"{W}val") == "ClauseSub")
    return Paragraph(next(found.iterancestors(f"{W}p")), document._body)  # noqa: SLF001 - it has no other way in


def put(where: str, xml: str) -> Callable[[Document], None]:
    """Puts some XML into the first element of a name in the text."""

    def edit(document: Document) -> None:
        next(document.element.body.iter(f"{W}{where}")).append(element(xml))

    return edit


def element(xml: str) -> etree._Element:
    """A piece of XML."""
    return parse_xml(xml.replace("/>", f" {NAMES}/>", 1) if "><" not in xml else xml.replace(">", f" {NAMES}>", 1))


def set_value(where: str, name: str, value: str) -> Callable[[Document], None]:
    """Changes an attribute of the first element of a name in the text."""
    return lambda document: next(document.element.body.iter(f"{W}{where}")).set(f"{W}{name}", value)


def in_paragraph(**values: object) -> Callable[[Document], object]:
    """Sets something of how a paragraph of a clause is set."""

    def edit(document: Document) -> None:
        for name, value in values.items():
            setattr(clause(document).paragraph_format, name, value)

    return edit


def in_style(style: str, **values: object) -> Callable[[Document], object]:
    """Sets something of a style."""

    def edit(document: Document) -> None:
        for name, value in values.items():
            setattr(document.styles[style].paragraph_format, name, value)

    return edit


def add_bookmark(document: Document) -> None:
    """Sets a bookmark, as Insert, Bookmark does."""
    put("p", '<w:bookmarkStart w:id="9001" w:name="MyNote"/>')(document)
    put("p", '<w:bookmarkEnd w:id="9001"/>')(document)


def drop_comment(document: Document) -> None:
    """Deletes a comment."""
    root = next(part for part in document.part.package.iter_parts() if part.partname == "/word/comments.xml").element
    root.remove(root[0])


def speak(document: Document) -> None:
    """Says that some words are German."""
    words = (each.getparent() for each in document.element.body.iter(f"{W}t"))
    run = next(each for each in words if each.find(f"{W}rPr") is None)
    run.insert(0, element('<w:rPr><w:lang w:val="de-DE"/></w:rPr>'))


def twin(document: Document) -> None:
    """Gives a paragraph another style that looks the same."""
    document.styles.add_style("Twin", WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Table Text"]
    next(each for each in document.element.body.iter(f"{W}pStyle") if each.get(f"{W}val") == "TableText").set(
        f"{W}val", "Twin"
    )


EDITS: dict[str, Callable[[Document], object]] = {
    "aligned": in_paragraph(alignment=WD_ALIGN_PARAGRAPH.RIGHT),
    "kept with next": in_paragraph(keep_with_next=True),
    "on a new page": in_paragraph(page_break_before=True),
    "no control of widows": in_paragraph(widow_control=False),
    "a point of space": in_paragraph(space_after=Pt(7)),
    "a point of indent": in_paragraph(left_indent=Pt(46.35)),
    "a tab stop": lambda document: clause(document).paragraph_format.tab_stops.add_tab_stop(Pt(144)),
    "another language": speak,
    "a line round": put("pPr", '<w:pBdr><w:top w:val="single" w:sz="8" w:space="1" w:color="FF0000"/></w:pBdr>'),
    "another style that looks the same": twin,
    "an empty line": lambda document: clause(document).insert_paragraph_before("", "Body Text"),
    "a bookmark": add_bookmark,
    "a bookmark taken out": lambda document: [
        each.getparent().remove(each) for each in list(document.element.body.iter(f"{W}bookmarkStart"))[3:4]
    ],
    "a style": in_style("Clause Sub", space_after=Pt(7)),
    "a style of no words": in_style("Clause L4", alignment=WD_ALIGN_PARAGRAPH.CENTER),
    "the style under others": in_style("Normal", keep_with_next=True),
    "a new style": lambda document: document.styles.add_style("House", WD_STYLE_TYPE.PARAGRAPH),
    "a title": lambda document: setattr(document.core_properties, "title", "Ours"),
    "a keyword": lambda document: setattr(document.core_properties, "keywords", "signed off by Pat"),
    "a margin": lambda document: setattr(document.sections[0], "left_margin", Pt(72)),
    "a header": lambda document: setattr(
        document.sections[0].first_page_footer.tables[0].cell(0, 0).paragraphs[0],
        "alignment",
        WD_ALIGN_PARAGRAPH.CENTER,
    ),
    "a column": set_value("tcW", "w", "2600"),
    "a line round a cell": put(
        "tcPr", '<w:tcBorders><w:top w:val="single" w:sz="24" w:space="0" w:color="FF0000"/></w:tcBorders>'
    ),
    "a cell in its middle": put("tcPr", '<w:vAlign w:val="center"/>'),
    "a comment taken out": drop_comment,
    "changes tracked from now on": lambda document: document.settings.element.append(element("<w:trackRevisions/>")),
    "protection": lambda document: document.settings.element.append(
        element('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>')
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_whatever_a_person_changed_is_kept(edit: Callable[[Document], object], tmp_path: Path) -> None:
    assert standing(by_hand(edit), tmp_path) == "edited"


def test_what_a_program_only_opened_and_saved_is_ours(tmp_path: Path) -> None:
    assert standing(drafted(), tmp_path) == "ours"
    assert standing(by_hand(lambda _: None), tmp_path) == "ours"


def test_edits_are_told_from_saving_after_libreoffice_too(tmp_path: Path) -> None:
    names = ["aligned", "kept with next", "a point of space", "a bookmark", "a style", "a title", "a line round a cell"]
    made = {"only saved": drafted(), **{name: by_hand(EDITS[name]) for name in names}}
    found = {name: standing(data, tmp_path) for name, data in saved(made, tmp_path).items()}
    assert found == {"only saved": "ours", **dict.fromkeys(names, "edited")}
