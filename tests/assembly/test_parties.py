"""Two parties, three and nine read as correct English, and names stay as they were typed."""

from __future__ import annotations

import re
from functools import cache

import pytest

from pactwright.assembly.filling import paragraph
from pactwright.assembly.slots import PlannedParagraph, Slot
from pactwright.document import Gap, Run, Text, Value, words
from pactwright.printing.names import PartyNames
from tests import stories
from tests.reader import Document
from tests.stories import DOCUMENTS, Tree, changed, plain, spec_of, spec_tree
from tests.typed import leaves

ARABIC = "شركة المدن الذكية (1)"
HEBREW = "חברת חיישנים בע״מ"
NASTY = (
    "R&D <cap> Ltd",
    'The "Quoted" Co',
    "O\N{RIGHT SINGLE QUOTATION MARK}Brien & Sons' {{ party }} Pty Ltd",
    "{% if x %} Holdings",
    "[[liability/cap]] Inc.",
    "**Bold** & {# note #} Ltd",
    "Bikes \N{BICYCLE} & Trams \N{TRAM} GmbH",
    "e\N{COMBINING ACUTE ACCENT}lan S.A.",
    ARABIC,
    HEBREW,
    "城市科技有限公司",
    "N" * 200,
)


def company(number: int) -> Tree:
    """A made-up company on the partners' side."""
    names = {"name": f"Firm Number {number} Pty Ltd", "called": f"Firm {number}", "registration": f"ACN {number}"}
    return {**names, "side": "partner", "kind": "company", "roles": ["supplier"]}


def three() -> Tree:
    """One council and two companies."""
    sides = {"partner": {"one": "Maker", "many": "Makers"}}
    return changed(spec_tree("startup-pilot"), {"parties.second": company(2), "sides": sides})


def nine() -> Tree:
    """Two councils and seven companies."""
    more = {f"parties.firm-{number}": company(number) for number in range(4, 8)}
    return changed(spec_tree("two-cities"), more)


TREES = {"two": spec_tree("startup-pilot"), "three": three(), "nine": nine()}


@cache
def opened(parties: str, document: str) -> Document:
    """The Word file for so many parties."""
    return stories.reopened(TREES[parties], document)


def texts(parties: str, document: str = "pilot-agreement") -> list[str]:
    """The paragraphs of the Word file."""
    return [plain(paragraph.text) for paragraph in opened(parties, document).paragraphs]


SENTENCES = {
    "two": [
        "Only the Council may decide each of these matters (a Reserved Matter):",
        "the exercise of a statutory function, power or discretion of the Council;",
        "The Sensor Company must list in the register each device and each counter of its own that collects data,",
        "A party may leave this agreement without giving a reason, and must give 30 days' notice to the other party.",
        "No one but a party may enforce this agreement.",
    ],
    "three": [
        "Only the Council may decide each of these matters (a Reserved Matter):",
        "Each Maker must list in the register each device and each counter of its own that collects data,",
        "Each party confirms its authority to every other party.",
    ],
    "nine": [
        "Only the Council concerned may decide each of these matters (a Reserved Matter):",
        "the exercise of a statutory function, power or discretion of that Council;",
        "Each Maker must list in the register each device and each counter of its own that collects data,",
        "Maker means each of Bench Works, Count & Co, Solar Seat, Firm 4, Firm 5, Firm 6 and Firm 7.",
        "Council means each of Hill and Dale.",
        "Lead Council means Hill.",
        "Lead Maker means Bench Works.",
    ],
}


@pytest.mark.parametrize(("parties", "sentence"), [(name, each) for name in SENTENCES for each in SENTENCES[name]])
def test_clauses_speak_of_one_and_of_many(parties: str, sentence: str) -> None:
    assert any(text.startswith(sentence) for text in texts(parties)), sentence


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("parties", TREES)
def test_the_grammar_of_one_and_many_holds_everywhere(parties: str, document: str) -> None:
    file = opened(parties, document)
    clauses = [plain(p.text) for p in file.paragraphs if p.style in {"ClauseSub", "ClauseL3", "ClauseL4"}]
    wrong = re.compile(
        r"\b(the each|a each|an each|each each|each the|a the|the a|the the|(?<!\()each a)\b"
        r"|\b(if|when|unless|no|against|without) each (Maker|Council)\b"
        r"|\b(Makers|Councils) (has|is|does|bears|owns|holds)\b"
        r"|\beach (Maker|Council|party) (have|are|do|bear|own|hold)\b"
        r"|\ba (Exhibitor|owner|outsider|event)\b|\ban (Maker|Council|party)\b"
        r"|\b(City|Partner|Supplier|Vendor)\b(?! Data)"
    )
    assert [text for text in clauses if wrong.search(text)] == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_two_parties_are_never_every_party_and_more_are_never_the_other(document: str) -> None:
    assert not re.search(r"\b(every|each) other party\b", " ".join(texts("two", document)))
    for parties in ("three", "nine"):
        assert "the other party" not in " ".join(texts(parties, document))


@pytest.mark.parametrize("parties", TREES)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_party_has_its_line_its_row_and_its_place_to_sign(parties: str, document: str) -> None:
    tree, file = TREES[parties], opened(parties, document)
    names = [party["name"] for party in tree["parties"].values()]
    front = next(table for table in file.tables if table[0].cells[0] == "Party")
    assert [row.cells[0] for row in front[1:]] == names
    assert [row.cells[2] for row in front[1:]] == [party["called"] for party in tree["parties"].values()]
    alone = [row.cells[0] for table in file.tables for row in table if len(row.cells) == 1 and row.is_whole]
    blocks = [block for block in (cell.split("\n") for cell in alone) if block[0] in names and len(block) > 1]
    assert [block[0] for block in blocks] == names
    assert all(name in block[1] for name, block in zip(names, blocks, strict=True))


def test_people_who_sign_are_named_with_their_titles() -> None:
    flat = [cell for table in opened("two", "pilot-agreement").tables for row in table for cell in row.cells]
    people = {"Sam Example": "General Manager", "Robin Sample": "Director", "Lee Sample": "Company Secretary"}
    assert {*people, *people.values()} <= set(flat)


def test_a_name_full_of_role_words_stays_as_it_is() -> None:
    name, called = "Partner Robotics City Pty Ltd", "Partner Robotics City"
    for place in ("au-nsw", "us-ca"):
        changes = {"parties.maker.name": name, "parties.maker.called": called, "jurisdiction": place}
        text = stories.reopened(changed(spec_tree("startup-pilot"), changes)).text
        assert text.count(name) >= 3
        assert text.count(called) > text.count(name)
        assert re.search("Partner Robotics City (must|shall) list", text)
        assert not re.search("Partner Robotics (?!City)", text)


def test_names_come_out_exactly_as_typed() -> None:
    """All in one Word file: on the front page, in the schedules and where the parties sign."""
    firms = {f"parties.nasty-{number}": {**company(number + 20), "name": name} for number, name in enumerate(NASTY)}
    tree = changed(nine(), {**firms, "project.title": NASTY[5]})
    file = stories.reopened(tree)
    texts = [paragraph.text for paragraph in file.paragraphs]
    for name in NASTY:
        assert texts.count(name) >= 3, name
        assert any(name in text and text != name for text in texts), name
    assert file.core["subject"] == NASTY[5]
    rtl = [run.text for p in file.paragraphs for run in p.runs if run.direction == "rtl"]
    assert any(HEBREW in run for run in rtl)


@pytest.mark.parametrize("name", NASTY[:-1], ids=[f"called-{number}" for number in range(len(NASTY) - 1)])
def test_what_a_party_is_called_comes_out_as_typed_in_every_clause(name: str) -> None:
    before = clause_text(spec_tree("startup-pilot"))
    after = clause_text(changed(spec_tree("startup-pilot"), {"parties.maker.called": name}))
    assert after.count(name) == before.casefold().count("the sensor company") > 40
    assert "sensor company" not in after.casefold()


def clause_text(tree: Tree) -> str:
    """The words of all numbered paragraphs."""
    return "\n".join(words(paragraph.runs) for paragraph in stories.sound(tree).agreement.paragraphs())


def test_every_free_text_may_hold_anything() -> None:
    """Each text of the spec in turn holds marks of templates, of clauses and of XML, and comes out as typed."""
    mark = "5 < 6 & {{ x }} {% y %} [[z]] **b** </w:t> ]]> "
    tree = spec_tree("startup-pilot")
    free = [
        address
        for address, typed in leaves(tree)
        if " " in typed and not re.match(r"[A-Z]{3} [0-9]|[0-9,.]+$", typed) and "email" not in address
    ]
    assert len(free) > 60
    file = stories.reopened(changed(tree, {address: mark + address for address in free}))
    text = file.text
    missing = [address for address in free if mark + address not in text]
    prints_nowhere = re.compile(r"ip\.items\.\d+\.(field|territory|term)|contributions\.\d+\.value|choices\..+\.reason")
    assert [address for address in missing if not prints_nowhere.fullmatch(address)] == []


def names(tree: Tree) -> PartyNames:
    """How the parties of a tree print."""
    return PartyNames(spec_of(tree), stories.library(tree["jurisdiction"]))


def started(run: Run) -> Run:
    """A role where it starts a sentence."""
    slot = Slot("role", "partner")
    [first] = paragraph(PlannedParagraph("item", (slot,), "1.1", "1.1", "_pw_1", starts=True), {slot: (run,)}).runs
    return first


@pytest.mark.parametrize(
    ("role", "form", "two", "nine"),
    [
        ("partner", "", "the Sensor Company", "each Maker"),
        ("partner", "a", "the Sensor Company", "a Maker"),
        ("partner", "that", "the Sensor Company", "that Maker"),
        ("partner", "all", "the Sensor Company", "the Makers"),
        ("partner", "lead", "the Sensor Company", "the Lead Maker"),
        ("partner", "plural", "the Sensor Company", "Makers"),
        ("city", "concerned", "the Council", "the Council concerned"),
        ("party", "", "each party", "each party"),
        ("party", "a", "a party", "a party"),
        ("party", "all", "the parties", "the parties"),
        ("party", "other", "the other party", "each other party"),
        ("party", "another", "the other party", "another party"),
        ("party", "others", "the other party", "every other party"),
        ("supplier", "", "[Supplier]", "each Supplier"),
        ("deliverer", "", "the Sensor Company", "Bench Works"),
    ],
)
def test_each_form_of_a_role(role: str, form: str, two: str, nine: str) -> None:
    assert names(TREES["two"]).role(role, form).text == two
    assert names(TREES["nine"]).role(role, form).text == nine


def test_a_role_starts_a_sentence_with_a_capital_and_a_name_does_not_change() -> None:
    two, nine_names = names(TREES["two"]), names(TREES["nine"])
    assert started(two.role("partner", "")) == Value("The Sensor Company", "parties.maker.called")
    assert started(nine_names.role("partner", "")) == Text("Each Maker")
    assert started(nine_names.role("deliverer", "")) == Value("Bench Works", "parties.bench.called")
    small = names(changed(TREES["two"], {"parties.maker.called": "iSense"}))
    assert started(small.role("partner", "")).text == "iSense"


def test_a_role_owns_things() -> None:
    assert names(TREES["two"]).role("partner", "", owner=True).text == "the Sensor Company's"
    assert names(TREES["nine"]).role("partner", "all", owner=True).text == "the Makers'"
    assert started(names(TREES["nine"]).role("party", "others", owner=True)).text == "Every other party's"


def test_a_role_that_nobody_has_is_a_gap() -> None:
    assert names(TREES["two"]).role("evaluator", "") == Gap("[Evaluator]", "parties (evaluator)")


def test_a_side_without_a_common_name_is_called_by_the_library_when_it_is_declared_open() -> None:
    tree = changed(three(), {"sides": None, "open": [{"fact": "sides.partner"}]})
    assert names(tree).role("partner", "").text == "each Partner"


def test_two_leads_on_one_side_are_none() -> None:
    tree = changed(TREES["nine"], {"parties.dale.roles": ["host", "lead"]})
    assert names(TREES["nine"]).lead("city") == "hill"
    assert names(tree).lead("city") is None


def test_a_party_that_does_not_sign_has_no_duty_but_stands_in_the_schedule() -> None:
    judge = {"name": "Example University", "side": "independent", "kind": "university", "called": "the Judge"}
    file = stories.reopened(changed(spec_tree("startup-pilot"), {"parties.judge": judge}))
    front = next(table for table in file.tables if table[0].cells[0] == "Party")
    assert "Example University" not in [row.cells[0] for row in front]
    assert "Example University" in file.text
    assert "the Judge must" not in file.text
