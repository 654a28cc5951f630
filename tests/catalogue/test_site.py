"""The library as pages of the web: every link leads somewhere, filters leave what they say, no page needs a script."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pactwright.catalogue.listing import Catalogue
from pactwright.catalogue.site import Site
from pactwright.report import Prose, Report, Words
from pactwright.themes import report_theme
from pactwright.writers.report import REPORT_WRITERS
from tests import browser
from tests.consoles import came_of
from tests.stories import ROOT


class Page(HTMLParser):
    """What a page links to, the ids that it has, and its words; read without the program."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.under: list[list[str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.tags.add(tag)
        self.links += [str(said["href"])] if "href" in said else []
        self.ids += [str(said["id"])] if "id" in said else []
        self.under += [str(said["data-under"]).split()] if tag == "div" and "data-under" in said else []


@pytest.fixture(name="folder", scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    came = came_of("clauses", "site", "-o", folder)
    assert (came.code, came.err) == (0, "89 pages\n")
    return folder


@pytest.fixture(name="pages", scope="module")
def parsed(folder: Path) -> dict[str, Page]:
    return {path.name: Page(path.read_text("utf-8")) for path in folder.glob("*.html")}


def test_there_is_a_page_for_each_issue_barrier_resource_and_bad_day(pages: dict[str, Page]) -> None:
    issues = {f"{path.parent.parent.name}-{path.parent.name}.html" for path in (ROOT / "clauses").glob("*/*/issue.yml")}
    resources = {f"resource-{path.stem}.html" for path in (ROOT / "seeds" / "resources").glob("*.yml")}
    assert (
        pages.keys() >= {"index.html", "barrier-fear-of-failure.html", "bad-day-cost-grows.html"} | issues | resources
    )
    assert sum(name.startswith("barrier-") for name in pages) == 7
    assert sum(name.startswith("bad-day-") for name in pages) == 19


def test_every_link_leads_to_a_page_and_a_place_that_are_there(pages: dict[str, Page]) -> None:
    followed = 0
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name
        for link in page.links:
            if link.startswith(("https://", "http://")):
                continue
            file, _, place = link.partition("#")
            assert (file or name) in pages, (name, link)
            assert not place or place in pages[file or name].ids, (name, link)
            followed += 1
    assert followed > 1000


@pytest.mark.parametrize("to", ["nowhere.html", "nowhere.html#cap", "#nowhere", "file:///etc/passwd"])
def test_a_link_that_leads_nowhere_is_never_written(to: str) -> None:
    report = Report("k", "t", "l", "f", (Prose((Words("there", to=to),)),), pages=("index.html",))
    with pytest.raises(ValueError, match="links that lead nowhere"):
        REPORT_WRITERS["html"](report, report_theme())


def test_no_page_needs_a_script_or_another_file(pages: dict[str, Page]) -> None:
    assert {tag for page in pages.values() for tag in page.tags} & {"script", "link", "img", "iframe", "form"} == set()


def test_a_filter_leaves_as_many_questions_as_it_says(folder: Path, pages: dict[str, Page]) -> None:
    text = (folder / "index.html").read_text("utf-8")
    counts = dict(re.findall(r'<a href="#([a-z-]+)">[^<]*</a> <span class="quiet">(\d+)</span>', text))
    assert counts["b-fear-of-failure"] == "11"
    # A part of the agreement holds its questions, and is under all of their filters, too.
    questions = [each for each in pages["index.html"].under if sum(name.startswith("a-") for name in each) == 1]
    for name in ("b-fear-of-failure", "b-rigid-procurement", "d-mou"):
        parts = len({each for under in questions if name in under for each in under if each.startswith("a-")})
        assert sum(name in under for under in questions) - parts == int(counts[name]), name


def test_a_page_of_an_issue_has_its_wording_and_its_options_one_by_one(folder: Path, pages: dict[str, Page]) -> None:
    text = (folder / "liability-cap.html").read_text("utf-8")
    names = [path.stem for path in (ROOT / "clauses" / "liability" / "cap").glob("*.md") if path.stem != "common"]
    assert set(pages["liability-cap.html"].ids) >= set(names)
    assert "a party does not have to pay more than [Liability cap] (its Liability Cap)" in text
    assert "Only where at least 3 parties sign: " in text


def test_the_pages_are_the_same_each_time(folder: Path) -> None:
    again = Site(Catalogue(None, {}))
    for name in ("index.html", "data-control.html"):
        assert REPORT_WRITERS["html"](again.page(name), report_theme()) == (folder / name).read_bytes()


def test_pages_that_are_there_are_not_replaced_unasked(folder: Path) -> None:
    came = came_of("clauses", "site", "-o", folder)
    assert came.code == 2
    assert "--force" in came.err


def test_a_page_can_be_read_at_a_desk_and_on_a_phone(folder: Path) -> None:
    assert browser.faults(folder / "liability-indemnity.html") == []


def test_a_filter_is_seen_in_a_browser(folder: Path) -> None:
    assert browser.too_wide(folder / "index.html", 390) == []
    said = browser.shown(folder / "index.html", "s-partner")
    assert "A limit for partners alone" in said
    assert "Low fixed cap" not in said
