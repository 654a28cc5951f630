"""The page stands alone, can be read by everybody, and says exactly what was typed."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import replace

from pactwright.document import Agreement, Gap
from pactwright.errors import UsageError
from pactwright.themes import default_theme
from pactwright.writers import WRITERS
from pactwright.writers.page import web_page
from tests import browser, stories
from tests.contrast import AA, contrast
from tests.every_format import page_of, seen
from tests.writers.agreements import ARABIC_NAME, BY_HAND, DRAFT, FINAL, NASTY, NINE, nasty, para, value

LOOK = default_theme()
AGREEMENTS = {**BY_HAND, **stories.agreements()}
SPOKEN = re.compile(r"script|iframe|object|embed|link|img|video|audio|svg|form|input|base")

every_agreement = pytest.mark.parametrize("agreement", AGREEMENTS.values(), ids=AGREEMENTS)


def source(made: Agreement) -> str:
    """The page as it is sent."""
    return WRITERS["html"](made, LOOK).decode()


def opened(made: Agreement) -> html.HtmlElement:
    """The page as a browser sees it."""
    return page_of(WRITERS["html"](made, LOOK))


def headings(root: html.HtmlElement) -> list[html.HtmlElement]:
    """The headings in the order of reading."""
    return [each for each in root.iter() if isinstance(each.tag, str) and re.fullmatch("h[1-6]", each.tag)]


def jumps(ranks: list[int]) -> list[tuple[int, int]]:
    """The places where a rank of heading is left out."""
    return [(above, below) for above, below in pairwise(ranks) if below > above + 1]


def faults(root: html.HtmlElement) -> list[str]:
    """Everything about a page that would shut somebody out."""
    ids = [each.get("id", "") for each in root.iter() if each.get("id")]
    ranks = [int(str(each.tag)[1]) for each in headings(root)]
    targets = [each.get("href", "") for each in root.iter("a")]
    found = {
        "no language": not root.get("lang"),
        "no title": not (root.findtext("head/title") or "").strip(),
        "not one h1": ranks.count(1) != 1,
        "a rank of heading left out": bool(jumps([1, *ranks[1:]])),
        "an empty heading": any(not each.text_content().strip() for each in headings(root)),
        "an id twice": len(ids) != len(set(ids)),
        "a link to nowhere": any(target[:1] != "#" or target[1:] not in ids for target in targets),
        "a table without caption": any(not caption_of(table) for table in root.iter("table")),
        "a heading cell without scope": any(cell.get("scope") not in {"col", "row"} for cell in root.iter("th")),
        "a table without heading cells": any(table.find(".//th") is None for table in root.iter("table")),
        "no main, nav or header": any(root.find(f".//{name}") is None for name in ("main", "nav", "header")),
        "the first link does not skip": targets[:1] != ["#agreement"],
        "a gap that only its colour tells": any(not spoken(mark) for mark in root.iter("mark")),
        "something from elsewhere": any(SPOKEN.fullmatch(str(each.tag)) for each in root.iter()),
    }
    return [fault for fault, is_there in found.items() if is_there]


def caption_of(table: html.HtmlElement) -> str:
    """A table's caption, seen or only said."""
    return "".join(caption.text_content() for caption in table.iter("caption"))


def spoken(mark: html.HtmlElement) -> str:
    """What is said before a gap."""
    return "".join(each.text_content() for each in mark.iter("span") if each.get("class") == "unseen")


@every_agreement
def test_the_page_shuts_nobody_out(agreement: Agreement) -> None:
    assert faults(opened(agreement)) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('<html lang="en-AU">', "<html>", "no language"),
        ("<title>Pilot Agreement</title>", "<title> </title>", "no title"),
        ("<h1>", "<h1>More</h1><h1>", "not one h1"),
        ("h3", "h4", "a rank of heading left out"),
        ('<h2 id="recitals">Background</h2>', '<h2 id="recitals"></h2>', "an empty heading"),
        ('id="key-terms"', 'id="parties"', "an id twice"),
        ('href="#_pw_d2b"', 'href="#_pw_gone"', "a link to nowhere"),
        ('href="#_pw_d2b"', 'href="https://example.org/"', "a link to nowhere"),
        ("caption>", "p>", "a table without caption"),
        (' scope="col"', "", "a heading cell without scope"),
        ("<main", "<div", "no main, nav or header"),
        ('<a class="skip" href="#agreement">Skip to the agreement</a>', "", "the first link does not skip"),
        ('<span class="unseen">What is open: </span>', "", "a gap that only its colour tells"),
        ("<h1>", '<img src="https://example.org/x.png"><h1>', "something from elsewhere"),
    ],
)
def test_a_planted_fault_is_found(old: str, new: str, fault: str) -> None:
    sent = source(DRAFT)
    assert old in sent
    assert fault in faults(page_of(sent.replace(old, new).encode()))


@every_agreement
def test_the_page_needs_nothing_from_elsewhere(agreement: Agreement) -> None:
    sent = source(agreement)
    style = sent.partition("<style>")[2].partition("</style>")[0]
    assert not re.search(r"url\(|@import|expression", style)
    tags = "".join(re.findall(r"<[a-z][^>]*>", sent))
    assert not re.search(r"\ssrc=|\son\w+=|\sstyle=|javascript:", tags)


@every_agreement
def test_values_stand_exactly_as_typed_and_apart(agreement: Agreement) -> None:
    apart = [each.text_content() for each in opened(agreement).iter("bdi")]
    assert "".join(run.text for run in agreement.project) in apart
    assert {run.text for p in agreement.parties for run in p.name} <= set(apart)


def test_nothing_that_is_typed_is_read_as_html() -> None:
    made = replace(nasty(), project=value(NASTY + "\r</style></title><script>alert(1)</script>\rend"))
    root = opened(made)
    assert list(root.iter("script")) == []
    assert root.xpath("string(//p[@class='project'])") == "".join(run.text for run in made.project)
    assert root.findtext("head/title") == made.title


def test_an_arabic_name_does_not_turn_its_neighbours() -> None:
    assert ARABIC_NAME in [each.text_content() for each in opened(NINE).iter("bdi")]


def test_numbers_are_words_of_the_page() -> None:
    found = {each.get("id"): each for each in opened(DRAFT).iter() if each.get("id")}
    assert seen(found["_pw_p2bii"]) == "(ii) works that will close a Site."
    assert seen(found["_pw_s2"]) == "Schedule 2 Budget and milestones"
    assert "counter(" not in LOOK.style


def test_terms_are_marked_where_they_are_defined() -> None:
    assert [each.text_content() for each in opened(DRAFT).iter("dfn")] == ["Milestone", "Project Data"]


def test_every_gap_is_marked() -> None:
    marks = [seen(each) for each in opened(DRAFT).iter("mark")]
    assert marks == ["[date]", "[end date]", "[budget: the Council to supply]"]
    assert Gap("[date]", "date") in DRAFT.date


def test_the_contents_lead_to_every_article_clause_and_schedule() -> None:
    links = [(each.get("href"), each.text_content()) for each in opened(DRAFT).iterfind(".//nav//a")]
    assert links[:4] == [
        ("#parties", "Parties"),
        ("#key-terms", "Key terms"),
        ("#open-points", "Open points"),
        ("#recitals", "Background"),
    ]
    assert ("#_pw_purpose", "2 Purpose") in links
    assert [text for _, text in links[-3:]] == [
        "Signing page",
        "Schedule 1 Parties",
        "Schedule 2 Budget and milestones",
    ]


@every_agreement
def test_the_contents_leave_out_no_heading(agreement: Agreement) -> None:
    """One clause may print several headings."""
    links = [each.get("href", "")[1:] for each in opened(agreement).iterfind(".//nav//a")]
    printed = [p.bookmark for p in agreement.paragraphs() if p.role in {"article", "clause", "schedule"}]
    assert [link for link in links if link.startswith("_pw")] == [name for name in printed if name]


def test_a_clause_with_two_headings_has_two_entries() -> None:
    [first, *others] = DRAFT.articles
    twice = replace(first.clauses[0], blocks=(*first.clauses[0].blocks, para("clause", "9", "More", name="more")))
    made = replace(DRAFT, articles=(replace(first, clauses=(twice, *first.clauses[1:])), *others))
    assert ("#_pw_more", "9 More") in [(e.get("href"), e.text_content()) for e in opened(made).iterfind(".//nav//a")]


@every_agreement
def test_what_reads_leftwards_says_so_and_nothing_else_does(agreement: Agreement) -> None:
    turned = [each for each in opened(agreement).iter("p", "td", "th", "dd", "h2", "h3") if each.get("dir")]
    assert {each.get("dir") for each in turned} <= {"rtl"}
    assert all(ARABIC_NAME in each.text_content() for each in turned)
    if agreement is NINE:
        assert {str(each.tag) for each in turned} == {"th", "h3"}


def test_a_draft_says_so_and_a_final_does_not() -> None:
    assert opened(DRAFT).xpath("string(//p[@class='draft'])") == "DRAFT"
    assert opened(FINAL).xpath("//p[@class='draft']") == []
    assert "open-points" not in source(FINAL).partition("</style>")[2]


def test_the_printed_page_has_its_paper_and_its_number() -> None:
    assert '@page { size: A4; @bottom-right { content: "Page " counter(page) " of " counter(pages); } }' in source(
        DRAFT
    )
    assert "@page { size: letter;" in source(FINAL)


def test_a_label_cannot_end_the_style_sheet() -> None:
    sly = replace(DRAFT, furniture=replace(DRAFT.furniture, page='"}</style><script>'))
    assert list(opened(sly).iter("script")) == []


@pytest.mark.parametrize(
    ("old", "new", "seen_wrong"),
    [
        ("$main", "", "$main is missing or not known"),
        ("$main", "$main $mane", "$mane is missing or not known"),
        ("$main", "$main costs $ 5", "a $ stands alone"),
    ],
)
def test_a_page_without_a_place_for_something_is_refused(old: str, new: str, seen_wrong: str) -> None:
    with pytest.raises(UsageError) as refused:
        web_page(DRAFT, LOOK.page.replace(old, new), LOOK.style)
    assert str(refused.value) == (
        f"the look of the page: {seen_wrong}; a page has each of $language, $title, $style, $paper, $page_of_pages, "
        "$front, $contents, $main, and writes a dollar as $$"
    )


# ---------------------------------------------------------------------------------------------------------- layout


def rules(style: str, media: str) -> dict[str, dict[str, str]]:
    """What each selector declares within some media, or outside of all."""
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    blocks = {name.strip(): inside for name, inside in MEDIA.findall(style)}
    found: dict[str, dict[str, str]] = {}
    for selectors, body in RULE.findall(blocks[media] if media else MEDIA.sub("", style)):
        for each in selectors.split(","):
            found.setdefault(each.strip(), {}).update(re.findall(r"([\w-]+):\s*([^;]+);", body))
    return found


MEDIA = re.compile(r"@media([^{]*)\{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}")
PHONE = "screen and (max-width: 37.5rem)"


@every_agreement
def test_every_table_stands_in_a_box_that_scrolls_by_itself(agreement: Agreement) -> None:
    boxes = [table.getparent() for table in opened(agreement).iter("table")]
    assert boxes
    assert {(box.get("class"), box.get("tabindex")) for box in boxes} == {("box", "0")}  # by keyboard too
    assert rules(LOOK.style, "")[".box"]["overflow-x"] == "auto"


def test_on_a_phone_facts_stand_one_below_the_other() -> None:
    assert rules(LOOK.style, "")["dl.facts"]["grid-template-columns"] == "max-content 1fr"
    assert rules(LOOK.style, PHONE)["dl.facts"]["grid-template-columns"] == "1fr"


def test_print_has_the_contents_and_the_page_breaks_of_the_word_file() -> None:
    printed = rules(LOOK.style, "print")
    assert {name for name, said in printed.items() if said.get("display") == "none"} == {".skip"}
    assert {name for name, said in printed.items() if said.get("break-before") == "page"} == {
        ".execution",
        ".schedules",
    }
    assert rules(LOOK.style, "")["h2"]["break-after"] == "avoid"
    main = opened(DRAFT).get_element_by_id("agreement")
    [signing], [schedules] = (main.xpath(f"section[@class='{name}']") for name in ("execution", "schedules"))
    assert [each.text_content() for each in signing.iter("h2")] == ["Signing page"]
    assert len(list(schedules.iter("h2"))) == len(DRAFT.schedules)


def test_facts_that_stand_one_below_the_other_do_so_here_too() -> None:
    cells = opened(AGREEMENTS["startup-pilot pilot-agreement"]).xpath("//td[br]")
    begun = [[each.text, *(line.tail for line in each.xpath("br"))] for each in cells]
    assert [lines[:2] for lines in begun if lines[0] == "Kind: "] == [["Kind: ", "Registration: "]] * 2


@pytest.mark.parametrize("name", ["nasty", "nine-parties", "startup-pilot pilot-agreement"])
def test_a_browser_never_scrolls_the_page_sideways(name: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(WRITERS["html"](AGREEMENTS[name], LOOK))
    assert browser.too_wide(tmp_path / "page.html", 320, browser.PHONE, browser.DESK) == []


def test_axe_finds_no_fault_with_the_page(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(WRITERS["html"](AGREEMENTS["nasty"], LOOK))
    assert browser.faults(tmp_path / "page.html") == []


def test_a_page_that_shuts_somebody_out_would_be_found(tmp_path: Path) -> None:
    main = '<main id="agreement" tabindex="-1">'
    bad = f"<p style='color: #999999'>Pale.</p><p style='white-space: nowrap'>{'Long, ' * 30}</p>"
    (tmp_path / "page.html").write_text(source(DRAFT).replace(main, main + bad), "utf-8")
    found = [each.split(": ")[:2] for each in browser.faults(tmp_path / "page.html")]
    assert [(at, " ".join(what.split()[:3])) for at, what in found] == [
        ("1280 px", "the page is"),
        ("390 px", "the page is"),
        ("1280 px", "color-contrast"),
        ("390 px", "color-contrast"),
    ]


# --------------------------------------------------------------------------------------------------------- colours

RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")


def pairs(style: str) -> list[tuple[str, str, str]]:
    """Selector, colour and ground of each rule that sets letters' colour; a clear ground may be any of the page's."""
    found = []
    for selector, body in RULE.findall(re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)):
        declared = dict(re.findall(r"(?<![\w-])(color|background-color):\s*([^;]+);", body))
        if "color" in declared:
            ground = declared.get("background-color", "missing")
            grounds = GROUNDS if ground == "transparent" else (ground,)
            found += [(selector.strip(), declared["color"].strip("#"), each.strip("#")) for each in grounds]
    return found


GROUNDS = tuple(sorted(set(re.findall(r"background-color: (#[0-9a-f]{6})", LOOK.style))))


def test_every_colour_can_be_read_on_its_ground() -> None:
    assert len(pairs(LOOK.style)) > 8
    assert [pair for pair in pairs(LOOK.style) if contrast(pair[1], pair[2]) < AA] == []


def test_a_pale_colour_would_be_found() -> None:
    pale = pairs(LOOK.style.replace("#4c5564", "#9aa3b0"))
    assert [pair for pair in pale if contrast(pair[1], pair[2]) < AA]
