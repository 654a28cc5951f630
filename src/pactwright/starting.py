"""How a user starts: a spec to fill in with its schema beside it, a workbook, or a working folder with an example."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from pactwright.errors import UsageError
from pactwright.facts import TABLE
from pactwright.facts.conditions import Condition
from pactwright.files import SPEC_SUFFIXES, check_folder, write_whole
from pactwright.findings import nearest
from pactwright.intake import typed_in
from pactwright.library.places import jurisdictions
from pactwright.library.prebuilt import library_for
from pactwright.moving import read_as_moved
from pactwright.resources import data_root
from pactwright.schema import spec_schema
from pactwright.service import DraftOrder, OutputFile, files_of, read, vocabulary_of
from pactwright.spec.commented import commented_spec
from pactwright.textfile import parsed

SCHEMA_FILE = "pactwright-spec.schema.json"
EXAMPLE = "startup-pilot"
PLACE = "au-nsw"
WORKBOOK = ".xlsx"


def started(
    spec: Path,
    *,
    model: str,
    jurisdiction: str,
    force: bool,
    with_all: bool = False,
    house: Path | None = None,
    filled: Callable[[str], str] = str,
) -> tuple[Path, Path]:
    """Writes a commented spec for a model and a place, and its schema; gives back the two paths.

    `with_all` writes every field of the form, as a comment where it need not be there, and `filled` puts into the form
    of the model what is known already. Places and the options of the schema are those of the house library too, if
    there is one.

    Raises UsageError as `check_start` does.
    """
    check_start(spec, jurisdiction, force=force, house=house)
    form = _every_field(model, jurisdiction, house) if with_all else _form_of(model, jurisdiction)
    write_whole(spec, filled(form).encode())
    return spec, _with_schema(spec.parent, jurisdiction, house)


def check_start(spec: Path, jurisdiction: str, *, force: bool, house: Path | None = None) -> None:
    """Raises UsageError when the name is none of a spec, the place is not known or a file is in the way."""
    if spec.suffix.lower() not in SPEC_SUFFIXES:
        message = f"{spec}: a spec is a text file in YAML; name a file that ends in .yml or .yaml"
        raise UsageError(message)
    _check_place(jurisdiction, house)
    _check_free(spec, force=force)


def sheet_started(
    sheet: Path, *, model: str, jurisdiction: str, source: Path | None, force: bool, house: Path | None = None
) -> Path:
    """Writes a workbook to fill in: for a model and a place, or with all that a spec says; gives back its path.

    Raises UsageError when the name is none of a workbook, the place is not known or a file is in the way, InputError
    with what is wrong with the spec.
    """
    from pactwright.intake.writing import workbook  # noqa: PLC0415 - only who asks for a workbook needs its writer

    _check_workbook(sheet, force=force)
    if source:
        jurisdiction = read(source, house).spec.jurisdiction
        tree, marks, _ = typed_in(source, house)
        tree = read_as_moved(tree, marks, library_for(jurisdiction, house).moves)[0]
    else:
        _check_place(jurisdiction, house)
        tree = parsed(_form_of(model, jurisdiction), str(sheet))[0]
    write_whole(sheet, workbook(tree, library_for(jurisdiction, house), vocabulary_of(jurisdiction, house)))
    return sheet


def table_started(
    table: Path, *, base: Path | None, model: str = EXAMPLE, force: bool, house: Path | None = None
) -> Path:
    """Writes a table for many agreements over a base spec, or over the form of a model; gives back its path.

    Raises UsageError when the name is none of a workbook or a file is in the way, InputError for what cannot be read.
    """
    from pactwright.intake.table import table as made  # noqa: PLC0415 - only who asks for a table needs its writer

    _check_workbook(table, force=force)
    tree = typed_in(base, house).tree if base else parsed(_form_of(model, PLACE), str(table))[0]
    place = str(tree.get("jurisdiction"))
    known = place if place in jurisdictions(house=house) else PLACE
    write_whole(table, made(tree, library_for(known, house), vocabulary_of(known, house)))
    return table


def _check_workbook(path: Path, *, force: bool) -> None:
    if path.suffix.lower() != WORKBOOK:
        message = f"{path}: a workbook is written as {WORKBOOK}; name a file that ends so"
        raise UsageError(message)
    _check_free(path, force=force)


def library_started(folder: Path, *, force: bool) -> tuple[Path, ...]:
    """Writes the start of a house library into a folder; gives back the paths.

    Raises UsageError when a file is in the way; then nothing is written.
    """
    check_folder(folder)
    start = data_root() / "templates" / "house"
    files = {folder / path.relative_to(start): path for path in sorted(start.rglob("*.*"))}
    for path in files if not force else ():
        if path.exists():
            message = f"{path}: exists already; use --force to replace it, or name another folder"
            raise UsageError(message)
    for path, ours in files.items():
        write_whole(path, ours.read_bytes())
    return tuple(files)


def _form_of(model: str, jurisdiction: str) -> str:
    """The commented spec to start from for a model, in a place."""
    form = (data_root() / "templates" / "specs" / f"{model}.yml").read_text(encoding="utf-8")
    return form.replace(f"jurisdiction: {PLACE}", f"jurisdiction: {jurisdiction}", 1)


def _check_place(jurisdiction: str, house: Path | None) -> None:
    known = jurisdictions(house=house)
    if jurisdiction not in known:
        accepted = f"one of {', '.join(known)}; {nearest(jurisdiction, known)}".rstrip("; ")
        message = f'"{jurisdiction}" is not a jurisdiction; {accepted}'
        raise UsageError(message)


def _check_free(path: Path, *, force: bool) -> None:
    if path.exists() and not force:
        message = f"{path}: exists already; use --force to replace it, or name another file"
        raise UsageError(message)


def _every_field(model: str, jurisdiction: str, house: Path | None) -> str:
    library = library_for(jurisdiction, house)
    known = library.models[model]
    issue, chosen = next(iter(known.choices.items()))
    there = (each.subject for each in known.requires if isinstance(each, Condition) and each.operand == ("yes",))
    needed = {TABLE[each].fields[0] for each in there}
    return commented_spec({"model": model, "jurisdiction": jurisdiction}, f"{issue}: {chosen[0].option}", needed)


def demonstrated(folder: Path, *, force: bool) -> tuple[Path, tuple[OutputFile, ...]]:
    """Fills a folder with the example spec, its schema and its drafts; gives back the spec and what was drafted."""
    check_folder(folder)
    spec = folder / "spec.yml"
    if spec.exists() and not force:
        message = f"{spec}: exists already; use --force to replace it, or name another folder"
        raise UsageError(message)
    write_whole(spec, (data_root() / "examples" / EXAMPLE / "spec.yml").read_bytes())
    _with_schema(folder, "au-nsw")
    return spec, files_of((spec,), DraftOrder(documents=("pilot-agreement",), force=force))


def _with_schema(folder: Path, jurisdiction: str, house: Path | None = None) -> Path:
    path = folder / SCHEMA_FILE
    text = json.dumps(spec_schema(library_for(jurisdiction, house)), ensure_ascii=False, indent=1)
    write_whole(path, text.encode())
    return path
