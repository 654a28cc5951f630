"""A house template's faults are said in plain words: where it is, what was seen, what to do in Word."""

from __future__ import annotations

import pytest
from lxml import etree

from pactwright.errors import ForeignContentError
from pactwright.writers import WRITERS, Theme
from pactwright.writers.word.context import template_context
from pactwright.writers.word.contract import BOOLEANS, LABELS, ROWS, RUNS, SLOTS, STYLES, WORDS
from pactwright.writers.word.inspection import inspected
from pactwright.writers.word.paragraphs import STYLES as STYLES_OF_ROLES
from pactwright.writers.word.slots import slot_pieces
from tests.edits import packed, parts
from tests.reader import W, read
from tests.stories import TEMPLATE
from tests.writers.agreements import DRAFT
from tests.writers.templates import (
    DOCUMENT,
    HEADER,
    NUMBERING,
    SETTINGS,
    Edit,
    edited,
    insert,
    put,
    relate,
    say,
    swap,
)
from tests.writers.templates import (
    STYLES as STYLES_PART,
)

BODY = "{{p body }}"
TEXT = "word/document.xml, paragraph"
PARAGRAPHS = ["".join(map(str, each.itertext())) for each in etree.fromstring(parts(TEMPLATE)[DOCUMENT]).iter(f"{W}p")]
AT_BODY, LAST = PARAGRAPHS.index(BODY) + 1, len(PARAGRAPHS)
AT_PARTIES, AT_DATE = PARAGRAPHS.index("{{ labels.parties }}") + 1, PARAGRAPHS.index("{{r date }}") + 1
RED = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">'
LINK = "Define new Multilevel List, More, Link level to style"
COMMENTS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="0" w:author="A"><w:p/></w:comment></w:comments>'
)

DEFECTS: dict[str, tuple[Edit, str, str]] = {
    "slot-missing": (
        swap(DOCUMENT, BODY, "Body"),
        "text: error: template-slot: the slot body is missing",
        "type {{p body }} alone in a paragraph where it shall stand",
    ),
    "slot-twice": (
        say(BODY),
        f"word/document.xml, paragraph {LAST + 1}: error: template-tag: {{{{p body }}}} stands 2 times",
        f"keep one; the first is in word/document.xml, paragraph {AT_BODY}",
    ),
    "two-slots-in-one-paragraph": (
        swap(DOCUMENT, BODY, "{{p body }}{{p schedules }}"),
        f"{TEXT} {AT_BODY}: error: template-tag: {{{{p body }}}} and {{{{p schedules }}}} stand in one paragraph",
        "give each a paragraph of its own (press Enter between them)",
    ),
    "slot-with-words": (
        swap(DOCUMENT, BODY, "Terms: {{p body }}"),
        f"{TEXT} {AT_BODY}: error: template-tag: {{{{p body }}}} does not stand alone in its paragraph",
        "give each a paragraph of its own (press Enter between them)",
    ),
    "split-by-formatting": (
        swap(DOCUMENT, "{{ title }}", f"{{{{ ti</w:t></w:r>{RED}tle }}}}"),
        "word/document.xml, paragraph 1: error: template-tag: {{ title }} is split by formatting",
        "delete it and type it again in one go, or give the whole tag one formatting",
    ),
    "unknown-name": (
        swap(DOCUMENT, "{{ title }}", "{{ titel }}"),
        "word/document.xml, paragraph 1: error: template-tag: {{ titel }} is not a name that pactwright fills",
        'did you mean "title"?',
    ),
    "unknown-label": (
        swap(DOCUMENT, "labels.parties", "labels.partys"),
        f"{TEXT} {AT_PARTIES}: error: template-tag: {{{{ labels.partys }}}} is not a name that pactwright fills",
        'did you mean "labels.party"?',
    ),
    "name-outside-its-loop": (
        swap(HEADER, "{{r project }}", "{{r party.name }}"),
        "word/header1.xml, paragraph 1: error: template-tag: {{r party.name }} is not a name that pactwright fills",
        "delete it, or take a name from the built-in template (pactwright template new)",
    ),
    "wrong-writing": (
        swap(DOCUMENT, "{{r date }}", "{{ date }}"),
        f"{TEXT} {AT_DATE}: error: template-tag: {{{{ date }}}} is not written as this name needs",
        "type {{r date }}",
    ),
    "half-a-tag": (
        swap(DOCUMENT, "{{ title }}", "{{ title }"),
        'word/document.xml, paragraph 1: error: template-tag: "{{ title }" is not a whole tag',
        'type it again in one go, as "{{ name }}" with spaces and a name of the list, inside one paragraph',
    ),
    "never-closed": (
        swap(HEADER, "{%r endif %}", ""),
        "word/header1.xml, paragraph 3: error: template-tag: {%r if is_draft %} is never closed",
        "type {%r endif %} after it",
    ),
    "unknown-condition": (
        swap(HEADER, "is_draft", "is_daft"),
        "word/header1.xml, paragraph 3: error: template-tag: {%r if is_daft %} asks what is not known",
        (
            "a condition asks one of is_draft, has_key_terms, has_open_points, has_recitals, "
            "has_schedules; "
            'did you mean "is_draft"?'
        ),
    ),
    "tag-in-a-comment": (
        put(
            "word/footnotes.xml",
            COMMENTS.replace("comment", "footnote").replace("<w:p/>", "<w:p><w:r><w:t>{{ title }}</w:t></w:r></w:p>"),
        ),
        "word/footnotes.xml, paragraph 1: error: template-tag: {{ title }} stands where nothing is filled in",
        "move it into the text, a header or a footer",
    ),
    "style-missing": (
        swap(STYLES_PART, 'w:styleId="Gap"><w:name w:val="Gap"/>', 'w:styleId="Hole"><w:name w:val="Hole"/>'),
        'styles: error: template-style: the style "Gap" is missing',
        "copy it from the built-in template (pactwright template new; in Word: Manage Styles, Import/Export)",
    ),
    "style-renamed": (
        swap(STYLES_PART, '<w:name w:val="Clause L3"/>', '<w:name w:val="Our L3"/>'),
        'styles: error: template-style: the style "Clause L3" is called "Our L3"',
        'rename it to "Clause L3" (Modify Style, Name)',
    ),
    "style-of-another-id": (
        swap(STYLES_PART, 'w:styleId="TableEnd"', 'w:styleId="TableEnd0"'),
        'styles: error: template-style: the style "Table End" has the id TableEnd0 inside the file, not TableEnd',
        "copy the style from the built-in template (Manage Styles, Import/Export)",
    ),
    "style-unlinked": (
        swap(STYLES_PART, '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>', ""),
        'clauses list: error: template-list: the style "Clause L3" is not linked to a list',
        f"link it to level 3 of the clauses list ({LINK})",
    ),
    "level-unlinked": (
        swap(NUMBERING, '<w:pStyle w:val="ClauseL3"/>', ""),
        'clauses list: error: template-list: level 3 of the clauses list is not linked to the style "Clause L3"',
        f'choose "Clause L3" under {LINK}',
    ),
    "wrong-level": (
        swap(STYLES_PART, '<w:ilvl w:val="3"/><w:numId w:val="1"/>', '<w:ilvl w:val="2"/><w:numId w:val="1"/>'),
        'clauses list: error: template-list: the style "Clause L4" is on level 3 of its list',
        f"link it to level 4 ({LINK})",
    ),
    "another-list": (
        swap(STYLES_PART, '<w:ilvl w:val="1"/><w:numId w:val="1"/>', '<w:ilvl w:val="1"/><w:numId w:val="2"/>'),
        'clauses list: error: template-list: the style "Clause Sub" is in another list than the style "heading 1"',
        f"link both to levels of one list ({LINK})",
    ),
    "wrong-number": (
        swap(NUMBERING, '"lowerRoman"', '"decimal"'),
        'clauses list: error: template-list: the style "Clause L4" counts in the form decimal',
        "choose i, ii, iii as its number style",
    ),
    "wrong-number-text": (
        swap(NUMBERING, '"Schedule %1"', '"Annex %1"'),
        'schedules list: error: template-list: the style "Schedule Heading" shows its number as "Annex %1"',
        'make it "Schedule %1", where %1 is the number of level 1',
    ),
    "wrong-start": (
        swap(
            NUMBERING,
            '<w:start w:val="1"/><w:numFmt w:val="upperLetter"/>',
            '<w:start w:val="3"/><w:numFmt w:val="upperLetter"/>',
        ),
        'recitals list: error: template-list: the style "Recital" does not start at 1 after each level above',
        "let it start at 1 and restart after the level above",
    ),
    "compatibility": (
        swap(SETTINGS, 'office/word" w:val="15"', 'office/word" w:val="14"'),
        "settings: error: template-state: Word shows Compatibility Mode (14)",
        "convert it (File, Info, Convert)",
    ),
    "no-language": (
        swap(STYLES_PART, '<w:lang w:val="en-AU" w:eastAsia="zh-CN" w:bidi="ar-SA"/>', ""),
        "styles: error: template-state: the file has no default language, so no document can be given its own",
        "set one (Review, Language, Set Proofing Language, Set As Default)",
    ),
    "language-in-a-style": (
        swap(STYLES_PART, '<w:rPr><w:sz w:val="19"/>', '<w:rPr><w:lang w:val="de-DE"/><w:sz w:val="19"/>'),
        'styles: error: template-state: the style "toc 2" fixes the language de-DE',
        "a document brings its own; choose the default (Modify Style, Format, Language)",
    ),
    "tracked-changes": (
        insert('<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>new</w:t></w:r></w:ins></w:p>'),
        "word/document.xml: error: template-state: 1 tracked change left in the file",
        "accept or reject them all (Review, Accept All Changes and Stop Tracking)",
    ),
    "tracking-on": (
        swap(SETTINGS, "<w:defaultTabStop", "<w:trackRevisions/><w:defaultTabStop"),
        "settings: error: template-state: Track Changes is switched on",
        "switch it off (Review, Track Changes)",
    ),
    "comments": (
        put("word/comments.xml", COMMENTS),
        "word/comments.xml: error: template-state: 1 comment left in the file",
        "delete them all (Review, Delete All Comments)",
    ),
}


def lines(template: bytes) -> list[str]:
    """What the inspection says."""
    return [str(each) for each in inspected(template, "house.docx")]


def test_the_built_in_template_can_be_used() -> None:
    assert lines(TEMPLATE) == []


@pytest.mark.parametrize(("edit", "seen", "fix"), DEFECTS.values(), ids=DEFECTS)
def test_a_defect_is_one_plain_line(edit: Edit, seen: str, fix: str) -> None:
    found = lines(edited(edit))
    assert f"house.docx: {seen}; {fix}" in found, "\n".join(found)


@pytest.mark.parametrize("name", ["style-renamed", "wrong-number", "compatibility", "comments", "split-by-formatting"])
def test_a_defect_is_said_once(name: str) -> None:
    assert len(lines(edited(DEFECTS[name][0]))) == 1


def test_all_defects_are_said_at_once() -> None:
    together = [DEFECTS[name] for name in ("slot-missing", "style-renamed", "wrong-number", "compatibility")]
    assert lines(edited(*(edit for edit, _, _ in together))) == [
        f"house.docx: {seen}; {fix}" for _, seen, fix in together
    ]


def test_a_tag_that_word_cut_without_a_change_of_look_is_whole() -> None:
    cut = '{{ ti</w:t></w:r><w:r><w:rPr><w:noProof/></w:rPr><w:t xml:space="preserve">tle }}'
    assert lines(edited(swap(DOCUMENT, "{{ title }}", cut))) == []


@pytest.mark.parametrize(
    "edit",
    [
        relate("hyperlink", "https://lawfirm.example/"),
        relate("hyperlink", "mailto:partners@lawfirm.example"),
        put("word/fonts/font1.odttf", bytes(100)),
        insert('<w:p><w:fldSimple w:instr=" STYLEREF Title "/></w:p>'),
        swap(NUMBERING, '"%1"', '"%1."'),
    ],
    ids=["web-link", "mail-link", "embedded-font", "harmless-field", "trailing-period"],
)
def test_what_a_law_firm_may_well_have_is_no_fault(edit: Edit) -> None:
    assert lines(edited(edit)) == []


def test_a_template_with_another_look_shows_in_the_document() -> None:
    logo = '<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t>Example and Partners</w:t></w:r></w:p>'
    house = edited(
        swap(STYLES_PART, '"Arial"', '"Georgia"', 9),
        swap(STYLES_PART, "1F2A44", "7A1F1F", 99),
        swap(HEADER, "<w:tbl>", f"{logo}<w:tbl>"),
        put("word/media/logo.png", b"\x89PNG logo"),
        relate("image", "media/logo.png", "Internal"),
        swap("[Content_Types].xml", "<Override", '<Default Extension="png" ContentType="image/png"/><Override'),
    )
    assert lines(house) == []
    made = read(WRITERS["docx"](DRAFT, Theme(house)))
    assert "Example and Partners" in made.headers["default"].text
    assert b'w:ascii="Georgia"' in made.parts["word/styles.xml"]
    assert b"7A1F1F" in made.parts["word/styles.xml"]
    assert b"\x89PNG logo" in made.parts.values()
    plain = read(WRITERS["docx"](DRAFT, Theme(TEMPLATE)))
    assert [each.text for each in made.paragraphs] == [each.text for each in plain.paragraphs]


def test_the_contract_names_exactly_what_the_writer_fills() -> None:
    filled = template_context(DRAFT)
    assert {*WORDS, *RUNS, *BOOLEANS, *ROWS, "labels"} == set(filled)
    assert set(SLOTS) == set(slot_pieces(DRAFT))
    assert set(LABELS) == set(filled["labels"])
    assert {name: set(names) for name, names in ROWS.items() if names} == {
        name: set(filled[name][0]) for name in ROWS if name != "notices"
    }


def test_the_contract_names_every_style_that_the_writer_prints() -> None:
    made = read(WRITERS["docx"](DRAFT, Theme(TEMPLATE)))
    known = {style.ident for style in STYLES}
    template = read(TEMPLATE)
    of_the_template = {each.style for each in template.paragraphs}
    assert {each.style for each in made.paragraphs} - of_the_template <= known
    assert set(STYLES_OF_ROLES.values()) <= known


def test_an_empty_zip_is_told_from_a_word_document() -> None:
    with pytest.raises(ForeignContentError) as refused:
        inspected(packed({}), "house.docx")
    assert str(refused.value) == (
        "house.docx: is a zip file but not a Word document; open it in Word and save it as Word Document (.docx)"
    )
