"""`pactwright rule`."""

from __future__ import annotations

import click

from pactwright.cli.completion import rules


@click.command("rule")
@click.argument("name", required=False, shell_complete=rules)
def rule_command(name: str | None) -> None:
    """Show what a rule looks for, why, and what to do; without a NAME, the names of all.

    The name of a rule stands in every finding, behind its level.

    \b
    Example:
      pactwright rule milestone-sum
    """
    from pactwright.errors import UsageError
    from pactwright.findings import nearest
    from pactwright.manual import pages

    known = pages()
    if name is None:
        click.echo("\n".join(known))
        return
    if name not in known:
        message = f'"{name}" is not a rule; pactwright rule lists them all; {nearest(name, known)}'.rstrip("; ")
        raise UsageError(message)
    click.echo(f"{click.style(name, bold=True)}\n{known[name]}")
