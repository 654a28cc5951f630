"""A template whose styles hide, whiten, shrink or misnumber a paper is refused, at whatever level they do it."""

from __future__ import annotations

import re

import pytest

from pactwright.writers.word.contract import LEVELS, STYLES
from pactwright.writers.word.inspection import inspected
from tests.edits import parts, with_parts
from tests.stories import TEMPLATE
from tests.writers.templates import DOCUMENT, HEADER, NUMBERING, SETTINGS, Edit, edited, insert, swap
from tests.writers.templates import STYLES as PART

DARK = '<w:shd w:val="clear" w:fill="1F2A44"/>'
SPACERS = {"TableEnd", "SigEnd"}
WORDED = [style for style in STYLES if style.ident not in SPACERS and style.kind != "table"]
HIDING = {
    "hides its text": "<w:vanish/>",
    "strikes its text out": "<w:strike/>",
    "is FFFFFF on white": '<w:color w:val="FFFFFF"/>',
    "is FFFFFF on white, a contrast": '<w:color w:val="000000" w:themeColor="background1"/>',
    "is 1 points": '<w:sz w:val="2"/>',
    "is 000000 on 111111": '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="111111"/>',
    "presses its letters into each other": '<w:spacing w:val="-200"/>',
    "moves its letters off their line": '<w:position w:val="-900"/>',
    "is set in a font of signs": '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>',
    "sets two lines in one": '<w:eastAsianLayout w:id="1" w:combine="1"/>',
}


def said(template: bytes) -> list[str]:
    """What the inspection says."""
    return [str(each) for each in inspected(template, "house.docx")]


def style(ident: str, xml: str) -> Edit:
    """Adds properties to a style as the last word on them."""
    return swap(PART, "</w:styles>", "</w:styles>") if not ident else _into(f'w:styleId="{ident}"', xml)


def _into(start: str, xml: str) -> Edit:
    def edit(contents: dict[str, bytes]) -> None:
        text = contents[PART].decode()
        at = text.index("</w:style>", text.index(start))
        contents[PART] = (text[:at] + f"<w:rPr>{xml}</w:rPr>" + text[at:]).encode()

    return edit


@pytest.mark.parametrize("of", WORDED, ids=[each.ident for each in WORDED])
def test_each_style_that_hides_its_words_is_refused(of: object) -> None:
    ident, name = of.ident, of.name  # type: ignore[attr-defined] # a style of the contract
    found = said(edited(style(ident, "<w:vanish/>")))
    assert any(f'error: template-look: the style "{name}" hides its text' in each for each in found)


@pytest.mark.parametrize(("seen", "xml"), HIDING.items(), ids=HIDING)
@pytest.mark.parametrize("ident", ["ClauseSub", "Normal"])
def test_each_way_to_hide_a_clause_is_refused(ident: str, seen: str, xml: str) -> None:
    found = said(edited(style(ident, xml)))
    assert any(f'error: template-look: the style "Clause Sub" {seen}' in each for each in found)


@pytest.mark.parametrize(("seen", "xml"), HIDING.items(), ids=HIDING)
def test_the_defaults_of_the_file_count(seen: str, xml: str) -> None:
    found = said(edited(_default(xml)))
    assert any(f'error: template-look: the style "Clause Sub" {seen}' in each for each in found)


def _default(xml: str) -> Edit:
    """Sets properties in the defaults of the file, in place of those that stand there."""

    def edit(contents: dict[str, bytes]) -> None:
        start, middle, end = contents[PART].decode().partition("<w:rPrDefault><w:rPr>")
        own, close, rest = end.partition("</w:rPrDefault>")
        for name in re.findall(r"<(w:\w+)", xml):
            own = re.sub(rf"<{name} [^>]*/>", "", own)
        contents[PART] = f"{start}{middle}{xml}{own}{close}{rest}".encode()

    return edit


@pytest.mark.parametrize("kind", ["", "firstRow", "band1Horz"])
@pytest.mark.parametrize("ident", ["Ruled", "Unruled", "Signatures"])
def test_a_table_style_that_hides_or_blackens_is_refused(ident: str, kind: str) -> None:
    for seen, xml in (
        ("hides its text", "<w:rPr><w:vanish/></w:rPr>"),
        (
            "a contrast",
            '<w:tcPr><w:shd w:val="clear" w:fill="1F2A44"/></w:tcPr><w:rPr><w:color w:val="1F2A44"/></w:rPr>',
        ),
    ):
        whole = f'<w:tblStylePr w:type="{kind}">{xml}</w:tblStylePr>' if kind else xml

        def edit(contents: dict[str, bytes], whole: str = whole) -> None:
            text = contents[PART].decode()
            at = text.index("</w:style>", text.index(f'w:styleId="{ident}"'))
            contents[PART] = (text[:at] + whole + text[at:]).encode()

        found = said(edited(edit))
        assert any("error: template-look: the table style" in each and seen in each for each in found)


@pytest.mark.parametrize("level", LEVELS, ids=[each.style for each in LEVELS])
def test_a_number_that_nobody_can_read_is_refused(level: object) -> None:
    mark = f'<w:pStyle w:val="{level.style}"/>'  # type: ignore[attr-defined] # a level of the contract

    def edit(contents: dict[str, bytes]) -> None:
        text = contents[NUMBERING].decode()
        at = text.index("</w:lvl>", text.index(mark))
        contents[NUMBERING] = (text[:at] + '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>' + text[at:]).encode()

    assert any("error: template-look: the number of the style" in each for each in said(edited(edit)))


def test_a_list_that_reads_otherwise_by_an_override_is_refused() -> None:
    level = '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="void %2"/></w:lvl>'
    other = f'<w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1">{level}</w:lvlOverride>'
    found = said(edited(swap(NUMBERING, '<w:num w:numId="1"><w:abstractNumId w:val="0"/>', other)))
    assert any(each.count('the number of the style "Clause Sub" reads "void 1') for each in found)


def test_what_is_hard_to_read_is_a_warning_and_no_error() -> None:
    found = said(edited(style("ClauseSub", '<w:sz w:val="14"/><w:color w:val="8A8A8A"/>')))
    assert [each.split(": ")[2] for each in found] == ["warning", "warning"] or all(
        ": warning: " in each for each in found
    )
    assert any("is 7 points" in each for each in found)
    assert any("a contrast of 3." in each for each in found)


SHAPE = '<w:p><w:r><w:pict><v:rect style="position:absolute;width:600pt;height:800pt;z-index:{}"/></w:pict></w:r></w:p>'


@pytest.mark.parametrize("part", [DOCUMENT, HEADER])
def test_a_shape_in_front_of_the_page_is_refused(part: str) -> None:
    end = "<w:sectPr" if part == DOCUMENT else "</w:hdr>"
    for depth, wrong in (("5", True), ("-5", False)):
        found = said(edited(swap(part, end, f"{SHAPE.format(depth)}{end}")))
        assert any("a shape or picture covers the page" in each for each in found) is wrong


BOX = (
    '<w:p><w:r><w:pict><v:rect style="position:absolute;width:{size}pt;height:{size}pt;z-index:5" fillcolor="white">'
    "{wrap}</v:rect></w:pict></w:r></w:p>"
)
SQUARE = '<w10:wrap xmlns:w10="urn:schemas-microsoft-com:office:word" type="square"/>'
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
ANCHOR = (
    '<w:p><w:r><w:drawing><wp:anchor xmlns:wp="{WP}" behindDoc="{behind}"><wp:extent cx="{size}" cy="{size}"/>'
    "<wp:{wrap}/></wp:anchor></w:drawing></w:r></w:p>"
)
INCH = 914_400


@pytest.mark.parametrize(
    ("shape", "wrong"),
    [
        (BOX.format(size=300, wrap=""), True),
        (
            BOX.format(size=300, wrap=SQUARE),
            False,
        ),
        (BOX.format(size=60, wrap=""), False),
        (ANCHOR.format(WP=WP, behind=0, size=3 * INCH, wrap="wrapNone"), True),
        (ANCHOR.format(WP=WP, behind=1, size=3 * INCH, wrap="wrapNone"), False),
        (ANCHOR.format(WP=WP, behind=0, size=3 * INCH, wrap="wrapSquare"), False),
        (ANCHOR.format(WP=WP, behind=0, size=INCH, wrap="wrapNone"), False),
    ],
    ids=["box", "text flows round it", "small box", "drawing", "behind", "round a drawing", "small drawing"],
)
def test_a_shape_over_the_words_of_the_document_is_refused(shape: str, *, wrong: bool) -> None:
    found = said(edited(swap(DOCUMENT, "<w:sectPr", f"{shape}<w:sectPr")))
    assert any("a shape or picture covers the text" in each for each in found) is wrong


def test_even_pages_without_the_mark_of_a_draft_are_refused() -> None:
    differing = swap(SETTINGS, "<w:compat>", "<w:evenAndOddHeaders/><w:compat>")
    assert any("even pages have headers and footers of their own" in each for each in said(edited(differing)))

    def both(contents: dict[str, bytes]) -> None:
        differing(contents)
        text = contents[DOCUMENT].decode()
        default = re.search(r'<w:headerReference w:type="default" r:id="(\w+)"/>', text)
        assert default
        even = default[0].replace('"default"', '"even"')
        contents[DOCUMENT] = text.replace(default[0], default[0] + even).encode()

    assert said(edited(both)) == []


@pytest.mark.parametrize(
    ("old", "new", "seen"),
    [
        ('w:pgMar w:top="', 'w:pgMar w:top="1', "the margins leave no room"),
        ('w:gutter="0"', 'w:gutter="9000"', "the margins leave no room"),
        ("<w:cols ", '<w:cols w:num="9" ', "a page has 9 columns"),
        ("<w:cols ", '<w:textDirection w:val="tbRl"/><w:cols ', "a section turns its text"),
        ("<w:cols ", '<w:docGrid w:type="linesAndChars" w:charSpace="-40000"/><w:cols ', "a grid presses letters"),
        ("<w:cantSplit/>", "<w:cantSplit/><w:hidden/>", "a row of a table is hidden"),
        ("<w:cantSplit/>", '<w:trHeight w:val="1" w:hRule="exact"/>', "a row of a table is cut"),
    ],
)
def test_pages_without_room_or_with_turned_text_are_refused(old: str, new: str, seen: str) -> None:
    assert any(seen in each for each in said(edited(swap(DOCUMENT, old, new))))


@pytest.mark.parametrize(
    ("xml", "seen"),
    [
        ('<w:framePr w:w="1" w:h="1"/>', "stands in a frame"),
        ('<w:spacing w:line="20" w:lineRule="exact"/>', "has lines that cut its letters off"),
        ('<w:ind w:left="11000"/>', "is indented out of the page"),
        ('<w:ind w:leftChars="9000"/>', "is indented out of the page"),
        ('<w:spacing w:before="31000"/>', "stands an inch or more away"),
        ("<w15:collapsed/>", "folds away what stands under it"),
    ],
)
def test_paragraphs_that_are_cut_or_moved_out_are_refused(xml: str, seen: str) -> None:
    def edit(contents: dict[str, bytes]) -> None:
        text = contents[PART].decode()
        at = text.index("</w:style>", text.index('w:styleId="ClauseSub"'))
        contents[PART] = (text[:at] + f"<w:pPr>{xml}</w:pPr>" + text[at:]).encode()

    assert any(f'the style "Clause Sub" {seen}' in each for each in said(edited(edit)))


def test_margins_that_leave_no_room_in_a_cell_are_refused() -> None:
    wide = '<w:left w:w="20000" w:type="dxa"/>'
    found = said(edited(swap(PART, '<w:left w:w="90" w:type="dxa"/>', wide)))
    assert any('the margins in the cells of the table style "Ruled" leave no room' in each for each in found)


def test_words_of_the_template_itself_are_looked_at() -> None:
    hidden = '<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Not binding.</w:t></w:r></w:p>'
    assert any('"Not binding." is FFFFFF on white' in each for each in said(edited(insert(hidden))))


def test_a_letterhead_is_told_what_to_copy_into_what() -> None:
    """One answer, where every missing style and slot would be told by itself."""
    text = parts(TEMPLATE)[DOCUMENT].decode()
    page = text[text.index("<w:sectPr") : text.index("</w:body>")]
    body = f"{text[: text.index('<w:body>')]}<w:body><w:p><w:r><w:t>Dear</w:t></w:r></w:p>{page}</w:body></w:document>"
    header = "<w:p><w:r><w:t>Exampleton City Council</w:t></w:r></w:p></w:hdr>"
    plain = parts(TEMPLATE)[HEADER].decode()
    top = plain[: plain.index(">", plain.index("<w:hdr")) + 1]
    changes: dict[str, bytes | None] = {DOCUMENT: body.encode(), HEADER: (top + header).encode()}
    for name in parts(TEMPLATE):
        if name.startswith(("word/header", "word/footer")) and name != HEADER:
            own = "w:ftr" if "footer" in name else "w:hdr"
            changes[name] = f"{top.replace('w:hdr', own)}<w:p/></{own}>".encode()
    [found] = said(with_parts(TEMPLATE, changes))
    assert "this is a letterhead, not yet a template; make one with pactwright template new house.docx" in found
    assert "the words of its header" in found
