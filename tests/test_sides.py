"""What is for one side stands in that side's copies alone: its reasons in notes, and what it keeps to itself."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run, Spec, run_program, spec_file  # noqa: F401 - the fixtures
from tests.reader import read
from tests.stories import ROOT, Tree, changed, spec_tree
from tests.trees import build_tree

CAP = "liability/cap/low-fixed.md"
HEADED = """\
# Note

## Why for the city

Ours: quartz.

## Why for the partner

Ours: basalt.

## Watch

Common: granite.

## They will ask

City: slate.

Partner: marble.

## Next

City: `price-multiple`, for pumice.
Partner: `contribution-multiple`, for gypsum.
"""
CITY, PARTNER, BOTH = {"quartz", "slate", "pumice"}, {"basalt", "marble", "gypsum"}, {"granite"}
READ = {"city": CITY | BOTH, "partner": PARTNER | BOTH, "neutral": BOTH}
FRONT = {
    "city": "Internal: the comments beside the clauses are for the public side only.",
    "partner": "Internal: the comments beside the clauses are for the side of the partners only.",
    "neutral": "The comments beside the clauses are for both sides.",
}
PRIVATE = {"public": "feldspar", "city": "olivine", "partner": "obsidian", "maker": "chalcedony"}
"""What a side or a party keeps to itself, by who does."""


def words_in(path: Path) -> str:
    """Everything that stands in a file; of a package, in each of its parts."""
    if not zipfile.is_zipfile(path):
        return path.read_bytes().decode("utf-8", "replace")
    with zipfile.ZipFile(path) as package:
        parts = (package.read(name).decode("utf-8", "replace") for name in package.namelist())
        return "\n".join((*package.namelist(), *parts))


def house(folder: Path, note: str = HEADED, keys: str = "") -> Path:
    """A house library with headings in the note of the option that the story takes."""
    text = (ROOT / "clauses" / CAP).read_text("utf-8")
    front = text[: text.index("# Note")].replace("\nstance: ", f"\n{keys}stance: ", 1)
    return build_tree(folder / "house", {CAP: front + note})


def told(path: Path, words: set[str]) -> set[str]:
    return {word for word in words if word in words_in(path)}


@pytest.mark.parametrize("reader", READ)
def test_notes_for_one_side_hold_nothing_of_the_others(run: Run, spec: Spec, tmp_path: Path, reader: str) -> None:
    asked = ("--document", "pilot-agreement", "--library", house(tmp_path), "--notes", reader, "-o", "out")
    assert run("draft", spec(), *asked).code == 0
    [file] = (tmp_path / "out").glob("*.docx")
    assert told(file, CITY | PARTNER | BOTH) == READ[reader]
    assert file.name.endswith("-notes.docx" if reader == "neutral" else f"-internal-{reader}.docx")
    front = [each.text for each in read(file.read_bytes()).paragraphs[:40]]
    assert any(FRONT[reader] in line for line in front), front
    came = run("verify", file, "--spec", "spec.yml", "--library", tmp_path / "house")
    assert (came.code, "is what the spec gives, part for part" in came.out) == (0, True), came.text


def test_notes_without_a_word_are_for_both_sides(run: Run, spec: Spec, tmp_path: Path) -> None:
    assert run("draft", spec(), "--document", "mou", "--notes").code == 0
    assert [path.name[-11:] for path in tmp_path.glob("*.docx")] == ["-notes.docx"]


def test_a_side_without_a_next_step_in_its_note_is_told_that_of_the_data(run: Run, spec: Spec, tmp_path: Path) -> None:
    text = HEADED.replace("City: `price-multiple`, for pumice.\n", "")
    folder = house(tmp_path, text)
    asked = ("--document", "pilot-agreement", "--library", folder, "--notes")
    for reader in ("city", "partner"):
        assert run("draft", spec(), *asked, reader, "-o", f"{reader}.docx").code == 0
    assert "(price-multiple)." in words_in(tmp_path / "city.docx")
    assert "gypsum" in words_in(tmp_path / "partner.docx")


def guarded(document: str = "") -> Tree:
    """The story, in which each side and a party of each keep something to themselves."""
    private = {"public": PRIVATE["public"], "city": PRIVATE["city"]}
    other = {"partner": PRIVATE["partner"], "maker": PRIVATE["maker"]}
    choices = {
        "liability/cap": {"option": "low-fixed", "private": {**private, **other}},
        "ip/project-ip": {"option": "partner-licence", "private": private},
    }
    own = spec_tree("startup-pilot").get("choices", {})
    tree = changed(spec_tree("startup-pilot"), {"choices": {**own, **choices}})
    return changed(tree, {"documents": [document]}) if document else tree


FORMS = ("docx", "txt", "html", "json")
ALL_FORMS = [word for form in FORMS for word in ("--format", form)]
COMMANDS = (
    ("check", "spec.yml"),
    ("check", "spec.yml", "--json"),
    ("explain", "spec.yml"),
    ("explain", "spec.yml", "--json"),
    ("explain", "spec.yml", "liability/cap"),
    ("explain", "spec.yml", "liability/cap", "--json"),
    ("what-if", "spec.yml", "--set", "liability/cap=contribution-multiple"),
    ("clauses", "compare", "liability/cap", "--spec", "spec.yml"),
    ("dates", "spec.yml"),
    ("review", "spec.yml", "-o", "memos", "--format", "docx"),
    ("review", "spec.yml", "--json"),
    ("questions", "spec.yml", "-o", "questions.html"),
    ("ledger", "spec.yml"),
    ("ledger", "spec.yml", "--json"),
    ("ledger", "spec.yml", "-o", "ledger.html"),
    ("draft", "spec.yml", "-o", "out", *ALL_FORMS, "--sources", "--ledger", "--verbose"),
    ("draft", "spec.yml", "-o", "json", "--json"),
    ("draft", "spec.yml", "-o", "final", *ALL_FORMS, "--final"),
    ("draft", "spec.yml", "-o", "notes", "--notes", "neutral"),
    ("batch", "rows.csv", "--spec", "spec.yml", "-o", "batch", *ALL_FORMS),
    ("batch", "rows.csv", "--spec", "spec.yml", "-o", "batch", *ALL_FORMS),
    ("batch", "rows.csv", "--spec", "spec.yml", "-o", "finals", "--final"),
    ("batch", "rows.csv", "--spec", "spec.yml", "-o", "dry", "--dry-run", "--differences", "--json"),
    ("verify", "batch"),
)


def made_of(folder: Path) -> list[Path]:
    typed = {"spec.yml", "rows.csv"}
    return [path for path in folder.rglob("*") if path.is_file() and path.name not in typed]


def test_what_a_side_keeps_to_itself_stands_in_nothing_that_a_command_makes(
    run: Run, spec: Spec, tmp_path: Path
) -> None:
    spec(guarded())
    (tmp_path / "rows.csv").write_text("key,project.title\na,North\nb,South\nc,West\n", "utf-8")
    for words in COMMANDS:
        came = run(*words)
        assert came.code == 0, (words, came.err)
        assert not any(word in came.out + came.err for word in PRIVATE.values()), words
    files = made_of(tmp_path)
    assert len(files) > len(COMMANDS)
    for path in files:
        assert told(path, set(PRIVATE.values())) == set(), path


@pytest.mark.parametrize(
    ("reader", "mine"), [("city", {"public", "city"}), ("partner", {"partner", "maker"}), ("neutral", set())]
)
def test_notes_for_a_side_tell_what_that_side_alone_keeps(
    run: Run, spec: Spec, tmp_path: Path, reader: str, mine: set[str]
) -> None:
    assert run("draft", spec(guarded("pilot-agreement")), "--notes", reader, "-o", "it.docx").code == 0
    assert told(tmp_path / "it.docx", set(PRIVATE.values())) == {PRIVATE[each] for each in mine}


def test_a_copy_of_a_spec_without_what_is_private_is_the_same_spec(run: Run, spec: Spec) -> None:
    assert run("draft", spec(guarded("pilot-agreement")), "-o", "it.docx").code == 0
    tree = guarded("pilot-agreement")
    for choice in ("liability/cap", "ip/project-ip"):
        del tree["choices"][choice]["private"]
    came = run("verify", "it.docx", "--spec", spec(tree, "theirs.yml"))
    assert (came.code, "part for part" in came.out) == (0, True), came.text


@pytest.mark.parametrize(
    ("private", "told_of"),
    [
        ({"ctiy": "olivine"}, '"ctiy" is neither a party nor a side; one of city, maker'),
        ("olivine", "private is no group of texts; a text for a party or a side"),
        ({"city": ["olivine"]}, "private is no group of texts; a text for a party or a side"),
    ],
)
def test_what_is_private_to_nobody_is_told_without_its_words(
    run: Run, spec: Spec, private: object, told_of: str
) -> None:
    path = spec(changed(spec_tree("startup-pilot"), {"choices": {"liability/cap": {"private": private}}}))
    came = run("check", path)
    assert told_of in came.text
    assert "olivine" not in came.text
