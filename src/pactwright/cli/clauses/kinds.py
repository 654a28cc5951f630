"""`pactwright clauses kinds`."""

from __future__ import annotations

from pathlib import Path

import click

from pactwright.cli.options import JSON, LIBRARY
from pactwright.cli.reports import show_json


@click.command()
@click.argument("kind", required=False)
@LIBRARY
@JSON
def kinds(kind: str | None, *, house: Path | None, as_json: bool) -> None:
    """List the kinds of project, or show the risks that a KIND proposes, as lines to take over into a spec.

    \b
    Examples:
      pactwright clauses kinds
      pactwright clauses kinds street-sensors
    """
    from pactwright.errors import UsageError
    from pactwright.findings import nearest
    from pactwright.library.prebuilt import library_for
    from pactwright.library.proposals import proposed_risks

    known = library_for("", house).kinds
    if kind and kind not in known:
        message = f'"{kind}" is not a kind of project; one of {", ".join(known)}; {nearest(kind, known)}'
        raise UsageError(message.rstrip("; "))
    shown = [known[kind]] if kind else list(known.values())
    if as_json:
        show_json([{"kind": each.id, "title": each.title, "is": each.meaning, "risks": each.risks} for each in shown])
    elif kind:
        click.echo(proposed_risks(known[kind]), nl=False)
    else:
        for each in shown:
            click.echo(f"{click.style(each.id, bold=True)}  {each.title}: {each.meaning}")
