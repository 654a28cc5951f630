"""What an issue, an option or a place lists for somebody to confirm stands on the sheet beside a final."""

from __future__ import annotations

from pathlib import Path

import pytest

from pactwright.document import words
from pactwright.drafting import Draft
from pactwright.errors import InputError
from pactwright.service import drafts_of, read_tree
from tests import stories
from tests.library.base import NORTH, TERM, told
from tests.reader import Document
from tests.stories import NOWHERE, Tree, changed, spec_tree

STORY = spec_tree("startup-pilot")
INSURED, AUTHORITY, UNFAIR = "liability/cap#insured", "formation/parties#authority", "au-nsw#unfair-terms"
GRANT, COVER = "funding/grant#terms", ["liability/indemnity#scheme", "liability/insurance#sums"]
CONFIRMED: Tree = {**STORY, "confirmed": {INSURED: {"by": "J. Broker", "date": "2026-11-20"}}}
THRESHOLD = "au-nsw#tender-threshold"


def listed(made: Draft) -> dict[str, tuple[str, str]]:
    """What the sheet lists: what and who, by the name under which it is listed."""
    assert made.sheet
    rows = next(each.rows for each in made.sheet.tables if each.id == "confirm")
    return {name: (what, who) for what, _, who, _, name in rows}


def open_names(made: Draft) -> list[str]:
    """What a draft lists for somebody to confirm, by the names under which a spec says that it is confirmed."""
    return [point.address.removeprefix("confirmed.") for point in made.agreement.open_points if not point.is_gap]


def test_the_sheet_says_what_is_to_be_confirmed_and_by_whom() -> None:
    found = listed(stories.sound(STORY, is_final=True))
    what = "the insurance of the Sensor Company covers what it can owe under this clause"
    assert found["liability/cap#insured"] == (what, "The Sensor Company")
    assert found["formation/parties#authority"][1] == "The parties"


def test_what_belongs_to_a_clause_that_does_not_stand_is_not_asked() -> None:
    assert "liability/cap#insured" not in listed(stories.sound(STORY, "mou", is_final=True))


def test_a_condition_decides_whether_a_place_asks() -> None:
    below: Tree = {"procurement.route": "below-threshold", "procurement.pilot_value": "AUD 25,000"}
    assert THRESHOLD not in listed(stories.sound(STORY, is_final=True))
    [made] = [stories.draft(changed(STORY, below), is_final=True)]
    assert "section 55 of the Local Government Act 1993 (NSW)" in listed(made)[THRESHOLD][0]


def test_a_draft_lists_what_is_to_be_confirmed_with_its_clause_and_who_confirms_it() -> None:
    made = stories.sound(STORY)
    assert set(open_names(made)) == set(listed(stories.sound(STORY, is_final=True)))
    [point] = [each for each in made.agreement.open_points if each.address == f"confirmed.{INSURED}"]
    [number] = [each.label for each in made.agreement.paragraphs() if words(each.runs) == "Limits of liability"]
    assert words(point.where) == number
    assert words(point.owner) == "The Sensor Company"
    assert words(point.what).startswith("To be confirmed: the insurance of the Sensor Company covers")


def test_what_is_to_be_confirmed_stands_in_the_word_file_behind_the_gaps() -> None:
    file = stories.reopened(changed(STORY, {"pilot.start": None}))
    rows = [row for row in cells(file) if "To be confirmed" in row[0] or "pilot.start" in row[0]]
    assert [row[0].split("\n")[-1] for row in rows] == [
        "pilot.start",
        *(f"confirmed.{name}" for name in (UNFAIR, AUTHORITY, GRANT, INSURED, *COVER)),
    ]


def cells(file: Document) -> list[list[str]]:
    """The cells of every row of every table of a Word file."""
    return [[stories.plain(cell) for cell in row.cells] for table in file.tables for row in table]


def test_it_is_no_gap_so_that_a_final_is_made_and_does_not_carry_it() -> None:
    made = stories.sound(STORY)
    assert made.agreement.gaps == ()
    assert any("a final can be made of it" in each for each in made.agreement.notices)
    assert any("ends with 6 points that somebody is to confirm" in each for each in made.agreement.notices)
    final = stories.sound(STORY, is_final=True)
    assert final.agreement.open_points == ()
    assert "To be confirmed" not in stories.text(final)


def test_what_is_confirmed_is_asked_no_more_and_stands_with_who_and_when() -> None:
    assert open_names(stories.sound(CONFIRMED)) == [UNFAIR, AUTHORITY, GRANT, *COVER]
    final = stories.sound(CONFIRMED, is_final=True)
    assert list(listed(final)) == [UNFAIR, AUTHORITY, GRANT, *COVER]
    assert final.sheet
    rows = next(each.rows for each in final.sheet.tables if each.id == "confirmed")
    assert [row[2:] for row in rows] == [("J. Broker", "20\N{NO-BREAK SPACE}November 2026", INSURED)]
    assert "insurance of the Sensor Company" in rows[0][0]


def test_a_confirmation_changes_nothing_of_what_is_signed() -> None:
    one, other = (stories.sound(tree, is_final=True).agreement for tree in (STORY, CONFIRMED))
    assert one == other


@pytest.mark.parametrize(
    ("confirmed", "said"),
    [
        ({INSURED: {"by": "J. Broker"}}, "missing-key"),
        ({INSURED: {"date": "2026-11-20"}}, "missing-key"),
        ({INSURED: {"by": None, "date": "2026-11-20"}}, "missing-key"),
        ({INSURED: {"by": "J. Broker", "date": "soon"}}, "date"),
        ({INSURED: {"by": "J. Broker", "date": "2226-11-20"}}, "date-year"),
        ({INSURED: "yes"}, "wrong-kind"),
        ({"liability/cap": {"by": "J. Broker", "date": "2026-11-20"}}, "id-form"),
        ({"liability/cap.insured": {"by": "J. Broker", "date": "2026-11-20"}}, "id-form"),
        ({"liability/cap#insurd": {"by": "J. Broker", "date": "2026-11-20"}}, "unknown-confirm"),
        ({"us-ca#tender-threshold": {"by": "J. Broker", "date": "2026-11-20"}}, "unknown-confirm"),
    ],
)
def test_a_confirmation_that_says_too_little_or_of_nothing_is_refused(confirmed: Tree, said: str) -> None:
    with pytest.raises(InputError) as refused:
        read_tree(Path("spec.yml"), {**STORY, "confirmed": confirmed}, NOWHERE)
    assert {each.rule for each in refused.value.findings if each.level == "error"} == {said}


def test_a_name_of_what_is_to_be_confirmed_that_is_misspelt_is_given_back_right() -> None:
    tree = {**STORY, "confirmed": {"liability/cap#insurd": {"by": "J. Broker", "date": "2026-11-20"}}}
    assert [each.fix for each in stories.draft(tree).findings if each.level == "error"] == [
        f'did you mean "{INSURED}"?'
    ]


def test_a_confirmation_after_the_agreement_is_remarked_on() -> None:
    late = changed(CONFIRMED, {f"confirmed.{INSURED}.date": "2026-12-02"})
    source = read_tree(Path("spec.yml"), late, NOWHERE)
    assert [each.address for each in source.remarks if each.rule == "date-order"] == [f"confirmed.{INSURED}.date"]


def test_a_placeholder_for_who_confirmed_is_a_gap() -> None:
    tree = changed(CONFIRMED, {f"confirmed.{INSURED}.by": "TBC"})
    assert f"confirmed.{INSURED}.by" in {point.address for point in stories.draft(tree).agreement.gaps}
    final = stories.draft(tree, is_final=True)
    assert {each.rule for each in final.findings if each.level == "error"} == {"placeholder"}


def test_what_no_document_asks_to_confirm_is_said_once() -> None:
    tree = {**STORY, "confirmed": {THRESHOLD: {"by": "the clerk", "date": "2026-11-20"}}}
    source = read_tree(Path("spec.yml"), tree, NOWHERE)
    found = {each for made in drafts_of(source, stories.DOCUMENTS) for each in made.findings}
    assert [each.level for each in found if each.address == f"confirmed.{THRESHOLD}"] == ["note"]
    asked = read_tree(Path("spec.yml"), CONFIRMED, NOWHERE)  # of the agreement alone
    found = {each for made in drafts_of(asked, stories.DOCUMENTS) for each in made.findings}
    assert not [each for each in found if each.address.startswith("confirmed.")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{id: a, text: it is so, owner: council}", 'unknown-owner: "council" is nobody'),
        ("{id: a, text: it is so, owner: all, source: nowhere}", 'unknown-source: "nowhere" is not a source'),
        ('{id: a, text: "{{ nothing }} is so", owner: all}', "unknown-blank"),
        ("{id: a, text: it is so, owner: all}\n  - {id: a, text: it is, owner: all}", 'repeated-id: "a" stands twice'),
        ("{id: a, owner: all}", 'missing-key: "text" is missing'),
        (
            "{id: a, text: it is so, owner: all, when: [{funding.pay: yes}]}",
            'unknown-fact: "funding.pay" is not a fact',
        ),
        ("{id: a, text: it must be so, owner: all}", 'confirm-text: "must" makes a duty'),
        ('{id: a, text: "it is as [[term/term]] says", owner: all}', "confirm-text: a reference or a term"),
        ("{id: a, text: it is a **Thing**, owner: all}", "confirm-text: a reference or a term"),
    ],
)
def test_a_mistake_in_what_is_to_be_confirmed_is_found(tmp_path: Path, line: str, said: str) -> None:
    listed_in = {"clauses/term/term/issue.yml": TERM, "clauses/jurisdictions/north/jurisdiction.yml": NORTH}
    for number, (file, text) in enumerate(listed_in.items()):
        found = told(tmp_path / str(number), {file: f"{text}confirm:\n  - {line}\n"}, place="north")
        found = [each.removeprefix(f"{number}/") for each in found]
        assert [each for each in found if said in each and each.startswith(f"{file}:")], found


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("param.nothing: 2", 'unknown-parameter: "nothing"'),
        ("chosen.term/none: any", 'unknown-issue: "term/none"'),
        ("procurement.route: barter", 'unknown-word: "barter"'),
    ],
)
def test_a_mistake_in_when_it_is_to_be_confirmed_is_found(tmp_path: Path, when: str, said: str) -> None:
    issue = "clauses/term/term/issue.yml"
    text = f"{TERM}confirm:\n  - {{id: a, text: it is so, owner: all, when: [{{{when}}}]}}\n"
    assert [each for each in told(tmp_path, {issue: text}) if said in each and each.startswith(f"{issue}:")]


def test_a_house_asks_another_thing_under_the_id_of_a_place(tmp_path: Path) -> None:
    house = tmp_path / "jurisdictions" / "au-nsw"
    house.mkdir(parents=True)
    line = "{id: tender-threshold, text: the mayor is content, owner: city}"
    (house / "jurisdiction.yml").write_text(f"confirm:\n  - {line}\n", "utf-8")
    source = read_tree(Path("spec.yml"), STORY, NOWHERE, tmp_path)
    [made] = drafts_of(source, ("pilot-agreement",))
    told_of = [words(each.what) for each in made.agreement.open_points if THRESHOLD in each.address]
    assert told_of == ["To be confirmed: the mayor is content"]


@pytest.mark.parametrize(
    ("group", "name"),
    [
        ("datasets", "data/personal#no-data"),
        ("risks", "risk/allocation#no-risks"),
        ("ip", "ip/background#no-background"),
        ("contributions", "roles/contributions#no-contributions"),
        ("conditions", "term/term#no-conditions"),
    ],
)
def test_a_list_that_is_left_out_is_not_taken_for_an_empty_one_without_a_word(group: str, name: str) -> None:
    assert name not in listed(stories.sound(STORY, is_final=True))
    made = stories.draft({key: value for key, value in STORY.items() if key != group}, is_final=True)
    assert "for " in listed(made)[name][0]
    assert listed(made)[name][1] == "The parties"
