"""A spec in several files is the same spec, and what is wrong is told in the file where it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.batch.runs import names
from tests.cli.conftest import Run
from tests.stories import as_yaml, spec_tree

TREE = spec_tree("startup-pilot")
PARTY, OTHER = TREE["parties"]


def parted(folder: Path, name: str = "spec.yml", **more: str) -> Path:
    """The story as a spec in three files: what the council fills in, what the company does, and the rest."""
    rest = {key: value for key, value in TREE.items() if key not in {"parties", "pilot"}}
    parts = {
        name: {"include": ["council.yml", "company/part.yml"], **rest},
        "council.yml": {"parties": {PARTY: TREE["parties"][PARTY]}, "pilot": TREE["pilot"]},
        "company/part.yml": {"parties": {OTHER: TREE["parties"][OTHER]}},
    }
    for part, tree in parts.items():
        (folder / part).parent.mkdir(parents=True, exist_ok=True)
        (folder / part).write_text(as_yaml(tree) + more.get(part, ""), "utf-8")
    return folder / name


def test_the_files_together_are_the_spec(run: Run, tmp_path: Path) -> None:
    parted(tmp_path)
    (tmp_path / "whole").mkdir()
    (tmp_path / "whole" / "spec.yml").write_text(as_yaml(TREE), "utf-8")
    for spec, out in (("spec.yml", "a"), ("whole/spec.yml", "b")):
        assert run("draft", spec, "--document", "pilot-agreement", "-o", out).code == 0
    [name] = names(tmp_path / "a")
    assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()
    assert run("verify", f"a/{name}", "--spec", "whole/spec.yml").code == 0
    assert run("explain", "spec.yml").out == run("explain", "whole/spec.yml").out


def test_each_problem_is_told_in_its_own_file(run: Run, tmp_path: Path) -> None:
    parted(tmp_path)
    for part, old, new in (
        ("council.yml", "side: public", "side: pubic"),
        ("company/part.yml", "kind: company", "kind: compny"),
        ("spec.yml", "schema: '1'", "schema: '2'"),
    ):
        path = tmp_path / part
        assert old in path.read_text("utf-8")
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    told = [line for line in run("check", "spec.yml").out.splitlines() if ": error: " in line]
    assert sorted(line.split(":")[0] for line in told) == ["company/part.yml", "council.yml", "spec.yml"]


def test_two_values_for_one_address_name_both_places(run: Run, tmp_path: Path) -> None:
    parted(tmp_path, **{"company/part.yml": "date: 2026-12-02\npilot:\n  start: 2027-02-02\n"})
    told = [line for line in run("check", "spec.yml").out.splitlines() if ": error: " in line]
    assert len(told) == 2
    for line, first in zip(sorted(told), ("spec.yml:", "council.yml:"), strict=True):
        assert line.startswith("company/part.yml:")
        assert f"two-values: this has a value here and another one at {first}" in line


def test_a_value_that_one_file_leaves_empty_may_stand_in_another(run: Run, tmp_path: Path) -> None:
    parted(tmp_path, **{"company/part.yml": "date:\npilot:\n  start:\n"})
    assert run("check", "spec.yml").code == 0


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("../outside.yml", "leads out of the folder"),
        ("/etc/passwd.yml", "leads out of the folder"),
        ("link.yml", "leads out of the folder"),
        ("C:\\x.yml", "leads out of the folder"),
        ("notes.txt", "does not end in .yml"),
        ("spec.yml", "includes itself"),
        ("round.yml", "includes itself"),
        ("nowhere.yml", "nowhere.yml: cannot be read: No such file"),
        ("folder.yml", "folder.yml: is a folder"),
        ("[council.yml, council.yml]", "is included twice"),
        ("deep-0.yml", "at most 5 lead from one file to the next"),
        ("{a: b}", "what stands here is no name of a file"),
        ("empty.yml", "the file is empty"),
    ],
)
def test_what_cannot_be_included_is_one_error(run: Run, tmp_path: Path, entry: str, told: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (tmp_path / "outside.yml").write_text("date: 2026-12-01\n", "utf-8")
    (folder / "link.yml").symlink_to(tmp_path / "outside.yml")
    (folder / "folder.yml").mkdir()
    for name, text in {
        "notes.txt": "version: 1\n",
        "council.yml": "version: 1\n",
        "empty.yml": "",
        "round.yml": "include: back.yml\n",
        "back.yml": "include: [round.yml]\n",
        **{f"deep-{n}.yml": f"include: deep-{n + 1}.yml\n" for n in range(9)},
    }.items():
        (folder / name).write_text(text, "utf-8")
    tree = {key: value for key, value in TREE.items() if key != "version"}
    (folder / "spec.yml").write_text(f"include: {entry}\n{as_yaml(tree)}", "utf-8")
    result = run("check", "in/spec.yml")
    errors = [line for line in result.out.splitlines() if ": error: " in line]
    assert (result.code, len(errors)) == (1, 1), result.out
    assert told in errors[0]


def test_in_a_folder_of_specs_a_part_is_no_spec_of_its_own(run: Run, tmp_path: Path) -> None:
    parted(tmp_path / "specs", "north.yml")
    assert run("check", "specs").code == 0
    done = run("batch", "specs", "-o", "out", "--document", "mou", "--format", "txt")
    made = [name for name in names(tmp_path / "out") if not name.startswith("errors.")]
    assert (done.code, made) == (0, ["manifest.jsonl", "north-mou.txt"])
    part = tmp_path / "specs" / "council.yml"
    part.write_text(part.read_text("utf-8").replace(TREE["parties"][PARTY]["name"], "Another Council"), "utf-8")
    again = json.loads(run("batch", "specs", "-o", "out", "--document", "mou", "--format", "txt", "--json").out)
    assert again["made"] == 1
    assert "Another Council" in " ".join((tmp_path / "out" / "north-mou-v2.txt").read_text("utf-8").split())


def test_a_base_may_be_in_several_files_too(run: Run, tmp_path: Path) -> None:
    parted(tmp_path, "base.yml")
    (tmp_path / "rows.csv").write_text("key,pilot.start\na,2027-02-01\nb,soon\n", "utf-8")
    result = run("batch", "rows.csv", "--spec", "base.yml", "-o", "out", "--document", "mou", "--format", "txt")
    assert result.code == 3
    assert "rows.csv:3:2: error: date" in result.err
    assert "a-mou.txt" in names(tmp_path / "out")


def test_an_editor_knows_the_key(run: Run) -> None:
    assert json.loads(run("schema").out)["properties"]["include"]["type"] == "array"
