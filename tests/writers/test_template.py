"""The prepared template writes what docxtpl writes, is compiled once, and can be shared by threads."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Literal, TypeAlias

import pytest
import yaml
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree
from msgspec.structs import replace

from pactwright.document import Agreement, Value
from pactwright.errors import InputError
from pactwright.writers.word import slots, story, word_file
from pactwright.writers.word.archive import entry, zipped
from pactwright.writers.word.package import members, packed
from pactwright.writers.word.template import prepared
from tests import stories
from tests.reader import read
from tests.stories import DOCUMENTS, ROOT, TEMPLATE
from tests.writers.agreements import BY_HAND, DRAFT, FINAL, NASTY, NINE, nasty
from tests.writers.by_docxtpl import word_by_docxtpl

SPECS = {
    **{f"example {path.parent.name}": path for path in sorted(ROOT.glob("examples/*/spec.yml"))},
    **{f"story {name}": ROOT / "tests" / "cases" / f"{name}.yml" for name in stories.names()},
}
Change: TypeAlias = dict[str, tuple[str, str]]
Way: TypeAlias = Callable[[Agreement, bytes], bytes]
BREAKS_IN_SCALARS = replace(DRAFT, title=NASTY, notices=(NASTY, "one\ttwo\n\nthree"), version="1\n2")
PAPERS: tuple[Literal["a4", "letter"], ...] = ("a4", "letter")


def agreements_of(name: str) -> Iterator[Agreement]:
    """Every document of an example or a story, as a draft and as a final, on both papers."""
    tree = yaml.load(SPECS[name].read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    for document in DOCUMENTS:
        for is_final in (False, True):
            made = stories.draft(tree.get("spec", tree), document, is_final=is_final).agreement
            yield from (replace(made, paper=paper) for paper in PAPERS)


def told(part: bytes) -> object:
    """What a part of XML says: order counts, but not among the types of contents and the relations."""
    root = etree.fromstring(part)
    if etree.QName(root).localname in {"Types", "Relationships"}:
        return {tuple(sorted(each.attrib.items())) for each in root}
    return etree.tostring(root, method="c14n")


def differing(one: bytes, other: bytes) -> list[str]:
    """The parts in which two Word files differ."""
    ours, theirs = members(one), members(other)
    both = ours.keys() & theirs.keys()
    return sorted((ours.keys() ^ theirs.keys()) | {name for name in both if told(ours[name]) != told(theirs[name])})


@pytest.mark.parametrize("name", SPECS)
def test_every_document_is_the_one_that_docxtpl_makes(name: str) -> None:
    for agreement in agreements_of(name):
        assert differing(word_file(agreement, TEMPLATE), word_by_docxtpl(agreement, TEMPLATE)) == []


@pytest.mark.parametrize("agreement", [*BY_HAND.values(), BREAKS_IN_SCALARS], ids=(*BY_HAND, "breaks"))
@pytest.mark.parametrize("paper", PAPERS)
def test_every_agreement_made_by_hand_is_the_one_that_docxtpl_makes(
    agreement: Agreement, paper: Literal["a4", "letter"]
) -> None:
    agreement = replace(agreement, paper=paper)
    assert differing(word_file(agreement, TEMPLATE), word_by_docxtpl(agreement, TEMPLATE)) == []


def test_the_comparison_sees_every_kind_of_difference() -> None:
    """Paper, language, words, properties and parts: a comparison that is blind to one would prove nothing."""
    ours = word_file(DRAFT, TEMPLATE)
    document = ["word/document.xml"]
    assert differing(ours, word_file(replace(DRAFT, paper="letter"), TEMPLATE)) == document
    assert differing(ours, word_file(replace(DRAFT, date=(Value("2 May 2027", "date"),)), TEMPLATE)) == document
    assert differing(ours, word_file(replace(DRAFT, language="en-US"), TEMPLATE)) == [
        "docProps/core.xml",
        "word/styles.xml",
    ]
    assert differing(ours, word_file(replace(DRAFT, provenance=DRAFT.provenance[:2]), TEMPLATE)) == [
        "docProps/custom.xml"
    ]
    parts = members(ours)
    del parts["word/theme/theme1.xml"]
    assert differing(ours, packed(parts)) == ["word/theme/theme1.xml"]


# ------------------------------------------------------------------------------------------------ house templates


def house(**changes: tuple[str, str]) -> bytes:
    """Our template with something else in a part, named without its ending, as another program would zip it."""
    parts = members(TEMPLATE)
    for name, (old, new) in changes.items():
        text = parts[f"word/{name}.xml"].decode()
        assert old in text
        parts[f"word/{name}.xml"] = text.replace(old, new, 1).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in sorted(parts.items(), reverse=True):
            made.writestr(name, data)
    return buffer.getvalue()


CUT = "{{ ti</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>tle }}"
SECOND_SECTION = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="100" w:h="200" w:orient="portrait"/></w:sectPr></w:pPr></w:p>'
HOUSE: dict[str, Change] = {
    "a tag that Word cut in two": {"document": ("{{ title }}", CUT)},
    "a comment": {"document": ("{{ title }}", "{{ title }}{# for the reader #}")},
    "a condition in a line": {"footer1": ("{{ footer_notice }}", "{% if is_draft %}{{ footer_notice }}{% endif %}")},
    "curly quotes": {"document": ("{{ title }}", "{{ title ~ \u201c!\u201d }}")},
    "white space between elements": {"document": ("<w:body>", "<w:body>\n\t<!-- house -->\n")},
    "a header without a tag": {"header1": ("{{r project }}", "Our house")},
    "an other way": {
        "footer1": ("{{ footer_notice }}", "{% if is_draft %}{{ title }}{% else %}{{ project }}{% endif %}")
    },
    "a condition of words": {"footer1": ("{{ footer_notice }}", "{% if title %}{{ title }}{% endif %}")},
    "a second section": {"document": ("<w:sectPr>", f"{SECOND_SECTION}<w:sectPr>")},
}


@pytest.mark.parametrize("change", HOUSE.values(), ids=HOUSE)
@pytest.mark.parametrize("agreement", [DRAFT, FINAL, nasty()], ids=["draft", "final", "nasty"])
def test_a_house_template_is_filled_as_docxtpl_fills_it(change: Change, agreement: Agreement) -> None:
    template = house(**change)
    assert differing(word_file(agreement, template), word_by_docxtpl(agreement, template)) == []


NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
FOOTNOTES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:footnote w:id="2"><w:p><w:r>\
<w:t xml:space="preserve">About {{ title }}</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def test_tags_in_footnotes_are_filled_as_docxtpl_fills_them() -> None:
    parts = members(TEMPLATE) | {"word/footnotes.xml": FOOTNOTES.encode()}
    told_of = {
        "[Content_Types].xml": (
            "</Types>",
            f'<Override PartName="/word/footnotes.xml" ContentType="{NOTES}" /></Types>',
        ),
        "word/_rels/document.xml.rels": (
            "</Relationships>",
            f'<Relationship Id="rId20" Type="{RELATION}" Target="footnotes.xml"/></Relationships>',
        ),
    }
    for name, (old, new) in told_of.items():
        parts[name] = parts[name].decode().replace(old, new).encode()
    made = word_file(nasty(), packed(parts))
    assert differing(made, word_by_docxtpl(nasty(), packed(parts))) == []
    assert b"About Pilot Agreement" in members(made)["word/footnotes.xml"]


PICTURE = (
    "</w:t></w:r><w:r><w:drawing><wp:inline"
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="1" name="logo"/></wp:inline></w:drawing></w:r><w:r><w:t>'
)
RARE = {
    "a picture, whose number must be its own": PICTURE,
    "written braces": "{{ title }}{_% x %_}",
    "columns in a loop": "{%tc for party in parties %}",
    "merged down": "{% vm %}{{ title }}",
    "merged across, cut in two": "{% h</w:t></w:r><w:r><w:t>m %}{{ title }}",
    "columns joined": "{% colspan 2 %}{{ title }}",
    "a coloured cell": "{%cellbg draft_mark %}{{ title }}",
}


@pytest.mark.parametrize("tags", RARE.values(), ids=RARE)
def test_docxtpls_rarer_tags_do_what_they_do_there(tags: str) -> None:
    template = house(document=("{{ title }}", tags))
    assert outcome(word_file, template) == outcome(word_by_docxtpl, template)


def outcome(write: Way, template: bytes) -> dict[str, object] | str:
    """What the parts of the file say, or why there is none."""
    try:
        return {name: told(part) for name, part in members(write(DRAFT, template)).items()}
    except InputError as error:
        return str(error)


TWICE = "{{p body }}</w:t></w:r></w:p><w:p><w:r><w:t>{{p body }}"
REFUSED = ["{{ titel }}", "{{ title", "[[title]]", "{{ title.__class__ }}", "{% if title %}", TWICE]


@pytest.mark.parametrize("new", REFUSED)
def test_both_ways_refuse_the_same_templates_in_the_same_words(new: str) -> None:
    template = house(document=("{{p body }}", new))
    assert isinstance(outcome(word_file, template), str)
    assert outcome(word_file, template) == outcome(word_by_docxtpl, template)


def test_a_template_without_custom_properties_gets_them_as_from_docxtpl() -> None:
    parts = members(TEMPLATE)
    del parts["docProps/custom.xml"]
    for name in ("[Content_Types].xml", "_rels/.rels"):
        parts[name] = re.sub(rb"<[^<>]*custom\.xml[^<>]*/>", b"", parts[name])
    made = word_file(DRAFT, packed(parts))
    assert differing(made, word_by_docxtpl(DRAFT, packed(parts))) == []
    assert read(made).custom == dict(DRAFT.provenance)


def test_what_is_no_word_file_is_refused() -> None:
    with pytest.raises(InputError, match="not a whole Word file"):
        word_file(DRAFT, b"PK, but no zip")
    with pytest.raises(InputError, match="not a whole Word file"):
        word_file(DRAFT, house(document=("</w:body>", "")))


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x0b", "\x0c", "\x1f", "\ud800", "\ufffe", "\uffff"])
@pytest.mark.parametrize("write", [word_file, word_by_docxtpl])
def test_a_sign_that_no_file_can_hold_is_refused_at_its_address(write: Way, sign: str) -> None:
    bad = replace(DRAFT, project=(Value(f"a{sign}b", "project.title"),))
    with pytest.raises(InputError, match=rf"^project.title: error: word-character: U\+{ord(sign):04X} cannot"):
        write(bad, TEMPLATE)


# ------------------------------------------------------------------------------------------- work that is done once


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How often jinja2 reads a part of a template and how often a story is parsed."""
    counts = {"compiled": 0, "parsed": 0}

    def counting(key: str, owner: object, name: str) -> None:
        work = getattr(owner, name)

        def counted(*given: object, **named: object) -> object:
            counts[key] += 1
            return work(*given, **named)

        monkeypatch.setattr(owner, name, counted)

    counting("compiled", SandboxedEnvironment, "from_string")
    counting("parsed", story, "tree")
    return counts


STORIES = 5  # a document, two headers and two footers


def test_a_template_is_compiled_once_however_many_documents_it_fills(counted: dict[str, int]) -> None:
    template = house(document=("{{ title }}", "{{ title }} (once)"))
    for agreement in (DRAFT, FINAL, NINE, nasty(), DRAFT):
        word_file(agreement, bytes(bytearray(template)))  # each time as if read anew
    assert counted["compiled"] == STORIES


def test_a_clause_that_an_earlier_document_held_is_not_parsed_again(counted: dict[str, int]) -> None:
    for module in (story, slots):
        for cached in (each for each in vars(module).values() if hasattr(each, "cache_clear")):
            cached.cache_clear()
    word_file(DRAFT, TEMPLATE)
    first, counted["parsed"] = counted["parsed"], 0
    assert first > STORIES
    word_file(replace(DRAFT, version="another"), TEMPLATE)
    assert counted["parsed"] <= STORIES


def test_threads_share_a_template(counted: dict[str, int]) -> None:
    template = house(document=("{{ title }}", "{{ title }} (shared)"))
    many = [*BY_HAND.values(), BREAKS_IN_SCALARS] * 6
    prepared(template)
    with ThreadPoolExecutor(8) as pool:
        at_once = list(pool.map(lambda agreement: word_file(agreement, template), many))
    assert counted["compiled"] == STORIES
    assert at_once == [word_file(agreement, template) for agreement in many]


def test_one_agreement_leaves_nothing_behind_for_the_next() -> None:
    first = word_file(DRAFT, TEMPLATE)
    word_file(replace(nasty(), paper="letter", language="fr-CA"), TEMPLATE)
    assert word_file(DRAFT, TEMPLATE) == first
    assert read(first).language == "en-AU"


# ------------------------------------------------------------------------------------------------------- the zip


@pytest.mark.parametrize("agreement", BY_HAND.values(), ids=BY_HAND)
def test_the_zip_has_the_parts_in_the_order_and_with_the_heads_of_one_that_zipfile_writes(agreement: Agreement) -> None:
    made = word_file(agreement, TEMPLATE)
    with zipfile.ZipFile(io.BytesIO(made)) as ours, zipfile.ZipFile(io.BytesIO(packed(members(made)))) as plain:
        assert ours.testzip() is None
        assert [_head(each) for each in ours.infolist()] == [_head(each) for each in plain.infolist()]


def _head(entry: zipfile.ZipInfo) -> tuple[object, ...]:
    """All that a zip says of a part but how well it is deflated, which moves the parts behind it."""
    kept = (name for name in zipfile.ZipInfo.__slots__ if name not in {"compress_size", "header_offset", "_end_offset"})
    return tuple(getattr(entry, name, None) for name in kept)


def test_a_document_is_deflated_fast_and_not_much_larger() -> None:
    made = word_file(stories.sound(stories.spec_tree("startup-pilot")).agreement, TEMPLATE)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        [document] = [each for each in package.infolist() if each.filename == "word/document.xml"]
    assert document.compress_size < len(entry(members(made)["word/document.xml"]).deflated) * 1.25


def test_where_nothing_deflates_fast_a_file_has_the_same_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = word_file(DRAFT, TEMPLATE)
    monkeypatch.setattr("pactwright.writers.word.archive.fast", zlib)
    assert members(word_file(DRAFT, TEMPLATE)) == members(fast)
    assert word_file(DRAFT, TEMPLATE) != fast


def test_a_part_comes_back_whatever_its_name_and_size() -> None:
    parts = {"[Content_Types].xml": b"<a/>", "_rels/.rels": b"", "media/\u57ce.png": bytes(range(256)) * 999}
    made = zipped({name: entry(part) for name, part in parts.items()})
    assert made == packed(parts)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert package.testzip() is None
        assert {name: package.read(name) for name in package.namelist()} == parts
