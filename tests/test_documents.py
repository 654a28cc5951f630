"""The Word files of the stories, reopened by a reader that shares no code with what wrote them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from msgspec import Struct

from pactwright.document import Gap, Reference
from pactwright.service import outline
from tests import stories
from tests.reader import Document, Paragraph
from tests.stories import DOCUMENTS, ROOT, Tree, as_yaml, plain, spec_tree
from tests.typed import leaves, printed_values

FULL = "every-field"
STORIES = (*stories.names(), FULL)
KEY_TERM_CELLS, KEY_TERM_SOURCE = 3, re.compile(r"(?:clause|section)\s(\d+)")
CLAUSE_STYLES = {"ClauseSub": 1, "ClauseL3": 2, "ClauseL4": 3}
SENTENCES = {*CLAUSE_STYLES, "Definition", "BodyTextIndent"}
GAP = re.compile(r"\[[^\[\]]+\]")
WITH_OWNER = re.compile(r"\[[^\[\]]+: [^\[\]]+ to (supply( by [^\[\]]+)?|settle)\]")

every_document = pytest.mark.parametrize(
    ("name", "document"), [(name, document) for name in STORIES for document in DOCUMENTS]
)


def tree_of(name: str) -> Tree:
    """A story's spec, or the one that uses every field of the form."""
    if name != FULL:
        return spec_tree(name)
    tree: Tree = yaml.load((ROOT / "tests/spec/full.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only, as the program reads it
    del tree["choices"]["liability/cap"]["seats"]  # a parameter that only the spec's own tests know
    return tree


@cache
def opened(name: str, document: str) -> Document:
    """The Word file of a story."""
    return stories.reopened(tree_of(name), document)


def said(paragraphs: Iterable[Paragraph]) -> list[str]:
    """The texts of paragraphs, with plain spaces."""
    return [plain(paragraph.text) for paragraph in paragraphs]


def numbers(document: Document) -> dict[str, Paragraph]:
    """The paragraphs that may be referred to, by bookmark."""
    return {name: paragraph for paragraph in document.paragraphs for name in paragraph.bookmarks}


@every_document
def test_every_value_of_the_spec_is_in_the_document_or_is_told_to_be_left_out(name: str, document: str) -> None:
    """A pilot agreement holds everything; a memorandum may leave out schedules that none of its clauses needs.

    What is open or disputed stands there as a gap, whatever is typed beside.
    """
    words = "\n".join(said(opened(name, document).paragraphs))
    missing = {
        address: value
        for address, value in printed_values(tree_of(name))
        if address != "version" and not re.search(rf"(?<!\w){re.escape(value)}(?!\w)", words)
    }
    made = stories.draft(tree_of(name), document)
    settled = missing.keys() - {point.address for point in made.agreement.open_points}
    told = {each for said in made.unprinted for each in (said, said.removesuffix(".measure"))}  # a trigger in one text
    assert settled - told == set()
    assert document == "mou" or not settled


@every_document
def test_the_version_stands_in_the_header(name: str, document: str) -> None:
    version = tree_of(name).get("version", "1")
    assert f"Version {version}" in plain(opened(name, document).headers["default"].text)


@every_document
def test_every_chosen_clause_is_in_the_document_once_in_each_part_where_it_stands(name: str, document: str) -> None:
    """A clause that the outline places by its heading stands apart from the others of its issue."""
    selection = stories.draft(tree_of(name), document).selection
    places = [place for article in outline(document).articles for place in article.issues]
    apart = [place.partition("#")[0] for place in places if "#" in place]
    expected = sorted(
        f"{issue}/{chosen.option.id}@{chosen.option.version}"
        for issue, chosen in selection.issues.items()
        if chosen.option
        for _ in range(len(chosen.kinds) + apart.count(issue))
    )
    tags = sorted(control.tag for control in opened(name, document).controls if "@" in control.tag)
    assert tags == expected


@every_document
def test_word_counts_to_the_numbers_that_references_show(name: str, document: str) -> None:
    file = opened(name, document)
    targets = numbers(file)
    assert file.references
    for field in file.references:
        target = targets[field.target]
        assert field.cached == (target.full_number if "\\w" in field.switches else target.number.rstrip("."))


@every_document
def test_every_number_in_the_open_points_and_key_terms_is_a_live_reference(name: str, document: str) -> None:
    """A number that is only typed stays behind when somebody takes a clause out."""
    made = stories.draft(tree_of(name), document).agreement
    places = [run for point in made.open_points for run in point.where]
    places += [run for term in made.key_terms for run in term.source]
    assert [run for run in places if not isinstance(run, Reference) and re.search(r"\d", run.text)] == []
    front = {(run.text, run.bookmark) for run in places if isinstance(run, Reference)}
    assert front <= {(field.cached, field.target) for field in opened(name, document).references}


@every_document
def test_a_key_term_stands_in_the_clause_that_it_cites(name: str, document: str) -> None:
    file = opened(name, document)
    cells = [row.cells for table in file.tables for row in table if len(row.cells) == KEY_TERM_CELLS]
    cited = [(value, found[1]) for _, value, where in cells if (found := KEY_TERM_SOURCE.fullmatch(where))]
    assert cited
    for value, number in cited:
        under = [each.text for each in file.paragraphs if each.full_number.startswith(f"{number}.")]
        assert any(value.removesuffix(" *") in text for text in under), f"{value} is not in clause {number}"


@every_document
def test_every_bracket_is_typed_or_a_gap_that_the_open_points_list(name: str, document: str) -> None:
    file = opened(name, document)
    typed = [plain(value) for _, value in leaves(tree_of(name))]
    planned = {plain(gap.text): gap.address for gap in gaps_of(stories.draft(tree_of(name), document).agreement)}
    rows = [plain(row.cells[0]) for table in file.tables if is_open_points(table) for row in table[1:]]
    listed = {row.rpartition("\n")[2] for row in rows}
    addresses = {planned[text] for text in planned if planned[text] in listed}
    for text in said(file.paragraphs):
        if not any(bracket in text for bracket in "[]{}") or any(text == value for value in typed):
            continue
        gaps = GAP.findall(text)
        assert gaps, text
        assert not re.search(r"[\[\]{}]", GAP.sub("", text)), text
        assert {planned[gap] for gap in gaps} <= addresses


def gaps_of(value: object) -> Iterator[Gap]:
    """Every gap of an agreement, wherever it stands."""
    if isinstance(value, Gap):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from gaps_of(each)
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from gaps_of(getattr(value, name))


def is_open_points(table: tuple[object, ...]) -> bool:
    """Whether a table is the list of open points, by its heading row."""
    return bool(table) and getattr(table[0], "cells", ("",))[0] == "What is open"


@every_document
def test_gaps_look_like_gaps_and_nothing_else_does(name: str, document: str) -> None:
    """A gap says who is to supply the fact; where a party signs, the place says it."""
    paragraphs = opened(name, document).paragraphs
    runs = [(p.style, plain(run.text)) for p in paragraphs for run in p.runs if run.style == "Gap"]
    assert all(WITH_OWNER.fullmatch(text) or (style == "Sig" and GAP.fullmatch(text)) for style, text in runs)
    assert len(runs) == len(GAP.findall("\n".join(said(paragraphs))))


@every_document
def test_every_definition_is_used_and_every_term_defined(name: str, document: str) -> None:
    file = opened(name, document)
    defined = {run.text: p for p in file.paragraphs if p.style == "Definition" for run in p.runs[:1]}
    sentences = [p for p in file.paragraphs if p.style in SENTENCES]
    for term, definition in defined.items():
        elsewhere = " ".join(said(p for p in sentences if p is not definition))
        assert any(uses(form, elsewhere) for form in forms(term)), f"{term} is defined and not used"
    known = {form for term in defined for form in forms(term)}
    text = without_values(tree_of(name), " ".join(said(sentences)))
    for term in terms_of_the_library():
        if " " in term and uses(term, without(text, [t for t in terms_of_the_library() if term in t and t != term])):
            assert term in known, f"{term} is used and not defined"


@every_document
def test_no_term_is_defined_twice_in_the_clauses(name: str, document: str) -> None:
    bold = [run.text for p in opened(name, document).paragraphs for run in p.runs if run.style == "DefinedTerm"]
    listed = [run.text for p in opened(name, document).paragraphs if p.style == "Definition" for run in p.runs[:1]]
    assert len(listed) == len(set(listed))
    assert listed == sorted(listed, key=str.casefold)
    assert all(bold.count(term) <= 2 for term in bold)


@every_document
def test_every_sentence_ends(name: str, document: str) -> None:
    paragraphs = [p for p in opened(name, document).paragraphs if p.style in SENTENCES and not p.depth]
    for paragraph in paragraphs:
        assert re.search(r"[.:;?!]$|; (and|or)$", paragraph.text), paragraph.text
        assert not re.search(r"[.;:,]{2}$| [.;,]|\( | \)|  ", plain(paragraph.text)), paragraph.text
        assert paragraph.text[:1] == paragraph.text[:1].upper() or paragraph.style != "ClauseSub"


@every_document
def test_every_list_has_its_stops_and_two_entries_or_is_a_list_of_the_spec(name: str, document: str) -> None:
    clauses = [p for p in opened(name, document).paragraphs if p.style in {*CLAUSE_STYLES, "Heading1"}]
    for before, after in pairwise(clauses):
        depth, next_depth = CLAUSE_STYLES.get(before.style, 0), CLAUSE_STYLES.get(after.style, 0)
        if before.text.endswith(":"):
            assert next_depth == depth + 1, before.text
        elif depth:
            assert next_depth <= depth, before.text
        if depth > 1 and next_depth == depth:
            assert re.search(r";( and| or)?$", before.text), before.text
        if depth > 1 and next_depth < 2:
            assert before.text.endswith((".", "?", "!")), before.text


@every_document
def test_no_mark_of_a_clause_file_is_left(name: str, document: str) -> None:
    file = opened(name, document)
    stories_told = "\n".join([file.text, *(story.text for story in (*file.headers.values(), *file.footers.values()))])
    assert not re.search(r"\{\{|\}\}|\[\[|\]\]|\*\*|\bNone\b(?!\.| of )|<[a-z]", stories_told)


@every_document
def test_schedules_are_numbered_in_order_and_each_is_cited_or_filled(name: str, document: str) -> None:
    headings = [p for p in opened(name, document).paragraphs if p.style == "ScheduleHeading"]
    assert [p.number for p in headings] == [f"Schedule {number}" for number in range(1, len(headings) + 1)]


def test_the_same_spec_gives_the_same_bytes_in_two_processes(tmp_path: Path) -> None:
    """With another seed for hashes, so that no order of a set gets into a file."""
    spec = tmp_path / "spec.yml"
    spec.write_text(as_yaml(spec_tree("two-cities")), "utf-8")
    written = [drafted_apart(spec, tmp_path / seed, seed) for seed in ("0", "1", "4242")]
    assert len(written[0]) == 4
    assert written[0] == written[1] == written[2]


def drafted_apart(spec: Path, folder: Path, seed: str) -> dict[str, bytes]:
    """What a process of its own writes."""
    subprocess.run(
        [sys.executable, "-m", "pactwright", "draft", spec, "-o", folder, "--format", "docx", "--format", "txt"],
        check=True,
        capture_output=True,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src")},
    )
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_same_spec_gives_the_same_bytes_twice_in_one_process() -> None:
    tree = spec_tree("startup-pilot")
    assert stories.docx(stories.sound(tree)) == stories.docx(stories.sound(tree))


def test_a_final_document_has_no_trace_of_a_draft() -> None:
    file = stories.reopened(spec_tree("startup-pilot"), is_final=True)
    assert "Open points" not in file.text
    assert {header.watermark for header in file.headers.values()} == {""}
    everywhere = " ".join((file.text, *(header.text for header in file.headers.values())))
    for word in ("not legal advice", "lawyer", "reviewed", "pactwright", "this draft", "Draft", "[", "clause is open"):
        assert word not in everywhere


def test_a_draft_with_nothing_open_has_no_empty_list_of_open_points() -> None:
    points = stories.sound(spec_tree("startup-pilot")).agreement.open_points
    said = {"by": "J. Broker", "date": "2026-11-20"}
    confirmed = {point.address.removeprefix("confirmed."): said for point in points}
    tree = {**spec_tree("startup-pilot"), "confirmed": confirmed}
    assert "Open points" not in stories.reopened(tree).text
    assert "Open points" not in stories.text(stories.sound(tree))


def test_a_draft_says_that_no_lawyer_has_reviewed_it() -> None:
    text = opened("startup-pilot", "pilot-agreement").text
    assert "Draft for legal review. This is not legal advice." in text
    assert "No lawyer has reviewed the wording of the clauses yet." in text


@cache
def terms_file() -> Tree:
    """The list of terms, read without pactwright."""
    tree: Tree = yaml.load((ROOT / "clauses/terms.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only, as the program reads it
    return tree


@cache
def terms_of_the_library() -> tuple[str, ...]:
    """Every term and plural of the library, the longest first."""
    names = {form for name, entry in terms_file().items() for form in (name, *plurals(entry))}
    return tuple(sorted(names, key=len, reverse=True))


def plurals(entry: Tree | str) -> tuple[str, ...]:
    """The plural that an entry gives, if it gives one."""
    return (entry["plural"],) if isinstance(entry, dict) and "plural" in entry else ()


def forms(term: str) -> tuple[str, ...]:
    """A term and what it may look like for many."""
    return (term, *plurals(terms_file().get(term, {})), f"{term}s", term.removesuffix("y") + "ies")


def uses(term: str, text: str) -> bool:
    """Whether a text uses a term as a word."""
    return bool(re.search(rf"(?<!\w){re.escape(term)}(?!\w)", text))


def without(text: str, terms: list[str]) -> str:
    """The text without longer terms, in which a shorter one may hide."""
    for term in terms:
        text = text.replace(term, "")
    return text


def without_values(tree: Tree, text: str) -> str:
    """The text without what people typed: a value is never a use of a term."""
    typed = sorted({plain(value) for _, value in leaves(tree) if " " in value}, key=len, reverse=True)
    return without(text, typed)
