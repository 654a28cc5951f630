"""`pactwright questions`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from pactwright.cli.options import JSON, LIBRARY, SPEC
from pactwright.cli.outputs import deliver, form_of
from pactwright.cli.reports import counted, show_findings, show_json

FORMS = ("txt", "csv", "html")


@click.command("questions")
@click.argument("spec", type=SPEC)
@click.option("--format", "form", type=click.Choice(FORMS), help="The form of the list; by default as -o ends, or txt.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; by default standard output.")
@click.option("--take", "table", type=SPEC, help="Write the answers of this table, a csv as written here, into SPEC.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@LIBRARY
@JSON
def questions_command(
    spec: Path,
    *,
    form: str | None,
    output: Path | None,
    table: Path | None,
    force: bool,
    house: Path | None,
    as_json: bool,
) -> None:
    """List what is still open in SPEC, by who can answer it; - is a spec on standard input.

    As csv the list has an empty column for the answers. With --take they come back: each answer is written into the
    spec at its address, and nothing else in the file changes. If one of them is refused, none is written.

    \b
    Examples:
      pactwright questions examples/startup-pilot/spec.yml
      pactwright questions examples/startup-pilot/spec.yml -o questions.csv
    """
    if table is not None:
        _take(spec, table, house, as_json=as_json)
        return
    from pactwright.question_sheet import SHEETS, said
    from pactwright.questions import readiness_of
    from pactwright.service import read

    ending = form_of(output, form, FORMS, "a list of questions")
    found = readiness_of(read(spec, house))
    if as_json:
        show_json([asdict(each) for each in found.questions])
        return
    content = SHEETS[ending](found)
    if deliver(content, output, force=force):
        click.echo(said(found), err=True)


def _take(spec: Path, table: Path, house: Path | None, *, as_json: bool) -> None:
    from pactwright.answers import taken

    done = taken(table, spec, house)
    show_findings(done.remarks)
    files = [str(file) for file in done.files]
    if as_json:
        show_json({"answers": done.answers, "files": files, "still_open": done.still_open})
        return
    for file in files:
        click.echo(file)
    still = counted(done.still_open, "fact") if done.still_open else "nothing"
    click.echo(f"{counted(done.answers, 'answer')} taken; {still} still open", err=True)
