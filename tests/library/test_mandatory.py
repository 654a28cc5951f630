"""What a place requires stands in every paper that its facts call for; what it lifts may be said there."""

# ruff: noqa: E501 - whole messages stand in these tests

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from pactwright.checking import checked
from pactwright.choices import checked_choices
from pactwright.drafting import drafted
from pactwright.findings import Finding
from pactwright.library.figures import reaches
from pactwright.library.load import loaded
from pactwright.library.model import Figure, Jurisdiction
from pactwright.service import outline
from pactwright.spec.amounts import Money, Tax
from tests.library.base import BASE, told
from tests.stories import ROOT, Tree, changed, spec_of, spec_tree
from tests.trees import build_tree

PLACE = "clauses/jurisdictions/north/jurisdiction.yml"
LINE = len(BASE[PLACE].splitlines()) + 2


def north(entry: str) -> dict[str, str]:
    """The place with one entry of `mandatory:` behind it."""
    return {PLACE: f"{BASE[PLACE]}mandatory:\n  - {entry}\n"}


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{item: term/term#end, why: So it is.}", []),
        (
            "{item: term/tern#end, why: So it is.}",
            [f'{PLACE}:{LINE}:5: error: unknown-issue: "term/tern" is not an issue; did you mean "term/term"?'],
        ),
        (
            "{item: term/term, why: So it is.}",
            [f'{PLACE}:{LINE}:6: error: mandatory: "term/term" names no item; topic/issue#id'],
        ),
        (
            "{item: term/term#ending, why: So it is.}",
            [
                f'{PLACE}:{LINE}:5: error: item-id: no option of term/term has an item "ending"; one of end, notice; did you mean "end"?'
            ],
        ),
        (
            "{item: governance/structure#tasks, why: A team has tasks.}",
            [
                'clauses/governance/structure/lead.md:1:1: error: mandatory: Northland requires "tasks" here: A team has tasks.; every option with the item; write it into governance/structure/lead, or take out what drops it'
            ],
        ),
        (
            "{item: term/term#end}",
            [f'{PLACE}:{LINE}:5: error: missing-key: "why" is missing; add "why:"'],
        ),
        (
            "{item: term/term#end, why: So it is., source: team-gide}",
            [
                f'{PLACE}:{LINE}:5: error: unknown-source: "team-gide" is not a source; an id of sources.yml; did you mean "team-guide"?'
            ],
        ),
        (
            "{item: term/term#end, why: So it is., when: [data.persnal: yes]}",
            [
                f'{PLACE}:{LINE}:50: error: unknown-fact: "data.persnal" is not a fact; see the table of facts; did you mean "data.personal"?'
            ],
        ),
        (
            "{item: term/term#end, why: So it is., when: [chosen.liability/cap: fixt]}",
            [
                f'{PLACE}:{LINE}:5: error: unknown-option: "fixt" is not an option of liability/cap; one of fixed, multiple; did you mean "fixed"?'
            ],
        ),
        (
            "{item: term/term#end, why: So it is., when: [funding.price: {reaches: law.tender_treshold}]}",
            [
                f'{PLACE}:{LINE}:5: error: unknown-figure: "law.tender_treshold" is not a figure of law; one of law.tender_threshold; did you mean "law.tender_threshold"?'
            ],
        ),
        (
            "{item: term/term#end, why: So it is., when: [pilot.days: {reaches: law.tender_threshold}]}",
            [f'{PLACE}:{LINE}:50: error: wrong-type: "law.tender_threshold" is no figure; law.x, for an amount'],
        ),
    ],
)
def test_a_mistake_in_what_a_place_requires_is_found_with_its_place(
    tmp_path: Path, entry: str, said: list[str]
) -> None:
    assert told(tmp_path, north(entry), place="north") == said


def test_a_house_that_drops_a_required_item_is_refused_and_told_why(tmp_path: Path) -> None:
    house = {"data/control/each-own.md": "---\noverlay: yes\nitems:\n  use: {after: last, drop: yes}\n---\n"}
    entry = north("{item: data/control#use, why: Somebody has to decide.}")
    said = told(tmp_path, entry, place="north", house=house)
    assert said == [
        'clauses/data/control/each-own.md:1:1: error: mandatory: Northland requires "use" here: Somebody has to decide.; every option with the item; write it into data/control/each-own, or take out what drops it'
    ]


# ------------------------------------------------------------------------------------------------ a final without it

REQUIRED = (
    "law:\n  figures:\n    house_limit:\n"
    "      - {value: %s, currency: AUD, tax: exclusive, valid_from: 2020-01-01, checked_on: 2026-11-22%s}\n"
    "mandatory:\n"
    "  - {item: 'operations/site#follow', why: the safety law of the place asks for it, when: [%s]}\n"
)
DATA, LIMIT = "data.count: {min: 1}", "funding.price: {reaches: law.house_limit}"


def findings(tree: Tree, house: Path | None = None, *, is_final: bool = True) -> list[Finding]:
    """What is said of required items in a pilot agreement, with a house over the library."""
    spec, known = spec_of(tree), loaded(tree["jurisdiction"], house=house)
    made = drafted(spec, checked_choices(spec, known), known, outline("pilot-agreement", house), is_final=is_final)
    return [each for each in made.findings if each.rule == "mandatory"]


def site(tmp_path: Path, when: str, limit: str = "20,000", more: str = "") -> Path:
    """A house whose place requires an item of the clause on the places, and has a figure of law."""
    text = REQUIRED % (limit.replace(",", ""), more, when)
    return build_tree(tmp_path / "house", {"jurisdictions/au-nsw/jurisdiction.yml": text})


LEFT_OUT: Tree = {"choices.operations/site": {"option": "none", "reason": "We know the place."}}


def test_a_final_that_leaves_the_issue_out_is_refused_by_name_with_the_place_and_the_reason(tmp_path: Path) -> None:
    tree = changed(spec_tree("startup-pilot"), LEFT_OUT)
    [found] = findings(tree, site(tmp_path, DATA))
    assert (found.level, found.address) == ("error", "choices.operations/site")
    assert found.seen == (
        "New South Wales, Australia requires operations/site#follow, which does not stand here: "
        "the safety law of the place asks for it"
    )
    assert found.fix == "choose an option of operations/site, or correct the facts: data.count"


@pytest.mark.parametrize(
    ("when", "limit", "changes", "levels"),
    [
        (DATA, "1", {}, []),
        (DATA.replace("1", "99"), "1", LEFT_OUT, []),
        (LIMIT, "90,000", LEFT_OUT, []),
        (LIMIT, "20,000", LEFT_OUT, ["error"]),
        (LIMIT, "20,000", {**LEFT_OUT, "funding.price": None, "funding.stages": None}, ["error"]),
    ],
)
def test_only_a_final_whose_facts_may_call_for_the_item_is_refused(
    tmp_path: Path, when: str, limit: str, changes: Tree, levels: list[str]
) -> None:
    tree = changed(spec_tree("startup-pilot"), changes)
    assert [each.level for each in findings(tree, site(tmp_path, when, limit))] == levels


def test_a_draft_is_warned_and_a_figure_that_nobody_has_read_in_time_refuses_nothing(tmp_path: Path) -> None:
    tree = changed(spec_tree("startup-pilot"), LEFT_OUT)
    sure, late = site(tmp_path, LIMIT), site(tmp_path / "late", LIMIT, more=", review_by: 2026-11-23")
    unread = build_tree(
        tmp_path / "unread",
        {"jurisdictions/au-nsw/jurisdiction.yml": (REQUIRED % ("1", "", LIMIT)).replace("checked_on: 2026-11-22", "")},
    )
    found = [*findings(tree, sure, is_final=False), *findings(tree, late), *findings(tree, unread)]
    assert [each.level for each in found] == ["warning"] * 3


def test_a_clause_that_the_house_withdrew_is_told_with_its_reason(tmp_path: Path) -> None:
    gone = {"withdrawn.yml": "withdrawn: [{id: operations/site, reason: Our counsel sees to it.}]\n"}
    [found] = findings(spec_tree("startup-pilot"), build_tree(site(tmp_path, DATA), gone))
    assert found.level == "warning"
    assert found.seen.endswith("and the house library has withdrawn operations/site: Our counsel sees to it.")


# ------------------------------------------------------------------------------------------- what reaches a figure


@pytest.mark.parametrize(
    ("amount", "currency", "tax", "figure_tax", "op", "does"),
    [
        ("100", "AUD", "inclusive", "inclusive", "at-least", True),
        ("100", "AUD", "inclusive", "inclusive", "above", False),
        ("99.99", "AUD", "inclusive", "inclusive", "at-least", False),
        ("95", "AUD", "exclusive", "inclusive", "at-least", True),  # its tax may lift it
        ("95", "AUD", "exclusive", None, "at-least", True),  # nobody knows what the figure holds
        ("95", "AUD", "exclusive", "exclusive", "at-least", False),
        ("50", "AUD", "exclusive", "inclusive", "at-least", False),
        ("1", "USD", None, "inclusive", "at-least", True),  # nobody can compare them
        ("0", "USD", None, "inclusive", "at-least", False),
    ],
)
def test_an_amount_reaches_a_figure_unless_it_lies_below_for_certain(
    amount: str, currency: str, tax: Tax | None, figure_tax: Tax | None, op: str, does: object
) -> None:
    figure = Figure("100", "2020-01-01", "", "2026-01-01", "AUD", figure_tax, op=op)  # type: ignore[arg-type] # a word of the test
    place = Jurisdiction("north", "Northland", figures={"limit": (figure,)})
    assert reaches(place, "limit", Money(Decimal(amount), currency, tax), dt.date(2026, 1, 1)) is does


def test_no_amount_reaches_a_figure_that_the_place_does_not_have_or_not_yet() -> None:
    figure = Figure("100", "2020-01-01", "", "", "AUD", "inclusive")
    place = Jurisdiction("north", "Northland", figures={"limit": (figure,)})
    much = Money(Decimal(10_000), "AUD", "inclusive")
    assert reaches(place, "other", much, None) is False
    assert reaches(place, "limit", much, dt.date(2019, 1, 1)) is False
    assert reaches(place, "limit", much, None) is True
    assert reaches(place, "limit", None, None) is None


# ---------------------------------------------------------------------------------------------- words that are lifted

TERM = "1. {#holiday} Personal Data of an officer must not be sent before the Expiry Date."
OVERLAY = f"---\noverlay: yes\nitems:\n  holiday: {{after: end}}\n---\n\n# Agreement\n\n{TERM}\n"


def lifting(words: str) -> dict[str, str]:
    """The place with words that may be said there, and wording that says one."""
    own = {
        "clauses/jurisdictions/north/term/term/fixed.md": OVERLAY.replace(
            "Personal Data of an officer", "{{ party | a }}"
        )
    }
    return {PLACE: f"{BASE[PLACE]}lifts: [{words}]\n", **own}


def test_a_forbidden_word_may_be_said_where_the_place_lifts_it(tmp_path: Path) -> None:
    said = '"Expiry Date" is not used here; the defined term "End Date"'
    assert [each.partition("synonym: ")[2] for each in told(tmp_path / "a", lifting(""), place="north")] == [said]
    assert told(tmp_path / "b", lifting("Expiry Date"), place="north") == []
    assert len(told(tmp_path / "c", lifting("Expiry Day"), place="north")) == 1


def test_a_place_beside_it_still_refuses_the_word(tmp_path: Path) -> None:
    wording = {
        "clauses/jurisdictions/south/term/term/fixed.md": lifting("")["clauses/jurisdictions/north/term/term/fixed.md"]
    }
    apart = {PLACE: BASE[PLACE], "clauses/jurisdictions/west/jurisdiction.yml": f"{BASE[PLACE]}lifts: [Expiry Date]\n"}
    assert len(told(tmp_path, {**wording, **apart}, place="south")) == 1


ANSWER = (
    "---\noverlay: yes\nitems:\n  own: {after: last}\n---\n\n# Agreement\n\n1. {#own} {{ party }} must %s answer.\n"
)


@pytest.fixture(name="lifted", scope="module")
def said_where_words_are_lifted(tmp_path_factory: pytest.TempPathFactory) -> list[Finding]:
    """What is said of a house whose place lifts a word of a term, one of a pattern and one that nothing forbids."""
    files = {
        "jurisdictions/us-ca/general/general/short.md": ANSWER % "forthwith and herewith",
        "jurisdictions/us-ca/jurisdiction.yml": "lifts: [Personal Data, forthwith, Personel Data]\n",
    }
    return list(checked(build_tree(tmp_path_factory.mktemp("lifted"), files)).findings)


def test_a_word_that_nothing_forbids_is_not_lifted(lifted: list[Finding]) -> None:
    assert [each.seen for each in lifted if each.rule == "lifts"] == [
        '"Personel Data" is forbidden by no term and no pattern'
    ]


def test_what_a_place_lifts_no_pattern_of_style_refuses(lifted: list[Finding]) -> None:
    [refused] = [each.seen for each in lifted if each.rule == "archaism"]
    assert refused.startswith('"herewith": ')


def test_each_place_of_the_library_requires_what_its_law_asks_for() -> None:
    for path in sorted((ROOT / "clauses" / "jurisdictions").glob("*/jurisdiction.yml")):
        tree = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
        assert all(each["source"] for each in tree.get("mandatory", ()))
