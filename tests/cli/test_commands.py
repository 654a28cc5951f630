"""Every command: its help, its examples, its exit codes, and one line for a mistake."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from pactwright import __version__
from pactwright.cli.app import pactwright
from pactwright.library.places import models
from pactwright.question_sheet import SHEETS
from pactwright.writers import WRITERS
from tests.cli.conftest import Run, Spec
from tests.commands import python
from tests.stories import ROOT, changed, spec_tree
from tests.trees import build_tree

HEAVY = ("msgspec", "jinja2", "lxml", "docx", "docxtpl", "rich", "python_calamine", "multiprocessing")


def commands(group: click.Group = pactwright, *above: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command and group, with the words that call it."""
    for name, command in group.commands.items():
        yield (*above, name), command
        if isinstance(command, click.Group):
            yield from commands(command, *above, name)


ALL = dict(commands())
SINGLE = {words: command for words, command in ALL.items() if not isinstance(command, click.Group)}


def examples(command: click.Command) -> list[str]:
    """The example lines of a command's help."""
    return re.findall(r"^\s+(pactwright .+)$", command.help or "", flags=re.MULTILINE)


EXAMPLES = [line for command in SINGLE.values() for line in examples(command)]


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_command_has_help_and_says_what_it_does(run: Run, words: tuple[str, ...]) -> None:
    for flag in ("--help", "-h"):
        result = run(*words, flag)
        assert (result.code, result.out[:7]) == (0, "Usage: ")
    command = ALL[words]
    assert (command.help or "").split("\n")[0].endswith(".")
    assert all(p.help for p in command.params if isinstance(p, click.Option)), "an option without a word of help"


@pytest.mark.parametrize("words", SINGLE, ids=" ".join)
def test_every_command_has_an_example(words: tuple[str, ...]) -> None:
    assert examples(SINGLE[words])
    assert all(line.startswith(" ".join(("pactwright", *words))) for line in examples(SINGLE[words]))


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_runs(run: Run, spec: Spec, tmp_path: Path, line: str) -> None:
    for folder in ("clauses", "seeds", "templates") if re.search(r" (?:clauses|templates)(?:/|$)", line) else ():
        shutil.copytree(ROOT / folder, tmp_path / folder)
    path = spec("startup-pilot", "examples/startup-pilot/spec.yml")
    if "agreement.docx" in line:
        assert run("draft", path, "--document", "pilot-agreement", "-o", "agreement.docx").code == 0
    if "--answers" in line:
        (tmp_path / "answers.yml").write_text("goal: proof\npartner: startup\n", "utf-8")
    for name, side in (("ours.yml", "public"), ("theirs.yml", "partner")) if "ours.yml" in line else ():
        (tmp_path / name).write_text(f"schema: 1\nparty: {side}\nissues:\n  term/term: {{}}\n", "utf-8")
    if "base.yml" in line:
        spec("startup-pilot", "base.yml")
        (tmp_path / "pilots.csv").write_text("key,project.title\nnorth,North Street\n", "utf-8")
    if "specs/" in line or "verify out/" in line:
        spec("startup-pilot", "specs/north.yml")
    if "verify out/" in line:
        assert run("batch", "specs", "-o", "out").code == 0
    called, _, target = line.partition(" > ")
    result = run(*shlex.split(called)[1:])
    assert result.code == 0, result.err
    assert result.out.strip() or "check" in called
    if target:
        json.loads(result.out)


@pytest.mark.parametrize("words", [(), *(words for words in ALL if words not in SINGLE)], ids=" ".join)
def test_a_group_without_a_command_shows_its_commands_and_is_no_mistake(run: Run, words: tuple[str, ...]) -> None:
    result = run(*words)
    group = ALL.get(words, pactwright)
    assert isinstance(group, click.Group)
    assert all(name in result.out for name in group.commands)
    assert (result.code, result.err) == (0, "")


def test_the_version(run: Run) -> None:
    result = run("--version")
    assert result.code == 0
    assert result.out == f"pactwright, version {__version__}\n"


@pytest.mark.parametrize(("typed", "meant"), [("drat", "draft"), ("chek", "check"), ("clause", "clauses")])
def test_an_unknown_command_is_answered_with_the_nearest(run: Run, typed: str, meant: str) -> None:
    result = run(typed, "spec.yml")
    assert result.code == 2
    assert f"No such command '{typed}'" in result.err
    assert meant in result.err.split(typed, 1)[1]


@pytest.mark.parametrize(
    "words",
    [
        ("draft",),
        ("draft", "spec.yml", "--document", "treaty"),
        ("draft", "spec.yml", "--format", "odt"),
        ("draft", "spec.yml", "--no-such-flag"),
        ("draft", "."),
        ("check",),
        ("check", "nowhere.yml"),
        ("explain",),
        ("explain", "spec.yml", "liability/cup"),
        ("clauses", "show"),
        ("clauses", "show", "liability/cup"),
        ("clauses", "show", "liability/cap/low-fixd"),
        ("clauses", "show", "liability/cap", "--jurisdiction", "nz"),
        ("clauses", "list", "--barrier", "fear"),
        ("clauses", "no-such-thing"),
        ("new", "spec.yml"),
        ("new", "other.yml", "--jurisdiction", "au-nws"),
        ("new", "other.yml", "--model", "treaty"),
        ("schema", "--jurisdiction", "nz"),
        ("schema", "--library", "nowhere"),
        ("verify", "spec.yml"),
        ("verify", "spec.yml", "--spec", "spec.yml"),
        ("verify", "nowhere.docx", "--spec", "spec.yml"),
        ("batch", "spec.yml"),
        ("batch", "nowhere.csv", "--spec", "spec.yml", "-o", "out"),
        ("batch", "spec.yml", "-o", "out", "--shard", "two"),
        ("batch", "spec.yml", "-o", "out", "--processes", "0"),
        ("batch", "spec.yml", "-o", "out", "--format", "pdf"),
    ],
)
def test_wrong_usage_is_said_in_a_line_or_two_and_exits_with_two(run: Run, spec: Spec, words: tuple[str, ...]) -> None:
    spec()
    result = run(*words)
    assert result.code == 2
    assert result.out == ""
    assert 1 <= len(result.err.splitlines()) <= 4


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("explain", "spec.yml", "liability/cup"), 'did you mean "liability/cap"?'),
        (("clauses", "show", "liability/cap/low-fixd"), 'did you mean "liability/cap/low-fixed"?'),
        (("new", "other.yml", "--jurisdiction", "au-nws"), 'did you mean "au-nsw"?'),
    ],
)
def test_a_near_miss_is_named(run: Run, spec: Spec, words: tuple[str, ...], hint: str) -> None:
    spec()
    assert hint in run(*words).err


def test_check_tells_every_problem_in_one_run_with_its_place(run: Run, spec: Spec) -> None:
    wrong = {"parties.city.kind": "citty", "pilot.end": "2026-13-01", "funding.price": "lots", "project.titel": "x"}
    wrong |= {"milestones.final-report.payee": "makr"}
    right = {"choices": {"liability/cap": "low-fixed"}, "funding.stages": None}
    path = spec(changed(spec_tree("startup-pilot"), {**wrong, **right}))
    result = run("check", path)
    assert result.code == 1
    for rule in ("party-kind", "date", "money", "unknown-key", "unknown-party"):
        assert re.search(rf"^{re.escape(str(path))}:\d+:\d+: error: {rule}: ", result.out, re.MULTILINE), rule
    lines = [int(number) for number in re.findall(r":(\d+):\d+: error", result.out)]
    assert lines == sorted(lines)
    assert f"{path}: 5 errors, 0 remarks" in result.out


def test_check_tells_problems_of_choices_together_too(run: Run, spec: Spec) -> None:
    choices = {
        "liability/cup": "low-fixed",
        "liability/cap": {"option": "low-fixd", "multiple": "two"},
        "formation/purpose": "none",
        "funding/payment": {"option": "milestone", "pay_days": "400", "reason": "x"},
    }
    result = run("check", spec(changed(spec_tree("startup-pilot"), {"choices": choices})))
    assert result.code == 1
    for rule in ("unknown-issue", "unknown-option", "required-issue", "out-of-range"):
        assert f" {rule}: " in result.out
    assert 'did you mean "liability/cap"?' in result.out


EVERY_KIND = """\
schema: 1
modle: startup-pilot
jurisdiction: au-nws
date: 0
project: {title: X}
parties:
  a: {name: Alpha, side: public, kind: citty, called: the Council}
  b: {name: " alpha ", side: partner, kind: company, called: the Company}
choices:
  liability/cap: {option: low-fixd}
  ip/projectip: partner-licence
  term/term: {term_months: 900}
pilot: {start: 2027-03-01, end: 2027-01-01}
milestones: {m: {payer: zed}}
"""


def test_problems_of_every_kind_come_in_one_run_in_the_order_of_the_file(run: Run, tmp_path: Path) -> None:
    """A key nobody knows hides neither a wrong option of the library nor a figure out of range."""
    (tmp_path / "bad.yml").write_text(EVERY_KIND, "utf-8")
    told = run("check", "bad.yml").out.splitlines()
    assert [re.split(": error: |: ", line)[:2] for line in told[:-1]] == [
        ["bad.yml:2:1", "unknown-key"],
        ["bad.yml:3:1", "unknown-jurisdiction"],
        ["bad.yml:4:1", "date"],
        ["bad.yml:7:34", "party-kind"],
        ["bad.yml:8:7", "party-name"],
        ["bad.yml:10:3", "unknown-option"],
        ["bad.yml:11:3", "unknown-issue"],
        ["bad.yml:12:15", "out-of-range"],
        ["bad.yml:13:28", "pilot-dates"],
        ["bad.yml:14:18", "unknown-party"],
    ]
    assert told[-1] == "bad.yml: 10 errors, 0 remarks"


def test_a_sound_spec_checks_clean(run: Run, spec: Spec) -> None:
    result = run("check", spec())
    assert (result.code, result.err) == (0, "")
    assert re.search(
        r": no errors, \d remarks?; nothing is open, 6 to confirm before signing, ready for a final\n$", result.out
    )


def test_check_as_json_parses_with_and_without_errors(run: Run, spec: Spec) -> None:
    sound = json.loads(run("check", spec(), "--json").out)
    assert (sound["specs"][0]["is_ready"], sound["specs"][0]["open"]) == (True, [])
    assert all(each["level"] != "error" for each in sound["findings"])
    wrong = run("check", spec(changed(spec_tree("startup-pilot"), {"pilot.end": "soon"}), "wrong.yml"), "--json")
    assert wrong.code == 1
    [record] = [each for each in json.loads(wrong.out)["findings"] if each["level"] == "error"]
    assert (record["rule"], record["address"]) == ("date", "pilot.end")
    assert record["place"].startswith(str(Path("wrong.yml").resolve()))


def test_a_library_with_a_mistake_is_told_with_its_file(run: Run, tmp_path: Path) -> None:
    for folder in ("clauses", "seeds", "templates"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    file = tmp_path / "clauses" / "liability" / "cap" / "low-fixed.md"
    file.write_text(file.read_text("utf-8").replace("stance: ", "stanze: ", 1), "utf-8")
    result = run("check", "clauses")
    assert result.code == 1
    assert re.search(r"^clauses/liability/cap/low-fixed\.md:\d+:\d+: error: ", result.out, re.MULTILINE)


@pytest.mark.parametrize("beside", [(), ("seeds",)], ids=["alone", "with seeds"])
def test_a_library_is_read_under_whatever_name_it_has_and_never_the_one_beside_it(
    run: Run, tmp_path: Path, beside: tuple[str, ...]
) -> None:
    for folder, name in {"clauses": "my-lib", **{each: each for each in beside}}.items():
        shutil.copytree(ROOT / folder, tmp_path / name)
    build_tree(tmp_path / "clauses", {"vocabulary.yml": "nothing: to read\n"})
    file = tmp_path / "my-lib" / "jurisdictions" / "us-ca" / "jurisdiction.yml"
    file.write_text(file.read_text("utf-8").replace("language: ", "tongue: ", 1), "utf-8")
    result = run("check", "my-lib")
    assert result.code == 1
    *told, counted = result.out.splitlines()
    assert counted.startswith("my-lib: ")
    assert {line.partition(":")[0] for line in told} == {"my-lib/jurisdictions/us-ca/jurisdiction.yml"}


def test_in_a_folder_of_specs_each_spec_is_checked_and_named(run: Run, spec: Spec) -> None:
    spec("startup-pilot", "specs/good.yml")
    spec(changed(spec_tree("startup-pilot"), {"pilot.end": "soon"}), "specs/north/spec.yml")
    spec(changed(spec_tree("california"), {"pilot.end": "later"}), "specs/south.yaml")
    result = run("check", "specs")
    assert result.code == 1
    errors = [line for line in result.out.splitlines() if " error: " in line]
    assert [line.partition(":")[0] for line in errors] == ["specs/north/spec.yml", "specs/south.yaml"]
    assert result.out.splitlines()[-1].startswith("specs: 2 errors, ")


def test_a_folder_with_a_table_of_a_house_library_is_checked_as_one(run: Run, tmp_path: Path) -> None:
    build_tree(tmp_path / "house", {"defaults.yml": "funding/nothing:\n  pay_days: 14\n"})
    result = run("check", "house")
    assert result.code == 1
    assert "house/defaults.yml:1:1: error: unknown-issue:" in result.out


def test_kinds_of_project_are_listed_and_shown_over_a_house(run: Run) -> None:
    assert "street-sensors  Street sensors: fixed devices" in run("clauses", "kinds").out
    house = ("--library", ROOT / "examples" / "house")
    ours, theirs = (run("clauses", "kinds", "street-sensors", *more).out for more in ((), house))
    assert "# Neither side controls the street" in ours
    assert "# Our own insurance covers what hangs on our lamp posts." in theirs
    assert "is not a kind of project; one of lighting" in run("clauses", "kinds", "lightning").err


def test_explain_names_the_reason_the_others_and_what_is_open(run: Run, spec: Spec) -> None:
    whole = run("explain", spec())
    one = run("explain", spec(), "liability/cap")
    assert whole.code == one.code == 0
    assert re.search(r"(?m)^clause [0-9]+  liability/cap: low-fixed \(chosen by the model\)$", one.out)
    assert "Passed over: contribution-multiple." in one.out
    assert "  Passed over: own-loss. It requires that no partner is paid money." in one.out
    assert re.search(r"(?m)^  risk site-damage: whoever causes it.* \(clause [0-9.]+\)$", one.out)
    numbers = [int(each) for each in re.findall(r"(?m)^clause ([0-9]+)  ", whole.out)]
    assert numbers == sorted(numbers)
    assert len(whole.out.splitlines()) >= 44
    assert "funding/payment: none" in run("explain", spec(), "--document", "mou").out


def test_what_asks_a_reason_is_shown_and_explained_at_both_sides(run: Run, spec: Spec) -> None:
    because = "(the city would own all results and pay nothing for them)"
    shown = run("clauses", "show", "ip/project-ip/city-owns").out
    unpaid = "no-effect or no-procurement or market-sounding or open-call or aggregation"
    asks = f"Asks a reason with procurement/basis: {unpaid} {because} "
    assert asks in " ".join(shown.split())
    choices = {"ip/project-ip": {"option": "city-owns", "reason": "A map of ours."}, "funding/costs": "each-own"}
    path = spec(changed(spec_tree("startup-pilot"), {"funding.price": "nil", "milestones": None, "choices": choices}))
    for side in ("ip/project-ip", "funding/costs"):
        explained = run("explain", path, side, "--document", "pilot-agreement").out
        assert f"  asks a reason: ip/project-ip: city-owns meets funding/costs: each-own {because}\n" in explained


@pytest.mark.parametrize(
    "words",
    [
        "explain spec.yml --json",
        "explain spec.yml liability/cap --json",
        "clauses list --json",
        "clauses list --barrier fear-of-failure --json",
        "clauses show liability/cap --json",
        "clauses show liability/cap/low-fixed --json",
        "schema",
        "schema --jurisdiction us-ca",
    ],
)
def test_json_parses(run: Run, spec: Spec, words: str) -> None:
    spec()
    result = run(*words.split())
    assert result.code == 0
    assert json.loads(result.out)


def test_a_new_spec_checks_without_an_error_and_can_be_drafted(run: Run) -> None:
    for model in ("startup-pilot", "demonstrator", "research-pilot", "alliance-light", "alliance-full"):
        for place in ("au-nsw", "us-ca"):
            name = f"{model}-{place}.yml"
            assert run("new", name, "--model", model, "--jurisdiction", place).code == 0
            assert run("check", name).code == 0
            assert run("draft", name, "-o", f"out-{model}-{place}", "--format", "txt").code == 0


def test_new_does_not_write_over_a_spec(run: Run, spec: Spec) -> None:
    before = spec().read_bytes()
    assert run("new", "spec.yml").code == 2
    assert spec().read_bytes() == before


def test_demo_makes_a_word_file_and_will_not_overwrite_it(run: Run, tmp_path: Path) -> None:
    result = run("demo", "first")
    assert result.code == 0
    assert list((tmp_path / "first").glob("*.docx"))
    assert (tmp_path / "first" / "spec.yml").exists()
    again = run("demo", "first")
    assert again.code == 2
    assert "use --force" in again.err
    assert run("demo", "first", "--force").code == 0


def test_every_issue_and_option_is_listed(run: Run) -> None:
    listed = run("clauses", "list").out
    for path in (ROOT / "clauses").glob("*/*/issue.yml"):
        if "jurisdictions" not in path.parts:
            assert f"{path.parent.parent.name}/{path.parent.name}  " in listed
            options = [option.stem for option in path.parent.glob("*.md") if option.stem != "common"]
            assert all(f"  {option} " in listed for option in options)


def test_no_answer_of_the_library_waits_for_an_issue_that_is_not_written(run: Run) -> None:
    assert "It waits for" not in " ".join(run("clauses", "list").out.split())


def test_an_option_is_shown_in_the_words_of_its_place(run: Run) -> None:
    wales = run("clauses", "show", "general/general/full", "--jurisdiction", "au-nsw").out
    california = run("clauses", "show", "general/general/full", "--jurisdiction", "us-ca").out
    assert " must " in wales
    assert " shall " in california
    assert wales != california


@pytest.mark.parametrize(
    "words",
    [
        *("--help", "--version", "draft --help", "demo --help", "batch --help"),
        *("clauses list", "clauses show liability/cap"),
        "clauses show liability/cap/low-fixed --jurisdiction au-nsw",
        "check clauses",
    ],
)
def test_light_commands_load_nothing_heavy(words: str) -> None:
    """Help must come at once; only what drafts needs msgspec, jinja2, lxml and docx, and what reads a file pydantic."""
    heavy: tuple[str, ...] = (
        HEAVY if words.startswith(("clauses", "check")) and "--help" not in words else ("pydantic", *HEAVY)
    )
    if words.startswith(("check", "clauses")):
        heavy = tuple(name for name in HEAVY if name != "msgspec")  # a library is held against the outlines
    code = (
        "import sys; sys.argv[0] = 'pactwright'\n"
        "from pactwright.cli.app import main\n"
        "try:\n    main()\n"
        "except SystemExit as leaving:\n    assert not leaving.code, leaving.code\n"
        f"print('loaded:', [name for name in {heavy!r} if name in sys.modules])"
    )
    done = python("-c", code, *words.split(), folder=ROOT)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "loaded: []"


def test_the_program_runs_as_a_module() -> None:
    done = python("-m", "pactwright", "draft", "nowhere.yml")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("words", "known"),
    [
        (("draft", "x.yml", "--format", "x"), tuple(WRITERS)),
        (("questions", "x.yml", "--format", "x"), tuple(SHEETS)),
        (("new", "x.yml", "--model", "x"), models()),
    ],
)
def test_everything_that_there_is_can_be_asked_for(run: Run, words: tuple[str, ...], known: tuple[str, ...]) -> None:
    said = run(*words).err.partition("is not one of ")[2]
    assert set(re.findall(r"'([a-z-]+)'", said)) == set(known)
