"""What a draft leaves out is said once, in one line; what would bind nobody is no remark but an error."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Spec
from tests.stories import changed, spec_tree

TERM = {"party": "maker", "duty": "train two people", "by": "2027-05-01", "otherwise": "the Council may hire"}
UNIVERSITY = {"name": "Example University", "side": "independent", "kind": "university", "called": "the Evaluator"}


def test_what_stands_nowhere_is_said_once_and_listed_where_it_is_asked_for(run: Run, spec: Spec) -> None:
    path, formats = spec("startup-pilot"), ("--format", "docx", "--format", "txt")
    said = run("draft", path, "--document", "mou", *formats, "-o", "out").err.splitlines()
    assert len([line for line in said if " not-printed: " in line]) == 1
    assert len(said) == len(set(said))
    verbose = run("draft", path, "--document", "mou", "-o", "more", "--verbose").err
    [record] = json.loads(run("draft", path, "--document", "mou", "-o", "data", "--json").out)
    assert "milestones.sensors-up.deliverable" in record["not_printed"]
    assert all(f"not printed: {address}\n" in verbose for address in record["not_printed"])


def test_what_another_document_of_the_run_holds_needs_no_word(run: Run, spec: Spec) -> None:
    both = ("--document", "mou", "--document", "pilot-agreement")
    records = json.loads(run("draft", spec("startup-pilot"), *both, "-o", "out", "--json").out)
    assert not [each for each in records[1]["findings"] if each["rule"] == "not-printed"]
    assert "milestones.sensors-up.deliverable" not in records[0]["not_printed"]


def test_a_special_term_that_no_document_of_the_project_holds_is_an_error(run: Run, spec: Spec) -> None:
    tree = changed(spec_tree("startup-pilot"), {"special_terms": [TERM, TERM], "documents": ["mou"]})
    (house := Path("our-city", "general", "general")).mkdir(parents=True)
    for option in ("full", "short"):
        house.joinpath(f"{option}.md").write_text("---\noverlay: yes\nitems:\n  special: {drop: yes}\n---\n", "utf-8")
    refused = run("draft", spec(tree), "--library", "our-city", "-o", "out")
    assert refused.code == 1
    errors = [line for line in refused.err.splitlines() if " error: " in line]
    assert len(errors) == 2
    assert all("special-term: this special term stands in no document of the project" in line for line in errors)
    assert run("draft", spec(tree), "-o", "out").code == 0


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ({"liability/cap": "low-fixed"}, "liability/cap does not stand in a memorandum of understanding"),
        ({"operations/site": {"safe_hours": "3"}}, "operations/site does not stand in a memorandum of understanding"),
        (
            {"formation/status": "fully-binding"},
            (
                "fully-binding has no wording for a memorandum of understanding; "
                "one of hybrid, letter-of-intent, non-binding, unilateral-commitment"
            ),
        ),
        (
            {"term/term": {"option": "mutual-notice", "wind_down_pct": "40"}},
            "wind_down_pct stands in no document of the project",
        ),
    ],
)
def test_a_choice_that_a_memorandum_alone_cannot_hold_is_refused(
    run: Run, spec: Spec, choice: dict[str, object], said: str
) -> None:
    alone = changed(spec_tree("startup-pilot"), {"documents": ["mou"], "choices": choice})
    refused = run("draft", spec(alone), "-o", "out")
    assert refused.code == 1
    told = [line.partition("unheld-choice: ")[2] for line in refused.err.splitlines() if " error: " in line]
    assert told == [f"{said}; add pilot-agreement to documents or take it out"]
    assert run("draft", spec({**alone, "documents": ["mou", "pilot-agreement"]}), "-o", "both").code == 0


@pytest.mark.parametrize("documents", [(), ("--document", "mou")])
def test_a_memorandum_beside_an_agreement_says_which_choice_it_does_not_take(
    run: Run, spec: Spec, documents: tuple[str, ...]
) -> None:
    path = spec(changed(spec_tree("startup-pilot"), {"choices": {"liability/cap": "low-fixed"}}))
    said = run("draft", path, *documents, "-o", "out")
    assert said.code == 0
    [told] = [line for line in said.err.splitlines() if "liability/cap" in line]
    assert told.endswith(
        ": note: not-in-document: liability/cap does not stand in a memorandum of understanding; "
        "it takes effect in a pilot agreement"
    )


def test_a_cell_that_gives_a_duty_to_who_does_not_sign_is_refused_where_it_stands(run: Run, spec: Spec) -> None:
    path = spec(changed(spec_tree("startup-pilot"), {"parties.uni": UNIVERSITY}))
    Path("rows.csv").write_text("key,milestones.sensors-up.payee\na,maker\nb,uni\n", encoding="utf-8")
    result = run("batch", "rows.csv", "--spec", path, "-o", "out", "--document", "pilot-agreement")
    assert result.code == 3
    [told] = [line for line in result.err.splitlines() if "unbound" in line]
    assert told.startswith("rows.csv:3:3: error: unbound: ") or "rows.csv:3:" in told
    assert '"uni" does not sign' in told
    assert len(list(Path("out").glob("*.docx"))) == 1
