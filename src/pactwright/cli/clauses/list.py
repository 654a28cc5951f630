"""`pactwright clauses list`."""

from __future__ import annotations

from pathlib import Path

import click

from pactwright.cli.clauses.show import issue_record
from pactwright.cli.options import JSON, LIBRARY
from pactwright.cli.reports import show_json


@click.command("list")
@click.option("--barrier", help="Only issues that answer this barrier.")
@LIBRARY
@JSON
def list_(*, barrier: str | None, house: Path | None, as_json: bool) -> None:
    """List every issue with its options and their stance.

    \b
    Example:
      pactwright clauses list --barrier fear-of-failure
    """
    from pactwright.errors import UsageError
    from pactwright.findings import nearest
    from pactwright.library.prebuilt import library_for

    library = library_for("", house)
    known = library.seeds.barriers
    if barrier and barrier not in known:
        message = f'"{barrier}" is not a barrier; one of {", ".join(known)}; {nearest(barrier, known)}'
        raise UsageError(message.rstrip("; "))
    issues = [issue for issue in library.issues.values() if not barrier or barrier in issue.barriers]
    if as_json:
        show_json([issue_record(library, issue) for issue in issues])
        return
    if barrier:
        click.echo(f"{click.style(known[barrier].title, bold=True)}\n{known[barrier].in_our_words}\n")
    for issue in issues:
        click.echo(f"{click.style(issue.id, bold=True)}  {issue.question}")
        for option in library.options[issue.id].values():
            click.echo(f"  {option.id:24} {option.stance:13} {option.title}")
        for waiting, awaited in issue.waits.items():
            click.echo(f"  {waiting:24} {'not written':13} It waits for {awaited}")
