"""What the parties have not settled prints as a gap, never as the answer of the model; and both documents say so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pactwright.document import Clause, Gap, Paragraph, words
from pactwright.drafting import Draft
from pactwright.themes import default_theme
from pactwright.writers import WRITERS
from tests import stories
from tests.assembly.planted import definitions
from tests.consoles import came_of
from tests.stories import DOCUMENTS, Tree, changed, draft, plain, spec_tree

STORY = spec_tree("startup-pilot")


def listed(fact: str, **more: object) -> Tree:
    """The story of the start-up with a choice that is open."""
    return changed(STORY, {"open": [{"fact": fact, "owner": "city", "by": "2026-12-10"}], **more})


def clause(made: Draft, issue: str) -> Clause:
    """The clause of an issue."""
    return next(each for article in made.agreement.articles for each in article.clauses if each.id == issue)


def said(made: Draft, issue: str) -> list[str]:
    """The paragraphs of the clause of an issue."""
    return [plain(words(block.runs)) for block in clause(made, issue).blocks if isinstance(block, Paragraph)]


def everything(made: Draft) -> str:
    """All paragraphs of the agreement, a line each."""
    return plain("\n".join(words(each.runs) for each in made.agreement.paragraphs()))


IP = "[Project IP: City owns, partner may reuse; Each owns what it creates, all can use it; All own together, each free to use and license; All own together, licences after notice; Results released for everybody; Partner owns, city is licensed for ever; Rights split by field; Supplier owns, city may call for a second supplier. The Council to settle by 10 December 2026]"  # noqa: E501 - as it prints


@pytest.mark.parametrize("fact", ["ip/project-ip", "choices.ip/project-ip"])
@pytest.mark.parametrize("document", DOCUMENTS)
def test_an_open_choice_prints_its_heading_and_the_options_on_the_table(fact: str, document: str) -> None:
    made = stories.sound(listed(fact), document)
    assert said(made, "ip/project-ip") == ["Project IP", IP]
    assert clause(made, "ip/project-ip").option == ""
    assert [words(each.what) for each in made.agreement.gaps] == ["Project IP"]
    assert not stories.draft(listed(fact), document, is_final=True).is_sound


@pytest.mark.parametrize("form", ["txt", "html", "json"])
def test_every_form_shows_it(form: str) -> None:
    made = stories.sound(listed("ip/project-ip"))
    text = " ".join(plain(WRITERS[form](made.agreement, default_theme()).decode()).split())
    assert "second supplier. The Council to settle by 10 December 2026]" in text
    assert "owns what it creates and grants" not in text


def test_a_term_whose_home_is_open_is_defined_by_a_gap_and_a_reference_to_its_items_is_to_its_clause() -> None:
    made = stories.sound(listed("data/control"))
    assert definitions(made)["Control"] == "Control means [Control of data: open]."
    number = next(each.label for each in clause(made, "data/control").blocks if isinstance(each, Paragraph))
    assert f"clause {number} lets it use" in everything(made)


def test_what_other_clauses_need_of_an_open_choice_waits() -> None:
    made = stories.sound(listed("governance/structure"))
    assert said(made, "governance/structure")[1].startswith("[Who steers and who runs the work: ")
    gaps = [run for each in made.agreement.paragraphs() for run in each.runs if isinstance(run, Gap)]
    assert "[Who steers and who runs the work: open]" in {each.text for each in gaps}
    assert {each.address for each in gaps} == {"choices.governance/structure"}
    assert len({words(each.what) for each in made.agreement.gaps}) == 1


def test_an_item_that_tests_an_open_choice_stands_behind_a_gap() -> None:
    made = stories.sound(listed("data/control"))
    assert "[Control of data: open] a copy that clause" in everything(made)


CAP = "liability/cap.low_fixed"


def test_an_open_parameter_is_a_gap_in_its_clause_and_in_the_key_terms() -> None:
    made = stories.sound(listed(f"choices.{CAP}"))
    gap = "[Liability cap: the Council to supply by 10 December 2026]"
    assert f"pay more than {gap} (its" in said(made, "liability/cap")[1]
    assert [plain(words(each.runs)) for each in made.agreement.key_terms if each.label == "Liability cap"] == [gap]
    assert [words(each.what) for each in made.agreement.gaps] == ["Liability cap"]


def test_a_key_term_that_only_the_clause_of_another_issue_prints_stands_on_the_first_page() -> None:
    label = "Most for commitments at an early end, of the unearned price"
    for tree, value in ((STORY, "25% *"), (listed("term/term.wind_down_pct"), f"[{label}: the Council to supply by")):
        [row] = (each for each in stories.sound(tree).agreement.key_terms if each.label == label)
        assert plain(words(row.runs)).startswith(value)


def test_an_open_parameter_that_a_condition_tests_leaves_its_items_undecided() -> None:
    made = stories.sound(listed("reward/milestones.holdback_pct"))
    gap = "[Amount held back: the Council to supply by 10 December 2026]"
    assert f"{gap} The Council must pay half of the Holdback" in everything(made)


def test_an_open_parameter_that_may_be_left_out_is_a_gap_where_its_items_would_stand() -> None:
    without, waiting = stories.sound(STORY), stories.sound(listed("term/exit.run_on_cap"))
    run_on = "The Council may require the Sensor Company, by notice at least 10 business days before the Last Day"
    gap = "[Most for a month of running on: the Council to supply by 10 December 2026]"
    assert run_on not in everything(without)
    assert f"{gap} {run_on}" in everything(waiting)
    assert [words(each.what) for each in waiting.agreement.gaps] == ["Most for a month of running on"]


def test_open_wins_over_a_value_that_is_given_as_well_and_says_so() -> None:
    given = {"choices.liability/cap": {"option": "low-fixed", "reason": "A test.", "low_fixed": "AUD 70,000"}}
    made = stories.sound(listed(CAP, **given))
    assert "AUD 70,000" not in everything(made)
    told = [each for each in made.findings if each.rule == "open-and-given"]
    assert [(each.level, each.address) for each in told] == [("warning", "choices.liability/cap.low_fixed")]
    chosen = stories.sound(listed("liability/cap", **given))
    assert said(chosen, "liability/cap")[1].startswith("[Limits of liability: ")
    assert [each.rule for each in chosen.findings] == ["open-and-given"]


def dispute(fact: str, *values: str) -> Tree:
    """The story with two sources that differ on a choice."""
    return changed(
        STORY, {"disputed": [{"fact": fact, "values": [{"value": v, "source": f"letter {v[:1]}"} for v in values]}]}
    )


def test_a_disputed_choice_or_parameter_prints_what_each_source_says() -> None:
    made = stories.sound(dispute("ip/project-ip", "partner-licence", "city-owns"))
    assert said(made, "ip/project-ip")[1] == (
        "[Project IP: partner-licence (letter p) / city-owns (letter c); the Council to settle]"
    )
    assert len(made.agreement.gaps) == 1
    cap = stories.sound(dispute(CAP, "AUD 10,000", "90,000"))
    assert "pay more than [Liability cap: AUD 10,000 (letter A) / 90,000 (letter 9); the Council to settle]" in (
        everything(cap)
    )


def test_an_open_choice_that_the_library_does_not_have_is_refused_where_it_is_listed() -> None:
    made = draft(listed("ip/project-pi"))
    assert [(each.rule, each.address) for each in made.findings] == [("unknown-issue", "open.0.fact")]
    made = draft(listed("liability/cap.lowfixed"))
    assert [(each.rule, each.address) for each in made.findings] == [("unknown-parameter", "open.0.fact")]


def test_an_open_place_is_said_on_the_first_page_and_where_its_law_is_chosen() -> None:
    made = stories.sound(listed("jurisdiction"))
    assert any("on trial under the law of New South Wales" in each for each in made.agreement.notices)
    assert "The law of [Place whose law governs: the Council to supply by 10 December 2026] governs" in everything(made)


def test_a_choice_between_options_that_hangs_on_a_missing_fact_is_open_itself() -> None:
    tree = changed(STORY, {"funding": {"budget": "60000"}, "milestones": None, "money.rate_rule": None})
    made = stories.sound(tree)
    assert said(made, "funding/costs") == ["Costs", "[Price: the Council to supply]"]
    assert said(made, "funding/payment") == ["Payment", "[Price: the Council to supply]"]
    assert "No party owes another a price" not in everything(made)


def test_documents_drafted_one_after_the_other_say_what_each_says_alone() -> None:
    trees = [STORY, listed("ip/project-ip"), listed(CAP), STORY]
    first, open_choice, open_value, again = (stories.sound(each).agreement.articles for each in trees)
    assert first == again
    assert len({first, open_choice, open_value}) == 3


def test_explain_says_what_is_open_and_what_is_on_the_table(tmp_path: Path) -> None:
    spec = tmp_path / "spec.yml"
    spec.write_text(stories.as_yaml(listed("ip/project-ip")), "utf-8")
    told = came_of("explain", spec, "ip/project-ip").out
    assert "ip/project-ip: open" in told
    assert "On the table: city-owns" in told
    [record] = json.loads(came_of("explain", spec, "ip/project-ip", "--json").out)["issues"]
    assert (record["option"], record["awaits"]) == ("open", ["choices.ip/project-ip"])
    assert "partner-licence" in record["on_table"]
