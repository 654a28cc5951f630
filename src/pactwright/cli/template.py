"""`pactwright template`: a house's own look."""

from __future__ import annotations

from pathlib import Path

import click

from pactwright.cli.groups import Commands
from pactwright.cli.options import JSON
from pactwright.cli.reports import counted, records, show_findings, show_json

FILE = click.Path(path_type=Path, dir_okay=False)


@click.group("template", cls=Commands)
def template_group() -> None:
    """Make a Word template of your own, and check it.

    \b
    Example:
      pactwright template new house.docx
    """


@template_group.command("new")
@click.argument("file", type=FILE)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
def new_template(file: Path, *, force: bool) -> None:
    """Write the built-in template to FILE, to be changed in Word.

    \b
    Change how a style looks by Modify Style; change the cover, the header and the footer as you like.
    Leave what stands in braces as it is typed.

    \b
    Example:
      pactwright template new house.docx
    """
    from pactwright.themes import write_built_in

    write_built_in(file, force=force)
    click.echo(file)
    click.echo(f"Next: change it in Word, then pactwright template check {file}", err=True)


@template_group.command("check")
@click.argument("file", type=FILE)
@JSON
def check_template(file: Path, *, as_json: bool) -> None:
    """Check that FILE can be used with draft --template, and say what to change in Word.

    \b
    Example:
      pactwright template check templates/themes/default.docx
    """
    from pactwright.themes import template_findings

    findings = template_findings(file)
    if as_json:
        show_json(records(findings))
    else:
        show_findings(findings, is_result=True)
    wrong = sum(finding.level == "error" for finding in findings)
    remarks = f", {counted(len(findings), 'remark')}" if findings else ""
    click.echo(f"{file}: {counted(wrong, 'error') if wrong else f'can be used{remarks}'}", err=as_json)
    if wrong:
        raise click.exceptions.Exit(1)
