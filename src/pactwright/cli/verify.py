"""`pactwright verify`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pactwright.cli.options import JSON, LIBRARY, SPEC, TEMPLATE
from pactwright.cli.reports import counted, records, show_json

if TYPE_CHECKING:
    from pactwright.compare import Added, Change, Found
    from pactwright.compare.reading import Mark
    from pactwright.verifying import Verified

SHOWN, BEFORE = 160, 40
VERDICTS = {
    "identical": "is what the spec gives, part for part",
    "formatting": "says what the spec gives; only formatting, properties or the packaging differ",
    "edited": "does not say what the spec gives",
}
ROUTES = {
    "tag": "the tag of its control",
    "bookmark": "its bookmarks",
    "title": "the title of its control",
    "text": "its words",
    "place": "its place",
}


@click.command("verify")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--spec", type=SPEC, help="The spec that the file was drafted from; a folder needs none.")
@LIBRARY
@TEMPLATE
@JSON
def verify_command(file: Path, *, spec: Path | None, house: Path | None, template: Path | None, as_json: bool) -> None:
    """Verify that a Word FILE is what its spec gives, or that a folder is as a batch left it.

    Of a file, it says which clauses were edited. Of a folder, it says which files are missing, altered or left over.
    Exit code 0: the same words, or all whole; 1: edited, or drafted from something else; 2: not readable; 4: refused
    for safety.

    \b
    Example:
      pactwright verify agreement.docx --spec examples/startup-pilot/spec.yml
      pactwright verify out/
    """
    if file.is_dir():
        is_sound = _folder(file, spec, as_json=as_json)
    elif spec is None:
        message = f"{file}: name the spec that it was drafted from, for example --spec spec.yml"
        raise click.UsageError(message)
    else:
        is_sound = _file(file, spec, house, template, as_json=as_json)
    if not is_sound:
        raise click.exceptions.Exit(1)


def _folder(folder: Path, spec: Path | None, *, as_json: bool) -> bool:
    """Shows whether a folder is as a batch left it."""
    from pactwright.batch.verifying import inventory  # noqa: PLC0415 - help is shown without the machinery

    if spec is not None:
        message = f"{folder}: is a folder, which its own manifest verifies; leave out --spec"
        raise click.UsageError(message)
    found = inventory(folder)
    if as_json:
        show_json(
            {"folder": str(folder), "files": found.files, "whole": found.whole, "findings": records(found.findings)}
        )
    else:
        for finding in found.findings:
            click.echo(str(finding))
        wrong = f", {counted(len(found.findings), 'problem')}" if found.findings else ""
        click.echo(f"{folder}: {found.whole} of {counted(found.files, 'file')} are as they were made{wrong}")
    return not found.findings


def _file(file: Path, spec: Path, house: Path | None, template: Path | None, *, as_json: bool) -> bool:
    """Shows whether a file is what its spec gives."""
    from pactwright.verifying import verified  # noqa: PLC0415 - help is shown without the machinery

    result = verified(file, spec, house, template)
    if as_json:
        show_json({"file": str(file)} | asdict(result))
    else:
        for line in _lines(file, result):
            click.echo(line)
    return result.verdict != "edited"


def _lines(file: Path, result: Verified) -> Iterator[str]:
    comparison = result.comparison
    yield f"{file}: {VERDICTS[result.verdict]} ({result.document}, {result.status})"
    yield from _inputs(result.changed)
    if result.verdict != "identical":
        yield from _routes(comparison.found)
    for found in comparison.found:
        yield from _found(found)
    for added in comparison.added:
        yield from _added(added)
    yield from (f"{kind}: differs from the draft" for kind in comparison.around)


def _inputs(changed: tuple[str, ...] | None) -> Iterator[str]:
    if changed is None:
        yield "The file does not say what made it."
    elif changed:
        yield f"Changed since it was drafted: the {', the '.join(changed)}."


def _routes(found: tuple[Found, ...]) -> Iterator[str]:
    """How many clauses were found by each mark."""
    surest = [each.routes[0] for each in found if each.routes and each.routes[0] != "place"]
    counts = [f"{surest.count(route)} by {name}" for route, name in ROUTES.items() if route in surest]
    yield f"Found again: {', '.join(counts) or 'nothing'}."


def _found(found: Found) -> Iterator[str]:
    how = f"found by {ROUTES[found.routes[0]]}" if found.routes else "found nowhere"
    if found.state == "missing":
        yield f'{found.id}: missing: "{found.title}" is not in the file'
    elif found.state == "renumbered":
        yield f"{found.id}: only the numbers of its references differ ({how})"
    elif found.state == "edited":
        yield f"{found.id}: edited ({how})"
    if found.is_moved:
        yield f"{found.id}: moved ({how})"
    if found.version:
        yield f"{found.id}: the file has {found.version}"
    if found.state == "edited":
        yield from (_change(change) for change in found.changes)
    yield from (_mark(found.id, mark) for mark in found.marks)


def _added(added: Added) -> Iterator[str]:
    what = f"a copy of {added.copy_of}" if added.copy_of else counted(len(added.lines), "line")
    yield f"added after {added.after or 'the beginning'}, outside every clause: {what}"
    yield from (f"  + {_short(line)}" for line in added.lines if line.strip())
    yield from (_mark("added", mark) for mark in added.marks)


def _change(change: Change) -> str:
    """What was drafted and what stands there now, from a little before the place where they part."""
    start = _shared(change) - BEFORE
    start = start if start > 0 and change.drafted and change.returned else 0
    pairs = (("-", change.drafted), ("+", change.returned))
    return "\n".join(f"  {sign} {'...' * bool(start)}{_short(text[start:])}" for sign, text in pairs if text)


def _shared(change: Change) -> int:
    """How many letters the two begin with in common."""
    pairs = zip(change.drafted, change.returned, strict=False)
    shortest = min(len(change.drafted), len(change.returned))
    return next((index for index, (one, other) in enumerate(pairs) if one != other), shortest)


def _mark(where: str, mark: Mark) -> str:
    by = f" by {mark.author}" if mark.author else ""
    return f"{where}: tracked change: {mark.kind}{by}: {_short(mark.text)}"


def _short(text: str) -> str:
    line = "".join(letter if letter.isprintable() else " " for letter in text)
    return f'"{line}"' if len(line) <= SHOWN else f'"{line[:SHOWN]}..."'
