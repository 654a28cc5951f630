"""What somebody must confirm, as `check` and `batch` tell it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.stories import Tree, as_yaml, spec_tree

STORY = spec_tree("startup-pilot")
INSURED, AUTHORITY = "liability/cap#insured", "formation/parties#authority"
UNFAIR = "au-nsw#unfair-terms"
OTHERS = ("funding/grant#terms", "liability/indemnity#scheme", "liability/insurance#sums")
SAID: Tree = {"by": "J. Broker", "date": "2026-11-20"}


def test_check_lists_what_is_to_be_confirmed_and_calls_the_spec_ready(run: Run) -> None:
    Path("spec.yml").write_text(as_yaml({**STORY, "confirmed": {INSURED: SAID}}), "utf-8")
    *lines, last = run("check", "spec.yml").out.splitlines()
    assert last.endswith("; nothing is open, 5 to confirm before signing, ready for a final")
    assert [line for line in lines if f"confirmed.{AUTHORITY}: To be confirmed: each person who signs" in line]
    [spec] = json.loads(run("check", "spec.yml", "--json").out)["specs"]
    assert ([each["address"] for each in spec["to_confirm"]], spec["open"]) == (
        [f"confirmed.{name}" for name in (UNFAIR, AUTHORITY, *OTHERS)],
        [],
    )


def test_draft_counts_it_beside_the_open_points(run: Run) -> None:
    Path("spec.yml").write_text(as_yaml(STORY), "utf-8")
    done = run("draft", "spec.yml", "--document", "pilot-agreement")
    assert "clauses, 6 to confirm)" in done.out
    assert "fill in what is open" not in done.err
    [record] = json.loads(run("draft", "spec.yml", "--document", "pilot-agreement", "--json").out)
    assert (record["open_points"], record["to_confirm"]) == (0, 6)


def test_rows_of_a_batch_say_what_is_confirmed(run: Run) -> None:
    Path("base.yml").write_text(as_yaml(STORY), "utf-8")
    Path("t.csv").write_text(
        f"key,version,confirmed.{INSURED}.by,confirmed.{INSURED}.date\na,2,J. Broker,2026-11-20\nb,3,,\n", "utf-8"
    )
    options = ("--format", "txt", "--document", "pilot-agreement", "-o", "out")
    assert run("batch", "t.csv", "--spec", "base.yml", *options).code == 0
    texts = {path.name[0]: path.read_text("utf-8") for path in sorted(Path("out").glob("*.txt"))}
    assert {key for key, text in texts.items() if INSURED in text} == {"b"}
