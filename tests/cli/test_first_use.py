"""The first hour with the command: what a spec still lacks, what is read and written where, and no long stories."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

from pactwright.cli.options import FORMATS
from tests.cli.conftest import Run, Spec
from tests.commands import ENVIRONMENT, python
from tests.reader import read
from tests.stories import changed, spec_tree
from tests.trees import build_tree

PLAIN = {name: value for name, value in ENVIRONMENT.items() if name not in {"NO_COLOR", "FORCE_COLOR", "TERM"}}
LONG = "x" * 300
HALF = {"pilot.start": None, "parties.maker.email": None}
TWICE = {"twice.yml": "schema: 1\nschema: 1\n"}
"""A spec that is refused before anything else is read."""
AGREEMENT, MOU = "kerb-side-air-quality-pilot-pilot-agreement", "kerb-side-air-quality-pilot-mou"


def test_check_counts_what_is_open_and_says_that_it_is_not_ready(run: Run, spec: Spec) -> None:
    path = spec(changed(spec_tree("startup-pilot"), HALF))
    result = run("check", path)
    *rows, summary = result.out.splitlines()
    told = [row for row in rows if ": open: " in row]
    assert (result.code, result.err) == (0, "")
    assert re.search(
        r"no errors, \d+ remarks?; \d+ open points, 6 to confirm before signing, not ready for a final$", summary
    )
    assert all(re.match(rf"{re.escape(str(path))}:\d+:\d+: open: [a-z_.-]+: .+; .+", row) for row in told)
    assert any(
        "Start date of the pilot; The Council" in row.replace("; End", "; The") or "Start date" in row for row in told
    )


def test_check_for_a_final_refuses_what_a_final_refuses(run: Run, spec: Spec) -> None:
    path = spec(changed(spec_tree("startup-pilot"), HALF))
    checked, drafted = run("check", "--final", path), run("draft", "--final", path)
    assert (checked.code, drafted.code) == (1, 1)
    errors = [line for line in checked.out.splitlines() if " error: " in line]
    assert errors == [line for line in drafted.err.splitlines() if " error: " in line]
    assert checked.out.splitlines()[-1].endswith(", not ready for a final")
    assert run("check", "--final", spec()).code == 0


def test_what_is_open_stands_in_the_record_too(run: Run, spec: Spec) -> None:
    record = json.loads(run("check", spec(changed(spec_tree("startup-pilot"), HALF)), "--json").out)
    [half] = record["specs"]
    assert not half["is_ready"]
    assert {"address", "what", "owner", "by", "place"} <= half["open"][0].keys()
    assert len(half["open"]) >= 2


def test_of_a_folder_it_is_said_how_many_specs_are_ready(run: Run, spec: Spec) -> None:
    spec("startup-pilot", "specs/ready.yml")
    spec(changed(spec_tree("startup-pilot"), HALF), "specs/half.yml")
    assert run("check", "specs").out.splitlines()[-1].endswith(", 1 of 2 specs are ready for a final")


def test_the_front_page_says_how_much_is_open(run: Run, spec: Spec, tmp_path: Path) -> None:
    for tree, told in (
        (spec_tree("startup-pilot"), "No gap is left in this draft; a final can be made of it."),
        (changed(spec_tree("startup-pilot"), {"date": None}), "One point is open, as the list below says;"),
        (changed(spec_tree("startup-pilot"), HALF), " points are open, as the list below says;"),
    ):
        assert run("draft", spec(tree), "--document", "pilot-agreement", "-o", "it.docx", "--force").code == 0
        front = [each.text for each in read((tmp_path / "it.docx").read_bytes()).paragraphs[:40]]
        assert any(told in line for line in front), front
    assert run("draft", "--final", spec(), "--document", "mou", "-o", "final.docx").code == 0
    text = " ".join(each.text for each in read((tmp_path / "final.docx").read_bytes()).paragraphs)
    assert "No gap is left" not in text
    assert "that somebody is to confirm" not in text


def test_notes_are_written_under_another_name_and_say_that_they_are_internal(
    run: Run, spec: Spec, tmp_path: Path
) -> None:
    assert run("draft", spec(), "--document", "mou").code == 0
    plain = (tmp_path / f"{MOU}.docx").read_bytes()
    assert run("draft", spec(), "--document", "mou", "--notes", "city").code == 0
    assert (tmp_path / f"{MOU}.docx").read_bytes() == plain
    internal = read((tmp_path / f"{MOU}-internal-city.docx").read_bytes())
    assert any(each.text.startswith("Internal: ") for each in internal.paragraphs[:40])
    assert not any(each.text.startswith("Internal: ") for each in read(plain).paragraphs)


def test_standard_input_is_a_spec_for_every_command_that_reads_one(
    run: Run, spec: Spec, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is typed to a process of its own is read by one that refuses it, too."""
    text = spec().read_text("utf-8")
    for words in (("check", "-"), ("explain", "-", "liability/cap"), ("draft", "-", "--document", "mou")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        done = run(*words)
        assert (done.code, done.err.count("error")) == (0, 0), done.err
    assert (tmp_path / f"{MOU}.docx").exists()
    wrong = python("-m", "pactwright", "check", "-", folder=tmp_path, typed=text.replace("schema:", "shcema:"))
    assert wrong.returncode == 1
    assert re.match(r"stdin:\d+:\d+: error: ", wrong.stdout)


@pytest.mark.parametrize("form", ["txt", "html", "json"])
def test_one_text_can_be_written_to_standard_output(run: Run, spec: Spec, tmp_path: Path, form: str) -> None:
    words = ("draft", spec(), "--document", "mou", "--format", form)
    done = run(*words, "-o", "-")
    assert run(*words, "-o", f"it.{form}").code == 0
    assert done.code == 0
    assert done.out == (tmp_path / f"it.{form}").read_text("utf-8")
    assert done.err.splitlines()[-1].startswith("- (")


def test_a_process_of_its_own_writes_the_same_text_to_its_standard_output(run: Run, spec: Spec, tmp_path: Path) -> None:
    words = ("draft", spec(), "--document", "mou", "--format", "txt", "-o", "-")
    done, came = python("-m", "pactwright", *words, folder=tmp_path), run(*words)
    assert (done.returncode, done.stdout, done.stderr) == (0, came.out, came.err)


@pytest.mark.parametrize(
    "words", [("--document", "mou"), ("--format", "txt"), ("--document", "mou", "--format", "txt", "--json")]
)
def test_standard_output_takes_one_text_and_nothing_else(run: Run, spec: Spec, words: tuple[str, ...]) -> None:
    result = run("draft", spec(), *words, "-o", "-")
    assert (result.code, result.out) == (2, "")


@pytest.mark.parametrize("ending", [*FORMATS, *(each.upper() for each in FORMATS), "odt", "doc", "md", "yml", "zip"])
@pytest.mark.parametrize("form", [each for each in FORMATS if each != "pdf"])
def test_a_name_with_an_ending_is_that_file_or_refused(
    run: Run, spec: Spec, tmp_path: Path, ending: str, form: str
) -> None:
    result = run("draft", spec(), "--document", "mou", "--format", form, "-o", f"it.{ending}")
    made = sorted(each.name for each in tmp_path.iterdir() if each.name != "spec.yml")
    if ending.lower() == form:
        assert (result.code, made) == (0, [f"it.{ending}"])
        return
    assert (result.code, made, result.err.count("\n")) == (2, [], 1)
    fix = re.search(r"add --format (\w+)", result.err)
    assert (fix[1] if fix else "") == (ending.lower() if ending.lower() in FORMATS else "")


@pytest.mark.parametrize("name", ["out", "round.2", ".drafts"])
def test_a_name_without_an_ending_is_a_folder(run: Run, spec: Spec, tmp_path: Path, name: str) -> None:
    assert run("draft", spec(), "--document", "mou", "-o", name).code == 0
    assert (tmp_path / name / f"{MOU}.docx").exists()


@pytest.mark.parametrize("name", ["x.docx", "x", "x.json", "x.yml.bak"])
def test_new_refuses_what_is_no_spec(run: Run, tmp_path: Path, name: str) -> None:
    result = run("new", name)
    assert (result.code, result.out, list(tmp_path.iterdir())) == (2, "", [])
    assert "ends in .yml or .yaml" in result.err


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "1", "TERM": "dumb"}, True),
    ],
)
def test_colours_are_used_as_the_environment_says(
    run: Run,
    spec: Spec,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    *,
    coloured: bool,
) -> None:
    """Of what is refused in a process of its own, of what is explained in this one."""
    path = build_tree(tmp_path, TWICE) / "twice.yml"
    done = python("-m", "pactwright", "check", path, folder=tmp_path, environment={**PLAIN, **environment})
    assert ("\x1b[" in done.stdout + done.stderr) == coloured
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    came = run("explain", spec("startup-pilot", "good.yml"))
    assert ("\x1b[" in came.text) == coloured


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb"), ("TERM", "xterm")])
def test_on_a_terminal_colours_are_left_out_where_they_are_not_wanted(tmp_path: Path, name: str, value: str) -> None:
    path = build_tree(tmp_path, TWICE) / "twice.yml"
    code = (
        "import os, pty, sys\n"
        "def heard(fd):\n    said = os.read(fd, 4096)\n    seen.append(said)\n    return b''\n"
        f"seen = []; pty.spawn([sys.executable, '-m', 'pactwright', 'check', {str(path)!r}], heard)\n"
        "print(b'\\x1b[3' in b''.join(seen))"
    )
    done = python("-c", code, environment={"TERM": "xterm", **PLAIN, name: value})
    assert done.stdout.splitlines()[-1] == str(value == "xterm"), done.stderr


def test_a_reader_that_has_had_enough_is_no_error() -> None:
    """Of a command of a group, line by line, of a command beside it, at once, and of the help."""
    for words in ("clauses list", "schema", "--help"):
        line = f"set -o pipefail; {sys.executable} -m pactwright {words} | head -1"
        done = python(
            "-c", "import subprocess, sys; sys.exit(subprocess.run(['bash', '-c', sys.argv[1]]).returncode)", line
        )
        assert (done.returncode, done.stderr) == (0, ""), words


def test_the_spec_is_asked_for_where_only_an_issue_is_named(run: Run) -> None:
    result = run("explain", "liability/cap")
    assert result.code == 2
    assert "give the spec first, as in pactwright explain spec.yml liability/cap" in result.err


def test_a_file_with_notes_is_verified_as_what_it_is(run: Run, spec: Spec, tmp_path: Path) -> None:
    assert run("draft", spec(), "--document", "mou", "--notes", "city").code == 0
    file = tmp_path / f"{MOU}-internal-city.docx"
    assert read(file.read_bytes()).custom["status"] == "internal"
    result = run("verify", file, "--spec", "spec.yml")
    assert (result.code, result.out) == (0, f"{file}: is what the spec gives, part for part (mou, internal)\n")
