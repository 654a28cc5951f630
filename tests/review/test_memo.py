"""`pactwright review`: what the memo knows, whose copy says what, and that its pages say what the paper says."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from lxml import etree, html
from msgspec.structs import replace as with_other

from pactwright.errors import UsageError
from pactwright.report import Grid, Heading
from pactwright.review.asked import SHEETS
from pactwright.review.case import Case
from pactwright.review.exposed import sides_of
from pactwright.review.gathering import review_of
from pactwright.review.model import Decision, Review
from pactwright.review.pages import memo
from pactwright.review.pictures import ladder
from pactwright.review.record import data_of
from pactwright.review.stated import law_of
from pactwright.spec.amounts import money
from pactwright.what_if import Standing, standing
from tests.consoles import came_of
from tests.reader import read
from tests.stories import ROOT, Tree, as_yaml, changed, tree_in

EXAMPLE = ROOT / "examples" / "startup-pilot" / "spec.yml"
COUNCIL, COMPANY = "MARKER-OF-THE-COUNCIL", "MARKER-OF-THE-COMPANY"
NBSP = "\N{NO-BREAK SPACE}"

Standings = Callable[[Tree], Standing]


@pytest.fixture(name="stand")
def standing_of_tree(tmp_path: Path) -> Standings:
    def made(tree: Tree) -> Standing:
        path = tmp_path / "spec.yml"
        path.write_text(as_yaml(tree), "utf-8")
        return standing(path, "pilot-agreement")

    return made


@pytest.fixture(name="now", scope="module")
def example_as_it_stands() -> Standing:
    return standing(EXAMPLE, "pilot-agreement")


@pytest.fixture(name="council", scope="module")
def copy_of_the_council(now: Standing) -> Review:
    return review_of(now, "city")


@pytest.fixture(name="joint", scope="module")
def joint_copy(now: Standing) -> Review:
    return review_of(now, "joint")


def found(review: Review, rule: str) -> list[Decision]:
    return [each for each in review.decisions if each.rule == rule]


NOBODY_CHOSE = "Keep or change 12 key terms that nobody chose, so that the library's own value prints: "
NEAR = (
    "Decide whether the later option counts for the contract register threshold of AUD 150,000 (including tax): "
    "AUD 48,000 alone is under it; with the option it is AUD 168,000 (excluding tax), which reaches it. "
    "Figure last looked up on 22 November 2026."
)
# what is changed in the example, the rule, how its first row begins, who, and the day that somebody set for it
STORIES: tuple[tuple[Tree, str, str, str, date | None], ...] = (
    (
        {"funding.price": None, "open": [{"fact": "funding.price", "owner": "council", "by": "2026-11-30"}]},
        "open",
        "Fill in: Price (22.1).",
        "the Council",
        date(2026, 11, 30),
    ),
    (
        {"choices.roles/equipment": {"option": "none", "reason": "Nobody brings a device."}},
        "unsettled",
        "Settle what the draft does not say of a bad day: A device or service does not do what it should.",
        "each side's lawyer",
        None,
    ),
    (
        {"choices.risk/allocation": {"option": "none", "reason": "To be talked about."}},
        "nobody-bears",
        "Say who bears what no clause gives to anybody: people do not use it; ",
        "both sides",
        None,
    ),
    ({}, "nobody-chose", NOBODY_CHOSE, "both sides", None),
    ({}, "near-a-figure-of-law", NEAR, "the Council", None),
    ({}, "confirm", "Confirm 2 points before signing (clauses: 33); ", "the Council", None),
    ({}, "unreviewed", "Have the wording reviewed: 46 of 46 clauses carry the mark", "each side's lawyer", None),
    (
        {},
        "condition",
        "Example Power Network has approved the devices on its poles in writing (holds back: Station Street).",
        "the Council",
        date(2027, 1, 29),
    ),
)


@pytest.mark.parametrize(("changes", "rule", "begins", "who", "by"), STORIES, ids=[each[1] for each in STORIES])
def test_a_rule_makes_a_row_with_its_owner_and_only_a_day_that_somebody_set(
    stand: Standings, joint: Review, changes: Tree, rule: str, begins: str, who: str, by: date | None
) -> None:
    review = review_of(stand(changed(tree_in(EXAMPLE), changes)), "joint") if changes else joint
    rows = [each for each in found(review, rule) if each.text.replace(NBSP, " ").startswith(begins)]
    assert [(each.who, each.by) for each in rows] == [(who, by)]
    if changes:
        assert found(joint, rule) == [], "the row stands in the example already"


def test_what_one_owner_has_to_fill_in_stands_in_one_row() -> None:
    review = review_of(standing(ROOT / "examples" / "future-street" / "spec.yml", "mou"), "joint")
    rows = found(review, "open")
    assert len({(each.owner, each.by) for each in rows}) == len(rows)
    assert any(each.text.endswith(" more.") for each in rows)
    assert "Means to give" in str(memo(review))


def test_two_answers_are_told_with_their_clauses(now: Standing) -> None:
    rows = tuple(
        replace(each, hole="two", bearings=(each.bearings[0], replace(each.bearings[1], to="city", who="the Council")))
        if each.id == "cost-overrun"
        else each
        for each in now.draft.ledger.rows
    )
    review = review_of(replace(now, draft=replace(now.draft, ledger=replace(now.draft.ledger, rows=rows))), "joint")
    [told] = found(review, "two-answers")
    assert told.text == "Say which clause decides where two speak: it costs more than planned (22.4, 10.1)."
    [shown] = [cells for cells in ledger_cells(review) if cells[0] == "It costs more than planned"]
    assert shown[2] == "two answers: the Company (22.4); the Council (10.1)"


@pytest.mark.parametrize(
    ("audience", "headings"),
    [("city", ["Data register (36)", "Security (41)", "After the Pilot (48)"]), ("council", ["Data register (36)"])],
)
def test_a_side_is_told_where_the_model_goes_less_far_for_it(now: Standing, audience: str, headings: list[str]) -> None:
    [told] = found(review_of(now, audience), "weaker-than-default")
    assert told.owner == ("council",)
    assert all(each in told.text for each in headings)
    assert "“Data listed in a schedule” instead of “Full register that the city approves and can publish”" in told.text


def test_no_other_copy_tells_of_it(now: Standing, joint: Review) -> None:
    assert found(joint, "weaker-than-default") == []
    assert all("Data register (36)" not in each.text for each in review_of(now, "company").decisions)


def test_what_each_side_gives_gets_and_may_owe(council: Review) -> None:
    city, partner = council.sides
    assert [each.text.replace(NBSP, " ") for each in city.gives] == [
        "AUD 48,000 for the work, in 3 milestones",
        "Time of the City Data team and of the street crew (AUD 9,600)",
        "Readings of the monitoring station, for calibration",
        "The network's crew for eight poles, once up and once down (AUD 3,200)",
    ]
    assert partner.gets[0].text.replace(NBSP, " ") == "AUD 48,000 for the work"
    assert [each.text for each in city.gets] == [
        "deciding what happens with the project's data",
        "getting copies of the data, or a way to reach them",
    ]
    amounts = [(each.clause, each.printed.replace(NBSP, " ")) for each in (*city.terms, *city.damages)]
    assert amounts == [
        ("22", "AUD 168,000"),
        ("12.10", "AUD 4,800"),
        ("28.6", "AUD 2,400"),
        ("27.5", "AUD 2,400"),
        ("32.2", "AUD 20,000,000"),
        ("32.1", "AUD 100,000"),
        ("32.4", "AUD 300,000"),
    ]
    assert city.total is not None
    assert (city.total.amount, city.total.currency) == ("177600", "AUD")
    assert [each.clause for each in city.unlimited] == ["32.8"]
    assert ("It costs more than planned" not in str(city.may_lose), partner.total_printed) == (True, f"AUD{NBSP}2,400")


@pytest.mark.parametrize(
    ("price", "ceiling", "gives"),
    [
        (None, "AUD 60,000", "at most AUD 60,000 for the work, in 3 milestones"),
        ("AUD 0", None, "Time of the City Data team and of the street crew (AUD 9,600)"),
    ],
)
def test_a_price_of_nil_is_no_gift_and_a_ceiling_is_said_as_one(
    now: Standing, joint: Review, price: str | None, ceiling: str | None, gives: str
) -> None:
    amounts = {"price": price and money(price), "ceiling": ceiling and money(ceiling)}
    funding = now.source.spec.funding.model_copy(update=amounts)
    spec = now.source.spec.model_copy(update={"funding": funding})
    sides = sides_of(Case(replace(now, source=replace(now.source, spec=spec)), joint.audience))
    assert sides[0].gives[0].text.replace(NBSP, " ") == gives


def test_a_figure_of_law_that_was_not_looked_up_for_a_year_says_so(now: Standing, joint: Review) -> None:
    assert [(each.id, each.is_checked) for each in joint.law] == [("contract_register_threshold", True)]
    later = with_other(joint, law=tuple(law_of(Case(aged(now), joint.audience))))
    assert [each.is_checked for each in later.law] == [False]
    assert "not checked since 22 November 2026" in SHEETS["html"](later, ()).decode().replace(NBSP, " ")


def aged(now: Standing) -> Standing:
    """The same draft dated a year and a day after its figure of law was looked up."""
    spec = now.source.spec.model_copy(update={"date": date(2027, 11, 23)})
    return replace(now, source=replace(now.source, spec=spec))


def ledger_cells(review: Review) -> list[list[str]]:
    grid = next(each for each in memo(review).blocks if isinstance(each, Grid) and each.name.startswith("Who bears"))
    return [["".join(word.text for word in cell.line) for cell in row.cells] for row in grid.rows]


def marks(review: Review, title: str) -> list[tuple[int, str]]:
    grid = next(each for each in memo(review).blocks if isinstance(each, Grid) and each.name.startswith("Who bears"))
    rows = {row.cells[0].line[0].text: row for row in grid.rows}
    picture = rows[title].cells[1].picture
    return [(each.at, each.sign) for each in picture.marks] if picture else []


@pytest.mark.parametrize(
    ("title", "signs", "who", "clause"),
    [
        ("Sensors drift", [(100, "disc")], "The Company", "27.1"),
        ("Pole approval comes late", [(0, "disc")], "The Council", "27.1"),
        ("People do not use it", [(0, "ring"), (100, "ring")], "Each party its own", "27.9"),
        ("Someone outside the agreement claims for loss or injury", [(50, "triangle")], "Whoever causes it", "33.1"),
        ("Deciding what happens with the project's data", [(0, "disc")], "The Council", "37.2"),
    ],
)
def test_picture_and_words_of_the_ledger_agree(
    joint: Review, title: str, signs: list[tuple[int, str]], who: str, clause: str
) -> None:
    [cells] = [each for each in ledger_cells(joint) if each[0] == title]
    assert (cells[2], cells[4]) == (who, clause)
    assert marks(joint, title) == signs


def test_a_stated_share_stands_at_its_place(joint: Review) -> None:
    assert marks(joint, "Sensors are damaged or stolen") == [(50, "disc")]


def test_a_ladder_says_what_it_shows(joint: Review) -> None:
    [term] = [each for each in joint.questions if each.issue == "term/term"]
    shown = ladder(term)
    assert shown.alt == (
        "Term. chosen: balanced; open to choose: city and leans to partner; not open on these facts: balanced."
    )
    assert [(each.at, each.sign) for each in shown.marks] == [(8, "ring"), (39, "cross"), (45, "disc"), (59, "ring")]
    opens = {each.option: each.opens for each in term.rungs if each.standing == "refused"}
    assert opens == {"fixed-event": "only where the length of the pilot is at most 60 and no partner is paid money"}


def test_at_most_ten_decisions_stand_on_the_page_and_the_rest_is_counted(joint: Review) -> None:
    many = with_other(joint, decisions=(*joint.decisions, *joint.decisions[:1] * 4))
    page = SHEETS["txt"](many, ()).decode()
    assert len(many.decisions) == 12
    assert "And 2 more: nobody-chose." in page
    assert "\n11 " not in page


def test_every_clause_and_figure_of_the_memo_stands_in_the_paper(council: Review, tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    assert came_of("draft", EXAMPLE, "--document", "pilot-agreement", "-o", paper).code == 0
    document, last = read(paper.read_bytes()), ""
    numbered = {each.full_number: "" for each in document.paragraphs if each.full_number}
    for each in document.paragraphs:
        last = each.full_number or last
        if last:
            numbered[last] += f" {each.text}".replace(NBSP, " ")
    cited = {number for value in clauses_in(data_of(council)) for number in re.split(r", |\u2013", value) if number}
    assert len(cited) > 100
    assert cited <= set(numbered), "a clause that the paper does not have"
    for day in council.days:
        for answer in day.answers:
            said = " ".join(text for number, text in numbered.items() if number.startswith(answer.clauses))
            assert all(figure.replace(NBSP, " ") in said for figure in answer.figures), (day.id, answer)
    tables = " ".join(cell for table in document.tables for row in table for cell in row.cells).replace(NBSP, " ")
    for value in council.defaults:
        said = tables if value.clause.startswith("Schedule") else numbered[value.clause]
        assert value.printed.replace(NBSP, " ") in said, value.address


def clauses_in(tree: object) -> list[str]:
    """Every number of a clause in the data of a memo."""
    if isinstance(tree, list):
        return [each for one in tree for each in clauses_in(one)]
    if not isinstance(tree, dict):
        return []
    own = [tree["clause"]] if isinstance(tree.get("clause"), str) else list(tree.get("clauses", ()))
    return own + [each for one in tree.values() for each in clauses_in(one)]


def test_the_word_memo_says_every_sentence_of_the_page(council: Review) -> None:
    page = html.fromstring(SHEETS["html"](council, ()).decode())
    said = ["".join(map(str, each.itertext())) for each in page.iter("h1", "h2", "td")]
    with zipfile.ZipFile(io.BytesIO(SHEETS["docx"](council, ()))) as package:
        main = etree.fromstring(package.read("word/document.xml"))
    word = squeezed("".join(map(str, main.itertext())))
    assert len(said) > 400
    assert [each for each in said if squeezed(each) not in word] == []


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(
    ("audience", "own", "other"), [("city", COUNCIL, COMPANY), ("company", COMPANY, COUNCIL), ("joint", "", "MARKER")]
)
def test_no_copy_holds_what_another_side_noted(stand: Standings, audience: str, own: str, other: str) -> None:
    tree = changed(tree_in(EXAMPLE), {"choices.liability/cap.private": {"council": COUNCIL, "company": COMPANY}})
    review = review_of(stand(tree), audience)
    for form, sheet in SHEETS.items():
        data = sheet(review, ())
        parts = [data]
        if form == "docx":
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                parts = [package.read(name) for name in package.namelist()]
        assert all(other.encode() not in each for each in parts), form
    assert own in SHEETS["json"](review, ()).decode()


def test_the_pages_of_the_questions_stand_before_what_nobody_chose(joint: Review) -> None:
    blocks = memo(joint, (Heading("The pilot", 2),)).blocks
    titles = [each.text for each in blocks if isinstance(each, Heading)]
    assert titles[-3:] == ["Question by question", "The pilot", "What nobody chose"]


def test_each_copy_says_whose_it_is(council: Review, joint: Review, tmp_path: Path) -> None:
    own, shared = memo(council), memo(joint)
    assert own.kicker == "Options memo \N{MIDDLE DOT} copy of the Council, not for the Company"
    assert (shared.kicker, own.kicker in own.foot) == ("Options memo \N{MIDDLE DOT} joint copy", True)
    assert re.search(r"\b(?:We|we|our)\b", SHEETS["txt"](joint, ()).decode()) is None
    assert "We, the Council" in SHEETS["txt"](council, ()).decode()
    for audience, name in (("city", "council"), ("joint", "joint"), ("partner", "company")):
        assert came_of("review", EXAMPLE, "--for", audience, "--format", "txt", "-o", tmp_path).code == 0
        assert (tmp_path / f"kerb-side-air-quality-pilot-memo-{name}.txt").is_file()


def test_an_unknown_reader_is_told_with_those_that_there_are(now: Standing) -> None:
    with pytest.raises(UsageError, match="one of city, partner, council, company, joint; did you mean"):
        review_of(now, "counsil")


def test_a_memo_says_later_whether_the_draft_has_moved(tmp_path: Path) -> None:
    spec = tmp_path / "spec.yml"
    spec.write_text(as_yaml(tree_in(EXAMPLE)), "utf-8")
    memos = [tmp_path / f"memo.{form}" for form in ("html", "docx", "json", "txt")]
    assert [came_of("review", spec, "-o", each).code for each in memos] == [0, 0, 0, 0]
    same = [came_of("review", spec, "--check", each) for each in memos]
    assert {each.code for each in same} == {0}
    assert same[0].out == f"{memos[0]}: the draft is what it was when the memo was made\n"
    spec.write_text(as_yaml(changed(tree_in(EXAMPLE), {"choices.liability/cap.low_fixed": "AUD 120,000"})), "utf-8")
    moved = [came_of("review", spec, "--check", each) for each in memos]
    assert {each.code for each in moved} == {1}
    assert "the draft has moved since the memo was made: its spec changed" in moved[0].out


def test_the_record_fits_its_schema(council: Review) -> None:
    schema = json.loads((ROOT / "templates" / "review.schema.json").read_text("utf-8"))
    Draft202012Validator(schema).validate(data_of(council))
    assert data_of(council)["$schema"] == "urn:pactwright:review:1"


PLAYBOOK = """\
schema: 1
party: public
issues:
  liability/cap: {prefer: [price-multiple], approver: Risk manager, private: MARKER}
"""


def test_a_departure_from_a_playbook_stands_in_the_copy_of_its_side_alone(tmp_path: Path) -> None:
    (tmp_path / "playbook.yml").write_text(PLAYBOOK, "utf-8")
    now = standing(ROOT / "examples" / "startup-pilot" / "spec.yml", "pilot-agreement", tmp_path)
    [told] = found(review_of(now, "city"), "departs")
    assert told.who == "Risk manager"
    assert told.text == (
        "Change or approve what departs from the playbook: Limits of liability (32), “Low fixed cap” "
        "(prefers “Cap at a multiple of the price”)."
    )
    for reader in ("partner", "joint"):
        assert found(review_of(now, reader), "departs") == []
        assert "playbook" not in json.dumps(data_of(review_of(now, reader)))
