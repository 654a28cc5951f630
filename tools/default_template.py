"""Writes templates/looks/default.docx, the built-in look, from the XML that stands below.

    python tools/default_template.py            write the file
    python tools/default_template.py --check    exit 1 if the file differs from what would be written

The look is a law firm's: one sober sans serif, a navy accent for headings and rules, hanging numbers, quiet tables.
One file serves A4 and Letter: the writer sets the page, every width is a percentage and no tab stop is fixed.
The members are stored uncompressed, so that the bytes do not depend on the machine's zlib.
"""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from pathlib import Path

from lxml import etree

TARGET = Path(__file__).resolve().parent.parent / "templates" / "looks" / "default.docx"

FONT = "Arial"
EAST_ASIAN_FONT = "Microsoft YaHei"
NAVY = "1F2A44"
GREY = "5B6472"
RULE = "C9CFD8"
SHADE = "EEF1F5"

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
NAMESPACES = f"""xmlns:w="{W}" xmlns:r="{RELATIONS}"
 xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" mc:Ignorable="w15" """


# ---------------------------------------------------------------------------------------------------- the package

CONTENT_TYPES = f"""
<Types xmlns="{PACKAGE}/content-types">
  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
  <Default Extension="xml" ContentType="application/xml"/>
  {
    "".join(
        f'<Override PartName="/{part}" ContentType="application/vnd.openxmlformats-{kind}+xml"/>'
        for part, kind in (
            ("word/document.xml", "officedocument.wordprocessingml.document.main"),
            ("word/styles.xml", "officedocument.wordprocessingml.styles"),
            ("word/numbering.xml", "officedocument.wordprocessingml.numbering"),
            ("word/settings.xml", "officedocument.wordprocessingml.settings"),
            ("word/fontTable.xml", "officedocument.wordprocessingml.fontTable"),
            ("word/theme/theme1.xml", "officedocument.theme"),
            ("word/header1.xml", "officedocument.wordprocessingml.header"),
            ("word/header2.xml", "officedocument.wordprocessingml.header"),
            ("word/footer1.xml", "officedocument.wordprocessingml.footer"),
            ("word/footer2.xml", "officedocument.wordprocessingml.footer"),
            ("docProps/core.xml", "package.core-properties"),
            ("docProps/app.xml", "officedocument.extended-properties"),
            ("docProps/custom.xml", "officedocument.custom-properties"),
        )
    )
}
</Types>"""

ROOT_RELATIONS = f"""
<Relationships xmlns="{PACKAGE}/relationships">
  <Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>
  <Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
  <Relationship Id="rId3" Type="{RELATIONS}/extended-properties" Target="docProps/app.xml"/>
  <Relationship Id="rId4" Type="{RELATIONS}/custom-properties" Target="docProps/custom.xml"/>
</Relationships>"""

DOCUMENT_RELATIONS = f"""
<Relationships xmlns="{PACKAGE}/relationships">
  <Relationship Id="rId1" Type="{RELATIONS}/styles" Target="styles.xml"/>
  <Relationship Id="rId2" Type="{RELATIONS}/numbering" Target="numbering.xml"/>
  <Relationship Id="rId3" Type="{RELATIONS}/settings" Target="settings.xml"/>
  <Relationship Id="rId4" Type="{RELATIONS}/fontTable" Target="fontTable.xml"/>
  <Relationship Id="rId5" Type="{RELATIONS}/header" Target="header1.xml"/>
  <Relationship Id="rId6" Type="{RELATIONS}/header" Target="header2.xml"/>
  <Relationship Id="rId7" Type="{RELATIONS}/footer" Target="footer1.xml"/>
  <Relationship Id="rId8" Type="{RELATIONS}/footer" Target="footer2.xml"/>
  <Relationship Id="rId9" Type="{RELATIONS}/theme" Target="theme/theme1.xml"/>
</Relationships>"""

CORE = f"""
<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <dc:title>pactwright default look</dc:title>
  <dc:creator>pactwright</dc:creator>
  <cp:lastModifiedBy>pactwright</cp:lastModifiedBy>
  <cp:revision>1</cp:revision>
  <dcterms:created xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:created>
  <dcterms:modified xsi:type="dcterms:W3CDTF">1980-01-01T00:00:00Z</dcterms:modified>
</cp:coreProperties>"""

APP = """
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
  <Application>pactwright</Application>
</Properties>"""

CUSTOM = """
<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>"""

SETTINGS = f"""
<w:settings {NAMESPACES}>
  <w:zoom w:percent="100"/>
  <w:defaultTabStop w:val="720"/>
  <w:characterSpacingControl w:val="doNotCompress"/>
  <w:compat>
    {
    "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
}
  </w:compat>
  <w:decimalSymbol w:val="."/>
  <w:listSeparator w:val=","/>
</w:settings>"""

FONT_TABLE = f"""
<w:fonts {NAMESPACES}>
  <w:font w:name="{FONT}">
    <w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/>
    <w:family w:val="swiss"/><w:pitch w:val="variable"/>
  </w:font>
  <w:font w:name="{EAST_ASIAN_FONT}">
    <w:panose1 w:val="020B0503020204020204"/><w:charset w:val="86"/>
    <w:family w:val="swiss"/><w:pitch w:val="variable"/>
  </w:font>
</w:fonts>"""

COLOURS = {
    "dk1": "000000",
    "lt1": "FFFFFF",
    "dk2": NAVY,
    "lt2": SHADE,
    "accent1": NAVY,
    "accent2": GREY,
    "accent3": "7A8CA5",
    "accent4": "A07F4B",
    "accent5": "5E7F73",
    "accent6": "8A4B4B",
    "hlink": "1F4E8C",
    "folHlink": "5B3F77",
}
PLAIN_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'

THEME = f"""
<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="pactwright">
  <a:themeElements>
    <a:clrScheme name="pactwright">
      {"".join(f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>' for name, colour in COLOURS.items())}
    </a:clrScheme>
    <a:fontScheme name="pactwright">
      {
    "".join(
        f'<a:{kind}Font><a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/></a:{kind}Font>'
        for kind in ("major", "minor")
    )
}
    </a:fontScheme>
    <a:fmtScheme name="pactwright">
      <a:fillStyleLst>{PLAIN_FILL * 3}</a:fillStyleLst>
      <a:lnStyleLst>{f'<a:ln w="6350">{PLAIN_FILL}</a:ln>' * 3}</a:lnStyleLst>
      <a:effectStyleLst>{"<a:effectStyle><a:effectLst/></a:effectStyle>" * 3}</a:effectStyleLst>
      <a:bgFillStyleLst>{PLAIN_FILL * 3}</a:bgFillStyleLst>
    </a:fmtScheme>
  </a:themeElements>
</a:theme>"""
"""The palette that Word offers a lawyer; no style refers to it, since a theme's font would win over a style's."""


# --------------------------------------------------------------------------------------------------- the numbering


def level(index: int, form: str, text: str, *, style: str = "", left: int = 0, hanging: int = 0, run: str = "") -> str:
    """One level of a list; bound to `style` when it names one, and the style names the list in return."""
    bound = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"""
    <w:lvl w:ilvl="{index}">
      <w:start w:val="1"/><w:numFmt w:val="{form}"/>{bound}<w:suff w:val="tab"/>
      <w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>
      <w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>
      <w:rPr>{run}</w:rPr>
    </w:lvl>"""


def multilevel(number: int, *levels: str) -> str:
    """An abstract list; its num carries the next higher number, since num 0 means "no list"."""
    return f"""
  <w:abstractNum w:abstractNumId="{number}">
    <w:nsid w:val="5057000{number + 1}"/><w:multiLevelType w:val="multilevel"/><w:tmpl w:val="5057100{number + 1}"/>
    {"".join(levels)}
  </w:abstractNum>"""


UPRIGHT = '<w:b w:val="0"/><w:bCs w:val="0"/>'
CLAUSES, SCHEDULES, RECITALS, ARTICLES = 1, 2, 3, 4

NUMBERING = f"""
<w:numbering {NAMESPACES}>
  {
    multilevel(
        CLAUSES - 1,
        level(0, "decimal", "%1", style="Heading1", left=720, hanging=720),
        level(1, "decimal", "%1.%2", style="ClauseSub", left=720, hanging=720, run=UPRIGHT),
        level(2, "lowerLetter", "(%3)", style="ClauseL3", left=1287, hanging=567, run=UPRIGHT),
        level(3, "lowerRoman", "(%4)", style="ClauseL4", left=1854, hanging=567, run=UPRIGHT),
    )
}
  {
    multilevel(
        SCHEDULES - 1,
        level(0, "decimal", "Schedule %1", style="ScheduleHeading", left=1985, hanging=1985),
        level(1, "decimal", "%2.", style="SchedulePart", left=720, hanging=720),
    )
}
  {multilevel(RECITALS - 1, level(0, "upperLetter", "(%1)", style="Recital", left=720, hanging=720, run=UPRIGHT))}
  {multilevel(ARTICLES - 1, level(0, "decimal", "Part %1", style="ArticleHeading", left=1134, hanging=1134))}
  {
    "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number - 1}"/></w:num>'
        for number in (CLAUSES, SCHEDULES, RECITALS, ARTICLES)
    )
}
</w:numbering>"""


# ------------------------------------------------------------------------------------------------------ the styles


def listed(number: int, depth: int = 0) -> str:
    """The place of a style in a list."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'


def spacing(before: int, after: int, line: int = 241) -> str:
    """Space around a paragraph in twentieths of a point; `line` 240 is single."""
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def letters(size: float, *, bold: bool = False, colour: str = "") -> str:
    """Size in points, weight and colour of a style's letters, for Latin and complex scripts alike."""
    weight = "<w:b/><w:bCs/>" if bold else ""
    ink = f'<w:color w:val="{colour}"/>' if colour else ""
    return f'{weight}{ink}<w:sz w:val="{int(size * 2)}"/><w:szCs w:val="{int(size * 2)}"/>'


def paragraph_style(
    ident: str,
    name: str,
    *,
    look: str,
    run: str = "",
    based: str = "Normal",
    follow: str = "",
    listed_first: bool = True,
) -> str:
    """A paragraph style; `listed_first` shows it in Word's gallery."""
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    following = f'<w:next w:val="{follow}"/>' if follow else ""
    gallery = "<w:qFormat/>" if listed_first else ""
    own = "" if name in BUILT_IN else ' w:customStyle="1"'
    return f"""
  <w:style w:type="paragraph"{own} w:styleId="{ident}">
    <w:name w:val="{name}"/>{parent}{following}{gallery}
    <w:pPr>{look}</w:pPr><w:rPr>{run}</w:rPr>
  </w:style>"""


def rule(side: str, colour: str = RULE, width: int = 4, space: int = 4) -> str:
    """A thin line along one side of a paragraph."""
    return f'<w:pBdr><w:{side} w:val="single" w:sz="{width}" w:space="{space}" w:color="{colour}"/></w:pBdr>'


BUILT_IN = {"Title", "Subtitle", "heading 1", "Body Text", "Body Text Indent", "header", "footer"} | {
    "toc 1",
    "toc 2",
    "annotation text",
}

DEFAULTS = f"""
  <w:docDefaults>
    <w:rPrDefault><w:rPr>
      <w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{EAST_ASIAN_FONT}" w:cs="{FONT}"/>
      <w:sz w:val="19"/><w:szCs w:val="19"/>
      <w:lang w:val="en-AU" w:eastAsia="zh-CN" w:bidi="ar-SA"/>
    </w:rPr></w:rPrDefault>
    <w:pPrDefault><w:pPr>{spacing(0, 60)}</w:pPr></w:pPrDefault>
  </w:docDefaults>"""

BASE_STYLES = """
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal">
    <w:name w:val="Normal"/><w:qFormat/>
  </w:style>
  <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
    <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>
  </w:style>
  <w:style w:type="table" w:default="1" w:styleId="TableNormal">
    <w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>
    <w:tblPr>
      <w:tblInd w:w="0" w:type="dxa"/>
      <w:tblCellMar>
        <w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
        <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>
      </w:tblCellMar>
    </w:tblPr>
  </w:style>
  <w:style w:type="numbering" w:default="1" w:styleId="NoList">
    <w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/>
  </w:style>"""

KEEP = "<w:keepNext/><w:keepLines/>"
LOOSE = '<w:keepNext w:val="0"/>'
"""For a party's first line: its row never breaks anyway, and many rows in one chain would leave the heading alone."""

NEW_PAGE = "<w:pageBreakBefore/>"

PARAGRAPH_STYLES = "".join(
    (
        paragraph_style(
            "Title",
            "Title",
            look=f"<w:keepNext/>{spacing(360, 120, 264)}",
            run=letters(26, bold=True, colour=NAVY),
            follow="Subtitle",
        ),
        paragraph_style(
            "Subtitle",
            "Subtitle",
            look=rule("bottom", NAVY, 8, 12) + spacing(0, 240, 276),
            run=letters(14, colour=GREY),
        ),
        paragraph_style(
            "ContentsHeading",
            "Contents Heading",
            look=f'{KEEP}{spacing(280, 100)}<w:outlineLvl w:val="0"/>',
            run=letters(13, bold=True, colour=NAVY),
            follow="BodyText",
        ),
        paragraph_style(
            "ContentsTitle",
            "Contents Title",
            look=f'{spacing(220, 60)}<w:outlineLvl w:val="9"/>',
            based="ContentsHeading",
            follow="TOC1",
        ),
        paragraph_style(
            "TOC1",
            "toc 1",
            look=f'{spacing(10, 0, 240)}<w:ind w:left="1247" w:hanging="1247"/>',
            run=letters(8.5, bold=True, colour=NAVY),
            listed_first=False,
        ),
        paragraph_style(
            "TOC2",
            "toc 2",
            look=f'{spacing(0, 0, 240)}<w:ind w:left="1757" w:hanging="510"/>',
            run=letters(8.5),
            listed_first=False,
        ),
        paragraph_style(
            "ExecutionHeading",
            "Execution Heading",
            look=spacing(480, 140),
            based="ContentsHeading",
            follow="Sig",
        ),
        paragraph_style(
            "ArticleHeading",
            "Article Heading",
            look=f'{KEEP}{listed(ARTICLES)}{rule("bottom")}{spacing(200, 80)}<w:outlineLvl w:val="0"/>',
            run=letters(13, bold=True, colour=NAVY),
            follow="Heading1",
        ),
        paragraph_style(
            "Heading1",
            "heading 1",
            look=f'{KEEP}{listed(CLAUSES)}{spacing(120, 40)}<w:outlineLvl w:val="1"/>',
            run=letters(10.5, bold=True, colour=NAVY),
            follow="ClauseSub",
        ),
        paragraph_style("ClauseSub", "Clause Sub", look=listed(CLAUSES, 1)),
        paragraph_style("ClauseL3", "Clause L3", look=listed(CLAUSES, 2)),
        paragraph_style("ClauseL4", "Clause L4", look=listed(CLAUSES, 3)),
        paragraph_style("Recital", "Recital", look=listed(RECITALS)),
        paragraph_style("Definition", "Definition", look=spacing(0, 30) + '<w:ind w:left="720"/>'),
        paragraph_style("BodyText", "Body Text", look=""),
        paragraph_style("BodyTextIndent", "Body Text Indent", look='<w:ind w:left="720"/>', based="BodyText"),
        paragraph_style(
            "ScheduleHeading",
            "Schedule Heading",
            look=(f'{KEEP}{listed(SCHEDULES)}{rule("bottom")}{spacing(280, 80)}<w:outlineLvl w:val="0"/>'),
            run=letters(14, bold=True, colour=NAVY),
            follow="SchedulePart",
        ),
        paragraph_style(
            "SchedulePart",
            "Schedule Part",
            look=f'{KEEP}{listed(SCHEDULES, 1)}{spacing(110, 60)}<w:outlineLvl w:val="1"/>',
            run=letters(10.5, bold=True, colour=NAVY),
            follow="BodyText",
        ),
        paragraph_style("TableText", "Table Text", look=spacing(30, 30, 247), run=letters(8.5)),
        paragraph_style(
            "TableHeading",
            "Table Heading",
            look=f"<w:keepNext/>{spacing(30, 30, 247)}",
            run=letters(8, bold=True, colour=NAVY),
            based="TableText",
        ),
        paragraph_style(
            "TableEnd",
            "Table End",
            look='<w:spacing w:before="0" w:after="0" w:line="100" w:lineRule="exact"/>',
            run=letters(4),
            listed_first=False,
        ),
        paragraph_style("Sig", "Sig", look=f"{KEEP}{spacing(0, 40, 252)}", run=letters(9.5)),
        paragraph_style("SigLead", "Sig Lead", look=spacing(0, 160, 264), run=letters(10), based="Sig"),
        paragraph_style(
            "SigParty", "Sig Party", look=LOOSE + spacing(160, 40, 252), run=letters(10, bold=True), based="Sig"
        ),
        paragraph_style("SigLabel", "Sig Label", look=spacing(0, 20, 240), run=letters(8, colour=GREY), based="Sig"),
        paragraph_style(
            "SigEnd",
            "Sig End",
            look='<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
            run=letters(1),
            based="Sig",
            listed_first=False,
        ),
        paragraph_style("CommentText", "annotation text", look=spacing(0, 60, 240), run=letters(9), listed_first=False),
        paragraph_style("Notice", "Notice", look=spacing(0, 60, 264), run=letters(8.5, colour=GREY)),
        paragraph_style("Header", "header", look=spacing(0, 40, 240), run=letters(8, colour=GREY), listed_first=False),
        paragraph_style("Footer", "footer", look=spacing(0, 0, 240), run=letters(8, colour=GREY), listed_first=False),
        paragraph_style("FooterEnd", "Footer End", look='<w:jc w:val="right"/>', based="Footer", listed_first=False),
        paragraph_style("HeaderEnd", "Header End", look='<w:jc w:val="right"/>', based="Header", listed_first=False),
    )
)

CHARACTER_STYLES = """
  <w:style w:type="character" w:customStyle="1" w:styleId="DefinedTerm">
    <w:name w:val="Defined Term"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>
    <w:rPr><w:b/><w:bCs/></w:rPr>
  </w:style>
  <w:style w:type="character" w:customStyle="1" w:styleId="Gap">
    <w:name w:val="Gap"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>
    <w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFF0A3"/></w:rPr>
  </w:style>
  <w:style w:type="character" w:styleId="CommentReference">
    <w:name w:val="annotation reference"/><w:basedOn w:val="DefaultParagraphFont"/>
    <w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>
  </w:style>"""


def line(side: str, colour: str, width: int = 4) -> str:
    """One border of a table."""
    return f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{colour}"/>'


TABLE_STYLES = f"""
  <w:style w:type="table" w:customStyle="1" w:styleId="Ruled">
    <w:name w:val="Ruled"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
    <w:tblPr>
      <w:tblBorders>{line("top", NAVY, 8)}{line("bottom", NAVY, 8)}{line("insideH", RULE)}</w:tblBorders>
      <w:tblCellMar>
        <w:top w:w="20" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>
        <w:bottom w:w="20" w:type="dxa"/><w:right w:w="90" w:type="dxa"/>
      </w:tblCellMar>
    </w:tblPr>
    <w:tblStylePr w:type="firstRow">
      <w:tcPr>
        <w:tcBorders>{line("bottom", NAVY)}</w:tcBorders>
        <w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>
      </w:tcPr>
    </w:tblStylePr>
  </w:style>
  <w:style w:type="table" w:customStyle="1" w:styleId="Unruled">
    <w:name w:val="Unruled"/><w:basedOn w:val="TableNormal"/><w:qFormat/>
    <w:tblPr>
      <w:tblCellMar>
        <w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>
        <w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>
      </w:tblCellMar>
    </w:tblPr>
  </w:style>
  <w:style w:type="table" w:customStyle="1" w:styleId="Signatures">
    <w:name w:val="Signatures"/><w:basedOn w:val="Unruled"/><w:qFormat/>
    <w:tblPr><w:tblBorders>{line("top", RULE)}{line("insideH", RULE)}</w:tblBorders></w:tblPr>
  </w:style>"""

STYLES = f"""
<w:styles {NAMESPACES}>{DEFAULTS}{BASE_STYLES}{PARAGRAPH_STYLES}{CHARACTER_STYLES}{TABLE_STYLES}
</w:styles>"""


# ---------------------------------------------------------------------------------------------- the words' places


def para(style: str, content: str) -> str:
    """A paragraph of the template: words, tags or ready-made runs."""
    inside = content if content.startswith("<w:") else f'<w:r><w:t xml:space="preserve">{content}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def tag(content: str) -> str:
    """A paragraph that holds one instruction of docxtpl and leaves nothing behind."""
    return para("BodyText", content)


def cell(percent: int, style: str, content: str, borders: str = "") -> str:
    """A cell whose width is a share of the table's, in percent."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{percent * 50}" w:type="pct"/>{borders}</w:tcPr>{para(style, content)}</w:tc>'


def row(*cells: str, heading: bool = False) -> str:
    """A row that never breaks across pages; a heading row repeats on each page."""
    repeated = "<w:tblHeader/>" if heading else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def each(loop: str, columns: int, body: str) -> str:
    """Rows repeated by docxtpl; the two rows with the tags disappear."""
    whole = f'<w:tcW w:w="5000" w:type="pct"/><w:gridSpan w:val="{columns}"/>'
    bracket = "<w:tr><w:tc><w:tcPr>{}</w:tcPr>{}</w:tc></w:tr>"
    start = bracket.format(whole, para("TableText", "{%tr for " + loop + " %}"))
    return start + body + bracket.format(whole, para("TableText", "{%tr endfor %}"))


def table(widths: tuple[int, ...], *rows: str, style: str = "Ruled", heading: bool = True) -> str:
    """A table over the whole width of the text; the grid is for A4 and only says the proportions."""
    grid = "".join(f'<w:gridCol w:w="{width * 9070 // 100}"/>' for width in widths)
    first = int(heading)
    return f"""
    <w:tbl>
      <w:tblPr>
        <w:tblStyle w:val="{style}"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>
        <w:tblLook w:val="06{first * 2}0" w:firstRow="{first}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"
            w:noHBand="1" w:noVBand="1"/>
      </w:tblPr>
      <w:tblGrid>{grid}</w:tblGrid>
      {"".join(rows)}
    </w:tbl>"""


def field(instruction: str, cached: str) -> str:
    """A complex field in five runs, with what it shows until Word recalculates it."""
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        mark.format("begin")
        + f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        + mark.format("separate")
        + f"<w:r><w:t>{cached}</w:t></w:r>"
        + mark.format("end")
    )


COVER = "".join(
    (
        para("Title", "{{ title }}"),
        para("Subtitle", "{{r project }}"),
        table(
            (28, 72),
            row(cell(28, "TableHeading", "{{ labels.date }}"), cell(72, "TableText", "{{r date }}")),
            row(cell(28, "TableHeading", "{{ labels.version }}"), cell(72, "TableText", "{{ version }}")),
            style="Unruled",
            heading=False,
        ),
        para("ContentsHeading", "{{ labels.parties }}"),
        table(
            (36, 40, 24),
            row(
                cell(36, "TableHeading", "{{ labels.party }}"),
                cell(40, "TableHeading", "{{ labels.details }}"),
                cell(24, "TableHeading", "{{ labels.called }}"),
                heading=True,
            ),
            each(
                "party in parties",
                3,
                row(
                    cell(36, "TableText", "{{r party.name }}"),
                    cell(40, "TableText", "{{r party.details }}"),
                    cell(24, "TableText", "{{r party.called }}"),
                ),
            ),
        ),
        para("TableEnd", "<w:r/>"),
        tag("{%p for notice in notices %}"),
        para("Notice", "{{ notice }}"),
        tag("{%p endfor %}"),
    )
)

KEY_TERMS = "".join(
    (
        tag("{%p if has_key_terms %}"),
        para("ContentsHeading", "{{ labels.key_terms }}"),
        table(
            (32, 48, 20),
            each(
                "term in key_terms",
                3,
                row(
                    cell(32, "TableHeading", "{{ term.label }}"),
                    cell(48, "TableText", "{{r term.text }}"),
                    cell(20, "TableText", "{{r term.source }}"),
                ),
            ),
            heading=False,
        ),
        para("TableEnd", "<w:r/>"),
        tag("{%p endif %}"),
    )
)

OPEN_POINTS = "".join(
    (
        tag("{%p if has_open_points %}"),
        para("ContentsHeading", "{{ labels.open_points }}"),
        table(
            (46, 18, 20, 16),
            row(
                cell(46, "TableHeading", "{{ labels.what }}"),
                cell(18, "TableHeading", "{{ labels.where }}"),
                cell(20, "TableHeading", "{{ labels.owner }}"),
                cell(16, "TableHeading", "{{ labels.by }}"),
                heading=True,
            ),
            each(
                "point in open_points",
                4,
                row(
                    cell(46, "TableText", "{{r point.what }}"),
                    cell(18, "TableText", "{{r point.where }}"),
                    cell(20, "TableText", "{{r point.owner }}"),
                    cell(16, "TableText", "{{r point.by }}"),
                ),
            ),
        ),
        para("TableEnd", "<w:r/>"),
        tag("{%p endif %}"),
    )
)

BODY = "".join(
    (
        tag("{{p contents }}"),
        tag("{%p if has_recitals %}"),
        para("ContentsHeading", "{{ labels.recitals }}"),
        tag("{{p recitals }}"),
        tag("{%p endif %}"),
        tag("{{p body }}"),
        tag("{%p if has_execution %}"),
        para("ExecutionHeading", "{{ labels.execution }}"),
        para("SigLead", "{{r execution_lead }}"),
        tag("{{p execution }}"),
        tag("{%p endif %}"),
        tag("{{p schedules }}"),
    )
)

SECTION = """
    <w:sectPr>
      <w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="first" r:id="rId6"/>
      <w:footerReference w:type="default" r:id="rId7"/><w:footerReference w:type="first" r:id="rId8"/>
      <w:pgSz w:w="11906" w:h="16838"/>
      <w:pgMar w:top="1247" w:right="1134" w:bottom="1021" w:left="1134" w:header="624" w:footer="567" w:gutter="0"/>
      <w:cols w:space="708"/>
      <w:titlePg/>
    </w:sectPr>"""

DOCUMENT = f"""
<w:document {NAMESPACES}><w:body>{COVER}{KEY_TERMS}{OPEN_POINTS}{BODY}{SECTION}</w:body></w:document>"""


# ---------------------------------------------------------------------------------------------- headers and footers

SHAPE_TYPE = """
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"
    path="m@7,l@8,m@5,21600l@6,21600e">
  <v:formulas>
    <v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
    <v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
    <v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/>
    <v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/>
  </v:formulas>
  <v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
      o:connectangles="270,180,90,0"/>
  <v:textpath on="t" fitshape="t"/>
  <o:lock v:ext="edit" text="t" shapetype="t"/>
</v:shapetype>"""


ACROSS_THE_PAGE = (
    "position:absolute;margin-left:0;margin-top:0;width:400pt;height:140pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    "mso-position-vertical:center;mso-position-vertical-relative:margin"
)


def watermark(number: int) -> str:
    """The word for a draft across the page, in a header; each header needs its own shape."""
    return f"""
  <w:r><w:t>{{%r if is_draft %}}</w:t></w:r>
  <w:r><w:pict>{SHAPE_TYPE}
    <v:shape id="PactwrightDraft{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136"
        alt="{{{{ draft_mark }}}}"
        style="{ACROSS_THE_PAGE}"
        o:allowincell="f" fillcolor="#d5d8dd" stroked="f">
      <v:fill opacity=".35"/>
      <v:textpath style="font-family:&quot;{FONT}&quot;;font-size:1pt;font-weight:bold" string="{{{{ draft_mark }}}}"/>
    </v:shape>
  </w:pict></w:r>
  <w:r><w:t>{{%r endif %}}</w:t></w:r>"""


UNDERLINED = f"<w:tcBorders>{line('bottom', RULE)}</w:tcBorders>"

HEADER = f"""
<w:hdr {NAMESPACES}>
  {
    table(
        (64, 36),
        row(
            cell(64, "Header", "{{r project }}", UNDERLINED),
            cell(36, "HeaderEnd", "{{ title }}, {{ labels.version }} {{ version }}", UNDERLINED),
        ),
        style="Unruled",
        heading=False,
    )
}
  <w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{watermark(1)}</w:p>
</w:hdr>"""

FIRST_HEADER = f"""
<w:hdr {NAMESPACES}>
  <w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>{watermark(2)}</w:p>
</w:hdr>"""

PAGE_OF_PAGES = (
    '<w:r><w:t xml:space="preserve">{{ labels.page }} </w:t></w:r>'
    + field("PAGE", "1")
    + '<w:r><w:t xml:space="preserve"> {{ labels.of }} </w:t></w:r>'
    + field("NUMPAGES", "1")
)


def footer() -> str:
    """The draft's notice on the left, the page's number on the right."""
    return f"""
<w:ftr {NAMESPACES}>
  {
        table(
            (78, 22),
            row(cell(78, "Footer", "{{ footer_notice }}"), cell(22, "FooterEnd", PAGE_OF_PAGES)),
            style="Unruled",
            heading=False,
        )
    }
  <w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr></w:p>
</w:ftr>"""


MEMBERS = {
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": ROOT_RELATIONS,
    "docProps/app.xml": APP,
    "docProps/core.xml": CORE,
    "docProps/custom.xml": CUSTOM,
    "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
    "word/document.xml": DOCUMENT,
    "word/fontTable.xml": FONT_TABLE,
    "word/footer1.xml": footer(),
    "word/footer2.xml": footer(),
    "word/header1.xml": HEADER,
    "word/header2.xml": FIRST_HEADER,
    "word/numbering.xml": NUMBERING,
    "word/settings.xml": SETTINGS,
    "word/styles.xml": STYLES,
    "word/theme/theme1.xml": THEME,
}


# ------------------------------------------------------------------------------------------------------ the command


def template() -> bytes:
    """The template file, the same bytes on every machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, text in MEMBERS.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            package.writestr(info, _compact(text))
    return buffer.getvalue()


def main(arguments: list[str] | None = None) -> int:
    """Write the template, or compare it with what is there; 0 when all is well."""
    parser = argparse.ArgumentParser(description="Write templates/looks/default.docx.")
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 if the file differs")
    if parser.parse_args(arguments).check:
        return _compared()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(template())
    sys.stdout.write(f"wrote {TARGET}\n")
    return 0


def _compared() -> int:
    if TARGET.is_file() and TARGET.read_bytes() == template():
        return 0
    sys.stderr.write(f"{TARGET} is not what tools/default_template.py writes: run it again\n")
    return 1


def _compact(text: str) -> bytes:
    """The XML without the line breaks that make it readable here; also the proof that it is well formed."""
    tree = etree.fromstring(text.strip().encode(), etree.XMLParser(remove_blank_text=True))
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


if __name__ == "__main__":
    sys.exit(main())
