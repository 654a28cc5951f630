"""`pactwright verify` says in one run what became of a file, and never trusts it."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run, Spec
from tests.edits import (
    Body,
    control,
    delete,
    edited,
    hide,
    packed,
    paste_after,
    replaced,
    reword,
    track,
    with_parts,
)
from tests.reader import W, read
from tests.stories import changed, spec_tree

FILE = "kerb-side-air-quality-pilot-pilot-agreement.docx"
CLAUSE, OLD, NEW = "liability/cap", "liable", "answerable"
XML = '<?xml version="1.0" encoding="UTF-8"?>'


@pytest.fixture(name="sent")
def drafted(run: Run, spec: Spec, tmp_path: Path) -> Path:
    """A spec, and the file drafted from it."""
    assert run("draft", spec(), "--document", "pilot-agreement").code == 0
    return tmp_path / FILE


def test_a_file_is_what_its_spec_gives(run: Run, sent: Path) -> None:
    result = run("verify", sent, "--spec", "spec.yml")
    assert result.code == 0
    assert result.out == f"{sent}: is what the spec gives, part for part (pilot-agreement, draft)\n"


def test_a_final_is_drafted_again_as_a_final(run: Run, spec: Spec, tmp_path: Path) -> None:
    assert run("draft", spec(), "--final", "--document", "mou", "-o", "final.docx").code == 0
    result = run("verify", "final.docx", "--spec", "spec.yml")
    assert (result.code, result.out) == (0, "final.docx: is what the spec gives, part for part (mou, final)\n")
    assert read((tmp_path / "final.docx").read_bytes()).custom["status"] == "final"


def test_a_short_form_is_drafted_again_as_one(run: Run, spec: Spec) -> None:
    assert run("draft", spec(), "--short", "--document", "mou", "-o", "short.docx").code == 0
    result = run("verify", "short.docx", "--spec", "spec.yml")
    assert (result.code, result.out) == (0, "short.docx: is what the spec gives, part for part (mou, draft)\n")


def test_edits_are_told_clause_by_clause(run: Run, sent: Path) -> None:
    data = edited(
        sent.read_bytes(),
        reword(CLAUSE, OLD, NEW),
        delete("data/security"),
        paste_after("ip/project-ip", "The Partner must use best efforts."),
        track("general/general", " at any time", "Pat"),
    )
    sent.write_bytes(data)
    result = run("verify", sent, "--spec", "spec.yml")
    assert result.code == 1
    lines = result.out.splitlines()
    assert lines[0] == f"{sent}: does not say what the spec gives (pilot-agreement, draft)"
    assert f"{CLAUSE}: edited (found by the tag of its control)" in lines
    assert any(line.startswith("  - ") and OLD in line for line in lines)
    assert any(line.startswith("  + ") and NEW in line for line in lines)
    assert 'data/security: missing: "Security" is not in the file' in lines
    assert "added after ip/project-ip, outside every clause: 1 line" in lines
    assert '  + "The Partner must use best efforts."' in lines
    assert 'general/general: tracked change: inserted by Pat: " at any time"' in lines


def test_a_file_in_a_template_of_the_citys_own_is_verified_with_it(run: Run, spec: Spec, tmp_path: Path) -> None:
    run("template", "new", "house.docx")
    house = tmp_path / "house.docx"
    house.write_bytes(replaced(house.read_bytes(), "Arial", "Georgia", "word/styles.xml", count=-1))
    assert run("draft", spec(), "--document", "mou", "--template", "house.docx", "-o", "mou.docx").code == 0
    with_it = run("verify", "mou.docx", "--spec", "spec.yml", "--template", "house.docx")
    assert (with_it.code, with_it.out) == (0, "mou.docx: is what the spec gives, part for part (mou, draft)\n")
    without = run("verify", "mou.docx", "--spec", "spec.yml")
    assert "Changed since it was drafted: the template." in without.out.splitlines()


def test_a_spec_that_has_changed_is_told_apart_from_an_edit(run: Run, spec: Spec, sent: Path) -> None:
    spec(changed(spec_tree("startup-pilot"), {"project.title": "Kerb-side noise pilot"}))
    result = run("verify", sent, "--spec", "spec.yml")
    assert result.code == 1
    assert "Changed since it was drafted: the spec." in result.out.splitlines()


def test_a_file_without_its_properties_is_recognised_all_the_same(run: Run, sent: Path) -> None:
    sent.write_bytes(with_parts(sent.read_bytes(), {"docProps/custom.xml": None}))
    result = run("verify", sent, "--spec", "spec.yml")
    assert result.code == 0
    first, second, *_ = result.out.splitlines()
    assert first.startswith(f"{sent}: says what the spec gives, to whoever reads it; only what programs write")
    assert second == "The file does not say what made it."


def test_json_holds_the_verdict_and_every_clause(run: Run, sent: Path) -> None:
    record = json.loads(run("verify", sent, "--spec", "spec.yml", "--json").out)
    assert record["verdict"] == "identical"
    assert record["changed"] == []
    assert {each["state"] for each in record["comparison"]["found"]} == {"same"}


@pytest.mark.parametrize(
    ("name", "data"),
    [("text.docx", b"not a zip"), ("empty.docx", b""), ("zip.docx", packed({"a.txt": b"a"})), ("cut-off.docx", None)],
)
def test_what_is_no_word_file_cannot_be_read(run: Run, sent: Path, name: str, data: bytes | None) -> None:
    sent.with_name(name).write_bytes(sent.read_bytes()[:-2000] if data is None else data)
    result = run("verify", name, "--spec", "spec.yml")
    assert (result.code, result.out, len(result.err.splitlines())) == (2, "", 1)
    assert result.err.startswith(f"error: {name}: ")


ENTITY = f'{XML}<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><w>&x;</w>'.encode()
BOMB = b"<w>" + b"a" * 101_000_000 + b"</w>"
ELSEWHERE = (
    f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"'
    ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"'
    ' Target="http://example.org/x.dotm" TargetMode="External"/></Relationships>'
).encode()
RELATION = b'<Relationship Id="r%d" Type="http://x/image" Target="http://x/a.png" TargetMode="External"/>'
RELATIONS = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
    b'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    b'<Override PartName="/word/a.png" ContentType="application/xml"/></Types>'
)
HOSTILE: dict[str, dict[str, bytes | None]] = {
    "entity": {"word/document.xml": ENTITY},
    "entity in properties": {"docProps/custom.xml": ENTITY},
    "entity in wide letters": {"word/document.xml": ENTITY.decode().encode("utf-16")},
    "bomb": {"word/media/bomb.xml": BOMB},
    "macro": {"word/vbaProject.bin": b"code"},
    "template elsewhere": {"word/_rels/settings.xml.rels": ELSEWHERE},
    "path": {"../../evil.xml": b"<a/>"},
    "nested without end": {"word/header9.xml": b"<a>" * 5_000 + b"</a>" * 5_000},
    "thousands of relations": {
        "word/_rels/footer9.xml.rels": RELATIONS % b"".join(RELATION % number for number in range(20_001))
    },
    "XML under another name": {"[Content_Types].xml": TYPES, "word/a.png": ENTITY},
    "thousands of parts": {f"word/{number}.xml": b"" for number in range(1_001)},
}


@pytest.mark.parametrize("planted", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused(run: Run, sent: Path, planted: dict[str, bytes | None]) -> None:
    sent.write_bytes(with_parts(sent.read_bytes(), planted))
    result = run("verify", sent, "--spec", "spec.yml")
    assert (result.code, result.out, len(result.err.splitlines())) == (4, "", 1)
    assert result.err.startswith(f"error: {sent}: refused for safety: ")


def test_a_file_whose_parts_do_not_fit_cannot_be_read(run: Run, sent: Path) -> None:
    """What python-docx stumbles over is told in one line, like any other broken file."""
    sent.write_bytes(replaced(sent.read_bytes(), 'w:type="table"', 'w:type="tables"', part="word/styles.xml"))
    result = run("verify", sent, "--spec", "spec.yml")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"error: {sent}: the file: parts that do not belong together (")


def test_a_relation_to_a_part_that_is_lost_is_no_matter(run: Run, sent: Path) -> None:
    """Word leaves such a relation behind when a linked picture is gone, and opens the file all the same."""
    lost = '<Relationship Id="rId99" Type="http://x/image" Target="NULL"/></Relationships>'
    sent.write_bytes(replaced(sent.read_bytes(), "</Relationships>", lost, part="word/_rels/document.xml.rels"))
    assert run("verify", sent, "--spec", "spec.yml").code == 0


def first_lines(run: Run, sent: Path, data: bytes, code: int) -> list[str]:
    """What is said of a file that came back."""
    sent.write_bytes(data)
    result = run("verify", sent, "--spec", "spec.yml")
    assert result.code == code, result.out
    return [str(line) for line in result.out.splitlines()]


def test_words_that_agree_and_are_not_seen_alike_are_not_proven(run: Run, sent: Path) -> None:
    text = 'w:lvlText w:val="%1.%2"'
    data = replaced(sent.read_bytes(), text, text.replace('"%1', '"NOT BINDING %1'), part="word/numbering.xml")
    first, *rest = first_lines(run, sent, data, 1)
    assert first == (
        f"{sent}: not proven: the words are those of the spec, but not all is seen as the spec gives it "
        "(pilot-agreement, draft)"
    )
    assert any('its number is "NOT BINDING 1.1", not "1.1"' in line for line in rest)
    assert rest[-1].startswith("and ")  # more than twenty, with a count
    assert len(rest) == 22


def test_a_hidden_clause_is_missing_and_its_hidden_words_are_told(run: Run, sent: Path) -> None:
    lines = first_lines(run, sent, edited(sent.read_bytes(), hide(CLAUSE)), 1)
    assert f'{CLAUSE}: missing: "Limits of liability" is not in the file' in lines
    assert f'{CLAUSE}: hidden words: "Limits of liability"' in lines


def test_a_file_of_another_version_is_not_called_edited(run: Run, sent: Path) -> None:
    data = replaced(sent.read_bytes(), "pactwright 0.1.0", "pactwright 9.0", part="docProps/custom.xml")
    data = edited(data, reword(CLAUSE, OLD, NEW))
    first, second, *rest = first_lines(run, sent, data, 1)
    assert first.startswith(f"{sent}: not proven here: made by pactwright 9.0, and it differs from what is drafted")
    assert second == "Changed since it was drafted: the tool."
    assert not any("edited" in line for line in (first, second, *rest))
    assert any(line.startswith(f"{CLAUSE}: differs") for line in rest)


def test_a_file_of_another_version_that_is_the_same_to_a_reader_is_proven(run: Run, sent: Path) -> None:
    data = replaced(sent.read_bytes(), "pactwright 0.1.0", "pactwright 9.0", part="docProps/custom.xml")
    assert "says what the spec gives" in first_lines(run, sent, data, 0)[0]


def test_a_clause_in_the_control_of_another_is_told_in_the_first_line(run: Run, sent: Path) -> None:
    def merge(body: Body) -> None:
        one, other = control(body, CLAUSE), control(body, "risk/stop-loss")
        other[-1].extend(list(one[-1]))
        one.getparent().remove(one)  # type: ignore[union-attr] # it has one

    first, *_ = first_lines(run, sent, edited(sent.read_bytes(), merge), 0)
    assert f"; {CLAUSE} has lost its control and stands in that of risk/stop-loss (pilot-agreement" in first


def test_a_character_that_cannot_be_seen_is_named(run: Run, sent: Path) -> None:
    lines = first_lines(run, sent, replaced(sent.read_bytes(), "\u00a0", " "), 1)
    assert "    no-break space (U+00A0) -> space (U+0020)" in lines
    assert any(": edited, in spaces and signs alone (" in line for line in lines)


def test_a_file_without_any_mark_of_ours_is_proven_by_its_words(run: Run, sent: Path) -> None:
    def strip(body: Body) -> None:
        for mark in list(body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            mark.getparent().remove(mark)  # type: ignore[union-attr] # it has one
        for sdt in list(body.iter(f"{W}sdt")):
            for child in list(sdt[-1]):
                sdt.addprevious(child)
            sdt.getparent().remove(sdt)  # type: ignore[union-attr] # it has one

    data = with_parts(edited(sent.read_bytes(), strip), {"docProps/custom.xml": None})
    assert "says what the spec gives" in first_lines(run, sent, data, 0)[0]


def test_a_file_that_python_docx_opened_and_saved_is_proven(run: Run, sent: Path) -> None:
    docx.Document(str(sent)).save(str(sent))
    result = run("verify", sent, "--spec", "spec.yml")
    assert result.code == 0
    assert result.out.startswith(f"{sent}: says what the spec gives, to whoever reads it")


def test_a_final_without_its_properties_is_held_against_the_final(run: Run, spec: Spec, tmp_path: Path) -> None:
    assert run("draft", spec(), "--final", "--document", "mou", "-o", "final.docx").code == 0
    final = tmp_path / "final.docx"
    final.write_bytes(with_parts(final.read_bytes(), {"docProps/custom.xml": None}))
    result = run("verify", "final.docx", "--spec", "spec.yml")
    assert result.code == 0
    assert "(mou, final)" in result.out


def test_thousands_of_lines_are_told_in_twenty(run: Run, sent: Path) -> None:
    body = (
        f'<w:document xmlns:w="{W[1:-1]}"><w:body>{"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 5_000}</w:body></w:document>'
    )
    lines = first_lines(run, sent, with_parts(sent.read_bytes(), {"word/document.xml": body.encode()}), 1)
    assert len(lines) < 30
    assert lines[-1].startswith("and ")
