"""`pactwright check`."""

from __future__ import annotations

from pathlib import Path

import click

from pactwright.cli.options import JSON, LIBRARY
from pactwright.cli.reports import counted, records, show_findings, show_json


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@LIBRARY
@JSON
def check(paths: tuple[Path, ...], *, house: Path | None, as_json: bool) -> None:
    """Check specs, a clause library or a house library: every problem at once.

    A file is checked as a spec, in each of its documents, and so is each spec in a folder of specs; a folder that
    holds a library, or a house library, in each of its jurisdictions.

    \b
    Examples:
      pactwright check examples/startup-pilot/spec.yml
      pactwright check clauses
    """
    from pactwright.checking import checked  # noqa: PLC0415 - help is shown without the machinery

    findings = [finding for path in paths for finding in checked(path, house)]
    if as_json:
        show_json(records(findings))
    else:
        show_findings(findings)
    wrong = sum(finding.level == "error" for finding in findings)
    names = ", ".join(str(path) for path in paths)
    click.echo(
        f"{names}: {counted(wrong, 'error') if wrong else 'no errors'}, {counted(len(findings) - wrong, 'remark')}",
        err=True,
    )
    if wrong:
        raise click.exceptions.Exit(1)
