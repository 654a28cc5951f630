"""Where what a command makes goes: a file that is named, or standard output."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

STDOUT = "-"
BINARY = frozenset({"docx"})


def form_of(output: Path | None, form: str | None, forms: Sequence[str], what: str) -> str:
    """The form that is asked for, by name or by the ending of the file; the first where neither says.

    `what` names the thing ("a ledger"). Raises UsageError where the two differ, where the ending is that of no form, or
    where a form that is no text should go to standard output.
    """
    from pactwright.errors import UsageError

    named = None if output is None or str(output) == STDOUT else output
    asked = named.suffix.lower().removeprefix(".") if named else form or forms[0]
    if asked not in forms or form not in {None, asked}:
        message = f"{output}: {what} is a file that ends in .{form or ', .'.join(forms)}"
        raise UsageError(message)
    if named is None and asked in BINARY:
        message = f"{what} as {asked} is no text for standard output; name a file with -o"
        raise UsageError(message)
    return asked


def deliver(content: bytes, output: Path | None, *, force: bool) -> bool:
    """Writes the file whole and says its name, or shows the text; gives back whether it is a file.

    Raises UsageError when a file is in the way.
    """
    if output is None or str(output) == STDOUT:
        click.echo(content.decode("utf-8-sig"), nl=False)
        return False
    from pactwright.files import check_targets, write_whole

    check_targets([output], force=force)
    write_whole(output, content)
    click.echo(output)
    return True
