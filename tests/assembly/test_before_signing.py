"""The sheet beside a final: what is on it follows from the document, and none of it stands in there."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from pactwright.document import Sheet
from pactwright.service import drafts_of, read, read_tree
from tests import stories
from tests.consoles import came_of
from tests.stories import ROOT, changed, spec_tree
from tests.trees import build_tree

PILOT = ROOT / "examples" / "startup-pilot" / "spec.yml"
NAME = "kerb-side-air-quality-pilot-pilot-agreement"
REVIEWED = "review:\n  status: reviewed\n  by: A. Lawyer\n  date: 2026-11-01\n"


def sheet_of(tree: dict[str, Any], document: str = "pilot-agreement") -> Sheet:
    """The sheet of a final of a spec."""
    sheet = stories.draft(tree, document, is_final=True).sheet
    assert sheet is not None
    return sheet


def part(sheet: Sheet, name: str) -> list[dict[str, str]]:
    """The rows of a part of a sheet, each by the ids of its columns."""
    table = next(each for each in sheet.tables if each.id == name)
    return [dict(zip((key for key, _ in table.columns), row, strict=True)) for row in table.rows]


def law(place: str) -> dict[str, Any]:
    """What a place says of law, read without pactwright."""
    file = ROOT / "clauses" / "jurisdictions" / place / "jurisdiction.yml"
    tree: dict[str, Any] = yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader)["law"]  # noqa: S506 - text only
    return tree


def test_every_clause_that_no_lawyer_has_reviewed_is_listed_under_its_number() -> None:
    made = stories.draft(spec_tree("startup-pilot"), is_final=True)
    listed = {
        (row["clause"], row["option"], row["version"]) for row in part(sheet_of(spec_tree("startup-pilot")), "clauses")
    }
    printed = [clause for article in made.agreement.articles for clause in article.clauses if clause.option]
    assert listed == {(c.blocks[0].label, f"{c.id}/{c.option}", c.version) for c in printed}  # type: ignore[union-attr] # a heading
    assert len(printed) > 15


def test_a_clause_that_a_lawyer_has_reviewed_is_not_listed(tmp_path: Path) -> None:
    cap = (ROOT / "clauses/liability/cap/low-fixed.md").read_text("utf-8")
    text, changes = re.subn(r"review:\n  status: draft\n", REVIEWED, cap)
    assert changes == 1
    house = build_tree(tmp_path, {"liability/cap/low-fixed.md": text})
    found = []
    for source in (read(PILOT), read(PILOT, house)):
        [draft] = drafts_of(source, ("pilot-agreement",), is_final=True)
        assert draft.sheet
        found.append({row["option"] for row in part(draft.sheet, "clauses")})
    assert found[0] - found[1] == {"liability/cap/low-fixed"}
    assert found[1] < found[0]


@pytest.mark.parametrize(("story", "place"), [("startup-pilot", "au-nsw"), ("california", "us-ca")])
def test_every_law_that_the_document_names_stands_with_the_day_on_which_it_was_read(story: str, place: str) -> None:
    made = stories.draft(spec_tree(story), is_final=True)
    text = re.sub(r"\s+", " ", stories.text(made))
    rows = {row["law"]: row for row in part(sheet_of(spec_tree(story)), "law")}
    acts = [each for each in law(place)["names"].values() if re.search(r"\bAct\b|Code", each.get("value", ""))]
    named = []
    for act in sorted(acts, key=lambda each: -len(each["value"])):  # "Part 6A of the Act" first, then "the Act"
        named += [act] if act["value"] in text.partition("The parties sign")[0] else []
        text = text.replace(act["value"], "")
    assert len(named) > 3
    for each in named:
        row = rows[each["value"]]
        year, _, day = each["checked_on"].split("-")
        assert year in row["checked"]
        assert str(int(day)) in row["checked"]
        assert "http" in row["source"]


def test_how_each_party_signs_stands_with_the_sources_of_the_form() -> None:
    rows = part(sheet_of(spec_tree("startup-pilot")), "law")
    company = yaml.safe_load((ROOT / "clauses/jurisdictions/au-nsw/execution/company.yml").read_text("utf-8"))
    titles = {f"How a party signs: {each['title']}" for each in (company, *company["alternatives"])}
    [read, *_] = [row for row in rows if row["law"] in titles]
    assert "Corporations Act" in read["source"]
    assert "2026" in read["checked"]


def test_law_that_nobody_has_read_says_so() -> None:
    rows = {row["law"]: row for row in part(sheet_of(spec_tree("startup-pilot")), "law")}
    assert rows["the courts of New South Wales"]["checked"] == "nobody has read it"


def test_a_figure_of_law_is_the_one_in_force_on_the_day_of_the_agreement() -> None:
    tree = spec_tree("startup-pilot")
    since = law("au-nsw")["figures"]["contract_register_threshold"][0]["valid_from"]
    told = [row["law"] for row in part(sheet_of(tree), "law")]
    figures = [law for law in told if law.startswith("contract register threshold")]
    assert len(figures) == 1
    assert since[:4] in figures[0]


def test_a_draft_has_no_sheet() -> None:
    assert stories.draft(spec_tree("startup-pilot")).sheet is None


def test_a_memorandum_has_a_sheet_of_its_own_clauses() -> None:
    tree = changed(spec_tree("startup-pilot"), {"documents": ["mou"]})
    options = {row["option"].rpartition("/")[0] for row in part(sheet_of(tree, "mou"), "clauses")}
    assert "formation/status" in options
    assert "liability/cap" not in options


OWED = {
    "funding": {"price": "AUD 25,000"},
    "milestones": {"m1": {"deliverable": "A map", "test": "it opens", "due": "2027-03-01"}},
    "contributions": [{"party": "city", "kind": "cash", "what": "money for a crane", "value": "AUD 4,000"}],
    "procurement.option_what": None,
    "procurement.options_value": "AUD 10,000",
    "choices.reward/milestones": {"option": "success-fee", "reason": "Results count.", "success_fee": "AUD 3,000"},
}


def test_the_sheet_adds_up_the_most_that_the_public_side_may_have_to_pay() -> None:
    rows = part(sheet_of(changed(spec_tree("startup-pilot"), OWED)), "owed")
    assert {row["address"]: stories.plain(row["most"]) for row in rows} == {
        "funding": "AUD 39,000",  # 25,000 and 4,000 and 10,000
        "choices.risk/allocation.shared_limit": "AUD 2,000",
        "choices.risk/allocation.standing_pct": "AUD 1,250",  # 5 of 100 of 25,000
        "choices.change/control.total_pct": "AUD 2,500",  # 10 of 100 of 25,000
        "choices.reward/milestones.success_fee": "AUD 3,000",
        "": "AUD 47,750",
    }
    mixed = part(sheet_of(changed(spec_tree("startup-pilot"), OWED | {"funding.ceiling": "EUR 90,000"})), "owed")
    assert mixed[-1]["most"].startswith("not known")


def test_the_sheet_stands_beside_the_final_once_for_all_its_forms(tmp_path: Path) -> None:
    words = ("draft", "--final", PILOT, "--document", "pilot-agreement", "-o", tmp_path, "--format", "docx", "--format")
    came = came_of(*words, "txt")
    assert (came.code, came.err.count(f"{NAME}-before-signing.txt")) == (0, 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        f"{NAME}-before-signing.txt",
        f"{NAME}.docx",
        f"{NAME}.txt",
    ]
    text = (tmp_path / f"{NAME}-before-signing.txt").read_text("utf-8")
    assert "liability/cap/low-fixed" in text
    assert max(len(line) for line in text.splitlines() if "http" not in line) <= 96


def test_json_holds_the_sheet(tmp_path: Path) -> None:
    words = ("draft", "--final", PILOT, "--document", "pilot-agreement", "-o", tmp_path, "--json")
    [record] = json.loads(came_of(*words).out)
    assert {"clauses", "law", "defaults", "confirm"} <= record["before_signing"].keys()
    assert record["before_signing"]["clauses"][0].keys() == {"clause", "heading", "option", "version"}


BELOW = {"procurement.route": "below-threshold", "procurement.pilot_value": "AUD 150,000"}


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"milestones.sensors-up.due": "2026-12-20"}, "milestone-dates"),
        ({"papers": [{"title": "Memo", "date": "2026-12-05", "relation": "under", "rank": "1"}]}, "date-order"),
        ({"contributions.0.by": "2026-01-01"}, "date-order"),
        ({"confirmed": {"liability/cap#insured": {"by": "B", "date": "2026-12-09"}}}, "date-order"),
        (BELOW, "threshold"),
        ({"date": "2023-12-01", "parties.city.approval.date": None}, "far-start"),
    ],
)
def test_every_remark_that_a_final_tells_stands_on_its_sheet(changes: dict[str, Any], rule: str) -> None:
    source = read_tree(Path("spec.yml"), changed(spec_tree("startup-pilot"), changes), stories.NOWHERE)
    [draft] = drafts_of(source, ("pilot-agreement",), is_final=True)
    assert draft.is_sound
    assert draft.sheet
    told = [(each.rule, each.address, each.seen) for each in draft.findings if each.level == "warning"]
    listed = part(draft.sheet, "remarks")
    assert rule in {name for name, _, _ in told}
    assert {address for _, address, _ in told} == {row["address"] for row in listed}
    assert all(any(seen in row["what"] for row in listed) for _, _, seen in told)


def test_a_milestone_after_the_end_keeps_a_final_from_being_made_and_no_draft() -> None:
    late = changed(spec_tree("startup-pilot"), {"milestones.sensors-up.due": "2027-12-31"})
    final, plain = (stories.draft(late, is_final=is_final) for is_final in (True, False))
    told = [(each.level, each.address) for each in final.findings if each.rule == "milestone-dates"]
    assert told == [("error", "milestones.sensors-up.due")]
    assert [each for each in plain.findings if each.level == "error"] == []


def test_a_remark_on_the_spec_stands_on_the_sheet_of_each_document() -> None:
    source = read_tree(Path("spec.yml"), spec_tree("startup-pilot"), stories.NOWHERE)
    assert [each.rule for each in source.remarks] == ["limits"]
    for draft in drafts_of(source, stories.DOCUMENTS, is_final=True):
        assert draft.sheet
        assert [each.address for each in source.remarks] == [row["address"] for row in part(draft.sheet, "remarks")]


@pytest.mark.parametrize("option", ["city-control", "city-owns"])
def test_no_clause_gives_the_city_control_of_data_that_the_register_lets_another_decide_about(option: str) -> None:
    """The register and the clause would say two things; the option does not fit, and a default is passed over."""
    tree = spec_tree("startup-pilot")
    held = f"datasets.{next(iter(tree['datasets']))}"
    choice = {"choices.data/control": {"option": option, "reason": "So it is agreed."}}
    elsewhere = {f"{held}.controller": "maker", f"{held}.processor": "city"}
    assert "requires" not in {each.rule for each in stories.draft(changed(tree, choice)).findings}
    wrong = stories.draft(changed(tree, {**choice, **elsewhere})).findings
    assert [each.level for each in wrong if each.rule == "requires"] == ["error"]
    passed_over = stories.draft(changed(tree, elsewhere))
    assert [each.rule for each in passed_over.findings if each.level == "error"] == ["reason-asked"]
    assert passed_over.selection.issues["data/control"].chosen == "each-own"
