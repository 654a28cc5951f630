"""`pactwright verify`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pactwright.cli.characters import is_of_signs, signs_of
from pactwright.cli.options import JSON, LIBRARY, SPEC, TEMPLATE
from pactwright.cli.reports import counted, records, show_findings, show_json, some_of

if TYPE_CHECKING:
    from pactwright.batch.verifying import Inventory
    from pactwright.compare import Added, Change, Difference, Found
    from pactwright.compare.reading import Mark
    from pactwright.verifying import Verified

SHOWN, BEFORE = 160, 40
MOST = 20
VERDICTS = {
    "identical": "is what the spec gives, part for part",
    "same": "says what the spec gives, to whoever reads it; only what programs write on saving differs",
    "not-proven": "not proven: the words are those of the spec, but not all is seen as the spec gives it",
    "made-elsewhere": "not proven here: made by {maker}, and it differs from what is drafted here",
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
@click.option(
    "--withdrawn",
    type=click.Choice(["refuse", "keep"]),
    help="What to do about files in a folder whose rows are no longer in the table; by default they are refused.",
)
@JSON
def verify_command(
    file: Path, *, spec: Path | None, house: Path | None, template: Path | None, withdrawn: str | None, as_json: bool
) -> None:
    """Verify that a Word FILE is what its spec gives, or that a folder is as a batch left it.

    Of a file, it says which clauses were edited, and what else is seen otherwise: hidden, white or struck-out words,
    numbers, fields, shapes, settings. Of a folder, it says which files are missing, altered, torn, left over, or of
    rows that are no longer in the table. Exit code 0: the same to whoever reads it, or all whole; 1: edited, not
    proven, drafted from something else, or of a withdrawn row; 2: not readable; 4: refused for safety.

    \b
    Example:
      pactwright verify agreement.docx --spec examples/startup-pilot/spec.yml
      pactwright verify out/
    """
    if file.is_dir():
        is_sound = _folder(file, spec, keeps_withdrawn=withdrawn == "keep", as_json=as_json)
    elif withdrawn is not None:
        message = f"{file}: is one file; --withdrawn is for the folder of a batch"
        raise click.UsageError(message)
    elif spec is None:
        message = f"{file}: name the spec that it was drafted from, for example --spec spec.yml"
        raise click.UsageError(message)
    else:
        is_sound = _file(file, spec, house, template, as_json=as_json)
    if not is_sound:
        raise click.exceptions.Exit(1)


def _folder(folder: Path, spec: Path | None, *, keeps_withdrawn: bool, as_json: bool) -> bool:
    """Shows whether a folder is as a batch left it."""
    from pactwright.batch.verifying import inventory

    if spec is not None:
        message = f"{folder}: is a folder, which its own manifest verifies; leave out --spec"
        raise click.UsageError(message)
    found = inventory(folder, keeps_withdrawn=keeps_withdrawn)
    if as_json:
        show_json({"folder": str(folder)} | asdict(found) | {"findings": records(found.findings)})
    else:
        for finding in found.findings:
            click.echo(str(finding))
        for line in _of_no_row(found, keeps_withdrawn=keeps_withdrawn):
            click.echo(line)
        wrong = f", {counted(len(found.findings), 'problem')}" if found.findings else ""
        click.echo(f"{folder}: {found.whole} of {counted(found.files, 'file')} are as they were made{wrong}")
    return not found.findings


def _of_no_row(found: Inventory, *, keeps_withdrawn: bool) -> Iterator[str]:
    """What stands in a folder and is no fault."""
    if found.superseded:
        earlier = counted(len(found.superseded), "earlier version")
        yield f"{earlier} superseded by a later one: {some_of(found.superseded)}"
    if found.withdrawn and keeps_withdrawn:
        yield f"{counted(len(found.withdrawn), 'file')} of withdrawn rows, kept: {some_of(found.withdrawn)}"


def _file(file: Path, spec: Path, house: Path | None, template: Path | None, *, as_json: bool) -> bool:
    """Shows whether a file is what its spec gives."""
    from pactwright.verifying import verified

    result = verified(file, spec, house, template)
    if as_json:
        show_json({"file": str(file)} | asdict(result))
    else:
        show_findings(result.remarks)
        for line in _lines(file, result):
            click.echo(line)
    return result.is_proven


def _lines(file: Path, result: Verified) -> Iterator[str]:
    comparison = result.comparison
    verdict = VERDICTS[result.verdict].format(maker=_maker(result))
    moved_in = [each for each in comparison.found if each.stands_in]
    lost = "".join(f"; {each.id} has lost its control and stands in that of {each.stands_in}" for each in moved_in)
    yield f"{file}: {verdict}{lost} ({result.document}, {result.status})"
    yield from _inputs(result.changed)
    if result.verdict != "identical":
        yield from _routes(comparison.found)
    word = "differs" if result.verdict == "made-elsewhere" else "edited"
    told = [line for found in comparison.found for line in _found(found, word)]
    told += [line for added in comparison.added for line in _added(added)]
    told += [f"{kind}: differs from the draft" for kind in comparison.around]
    told += [_difference(each) for each in comparison.differences]
    yield from told[:MOST]
    if len(told) > MOST:
        yield f"and {len(told) - MOST} more lines; --json has all of them"


def _maker(result: Verified) -> str:
    """Who made a file that differs from what is drafted here."""
    changed = [each for each in result.changed or () if each in {"library", "template"}]
    other = f" with another {' and another '.join(changed)}" if changed else ""
    return f"{''.join(each for each in result.made_by[:60] if each.isprintable()) or 'another program'}{other}"


def _difference(each: Difference) -> str:
    times = f" ({counted(each.lines, 'line')})" if each.lines > 1 else ""
    return f"{each.where}: {each.what}{times}{f': {_short(each.words)}' if each.words.strip() else ''}"


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


def _found(found: Found, word: str) -> Iterator[str]:
    how = f"found by {ROUTES[found.routes[0]]}" if found.routes else "found nowhere"
    if found.state == "missing":
        yield f'{found.id}: missing: "{found.title}" is not in the file'
    elif found.state == "renumbered":
        yield f"{found.id}: only the numbers of its references differ ({how})"
    elif found.state == "edited":
        spaces = ", in spaces and signs alone" if all(map(is_of_signs, found.changes)) else ""
        yield f"{found.id}: {word}{spaces} ({how})"
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
    lines = [f"  {sign} {'...' * bool(start)}{_short(text[start:])}" for sign, text in pairs if text]
    return "\n".join([*lines, *(f"    {each}" for each in signs_of(change))])


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
