"""`pactwright draft` writes all that was asked for or nothing, under names that can be foretold."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.batch.runs import names
from tests.cli.conftest import Run, Spec
from tests.edits import packed, parts, replaced
from tests.office import saved
from tests.reader import read
from tests.stories import ROOT, changed, spec_tree
from tests.trees import build_tree

AGREEMENT = "kerb-side-air-quality-pilot-pilot-agreement"
MOU = "kerb-side-air-quality-pilot-mou"


def test_the_documents_of_the_spec_are_written_beside_it(run: Run, spec: Spec, tmp_path: Path) -> None:
    result = run("draft", spec())
    assert result.code == 0
    assert names(tmp_path) == [f"{MOU}.docx", f"{AGREEMENT}.docx", "spec.yml"]
    assert [line.split(" (")[0] for line in result.out.splitlines()] == [
        str(tmp_path / f"{AGREEMENT}.docx"),
        str(tmp_path / f"{MOU}.docx"),
    ]
    assert read((tmp_path / f"{MOU}.docx").read_bytes()).core["title"] == "Memorandum of understanding"


def test_document_format_and_folder_can_be_chosen(run: Run, spec: Spec, tmp_path: Path) -> None:
    done = run("draft", spec(), "--document", "mou", "--format", "txt", "--format", "docx", "-o", "out")
    assert done.code == 0
    assert names(tmp_path / "out") == [f"{MOU}.docx", f"{MOU}.txt"]


def test_a_page_and_data_are_written_beside_the_word_file(run: Run, spec: Spec, tmp_path: Path) -> None:
    forms = ("docx", "html", "json")
    words = [word for form in forms for word in ("--format", form)]
    assert run("draft", spec(), "--document", "mou", *words, "-o", "out").code == 0
    assert names(tmp_path / "out") == [f"{MOU}.{form}" for form in forms]
    assert (tmp_path / "out" / f"{MOU}.html").read_text("utf-8").startswith('<!DOCTYPE html>\n<html lang="en-AU">')
    assert json.loads((tmp_path / "out" / f"{MOU}.json").read_text("utf-8"))["schema"] == 1


def test_a_pdf_without_libreoffice_is_one_line_and_leaves_nothing_behind(
    run: Run, spec: Spec, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("pactwright.writers.pdf._ELSEWHERE", ())
    result = run("draft", spec(), "--format", "docx", "--format", "pdf", "-o", "out")
    assert result.code == 2
    assert result.err.startswith("error: a PDF needs LibreOffice, and soffice is not on the path; install it (Debian")
    assert result.err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_one_document_can_have_a_name_of_its_own(run: Run, spec: Spec, tmp_path: Path) -> None:
    assert run("draft", spec(), "--document", "mou", "-o", "sub/intentions.docx").code == 0
    assert names(tmp_path / "sub") == ["intentions.docx"]


def test_a_file_that_exists_is_kept_unless_force_is_given(run: Run, spec: Spec, tmp_path: Path) -> None:
    path = spec()
    there = tmp_path / f"{MOU}.docx"
    there.write_bytes(b"signed")
    result = run("draft", path)
    assert result.code == 2
    fix = "use -o to write elsewhere, or --force, which keeps it beside the new file under another name"
    assert result.err == f"error: {there}: exists already, and is no untouched file of ours; {fix}\n"
    assert there.read_bytes() == b"signed"
    assert names(tmp_path) == [there.name, "spec.yml"]
    done = run("draft", path, "--force")
    kept = tmp_path / f"{MOU}.edited-1.docx"
    assert (done.code, kept.read_bytes()) == (0, b"signed")
    assert f"Kept what may have been edited: {kept}" in done.err
    assert there.read_bytes() != b"signed"


def test_a_file_of_ours_that_nobody_touched_is_replaced_without_force(run: Run, spec: Spec, tmp_path: Path) -> None:
    assert run("draft", spec(), "--document", "mou").code == 0
    path = spec(changed(spec_tree("startup-pilot"), {"project.title": "Kerb-side air quality pilot", "version": "2"}))
    done = run("draft", path, "--document", "mou")
    assert (done.code, "Kept" in done.err) == (0, False)
    assert names(tmp_path) == [f"{MOU}.docx", "spec.yml"]
    assert "Version 2" in read((tmp_path / f"{MOU}.docx").read_bytes()).headers["default"].text


def test_a_draft_never_takes_the_place_of_a_final_without_force(run: Run, tmp_path: Path) -> None:
    example, there = str(ROOT / "examples" / "startup-pilot" / "spec.yml"), tmp_path / "out" / f"{AGREEMENT}.docx"
    asked = ("draft", example, "--document", "pilot-agreement", "-o", "out")
    assert run(*asked).code == 0
    assert run(*asked, "--final").code == 0
    final = there.read_bytes()
    assert run(*asked, "--final").code == 0
    refused = run(*asked)
    assert (refused.code, there.read_bytes()) == (2, final)
    assert refused.err.startswith(
        f"error: out/{there.name}: is a final, and a draft would take its place; use -o to write else"
    )
    assert run(*asked, "--force").code == 0
    assert (tmp_path / "out" / f"{AGREEMENT}.edited-1.docx").read_bytes() == final


def test_a_file_that_a_program_opened_and_saved_is_replaced(run: Run, spec: Spec, tmp_path: Path) -> None:
    path, there = spec(), tmp_path / f"{MOU}.docx"
    assert run("draft", path, "--document", "mou").code == 0
    drafted = there.read_bytes()
    (tmp_path / "office").mkdir()
    for saved_again in (packed(parts(drafted)), *saved({"mou": drafted}, tmp_path / "office").values()):
        there.write_bytes(saved_again)
        done = run("draft", path, "--document", "mou")
        assert (done.code, "Kept" in done.err) == (0, False)
        assert there.read_bytes() == drafted


@pytest.mark.parametrize("force", [(), ("--force",)], ids=["plain", "force"])
def test_what_a_person_wrote_into_a_file_is_never_lost(
    run: Run, spec: Spec, tmp_path: Path, force: tuple[str, ...]
) -> None:
    path, there = spec(), tmp_path / f"{MOU}.docx"
    assert run("draft", path, "--document", "mou").code == 0
    drafted = there.read_bytes()
    edits = [replaced(drafted, "Memorandum", "Letter"), replaced(drafted, 'w:val="Title"', 'w:val="BodyText"')]
    for number, by_hand in enumerate(edits, start=1):
        there.write_bytes(by_hand)
        done = run("draft", path, "--document", "mou", *force)
        kept = tmp_path / f"{MOU}.edited-{number}.docx"
        assert done.code == 0
        assert f"Kept what may have been edited: {kept}" in done.err
        assert kept.read_bytes() == by_hand
        assert there.read_bytes() == drafted
    record = json.loads(run("draft", path, "--document", "mou", "--json").out)
    assert record[0]["kept"] == []
    assert names(tmp_path) == [f"{MOU}.docx", f"{MOU}.edited-1.docx", f"{MOU}.edited-2.docx", "spec.yml"]


def test_an_edited_file_is_kept_when_the_spec_has_changed_too(run: Run, spec: Spec, tmp_path: Path) -> None:
    assert run("draft", spec(), "--document", "mou").code == 0
    there = tmp_path / f"{MOU}.docx"
    by_hand = replaced(there.read_bytes(), "Memorandum", "Letter")
    there.write_bytes(by_hand)
    path = spec(changed(spec_tree("startup-pilot"), {"version": "2"}))
    assert run("draft", path, "--document", "mou", "--force").code == 0
    assert (tmp_path / f"{MOU}.edited-1.docx").read_bytes() == by_hand


def test_a_text_that_says_something_else_is_not_replaced(run: Run, spec: Spec, tmp_path: Path) -> None:
    path, there = spec(), tmp_path / f"{MOU}.txt"
    words = ("draft", path, "--document", "mou", "--format", "txt")
    assert run(*words).code == 0
    assert run(*words).code == 0  # the same again
    there.write_text("mine", "utf-8")
    assert run(*words).code == 2
    assert run(*words, "--force").code == 0
    assert (tmp_path / f"{MOU}.edited-1.txt").read_text("utf-8") == "mine"


def test_a_second_spec_with_an_error_leaves_nothing_behind(run: Run, spec: Spec, tmp_path: Path) -> None:
    good = spec()
    bad = spec(changed(spec_tree("california"), {"choices": {"liability/cap": "no-such-cap"}}), "bad.yml")
    result = run("draft", good, bad, "-o", "out")
    assert result.code == 1
    assert "unknown-option" in result.err
    assert not (tmp_path / "out").exists()


def test_a_second_document_with_an_error_leaves_nothing_behind(run: Run, spec: Spec, tmp_path: Path) -> None:
    """A price without a clause on payment contradicts itself; a memorandum has no such clause, and does not."""
    choices = {"funding/payment": {"option": "none", "reason": "a test"}}
    path = spec(changed(spec_tree("startup-pilot"), {"documents": ["mou", "pilot-agreement"], "choices": choices}))
    result = run("draft", path, "-o", "out")
    assert result.code == 1
    assert "contradiction" in result.err
    assert not (tmp_path / "out").exists()
    assert run("draft", path, "-o", "out", "--document", "mou").code == 0


def test_two_specs_with_one_title_are_refused_before_anything_is_written(run: Run, spec: Spec, tmp_path: Path) -> None:
    first, second = spec("startup-pilot", "one/spec.yml"), spec("startup-pilot", "two/spec.yml")
    result = run("draft", first, second, "--document", "mou", "-o", "out")
    assert result.code == 2
    assert "two documents of this run have this name" in result.err
    assert result.err.count("\n") == 1
    assert not (tmp_path / "out").exists()
    assert run("draft", first, second, "--document", "mou").code == 0
    assert names(tmp_path / "one") == names(tmp_path / "two") == [f"{MOU}.docx", "spec.yml"]


def test_a_final_names_each_gap_and_who_can_supply_it(run: Run, spec: Spec, tmp_path: Path) -> None:
    path = spec(changed(spec_tree("startup-pilot"), {"pilot.start": None, "parties.maker.email": None}))
    result = run("draft", path, "--final", "--document", "pilot-agreement")
    assert result.code == 1
    lines = [line for line in result.err.splitlines() if "gap-in-final" in line]
    told = "\n".join(lines)
    assert "Start date of the pilot" in told
    assert "The Council can supply it; or draft without --final" in told
    assert "The Sensor Company can supply it; or draft without --final" in told
    assert all(line.startswith(f"{path}:") for line in lines)
    assert names(tmp_path) == ["spec.yml"]


def test_a_complete_spec_becomes_a_final(run: Run, spec: Spec, tmp_path: Path) -> None:
    result = run("draft", spec(), "--final")
    assert result.code == 0
    assert "open point" not in result.out
    assert "Next:" not in result.err
    assert {s.watermark for s in read((tmp_path / f"{AGREEMENT}.docx").read_bytes()).headers.values()} == {""}


def test_a_draft_says_how_much_is_open_and_what_to_do_next(run: Run, spec: Spec) -> None:
    result = run("draft", spec("street-demonstration"), "--document", "pilot-agreement")
    assert result.code == 0
    assert " open point" in result.out
    assert "Next: fill in what is open, then pactwright draft --final" in result.err


def test_json_parses_and_names_every_file(run: Run, spec: Spec) -> None:
    records = json.loads(run("draft", spec("street-demonstration"), "--json", "--format", "txt").out)
    assert [Path(record["file"]).name for record in records] == [
        "street-of-tomorrow-pilot-agreement.txt",
        "street-of-tomorrow-mou.txt",
    ]
    assert all(record["open_points"] > 0 for record in records)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Kerb-side air: Phase 2", "kerb-side-air-phase-2"),
        ("../../etc/passwd", "etc-passwd"),
        ("Été à l'Île", "ete-a-l-ile"),
        ("空气", "kong-qi"),
        ("Straße am Fluß", "strasse-am-fluss"),
        ("€", "eur"),
        ("\N{SNOWMAN}", "project"),
        ("x" * 150, "x" * 60),
    ],
)
def test_titles_become_safe_names(run: Run, spec: Spec, tmp_path: Path, title: str, slug: str) -> None:
    path = spec(changed(spec_tree("california"), {"project.title": title}))
    assert run("draft", path, "--document", "mou", "-o", "out", "--format", "txt").code == 0
    assert names(tmp_path / "out") == [f"{slug}-mou.txt"]


def test_the_house_library_changes_the_draft(run: Run, spec: Spec, tmp_path: Path) -> None:
    house = build_tree(tmp_path / "house", {"defaults.yml": "funding/payment:\n  pay_days: 14\n"})
    assert run("draft", spec(), "--document", "pilot-agreement", "--format", "txt", "--library", house).code == 0
    text = " ".join((tmp_path / f"{AGREEMENT}.txt").read_text("utf-8").split())
    assert "within 14 days after" in text


@pytest.mark.parametrize(
    ("personal", "said"), [("sensitive", "holds, or may hold,"), (None, "does not say whether it holds")]
)
def test_personal_data_and_a_short_form_do_not_go_together(
    run: Run, spec: Spec, personal: str | None, said: str
) -> None:
    tree = spec_tree("startup-pilot")
    [name] = tree["datasets"]
    result = run("draft", spec(changed(tree, {f"datasets.{name}.personal": personal})), "--short")
    [line] = [line for line in result.err.splitlines() if "short-form" in line]
    seen = f"the short form is asked for, and the data set {said} personal information"
    assert result.code == 1
    assert re.fullmatch(rf"\S+:\d+:\d+: error: short-form: {seen}; personal: no; draft without --short", line)


def test_notes_stand_beside_the_clauses_only_when_asked_for(run: Run, spec: Spec, tmp_path: Path) -> None:
    path = spec()
    assert run("draft", path, "--document", "mou", "--notes", "city").code == 0
    with_notes = read((tmp_path / f"{MOU}-internal-city.docx").read_bytes())
    assert {comment.author for comment in with_notes.comments} == {"pactwright"}
    assert run("draft", path, "--document", "mou").code == 0
    assert read((tmp_path / f"{MOU}.docx").read_bytes()).comments == ()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("spec.yml", "-o", "both.docx"), "both.docx: one file cannot hold several documents; name a folder"),
        (
            ("spec.yml", "--document", "mou", "-o", "occupied/out"),
            f"occupied/out/{MOU}.docx: cannot be written: Not a directory",
        ),
        (("nowhere.yml",), "nowhere.yml: cannot be read: No such file or directory"),
        (
            ("spec.yml", "--library", "no-such-house"),
            "no-such-house: there is no such folder; --library takes the folder of a house library",
        ),
        (
            ("spec.yml", "--notes", "--final"),
            "a final holds no drafting notes; leave out --notes, or draft without --final",
        ),
        (
            ("spec.yml", "--notes", "--format", "txt"),
            "a text has no room for drafting notes; leave out --notes, or add --format docx",
        ),
    ],
)
def test_what_cannot_be_drafted_is_one_line_and_leaves_nothing_behind(
    run: Run, spec: Spec, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    spec()
    (tmp_path / "occupied").write_text("a file, not a folder", "utf-8")
    result = run("draft", *words)
    assert (result.code, result.out, result.err) == (2, "", f"error: {told}\n")
    assert names(tmp_path) == ["occupied", "spec.yml"]
