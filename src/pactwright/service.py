"""From specs to files: reads specs, drafts every document, and writes all of them or none.

The two ends of the flow, kept out of the commands so that each command stays a few lines.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from pactwright.assembly import Form
from pactwright.choices import Choices, checked_choices
from pactwright.drafting import Draft, drafted, selection_for
from pactwright.errors import InputError, UsageError
from pactwright.files import ending_of, sheet_path, slug, write_whole
from pactwright.findings import Finding, SourceMap, in_order
from pactwright.including import DASH
from pactwright.intake import typed_in
from pactwright.keeping import Target, keep, to_keep
from pactwright.library.moves import targets
from pactwright.library.places import jurisdictions, models
from pactwright.library.prebuilt import library_for
from pactwright.library.words import words_of
from pactwright.moving import read_as_moved
from pactwright.printing.additions import outline_over
from pactwright.printing.fitting import unknown_in
from pactwright.printing.outline import Outline, outline_from
from pactwright.provenance import made_at, traced
from pactwright.resources import data_root
from pactwright.selection.unheld import NOT_IN_DOCUMENT, unheld_choices
from pactwright.spec import reading_from
from pactwright.spec.parties import OTHER
from pactwright.style.own import own_words
from pactwright.themes import theme_of
from pactwright.writers import WRITERS, paged_docx
from pactwright.writers.sheet import sheet_text

if TYPE_CHECKING:
    from pactwright.document import Sheet
    from pactwright.library.model import Library, Move
    from pactwright.spec import Spec
    from pactwright.textfile import Tree
    from pactwright.wording.notes import Reader


TEXT_FORMATS = frozenset({"txt", "html", "json"})


@dataclass(frozen=True, slots=True)
class DraftOrder:
    """What a user asked for: documents (the spec's own when empty), formats, where to, over what, in whose theme.

    Raises UsageError where drafting notes or page numbers were asked for and could stand nowhere, and where what is to
    be written does not fit the name that was given for it.
    """

    documents: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("docx",)
    is_final: bool = False
    notes: Reader | None = None
    with_sources: bool = False
    with_ledger: bool = False
    is_short: bool = False
    output: Path | None = None
    force: bool = False
    house: Path | None = None
    template: Path | None = None
    with_page_numbers: bool = False

    def __post_init__(self) -> None:
        """Refuses notes in what is to be signed, and in a form that has no room for them, as for page numbers."""
        if self.notes and self.is_final:
            message = "a final holds no drafting notes; leave out --notes, or draft without --final"
            raise UsageError(message)
        if self.notes and "docx" not in self.formats:
            message = "a text has no room for drafting notes; leave out --notes, or add --format docx"
            raise UsageError(message)
        if self.with_page_numbers and "docx" not in self.formats:
            message = "only a Word file is asked for page numbers; leave out --page-numbers, or add --format docx"
            raise UsageError(message)
        if self.output is not None:
            _check_output(self.output, self.formats)


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file that was written, and what is worth knowing about it; `sheet` stands beside a final.

    `open_points` keep it from being final, and what is `to_confirm` before anybody signs does not.
    `kept` are the copies of what stood in its place and may have been edited. What is said of a document is said with
    the first of its files, and what holds for all, with the first document: `unprinted` are the facts of the spec that
    stand in no document of the run.
    """

    path: Path
    clauses: int
    open_points: int
    to_confirm: int
    findings: tuple[Finding, ...]
    sheet: Sheet | None = None
    kept: tuple[Path, ...] = ()
    unprinted: tuple[str, ...] = ()

    @property
    def sheet_path(self) -> Path | None:
        """Where its sheet stands, if it has one: the same for all forms of a document."""
        stands = self.sheet and self.path != DASH
        return sheet_path(self.path) if stands else None


@dataclass(frozen=True, slots=True)
class SpecFile:
    """A spec that was read, its choices as its library accepts them, and what is worth knowing about it.

    `house` is the folder of the house library over which it was read, if any.
    """

    path: Path
    spec: Spec
    choices: Choices
    library: Library
    marks: SourceMap
    remarks: tuple[Finding, ...]
    house: Path | None = None


def read(path: Path, house: Path | None = None) -> SpecFile:
    """A spec in a text file or a workbook, `-` the one on standard input, and the library for its jurisdiction.

    Raises InputError with every problem of the spec, and UsageError for what cannot be read or is not known.
    """
    tree, marks, remarks = typed_in(path, house)
    source = read_tree(path, tree, marks, house)
    return replace(source, remarks=in_order((*remarks, *source.remarks))) if remarks else source


def read_tree(path: Path, tree: dict[str, Tree], marks: SourceMap, house: Path | None = None) -> SpecFile:
    """The same for a spec that stands in no file of its own; `path` is where its base stands."""
    place = tree.get("jurisdiction")
    known = place if isinstance(place, str) and place in _places(house) else ""
    tree, marks, moved = read_as_moved(tree, marks, library_for(known, house).moves)
    words = vocabulary_of(place if isinstance(place, str) else "", house)
    try:
        reading = reading_from(tree, marks, partial(_checked_choices, house), words)
    except InputError as refused:
        raise InputError(in_order((*moved, *refused.findings))) from None
    if any(each.level == "error" for each in moved):
        raise InputError(moved)
    library = library_for(reading.spec.jurisdiction, house)
    own = marks.located(own_words(reading.spec.texts, library.patterns.values()))
    return SpecFile(path, reading.spec, reading.made, library, marks, in_order((*moved, *reading.remarks, *own)), house)


def documents_of(spec: Spec, library: Library, wanted: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The documents to draft: those asked for, else the spec's, else the model's, else a pilot agreement."""
    model = library.models.get(spec.model or "")
    return wanted or spec.documents or (model.documents if model else ()) or ("pilot-agreement",)


def drafts_of(
    source: SpecFile,
    documents: tuple[str, ...],
    **form: Unpack[Form],
) -> tuple[Draft, ...]:
    """The drafts of some documents of a spec, their findings located.

    What one document leaves out and another one holds needs no word, except a choice; what none holds is said with the
    first.
    """
    spec, choices, library = source.spec, source.choices, source.library
    drafts = [drafted(spec, choices, library, outline_for(each, library, source.house), **form) for each in documents]
    unsaid = set.intersection(*(set(draft.unprinted) for draft in drafts))
    said_nowhere = tuple(each for each in drafts[0].unprinted if each in unsaid)
    unheld = tuple(_unheld(source, drafts))
    shared = (*source.remarks, *_homeless(source, documents, said_nowhere), *unheld, *_unsaid(said_nowhere))
    drafts = [replace(each, sheet=_with_remarks(each, source.remarks)) for each in drafts]
    dropped = {each.address for each in unheld} | _confirmed_elsewhere(drafts)
    first, *others = (_located(draft, dropped, shared if draft is drafts[0] else (), source.marks) for draft in drafts)
    return (replace(first, unprinted=said_nowhere), *(replace(each, unprinted=()) for each in others))


def _unheld(source: SpecFile, drafts: Sequence[Draft]) -> Iterator[Finding]:
    """An error for each choice that no document of the project takes, those that are not asked for now included."""
    drafted_now = {each.selection.document: each.selection for each in drafts}
    others = (each for each in documents_of(source.spec, source.library) if each not in drafted_now)
    unasked = (selection_for(source.spec, source.choices, source.library, each) for each in others)
    yield from unheld_choices((*drafted_now.values(), *unasked), source.choices.by_issue)


def _confirmed_elsewhere(drafts: Sequence[Draft]) -> set[str]:
    """The addresses of what is confirmed for one document and not asked in another."""
    unasked = [{each.address for each in draft.findings if _is_unasked(each)} for draft in drafts]
    return {address for each in unasked for address in each if any(address not in other for other in unasked)}


def _with_remarks(draft: Draft, remarks: tuple[Finding, ...]) -> Sheet | None:
    """The sheet beside a final, with every doubt about the spec and the document on it, wherever it was told."""
    doubts = (each for each in (*remarks, *draft.findings) if each.level == "warning")
    rows = (("; ".join(filter(None, (each.seen, each.accepted, each.fix))), each.address) for each in doubts)
    return draft.sheet.with_rows("remarks", tuple(dict.fromkeys(rows))) if draft.sheet else None


def _is_unasked(finding: Finding) -> bool:
    return finding.rule == NOT_IN_DOCUMENT and finding.address.startswith("confirmed.")


def _located(draft: Draft, dropped: set[str], shared: tuple[Finding, ...], marks: SourceMap) -> Draft:
    own = (each for each in draft.findings if each.rule != NOT_IN_DOCUMENT or each.address not in dropped)
    return replace(draft, findings=marks.located(dict.fromkeys((*shared, *own))))


def files_of(specs: tuple[Path, ...], order: DraftOrder) -> tuple[OutputFile, ...]:
    """Every file of the order, written whole.

    What a person may have edited is kept beside the new file. Raises InputError when a draft has errors, and UsageError
    when somebody else's file is in the way; then nothing is written.
    """
    sources = [read(path, order.house) for path in specs]
    drafts = [(source, draft) for source in sources for draft in _ordered(source, order)]
    wrong = [finding for _, draft in drafts for finding in draft.findings if finding.level == "error"]
    if wrong:
        raise InputError(tuple(dict.fromkeys(wrong)))
    files = list(_files(drafts, order))
    sheets = [Target(path, content, is_sheet=True) for path, content in _sheets(each for each, _ in files)]
    targets = [*(Target(each.path, content) for each, content in files if each.path != DASH), *sheets]
    kept = {target.path: keep(target.path) for target in to_keep(targets, force=order.force)}
    for target in targets:
        write_whole(target.path, target.content)
    for _, content in ((each, content) for each, content in files if each.path == DASH):
        sys.stdout.buffer.write(content)
    return tuple(replace(each, kept=_kept(each, kept)) for each, _ in files)


def _kept(file: OutputFile, kept: Mapping[Path, Path]) -> tuple[Path, ...]:
    """Where what stood in place of a file and of its sheet is now."""
    return tuple(kept[path] for path in (file.path, file.sheet_path) if path and path in kept)


def _sheets(files: Iterable[OutputFile]) -> Iterable[tuple[Path, bytes]]:
    """What stands beside each final, once for all its forms."""
    beside = {each.sheet_path: (each.sheet, each.path.stem) for each in files}
    return [(path, sheet_text(sheet, name)) for path, (sheet, name) in beside.items() if path and sheet]


@lru_cache(maxsize=32)
def outline_for(document: str, library: Library, house: Path | None = None) -> Outline:
    """The outline of a kind of document, with what a house adds; raises InputError where the library lacks a part."""
    made = outline(document, house, library.moves)
    if unknown := tuple(unknown_in(made, library)):
        raise InputError(unknown)
    return made


def outline(document: str, house: Path | None = None, moves: Mapping[str, Move] = {}) -> Outline:
    """The outline of a kind of document as it is written, with what a house library adds to it.

    What a house names by an old address is read under that to which it has moved.
    """
    name = f"outlines/{document}.yml"
    ours, own = data_root() / "templates" / name, house / name if house else None
    return outline_over(ours, own, f"{house}/{name}", targets(moves)) if own and own.is_file() else outline_from(ours)


@lru_cache(maxsize=16)
def vocabulary_of(place: str, house: Path | None) -> Mapping[str, tuple[str, ...]]:
    """The closed lists that a spec of a place is held against; of an unknown place, those of the base library."""
    places = _places(house)
    library = library_for(place if place in places else "", house)
    named = {"jurisdictions": places, "law_places": (*places, OTHER), "models": models(house=house)}
    return {**words_of(library.vocabulary), **named, "barriers": tuple(library.seeds.barriers)}


@lru_cache(maxsize=8)
def _places(house: Path | None) -> tuple[str, ...]:
    """The jurisdictions that a spec may name, looked up once in a run."""
    return jurisdictions(house=house)


def _checked_choices(house: Path | None, spec: Spec) -> tuple[Choices, tuple[Finding, ...]]:
    """The choices of a spec held against its library, for an unknown place against the base library."""
    is_known = spec.jurisdiction in _places(house)
    choices = checked_choices(spec, library_for(spec.jurisdiction if is_known else "", house))
    return choices, choices.findings


def _unsaid(addresses: tuple[str, ...]) -> Iterator[Finding]:
    """One note on all that stands in no document drafted here, with how much that is of each section of the spec."""
    sections = Counter(address.partition(".")[0] for address in addresses)
    if sections:
        counts = ", ".join(f"{count} under {section}" for section, count in sections.items())
        facts = "1 fact stands" if len(addresses) == 1 else f"{len(addresses)} facts stand"
        seen = f"{facts} in no document drafted here: {counts}"
        yield Finding("not-printed", "note", next(iter(sections)), seen, "", "pactwright draft --verbose lists them")


def _homeless(source: SpecFile, documents: tuple[str, ...], unsaid: tuple[str, ...]) -> Iterator[Finding]:
    """An error for each special term that no document of the project holds: it would bind by its own words, nowhere.

    Documents of the project that are not asked for now may hold it.
    """
    terms = {address.split(".")[1] for address in unsaid if address.startswith("special_terms.")}
    others = [each for each in documents_of(source.spec, source.library) if each not in documents] if terms else []
    for each in others:
        made = drafted(source.spec, source.choices, source.library, outline_for(each, source.library, source.house))
        terms &= {address.split(".")[1] for address in made.unprinted if address.startswith("special_terms.")}
    for term in sorted(terms, key=int):
        seen = "this special term stands in no document of the project, so it would bind nobody"
        accepted = "a document that holds special terms, such as a pilot agreement"
        yield Finding(
            "special-term",
            "error",
            f"special_terms.{term}",
            seen,
            accepted,
            "add it to documents, or take the term out",
        )


def _ordered(source: SpecFile, order: DraftOrder) -> tuple[Draft, ...]:
    documents = documents_of(source.spec, source.library, order.documents)
    return drafts_of(
        source,
        documents,
        is_final=order.is_final,
        notes=order.notes,
        with_sources=order.with_sources,
        with_ledger=order.with_ledger,
        is_short=order.is_short,
    )


def _files(drafts: list[tuple[SpecFile, Draft]], order: DraftOrder) -> Iterator[tuple[OutputFile, bytes]]:
    single = len(drafts) == 1 and len(order.formats) == 1
    theme, made = theme_of(order.template), made_at(os.environ)
    for source, draft in drafts:
        agreement = traced(draft.agreement, source.spec, source.library, theme.template, made)
        clauses = sum(bool(clause.option) for article in agreement.articles for clause in article.clauses)
        for form in order.formats:
            path = _target(source, agreement.document, form, order, single=single)
            findings, unprinted = (draft.findings, draft.unprinted) if form == order.formats[0] else ((), ())
            gaps, points = len(agreement.gaps), len(agreement.open_points)
            written = OutputFile(path, clauses, gaps, points - gaps, findings, draft.sheet, unprinted=unprinted)
            writer = paged_docx if order.with_page_numbers and form == "docx" else WRITERS[form]
            yield written, writer(agreement, theme)


def _target(source: SpecFile, document: str, form: str, order: DraftOrder, *, single: bool) -> Path:
    """Where a file goes: beside the spec, into the folder that was named, or to the very file that was named."""
    notes = {None: "", "neutral": "-notes"}.get(order.notes, f"-internal-{order.notes}")
    name = f"{slug(source.spec.project.title)}-{document}{notes}.{form}"
    if order.output is None:
        return source.path.parent / name
    if order.output == DASH or (ending_of(order.output) and not order.output.is_dir()):
        if not single:
            message = f"{order.output}: one file cannot hold several documents; name a folder"
            raise UsageError(message)
        return order.output
    return order.output / name


def _check_output(output: Path, formats: tuple[str, ...]) -> None:
    """Refuses a name whose ending says another form than was asked for, and a Word file on standard output."""
    if output == DASH:
        if not TEXT_FORMATS.issuperset(formats):
            message = f"-: standard output takes a text; add --format {' or --format '.join(sorted(TEXT_FORMATS))}"
            raise UsageError(message)
        return
    ending = ending_of(output)
    if not ending or ending in formats or output.is_dir():
        return
    fix = f"add --format {ending}" if ending in WRITERS else f"the endings of ours are {', '.join(WRITERS)}"
    message = f"{output}: is not the name of a {' or '.join(formats)} file; {fix}, or name a folder without an ending"
    raise UsageError(message)
