"""Every rule that a finding names has a page, and the shell knows the words of the library."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from pactwright.library.places import jurisdictions
from pactwright.manual import pages
from tests.cli.conftest import Run
from tests.commands import ENVIRONMENT, python
from tests.stories import ROOT

# What makes a finding, or refuses a text, with the id of its rule as the first thing that is handed over.
MAKERS = {
    "Finding",
    "RefusedError",
    "row_error",
    "_finding",
    "_problem",
    "_refuse",
    "_told",
    "problem",
    "_add",
    "one_of",
    "known",
    "refused",
}
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def named() -> Iterator[str]:
    """The ids of rules that stand in the program."""
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield from (each for each in _ids(node) if ID.fullmatch(each))


def _ids(call: ast.Call) -> Iterator[str]:
    maker = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    position = {"WordOf": 1}.get(maker, 0)
    is_maker = maker in {*MAKERS, "WordOf"} or (maker == "add" and "problems" in ast.unparse(call.func))
    said = [*call.args[position : position + 1]] if is_maker else []
    said += [each.value for each in call.keywords if each.arg == "rule"]
    yield from (each.value for each in said if isinstance(each, ast.Constant) and isinstance(each.value, str))


def test_every_rule_has_a_page() -> None:
    found = set(named())
    assert len(found) > 100
    assert sorted(found - set(pages())) == []


def test_a_page_says_something() -> None:
    assert all(len(page.split()) >= 4 for page in pages().values())


def test_a_rule_is_shown(run: Run) -> None:
    shown = run("rule", "milestone-sum")
    assert shown.code == 0
    assert shown.out.startswith("milestone-sum\n")
    assert "Why: " in shown.out
    assert run("rule").out.split() == list(pages())


def test_a_rule_that_is_none_is_answered_with_the_nearest(run: Run) -> None:
    result = run("rule", "milestone-som")
    assert (result.code, result.out) == (2, "")
    assert 'did you mean "milestone-sum"?' in result.err


def proposed(*words: str) -> list[str]:
    """What bash would propose behind some words, the last of which is begun."""
    environment = {
        **ENVIRONMENT,
        "_PACTWRIGHT_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(("pactwright", *words)),
        "COMP_CWORD": str(len(words)),
    }
    code = "import sys; sys.argv = ['pactwright']\nfrom pactwright.cli.app import main\nmain()"
    done = python("-c", code, environment=environment, folder=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
    return [line.partition(",")[2] for line in done.stdout.splitlines()]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("ch",), ["check"]),
        (("new", "x.yml", "--model", "dem"), ["demonstrator"]),
        (("new", "x.yml", "--jurisdiction", "a"), ["au-nsw"]),
        (("schema", "--jurisdiction", ""), list(jurisdictions())),
        (("draft", "x.yml", "--document", "m"), ["mou"]),
        (("explain", "x.yml", "liability/"), ["liability/cap"]),
        (("clauses", "show", "ip/"), ["ip/background", "ip/exploitation", "ip/project-ip"]),
        (("rule", "milestone-s"), ["milestone-sum"]),
        (("explain", "--library", "examples/house", "x.yml", "operations/t"), ["operations/trees"]),
        (("clauses", "show", "--library", "examples/house", "operations/site/str"), ["operations/site/street-permit"]),
        (("clauses", "show", "--library", "examples/house", "liability/cap/own-l"), []),
        (("clauses", "show", "--library", "no-such-folder", "liability/cap/own-l"), ["liability/cap/own-loss"]),
        (("new", "--library", "examples/house", "x.yml", "--jurisdiction", "us"), ["us-ca"]),
    ],
)
def test_the_shell_is_told_what_can_follow(words: tuple[str, ...], expected: list[str]) -> None:
    found = proposed(*words)
    assert found[: len(expected)] == expected
    assert expected or not any(found)


def test_the_options_of_an_issue_are_proposed() -> None:
    found = proposed("clauses", "show", "liability/cap/")
    options = {f"liability/cap/{path.stem}" for path in (ROOT / "clauses" / "liability" / "cap").glob("*.md")}
    assert set(found) == options
