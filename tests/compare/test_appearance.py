"""Words that agree and are not seen alike: each property, at each level that can set it, on each kind of words."""

from __future__ import annotations

import io
import struct
import zlib
from functools import cache

import docx
import pytest
from lxml import etree

from pactwright.compare import Comparison
from tests import edits, stories
from tests.compare.returned import held_against
from tests.reader import STRICT, W

CLAUSE = "liability/cap"
STYLES, NUMBERING, SETTINGS, HEADER = "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/header1.xml"
NAMES = f'xmlns:w="{W[1:-1]}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
HIDING = {
    "hidden": "<w:vanish/>",
    "hidden by another name": "<w:specVanish/>",
    "struck out": "<w:strike/>",
    "struck out twice": '<w:dstrike w:val="true"/>',
    "white": '<w:color w:val="FFFFFF"/>',
    "white by the theme": '<w:color w:val="000000" w:themeColor="background1"/>',
    "one point": '<w:sz w:val="2"/>',
    "under the line": '<w:position w:val="-600"/>',
    "squeezed": '<w:spacing w:val="-400"/>',
    "narrow": '<w:w w:val="1"/>',
    "black on black": '<w:shd w:val="clear" w:color="auto" w:fill="000000"/>',
    "black under a pattern": '<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>',
    "marked over in black": '<w:highlight w:val="black"/>',
    "in signs": '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>',
    "without a fill": "<w14:textFill><w14:noFill/></w14:textFill>",
    "two lines in one": '<w:eastAsianLayout w:id="1" w:combine="1"/>',
    "one point, as of another script": '<w:cs/><w:szCs w:val="2"/>',
}


KEPT = (CLAUSE, "risk/allocation", "governance/decisions", "schedule:budget", "contents")


@cache
def sent() -> bytes:
    """A document as it was sent, cut down to some clauses and a schedule: hundreds of plants are tried on it."""
    return edits.edited(stories.docx(stories.sound(stories.spec_tree("startup-pilot"))), only_some)


def only_some(body: edits.Body) -> None:
    """Takes all clauses and schedules out but a few."""
    for element in list(body.iter(f"{W}sdt")):
        tag, parent = element.find(f"{W}sdtPr/{W}tag"), element.getparent()
        assert tag is not None
        assert parent is not None
        if not str(tag.get(f"{W}val")).startswith(KEPT):
            parent.remove(element)


def elements(xml: str) -> list[etree._Element]:
    """The elements of a piece of XML."""
    return list(etree.fromstring(f"<x {NAMES}>{xml}</x>"))


def set_letters(holder: etree._Element, xml: str) -> None:
    """Sets properties of letters in what holds them: a run, a style, a level of a list."""
    properties = holder.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        first = holder.tag == f"{W}r"
        holder.insert(0, properties) if first else holder.append(properties)
    for new in elements(xml):
        for old in properties.findall(new.tag):
            properties.remove(old)
        properties.append(new)


def changed(part: str, *made: edits.Edit) -> Comparison:
    """What is seen once a part was changed."""
    return held_against(sent(), edits.edited(sent(), *made, part=part))


def not_proven(comparison: Comparison) -> str:
    """What is told of a file that has the same words in another look: all of it in one text."""
    assert not (comparison.has_same_words and not comparison.differences)
    told = [f"{each.where}: {each.what}" for each in comparison.differences]
    assert told
    return "\n".join(told)


def style(ident: str, xml: str) -> edits.Edit:
    """Sets properties of letters in a style."""

    def edit(root: etree._Element) -> None:
        [found] = [each for each in root.iter(f"{W}style") if each.get(f"{W}styleId") == ident]
        set_letters(found, xml)

    return edit


def runs(body: etree._Element, what: str) -> list[etree._Element]:
    """The runs of a word, an item, a clause or a cell."""
    clause = edits.control(body, CLAUSE)
    items = [p for p in clause.iter(f"{W}p") if p.find(f"{W}pPr/{W}pStyle[@{W}val='ClauseL3']") is not None]
    cell = next(tc for tc in edits.control(body, "schedule:budget").iter(f"{W}tc"))
    whole = {"item": items[0], "clause": clause, "cell": cell, "word": items[0]}[what]
    return [run for run in whole.iter(f"{W}r") if run.find(f"{W}t") is not None]


def direct(what: str, xml: str) -> edits.Edit:
    """Sets properties in the runs themselves; of one word, in a run of its own."""

    def edit(body: etree._Element) -> None:
        found = runs(body, what)
        if what == "word":
            [run] = found
            words = run.find(f"{W}t")
            assert words is not None
            first, _, rest = (words.text or "").partition(" ")
            words.text = first
            run.addnext(edits.run(f" {rest}"))
        for run in found:
            set_letters(run, xml)

    return edit


@pytest.mark.parametrize("what", ["word", "item", "clause", "cell"])
@pytest.mark.parametrize("xml", HIDING.values(), ids=HIDING)
def test_a_property_of_the_words_themselves_is_told(xml: str, what: str) -> None:
    told = not_proven(changed("word/document.xml", direct(what, xml)))
    assert {"cell": "schedule:budget"}.get(what, CLAUSE) in told or "hidden words" in told


@pytest.mark.parametrize(
    "ident", ["ClauseSub", "Normal", "Heading1", "TableText", "DefinedTerm", "Ruled", "TableNormal"]
)
@pytest.mark.parametrize("xml", HIDING.values(), ids=HIDING)
def test_a_property_of_a_style_is_told(xml: str, ident: str) -> None:
    says_so_itself = ident in {"Ruled", "TableNormal"} and ("<w:sz " in xml)  # the paragraph's own style wins
    comparison = changed(STYLES, style(ident, xml))
    if says_so_itself:
        assert comparison.differences == ()
    else:
        not_proven(comparison)


@pytest.mark.parametrize("xml", HIDING.values(), ids=HIDING)
def test_a_property_of_the_defaults_is_told(xml: str) -> None:
    def edit(root: etree._Element) -> None:
        default = root.find(f"{W}docDefaults/{W}rPrDefault")
        assert default is not None
        set_letters(default, xml)

    not_proven(changed(STYLES, edit))


@pytest.mark.parametrize("kind", ["firstRow", "wholeTable", "band1Horz"])
def test_what_a_table_style_says_of_some_of_its_cells_is_told_where_it_holds(kind: str) -> None:
    def edit(root: etree._Element) -> None:
        [found] = [each for each in root.iter(f"{W}style") if each.get(f"{W}styleId") == "Ruled"]
        for old in found.findall(f"{W}tblStylePr"):
            if old.get(f"{W}type") == kind:
                found.remove(old)
        found.extend(elements(f'<w:tblStylePr w:type="{kind}"><w:rPr><w:vanish/></w:rPr></w:tblStylePr>'))

    comparison = changed(STYLES, edit)
    if kind == "band1Horz":  # our tables ask for no bands
        assert comparison.differences == ()
    else:
        assert "hidden words" in not_proven(comparison)


@pytest.mark.parametrize("xml", HIDING.values(), ids=HIDING)
def test_a_property_of_the_numbers_is_told(xml: str) -> None:
    def edit(root: etree._Element) -> None:
        for level in root.iter(f"{W}lvl"):
            set_letters(level, xml)

    assert "of its number" in not_proven(changed(NUMBERING, edit))


def test_a_new_style_that_hides_a_clause_is_told() -> None:
    look = '<w:basedOn w:val="ClauseSub"/><w:rPr><w:vanish/></w:rPr>'
    hiding = f'<w:style w:type="paragraph" w:styleId="Gone">{look}</w:style>'

    def edit(body: etree._Element) -> None:
        for named in edits.control(body, CLAUSE).iter(f"{W}pStyle"):
            named.set(f"{W}val", "Gone")

    data = edits.edited(sent(), lambda root: root.extend(elements(hiding)), part=STYLES)
    told = not_proven(held_against(sent(), edits.edited(data, edit)))
    assert f"{CLAUSE}: hidden words" in told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            'w:lvlText w:val="%1.%2"',
            'w:lvlText w:val="NOT BINDING %1.%2"',
            'its number is "NOT BINDING 1.1", not "1.1"',
        ),
        (
            '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>',
            '<w:start w:val="5"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>',
            'its number is "5", not "1"',
        ),
        ('<w:numFmt w:val="lowerLetter"/>', '<w:numFmt w:val="upperRoman"/>', 'its number is "(I)", not "(a)"'),
        ('<w:numFmt w:val="lowerLetter"/>', '<w:numFmt w:val="none"/>', 'its number is "()", not "(a)"'),
        (
            '<w:num w:numId="1">',
            '<w:num w:numId="1"><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride>',
            'its number is "3", not "1"',
        ),
    ],
)
def test_another_numbering_is_told_with_both_numbers(old: str, new: str, told: str) -> None:
    data = edits.replaced(sent(), old, new, part=NUMBERING)
    assert told in not_proven(held_against(sent(), data))


OTHERS = " (or another one: programs read this list in different ways)"
LEVEL = '<w:num w:numId="1">'
AT_TWO = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>'
LEGAL = '<w:pStyle w:val="ClauseL3"/>'
CUSTOM = (
    '<mc:AlternateContent><mc:Choice Requires="w15"><w:numFmt w:val="custom" w:format="void"/></mc:Choice>'
    '<mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:pStyle w:val="ClauseSub"/>'
)


@pytest.mark.parametrize(
    ("part", "old", "new", "told"),
    [
        (STYLES, AT_TWO, AT_TWO.replace('ilvl w:val="1"', 'ilvl w:val="2"'), f'its number is "1.1{OTHERS}"'),
        (STYLES, AT_TWO, AT_TWO.replace('<w:ilvl w:val="1"/>', ""), f'its number is "1.1{OTHERS}"'),
        (STYLES, AT_TWO, AT_TWO.replace('numId w:val="1"', 'numId w:val="3"'), 'its number is "'),
        (STYLES, AT_TWO, AT_TWO.replace('numId w:val="1"', 'numId w:val="0"'), 'its number is "'),
        (STYLES, AT_TWO, "", f'its number is "{OTHERS}", not "1.1"'),
        (NUMBERING, '<w:pStyle w:val="Recital"/>', '<w:pStyle w:val="ClauseSub"/>', f'its number is "1.1{OTHERS}"'),
        (NUMBERING, '<w:pStyle w:val="ClauseL4"/>', '<w:pStyle w:val="ClauseSub"/>', f'its number is "1.1{OTHERS}"'),
        (NUMBERING, '<w:pStyle w:val="ClauseL4"/>', '<w:pStyle w:val="Title"/>', f'its number is "{OTHERS}"'),
        (NUMBERING, LEGAL, f'<w:lvlRestart w:val="0"/>{LEGAL}', ', not "(a)"'),
        (NUMBERING, LEGAL, f"{LEGAL}<w:isLgl/>", 'its number is "(1)", not "(a)"'),
        (NUMBERING, f'{LEGAL}<w:suff w:val="tab"/>', f'{LEGAL}<w:suff w:val="nothing"/>', '"(a) (nothing)", not "(a)"'),
        (NUMBERING, '<w:lvlJc w:val="left"/>', '<w:lvlJc w:val="right"/>', "of its number, the side is right"),
        (NUMBERING, LEGAL, f'{LEGAL}<w:legacy w:legacy="1"/>', "of its number, the space is as in Word 95"),
        (NUMBERING, '<w:numFmt w:val="decimal"/><w:pStyle w:val="ClauseSub"/>', CUSTOM, "(AlternateContent)"),
        (
            NUMBERING,
            '<w:numFmt w:val="decimal"/><w:pStyle w:val="ClauseSub"/>',
            '<w:numFmt w:val="decimal" w:format="001"/><w:pStyle w:val="ClauseSub"/>',
            'its number is "1.1(in the form 001)"',
        ),
        (STYLES, '<w:name w:val="Normal"/>', f'<w:name w:val="Normal"/><w:pPr>{AT_TWO}</w:pPr>', 'its number is "'),
    ],
)
def test_a_list_that_programs_may_read_otherwise_is_told(part: str, old: str, new: str, told: str) -> None:
    """Word asks the level which style is its own, LibreOffice asks the style which level; who is right is no matter."""
    assert told in not_proven(held_against(sent(), edits.replaced(sent(), old, new, part=part)))


@pytest.mark.parametrize(
    "numbering", ['<w:ilvl w:val="3"/>', '<w:numId w:val="1"/>', '<w:ilvl w:val="2"/><w:numId w:val="2"/>']
)
def test_a_paragraph_that_steps_out_of_the_list_of_its_style_is_told(numbering: str) -> None:
    def edit(body: etree._Element) -> None:
        items = (each for each in edits.control(body, CLAUSE).iter(f"{W}pPr") if each.find(f"{W}pStyle") is not None)
        item = next(each for each in items if each.find(f"{W}pStyle").get(f"{W}val") == "ClauseSub")  # type: ignore[union-attr] # it has one
        item.extend(elements(f"<w:numPr>{numbering}</w:numPr>"))

    assert f"{CLAUSE}: its number is " in not_proven(changed("word/document.xml", edit))


@pytest.mark.parametrize("kind", ["ClauseL3", "ClauseL4"])
def test_a_style_that_takes_its_number_from_another_one_is_told(kind: str) -> None:
    def edit(root: etree._Element) -> None:
        [found] = [each for each in root.iter(f"{W}style") if each.get(f"{W}styleId") == kind]
        based, numbering = found.find(f"{W}basedOn"), found.find(f"{W}pPr/{W}numPr")
        assert based is not None
        assert numbering is not None
        based.set(f"{W}val", "ClauseSub")
        numbering.getparent().remove(numbering)  # type: ignore[union-attr] # it has one

    if kind == "ClauseL3":
        assert "its number is " in not_proven(changed(STYLES, edit))
    else:  # no words stand in it
        assert changed(STYLES, edit).differences == ()


def put(part: str, after: str, xml: str) -> bytes:
    """The file with some XML behind a piece of a part."""
    return edits.replaced(sent(), after, after + xml, part=part)


SHAPE = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:400pt;height:100pt" type="#x">{}'
    "</v:shape></w:pict></w:r></w:p>"
)
BODY = "<w:body>"
FIRST = '<w:p><w:pPr><w:pStyle w:val="Title"/>'
FOLDED = '<w15:collapsed xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>'


@pytest.mark.parametrize(
    ("part", "after", "xml", "told"),
    [
        (HEADER, "</w:tbl>", SHAPE.format('<v:textpath string="VOID"/>'), 'a shape with the words "VOID"'),
        (HEADER, "</w:tbl>", SHAPE.format(""), "a shape without words"),
        ("word/document.xml", FIRST, '<w:framePr w:w="1" w:h="1" w:x="9999"/>', "the frame is"),
        ("word/document.xml", FIRST, '<w:ind w:left="20000"/>', "the indent.left is 20000"),
        ("word/document.xml", FIRST, '<w:spacing w:line="2" w:lineRule="exact"/>', "the line.line"),
        ("word/document.xml", FIRST, '<w:shd w:val="clear" w:fill="1F2A44"/>', "the ground is 1F2A44"),
        ("word/document.xml", FIRST, "<w:pPrChange/>", "reformatted"),
        ("word/document.xml", FIRST, '<w:ind w:leftChars="9000"/>', "the indent.leftChars is 9000"),
        ("word/document.xml", FIRST, '<w:spacing w:before="31000"/>', "the space before is 31000"),
        ("word/document.xml", FIRST, '<w:spacing w:afterLines="9000"/>', "the space afterLines is 9000"),
        ("word/document.xml", FIRST, FOLDED, "the folding away of what stands under it is 1"),
        ("word/document.xml", "<w:tbl><w:tblPr>", "<w:bidiVisual/>", "the table from right to left is on"),
        (
            "word/document.xml",
            FIRST,
            '<w:tabs><w:tab w:val="left" w:pos="31000"/></w:tabs>',
            "tab stop at 31000 is left",
        ),
        ("word/document.xml", FIRST, '<w:ind w:left="-9000"/>', "the indent.left is -9000"),
        ("word/document.xml", FIRST, '<w:ind w:hanging="9000"/>', "the indent.first is -9000"),
        ("word/document.xml", FIRST, '<w:textDirection w:val="tbRl"/>', "the textDirection is"),
        ("word/document.xml", "<w:tr>", '<w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr>', "row height is 1"),
        (
            "word/document.xml",
            "<w:tc>",
            '<w:tcPr><w:tcBorders><w:tl2br w:val="single" w:sz="96"/></w:tcBorders></w:tcPr>',
            "line across the cell",
        ),
        ("word/document.xml", "<w:tc>", "<w:tcPr><w:tcPrChange/></w:tcPr>", "cell tcPrChange"),
        ("word/document.xml", "<w:tr>", '<w:tblPrEx><w:tblInd w:w="9000"/></w:tblPrEx><w:trPr/>', "row tblInd"),
        ("word/document.xml", "<w:tbl><w:tblPr>", "<w:tblPrChange/>", "table tblPrChange"),
        (SETTINGS, '<w:zoom w:percent="100"/>', "<w:mirrorMargins/>", "the setting mirrorMargins"),
        (SETTINGS, '<w:zoom w:percent="100"/>', "<w:evenAndOddHeaders/>", "the setting evenAndOddHeaders"),
        (SETTINGS, '<w:zoom w:percent="100"/>', "<w:formsDesign/>", "the setting formsDesign"),
        ("word/document.xml", "<w:tr>", "<w:trPr><w:hidden/></w:trPr>", "row hidden"),
        ("word/document.xml", "<w:tc>", '<w:tcPr><w:tcW w:w="1" w:type="pct"/></w:tcPr>', "width of the column"),
        ("word/document.xml", "<w:tc>", "<w:tcPr><w:vMerge/></w:tcPr>", "cell vMerge"),
        ("word/document.xml", "<w:tc>", '<w:tcPr><w:cellDel w:id="1" w:author="x"/></w:tcPr>', "cell cellDel"),
        ("word/document.xml", "<w:tbl><w:tblPr>", '<w:tblCellSpacing w:w="5000" w:type="dxa"/>', "space between cells"),
        ("word/document.xml", BODY, "<w:p/>" * 40, "40 empty lines that are not in the draft"),
    ],
)
def test_what_covers_moves_or_cuts_is_told(part: str, after: str, xml: str, told: str) -> None:
    if xml.startswith(("<w:trPr>", "<w:tcPr>")):  # in place of what stands there
        tag = xml[1:].partition(">")[0]
        text = edits.parts(sent())[part].decode()
        start = text.index(f"<{tag}>", text.index(after))
        end = text.index(f"</{tag}>") + len(tag) + 3
        data = edits.with_parts(sent(), {part: (text[:start] + xml + text[end:]).encode()})
    else:
        data = put(part, after, xml)
    assert told in not_proven(held_against(sent(), data))


@pytest.mark.parametrize(
    ("after", "xml"),
    [
        (FIRST, '<w:jc w:val="right"/>'),
        (FIRST, "<w:keepLines/><w:pageBreakBefore/>"),
        (FIRST, '<w:widowControl w:val="0"/><w:outlineLvl w:val="3"/>'),
        (FIRST, '<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs>'),
        (FIRST, '<w:pBdr><w:top w:val="single" w:sz="4" w:space="1" w:color="auto"/></w:pBdr>'),
        (FIRST, '<w:spacing w:before="200" w:after="400"/><w:contextualSpacing/>'),
        ("<w:tbl><w:tblPr>", '<w:jc w:val="center"/><w:tblDescription w:val="who pays"/>'),
        ("<w:tcPr>", '<w:noWrap/><w:vAlign w:val="bottom"/>'),
    ],
)
def test_how_well_words_are_set_is_the_same_to_a_reader(after: str, xml: str) -> None:
    comparison = held_against(sent(), put("word/document.xml", after, xml))
    assert comparison.has_same_words
    assert comparison.differences == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('w:gutter="0"', 'w:gutter="9000"', "pgMar"),
        ('<w:cols w:space="708"/>', '<w:cols w:num="9"/>', "cols"),
        ('<w:cols w:space="708"/>', '<w:textDirection w:val="tbRl"/>', "textDirection"),
        ("<w:titlePg/>", '<w:titlePg/><w:pgNumType w:start="100"/>', "pgNumType"),
        ("<w:titlePg/>", "<w:titlePg/><w:bidi/>", "section 1: bidi on"),
        ("<w:titlePg/>", '<w:titlePg/><w:docGrid w:type="linesAndChars" w:charSpace="-40000"/>', "docGrid charSpace"),
        ("<w:titlePg/>", '<w:titlePg/><w:pgBorders><w:top w:val="single" w:sz="96"/></w:pgBorders>', "pgBorders top"),
        ("<w:body>", '<w:background w:color="1F2A44"/><w:body>', "the ground of the pages is 1F2A44"),
    ],
)
def test_pages_of_another_form_are_told(old: str, new: str, told: str) -> None:
    assert told in not_proven(held_against(sent(), edits.replaced(sent(), old, new)))


def test_a_field_that_is_locked_or_shows_words_is_told() -> None:
    begin = '<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE'
    locked = begin.replace('"begin"', '"begin" w:fldLock="true"')
    data = edits.replaced(sent(), begin, locked, part="word/footer1.xml")
    assert "a field that is locked" in not_proven(held_against(sent(), data))
    worded = edits.replaced(sent(), ">1</w:t>", ">This is void.</w:t>", part="word/footer1.xml")
    assert held_against(sent(), worded).around == ("footer",)
    numbered = edits.replaced(sent(), ">1</w:t>", ">14</w:t>", part="word/footer1.xml")
    assert held_against(sent(), numbered).differences == ()


@pytest.mark.parametrize("instruction", ["DATE", "= 1 + 1", "REF elsewhere", "PAGE"])
def test_a_field_that_is_not_ours_is_told(instruction: str) -> None:
    field = f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>'
    field += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

    def edit(body: etree._Element) -> None:
        paragraph = list(edits.control(body, CLAUSE).iter(f"{W}p"))[1]
        paragraph.extend(elements(field))

    told = not_proven(changed("word/document.xml", edit))
    assert f"{CLAUSE}: the field {instruction.split(maxsplit=1)[0]}" in told


def test_a_reference_that_leads_elsewhere_is_told() -> None:
    def edit(body: etree._Element) -> None:
        code = next(each for each in edits.control(body, CLAUSE).iter(f"{W}instrText"))
        code.text = " REF _pw_other \\w \\h "

    assert "_pw_other is not in the draft" in not_proven(changed("word/document.xml", edit))


def targets(body: etree._Element) -> tuple[etree._Element, etree._Element]:
    """The bookmark of a clause to which a reference leads, and a paragraph of another clause."""
    named = {word for code in body.iter(f"{W}instrText") for word in (code.text or "").split()[1:]}
    mark = next(each for each in edits.control(body, CLAUSE).iter(f"{W}bookmarkStart") if each.get(f"{W}name") in named)
    return mark, next(edits.control(body, "governance/decisions").iter(f"{W}p"))


@pytest.mark.parametrize("where", ["moved", "twice", "header", "empty line"])
def test_a_target_that_stands_elsewhere_is_told(where: str) -> None:
    """The words are the same until a program counts the references again: on printing, for one."""

    def edit(body: etree._Element) -> None:
        mark, other = targets(body)
        if where == "empty line":
            other.addprevious(elements("<w:p/>")[0])
            other = next(iter(edits.control(body, "governance/decisions").iter(f"{W}p")))
        start, end = elements('<w:bookmarkStart w:id="9001"/><w:bookmarkEnd w:id="9001"/>')
        start.set(f"{W}name", str(mark.get(f"{W}name")))
        if where == "moved":
            mark.set(f"{W}name", "_pw_of_nothing")
        other.extend([start, end])

    if where == "header":
        name = targets(etree.fromstring(edits.parts(sent())["word/document.xml"]))[0].get(f"{W}name")
        mark = f'<w:bookmarkStart w:id="9001" w:name="{name}"/><w:bookmarkEnd w:id="9001"/>'
        told = not_proven(
            held_against(sent(), edits.replaced(sent(), "</w:hdr>", f"<w:p>{mark}</w:p></w:hdr>", HEADER))
        )
    else:
        told = not_proven(changed("word/document.xml", edit))
    assert "references lead here" in told


def test_a_bookmark_that_a_program_sets_by_itself_is_no_target() -> None:
    def edit(body: etree._Element) -> None:
        targets(body)[1].extend(elements('<w:bookmarkStart w:id="9001" w:name="_GoBack"/><w:bookmarkEnd w:id="9001"/>'))

    assert changed("word/document.xml", edit).differences == ()


def test_words_that_word_would_join_are_told_as_word_shows_them() -> None:
    """Word drops the spaces at the ends of a run that are not marked to be kept."""

    def edit(body: etree._Element) -> None:
        run = runs(body, "item")[0]
        words = run.find(f"{W}t")
        assert words is not None
        words.text, _, rest = (words.text or "").partition(" ")
        [joined] = elements(f"<w:r><w:t> {rest}</w:t></w:r>")
        run.addnext(joined)

    assert not changed("word/document.xml", edit).has_same_words


@pytest.mark.parametrize("into", ["pPr", "rPr", "p", "nosuch"])
def test_words_where_no_program_looks_for_them_are_told(into: str) -> None:
    """Words within properties, or a paragraph within a paragraph, are in the file and on no page."""

    def edit(body: etree._Element) -> None:
        run = runs(body, "item")[0]
        lost = run if into == "rPr" else next(run.iterancestors(f"{W}p"))
        holder = etree.Element(f"{W}{into}")
        outer = {"pPr": "p", "rPr": "r"}.get(into)
        around = holder if outer is None else etree.Element(f"{W}{outer}")
        if outer is not None:
            around.append(holder)
        lost.addprevious(around)
        holder.append(lost)

    comparison = changed("word/document.xml", edit)
    assert any("where no program looks" in each.what for each in comparison.differences)


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    ("part", "tag", "old", "new"),
    [
        (STYLES, "style", "<w:rPr/>", "<w:rPr><w:vanish/></w:rPr>"),
        (NUMBERING, "num", 'w:abstractNumId w:val="', 'w:abstractNumId w:val="9'),
        (NUMBERING, "abstractNum", 'w:lvlText w:val="', 'w:lvlText w:val="not '),
        ("word/document.xml", "body", "Pilot", "Void"),
        ("word/document.xml", "trPr", "<w:cantSplit/>", "<w:hidden/>"),
        ("word/document.xml", "tcW", 'w:w="', 'w:w="0'),
        ("word/document.xml", "pgSz", 'w:h="', 'w:h="9'),
    ],
)
def test_what_stands_twice_and_counts_once_is_told(part: str, tag: str, old: str, new: str, *, first: bool) -> None:
    """Which of the two counts, each program decides for itself."""

    def edit(root: etree._Element) -> None:
        one = next(each for each in root.iter(f"{W}{tag}") if old in etree.tostring(each).decode())
        other = etree.fromstring(etree.tostring(one).decode().replace(old, new))
        one.addprevious(other) if first else one.addnext(other)

    comparison = changed(part, edit)
    assert any("written twice" in each.what for each in comparison.differences)


def test_words_in_the_instruction_of_a_field_are_not_there() -> None:
    """Word shows what stands behind "separate" alone."""

    def edit(body: etree._Element) -> None:
        run = runs(body, "item")[0]
        begin, end = elements(
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
        )
        run.addprevious(begin)
        run.addnext(end)

    assert not changed("word/document.xml", edit).has_same_words


def test_a_control_filled_from_elsewhere_is_told() -> None:
    def edit(body: etree._Element) -> None:
        properties = edits.control(body, CLAUSE)[0]
        properties.extend(elements('<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>'))

    told = not_proven(changed("word/document.xml", edit))
    assert f"{CLAUSE}: a control that is filled from data elsewhere" in told


def test_a_control_that_takes_its_words_for_a_placeholder_is_told() -> None:
    def edit(body: etree._Element) -> None:
        edits.control(body, CLAUSE)[0].extend(elements("<w:showingPlcHdr/>"))

    told = not_proven(changed("word/document.xml", edit))
    assert f"{CLAUSE}: a control whose words go when somebody types" in told


def test_a_font_that_the_file_brings_is_told() -> None:
    """The letters of an embedded font may look like any others."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
    home = "http://schemas.openxmlformats.org/package/2006/relationships"
    relation = f'<Relationship Id="rId1" Type="{kind}" Target="fonts/font1.odttf"/>'
    rels = f'<Relationships xmlns="{home}">{relation}</Relationships>'
    listed = '<Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/>'
    data = edits.replaced(sent(), "<Default ", f"{listed}<Default ", part="[Content_Types].xml")
    planted: dict[str, bytes | None] = {
        "word/_rels/fontTable.xml.rels": rels.encode(),
        "word/fonts/font1.odttf": b"x" * 64,
    }
    assert "a part that we never write (font)" in not_proven(held_against(sent(), edits.with_parts(data, planted)))


def test_frames_of_a_web_page_are_told() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/webSettings"
    data = edits.replaced(
        sent(),
        "</Relationships>",
        f'<Relationship Id="rId90" Type="{kind}" Target="webSettings.xml"/></Relationships>',
        part="word/_rels/document.xml.rels",
    )
    page = f'<w:webSettings xmlns:w="{W[1:-1]}"><w:frameset/></w:webSettings>'
    told = not_proven(held_against(sent(), edits.with_parts(data, {"word/webSettings.xml": page.encode()})))
    assert "the setting frameset" in told


def test_what_only_some_programs_show_is_told() -> None:
    home = "http://schemas.openxmlformats.org/markup-compatibility/2006"

    def choice(body: etree._Element) -> None:
        element = edits.control(body, CLAUSE)
        wrapper = etree.Element(f"{{{home}}}AlternateContent")
        other = etree.SubElement(wrapper, f"{{{home}}}Choice", Requires="w99")
        element.addprevious(wrapper)
        other.append(element)

    def unknown(body: etree._Element) -> None:
        element = edits.control(body, CLAUSE)
        wrapper = etree.Element("{urn:x}y")
        element.addprevious(wrapper)
        wrapper.append(element)

    def in_a_run(body: etree._Element) -> None:
        wrapper = etree.SubElement(runs(body, "item")[0], f"{{{home}}}AlternateContent")
        etree.SubElement(wrapper, f"{{{home}}}Choice", Requires="w14").extend(elements("<w:t>not</w:t>"))

    def in_a_style(styles: etree._Element) -> None:
        wrapper = etree.SubElement(styles, f"{{{home}}}AlternateContent")
        etree.SubElement(wrapper, f"{{{home}}}Choice", Requires="w14").extend(elements('<w:style w:styleId="x"/>'))

    def in_a_section(body: etree._Element) -> None:
        wrapper = etree.SubElement(next(body.iter(f"{W}sectPr")), f"{{{home}}}AlternateContent")
        etree.SubElement(wrapper, f"{{{home}}}Choice", Requires="w14").extend(elements('<w:cols w:num="9"/>'))

    assert "its own choice" in not_proven(changed("word/document.xml", in_a_run))
    assert "another content for other programs" in not_proven(changed(STYLES, in_a_style))
    assert "section 1: AlternateContent" in not_proven(changed("word/document.xml", in_a_section))
    assert "its own choice" in not_proven(changed("word/document.xml", choice))
    assert "an element that Word does not know" in not_proven(changed("word/document.xml", unknown))


def test_the_theme_counts_where_words_take_their_colour_from_it() -> None:
    data = edits.edited(sent(), direct("clause", '<w:color w:val="FFFFFF" w:themeColor="text1"/>'))
    told = not_proven(held_against(sent(), data))
    assert "not auto" in told


def test_one_clause_in_the_control_of_another_is_named() -> None:
    def edit(body: etree._Element) -> None:
        one, other = edits.control(body, CLAUSE), edits.control(body, "risk/allocation")
        for child in list(one[-1]):
            other[-1].append(child)
        parent = one.getparent()
        assert parent is not None
        parent.remove(one)

    comparison = changed("word/document.xml", edit)
    assert comparison.has_same_words
    assert [(each.id, each.stands_in) for each in comparison.found if each.stands_in] == [(CLAUSE, "risk/allocation")]


def with_picture(data: bytes, colour: bytes) -> bytes:
    """The file with a picture of one colour in the header of its pages, as python-docx puts it there."""
    lines = (b"\0" + colour * 40) * 20
    head = struct.pack(">IIBBBBB", 40, 20, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(said)) + kind + said + struct.pack(">I", zlib.crc32(kind + said)) for kind, said in chunks
    )
    document = docx.Document(io.BytesIO(data))
    document.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(b"\x89PNG\r\n\x1a\n" + b"".join(packed)))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_a_picture_that_shows_something_else_is_told() -> None:
    ours, other = (with_picture(sent(), colour) for colour in (b"\xff\0\0", b"\0\xff\0"))
    assert held_against(ours, edits.packed(edits.parts(ours))).differences == ()
    told = not_proven(held_against(ours, other))
    assert "header, default: a picture (" in told
    assert "is gone" in told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<a:stretch>", '<a:srcRect r="90000"/><a:stretch>'),
        ("<a:xfrm>", '<a:xfrm rot="10800000">'),
        ('<a:blip r:embed="rId1"/>', '<a:blip r:embed="rId1"><a:alphaModFix amt="0"/></a:blip>'),
        ('cx="508000"', 'cx="12700"'),
    ],
)
def test_a_picture_that_is_cut_turned_faded_or_shrunk_is_told(old: str, new: str) -> None:
    ours = with_picture(sent(), b"\xff\0\0")
    assert "a picture (" in not_proven(held_against(ours, edits.replaced(ours, old, new, part=HEADER, count=-1)))


def test_a_link_that_leads_to_another_address_is_told() -> None:
    def edit(body: etree._Element) -> None:
        run = runs(body, "item")[0]
        link = etree.Element(
            f"{W}hyperlink", {"{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id": "l"}
        )
        run.addprevious(link)
        link.append(run)

    def leading(address: str) -> bytes:
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
        relation = f'<Relationship Id="l" Type="{kind}" Target="{address}" TargetMode="External"/></Relationships>'
        return edits.replaced(ours, "</Relationships>", relation, part="word/_rels/document.xml.rels")

    ours = edits.edited(sent(), edit)
    told = not_proven(held_against(leading("https://example.org/a"), leading("https://example.org/b")))
    assert "liability/cap: a link that leads out of the file, to https://example.org/b" in told


def test_what_is_kept_by_an_honest_program_is_no_difference() -> None:
    """Another zip, other names of parts and prefixes, attributes in another order: nothing that anybody sees."""
    tree = etree.fromstring(edits.parts(sent())["word/document.xml"], STRICT)
    for run in list(tree.iter(f"{W}r")):
        run.set(f"{W}rsidR", "00AA00BB")
        run.insert(0, elements("<w:rPr><w:noProof/><w:lang w:val='de-DE'/></w:rPr>")[0]) if run.find(
            f"{W}rPr"
        ) is None else None
    data = edits.with_parts(sent(), {"word/document.xml": etree.tostring(tree)})
    comparison = held_against(sent(), data)
    assert comparison.has_same_words
    assert comparison.differences == ()
