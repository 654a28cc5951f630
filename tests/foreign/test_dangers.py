"""A file that came back is refused for what could act in it, however that is spelt and wherever it stands."""

from __future__ import annotations

from functools import cache

import pytest
from lxml import etree

from pactwright.errors import ForeignContentError, UsageError
from pactwright.foreign import RETURNED, TEMPLATE, checked
from tests import edits, stories
from tests.reader import STRICT, W
from tests.stories import TEMPLATE as BUILT_IN

LISTS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_KINDS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)
DRAWN = ["aFChunk", "oleObject", "package", "control", "subDocument", "attachedTemplate", "vbaProject", "frame"]
OUTSIDE = ["image", "hyperlink", "header", "settings", "anything-new"]


@cache
def sent() -> bytes:
    """A document as it was sent."""
    return stories.docx(stories.sound(stories.spec_tree("startup-pilot"), "mou"))


def opened(data: bytes) -> None:
    """Opens a file as one that came back."""
    checked(data, "returned.docx", RETURNED)


def related(xml: str, part: str = LISTS) -> bytes:
    """The file with one more relation, spelt as it is given."""
    if part in edits.parts(sent()):
        return edits.replaced(sent(), "</Relationships>", f"{xml}</Relationships>", part=part)
    home = "http://schemas.openxmlformats.org/package/2006/relationships"
    return edits.with_parts(sent(), {part: f'<Relationships xmlns="{home}">{xml}</Relationships>'.encode()})


def within(xml: str, part: str = "word/document.xml") -> bytes:
    """The file with some XML in the first paragraph of a part."""
    tree = etree.fromstring(edits.parts(sent())[part], STRICT)
    paragraph = next(tree.iter(f"{W}p"))
    for each in etree.fromstring(f'<w:x xmlns:w="{W[1:-1]}">{xml}</w:x>'):
        paragraph.append(each)
    return edits.with_parts(sent(), {part: etree.tostring(tree)})


def code(*pieces: str, rest: str = '<w:r><w:fldChar w:fldCharType="end"/></w:r>') -> str:
    """A field in Word's long form, its instruction in pieces."""
    runs = "".join(f'<w:r><w:instrText xml:space="preserve">{each}</w:instrText></w:r>' for each in pieces)
    return f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>{runs}{rest}'


def refused(data: bytes) -> str:
    """What is said of a file that is refused for safety."""
    with pytest.raises(ForeignContentError) as told:
        opened(data)
    assert str(told.value).startswith("returned.docx: refused for safety: it holds ")
    assert "\n" not in str(told.value)
    return str(told.value)


def test_what_we_send_is_not_refused() -> None:
    opened(sent())


@pytest.mark.parametrize("kind", DRAWN)
@pytest.mark.parametrize("home", [TRANSITIONAL, STRICT_KINDS], ids=["transitional", "strict"])
@pytest.mark.parametrize(
    "spelling",
    [
        '<Relationship Id="r99" Type="{kind}" Target="x.html"/>',
        "<Relationship Id='r99' Type='{kind}' Target='x.html'/>",
        "<Relationship\n Target = 'x.html'\n\tType  =\n'{kind}' Id='r99'></Relationship>",
        (
            '<p:Relationship xmlns:p="http://schemas.openxmlformats.org/package/2006/relationships" Id="r99"'
            ' Type="{kind}" Target="x.html"/>'
        ),
        '<Relationship Id="r99" Type="{coded}" Target="x.html"/>',
    ],
    ids=["double quotes", "single quotes", "other order and spaces", "a prefix", "letters as numbers"],
)
def test_a_relation_that_draws_something_in_is_refused_in_every_spelling(kind: str, home: str, spelling: str) -> None:
    whole = f"{home}/{kind}"
    refused(related(spelling.format(kind=whole, coded="".join(f"&#{ord(letter)};" for letter in whole))))


@pytest.mark.parametrize("kind", OUTSIDE)
@pytest.mark.parametrize("target", ["file:///c:/x.docx", "\\\\server\\share\\x", "ftp://example.org/x", "javascript:x"])
@pytest.mark.parametrize("mode", [' TargetMode="External"', " TargetMode='External'", ""])
def test_a_target_outside_is_refused_whatever_it_is(kind: str, target: str, mode: str) -> None:
    refused(related(f'<Relationship Id="r99" Type="{TRANSITIONAL}/{kind}" Target="{target}"{mode}/>'))


@pytest.mark.parametrize("part", ["word/_rels/footer1.xml.rels", "word/_rels/header9.xml.RELS", "_rels/.rels"])
def test_a_relation_is_seen_in_every_list(part: str) -> None:
    refused(related(f'<Relationship Id="r99" Type="{TRANSITIONAL}/oleObject" Target="a.bin"/>', part))


def test_a_web_address_that_a_reader_clicks_is_let_pass() -> None:
    link = (
        f'<Relationship Id="r99" Type="{TRANSITIONAL}/hyperlink" Target="https://example.org/" TargetMode="External"/>'
    )
    opened(related(link))
    assert "leads to" in refused(related(link.replace("hyperlink", "image")))


@pytest.mark.parametrize("name", ["word/embeddings/oleObject1.bin", "word/media/image1.png", "word/a.bin", "x/y.dat"])
@pytest.mark.parametrize("data", [OLE, b"PK\x03\x04" + bytes(50), b"MZ" + bytes(50)], ids=["ole", "zip", "program"])
def test_a_foreign_file_inside_is_refused_under_any_name(name: str, data: bytes) -> None:
    refused(edits.with_parts(sent(), {name: data}))


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-office.vbaProject",
        "application/vnd.ms-office.activeX+xml",
        "application/vnd.openxmlformats-officedocument.oleObject",
    ],
)
def test_a_content_type_of_something_that_runs_is_refused(kind: str) -> None:
    listed = f"<Override ContentType='{kind}' PartName='/word/x.xml'/></Types>"
    refused(edits.replaced(sent(), "</Types>", listed, part=TYPES))


ACTIVE = ["DDEAUTO c:\\\\x", "DDE a b", "INCLUDETEXT x.docx", "INCLUDEPICTURE x", "LINK Excel.Sheet.8 x", "EMBED x"]
OTHERS = [
    "MACROBUTTON x",
    "IMPORT x",
    "DATABASE",
    "RD x",
    "PRINT x",
    "QUOTE 68 68 69",
    "GOTOBUTTON x",
    "ADDIN",
    "NEWER x",
]


@pytest.mark.parametrize("instruction", [*ACTIVE, *OTHERS, "HYPERLINK file:///c:/x", 'HYPERLINK "\\\\server\\x"'])
@pytest.mark.parametrize("part", ["word/document.xml", "word/footer1.xml"])
def test_a_field_that_could_act_is_refused(instruction: str, part: str) -> None:
    quoted = instruction.replace('"', "&quot;")
    end = '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r>'
    for xml in (
        code(f" {quoted} "),
        code(quoted[:3], quoted[3:]),
        code(f"\t{quoted.lower()}", rest=""),
        code(quoted, rest=end),
        code(quoted).replace("instrText", "delInstrText"),
        f'<w:fldSimple w:instr=" {quoted} "/>',
        f"<w:fldSimple w:instr='{quoted}'><w:r><w:t>x</w:t></w:r></w:fldSimple>",
    ):
        assert "the field" in refused(within(xml, part))


def test_a_field_whose_instruction_another_field_makes_is_refused() -> None:
    inner = code(' IF 1 = 1 "DDEAUTO x" ')
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    refused(within(f"{begin}{inner}{end}"))


@pytest.mark.parametrize("instruction", ["DATE", "PAGE", "= 1 + 2", "AUTHOR", 'HYPERLINK "https://example.org"'])
def test_a_field_that_only_shows_is_let_pass(instruction: str) -> None:
    opened(within(code(f" {instruction.replace(chr(34), '&quot;')} ")))


@pytest.mark.parametrize("name", ["altChunk", "object", "control", "subDoc", "attachedTemplate", "mailMerge"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/header1.xml"])
def test_an_element_that_draws_something_in_is_refused(name: str, part: str) -> None:
    refused(within(f"<w:{name}/>", part))


def test_strict_open_xml_in_any_part_is_not_read() -> None:
    """A program that reads both kinds would see in it what we do not."""
    text = edits.parts(sent())["word/footer1.xml"].decode()
    data = edits.with_parts(
        sent(), {"word/footer1.xml": text.replace(W[1:-1], "http://purl.oclc.org/ooxml/wordprocessingml/main").encode()}
    )
    with pytest.raises(UsageError, match="Word's usual form"):
        opened(data)


def test_a_template_is_held_against_the_same_list() -> None:
    relation = f"<Relationship Id='r99' Type='{STRICT_KINDS}/aFChunk' Target='x.html'/></Relationships>"
    data = edits.replaced(BUILT_IN, "</Relationships>", relation, part=LISTS)
    [found] = checked(data, "house.docx", TEMPLATE).dangers()
    assert (found.address, found.seen) == (LISTS, "the file holds another document inside (altChunk)")
