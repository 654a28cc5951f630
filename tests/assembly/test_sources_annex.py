"""The annex of sources: every clause of the document stands in it, with what the library's own files say."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from pactwright.service import drafts_of
from pactwright.service import read as read_spec
from pactwright.writers import WRITERS, Theme
from tests.consoles import came_of
from tests.reader import read
from tests.stories import ROOT, TEMPLATE, plain

PILOT = ROOT / "examples" / "startup-pilot" / "spec.yml"
TITLE = "Sources of the clauses"
NOTHING = "written for the library"


def loaded(path: Path) -> dict[str, Any]:
    """A file of the library, read without pactwright."""
    tree: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    return tree


def cited(file: Path) -> list[str]:
    """The sources that an option, or an overlay of one, names."""
    front = file.read_text("utf-8").split("---")[1]
    return list(yaml.load(front, Loader=yaml.BaseLoader).get("sources") or [])  # noqa: S506 - text only


def rows(*, is_final: bool = False) -> list[list[str]]:
    """The rows of the annex in the Word file, without their headings."""
    [draft] = drafts_of(read_spec(PILOT), ("pilot-agreement",), is_final=is_final, with_sources=True)
    assert draft.is_sound
    file = read(WRITERS["docx"](draft.agreement, Theme(template=TEMPLATE)))
    heading, *found = file.tables[-1]
    assert list(heading.cells) == ["Clause", "Option, version", "Source", "Licence", "Read on"]
    return [list(row.cells) for row in found]


def test_every_clause_stands_in_the_annex_with_each_source_that_its_file_names() -> None:
    sources, found, told = loaded(ROOT / "clauses" / "sources.yml"), rows(), 0
    while found:
        clause, option, *_ = found[0]
        assert clause
        mine = [found.pop(0)]
        while found and not found[0][0]:
            mine.append(found.pop(0))
        name = f"{option.partition(',')[0]}.md"
        files = (ROOT / "clauses" / name, ROOT / "clauses" / "jurisdictions" / "au-nsw" / name)
        names = dict.fromkeys(source for file in files if file.is_file() for source in cited(file))
        titles = [
            f"{sources[name]['title']}, {sources[name]['publisher']}, {sources[name]['address']}" for name in names
        ]
        assert [plain(source) for _, _, source, _, _ in mine] == (titles or [NOTHING])
        told += 1
    assert told > 15


def test_a_licence_and_a_day_are_those_of_the_source_and_nothing_is_made_up() -> None:
    known = loaded(ROOT / "clauses" / "sources.yml").values()
    by_address = {each["address"]: each for each in known}
    told = {row[2].rpartition(", ")[2]: row for row in rows() if row[2] != NOTHING}
    assert len(told) > 10
    for address, (_, _, _, licence, day) in told.items():
        source = by_address[address]
        assert licence == source.get("licence", "not stated")
        checked = source.get("checked_on", "null")
        assert (day == "not read yet") == (checked == "null")
        assert checked == "null" or checked[:4] in day


def test_the_annex_says_that_it_is_no_part_of_the_agreement_and_stands_only_where_it_was_asked_for() -> None:
    [draft] = drafts_of(read_spec(PILOT), ("pilot-agreement",), is_final=True, with_sources=True)
    text = WRITERS["txt"](draft.agreement, Theme()).decode()
    assert "It is no part of what the parties agree" in " ".join(text.split())
    [plain] = drafts_of(read_spec(PILOT), ("pilot-agreement",), is_final=True)
    assert TITLE not in WRITERS["txt"](plain.agreement, Theme()).decode()
    last = len(plain.agreement.schedules) + 1
    assert f"Schedule {last}" in text


def test_verify_proves_a_file_with_its_annex(tmp_path: Path) -> None:
    words = ("draft", "--sources", PILOT, "--document", "pilot-agreement", "-o", tmp_path / "a.docx")
    assert came_of(*words).code == 0
    came = came_of("verify", tmp_path / "a.docx", "--spec", PILOT)
    assert (came.code, "part for part" in came.out) == (0, True)
