"""How a user starts: a spec to fill in with its schema beside it, or a working folder with an example."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from pactwright.errors import UsageError
from pactwright.facts import TABLE
from pactwright.facts.conditions import Condition
from pactwright.files import SPEC_SUFFIXES, check_folder, write_whole
from pactwright.findings import nearest
from pactwright.library.places import jurisdictions
from pactwright.library.prebuilt import library_for
from pactwright.resources import data_root
from pactwright.schema import spec_schema
from pactwright.service import DraftOrder, OutputFile, files_of
from pactwright.spec.commented import commented_spec

SCHEMA_FILE = "pactwright-spec.schema.json"
EXAMPLE = "startup-pilot"


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
    of the model what is known already. Places and the options of the
    schema are those of the house library too, if there is one.

    Raises UsageError when the name is none of a spec, the place is not known or a file is in the way.
    """
    if spec.suffix.lower() not in SPEC_SUFFIXES:
        message = f"{spec}: a spec is a text file in YAML; name a file that ends in .yml or .yaml"
        raise UsageError(message)
    known = jurisdictions(house=house)
    if jurisdiction not in known:
        message = (
            f'"{jurisdiction}" is not a jurisdiction; one of {", ".join(known)}; {nearest(jurisdiction, known)}'.rstrip(
                "; "
            )
        )
        raise UsageError(message)
    if spec.exists() and not force:
        message = f"{spec}: exists already; use --force to replace it, or name another file"
        raise UsageError(message)
    if with_all:
        form = _every_field(model, jurisdiction, house)
    else:
        form = (data_root() / "templates" / "specs" / f"{model}.yml").read_text(encoding="utf-8")
    form = filled(form)
    write_whole(spec, form.replace("jurisdiction: au-nsw", f"jurisdiction: {jurisdiction}", 1).encode())
    return spec, _with_schema(spec.parent, jurisdiction, house)


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
