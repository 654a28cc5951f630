"""`pactwright guide`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pactwright.cli.completion import answers_of, places
from pactwright.cli.options import JSON, LIBRARY, SPEC
from pactwright.cli.reports import show_json

if TYPE_CHECKING:
    from pactwright.guide.advice import Advice
    from pactwright.guide.model import Given, Guide

JURISDICTION = click.option(
    "--jurisdiction",
    default="au-nsw",
    show_default=True,
    shell_complete=places,
    help="The place whose law applies.",
)


@click.command("guide")
@click.option(
    "--answers", type=click.Path(path_type=Path, allow_dash=True), help="A file of answers; nothing is asked then."
)
@click.option(
    "--set",
    "sets",
    multiple=True,
    metavar="QUESTION=ANSWER",
    shell_complete=answers_of,
    help="An answer that counts before that of the file, such as to try a near miss.",
)
@click.option("--save", type=SPEC, help="Keep the answers in this file as they come, and go on from what it holds.")
@click.option("--form", "is_form", is_flag=True, help="Print a file of answers to fill in, with every question.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the spec to this file.")
@JURISDICTION
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@LIBRARY
@JSON
def guide_command(  # noqa: PLR0913 - a command has as many arguments as options
    *,
    answers: Path | None,
    sets: tuple[str, ...],
    save: Path | None,
    is_form: bool,
    output: Path | None,
    jurisdiction: str,
    force: bool,
    house: Path | None,
    as_json: bool,
) -> None:
    """Ask a few questions, say which model and options fit and what tipped it, and write the spec.

    Where no agreement is right, such as where a permit or a purchase would do, it says so and why. Without --answers
    it asks at the terminal: b goes back, ? explains, and with --save what was answered is kept.

    \b
    Examples:
      pactwright guide --form
      pactwright guide --answers answers.yml -o spec.yml
      pactwright guide --answers answers.yml --set pays=price
    """
    from pactwright.guide.advice import GUIDE
    from pactwright.guide.advising import advised
    from pactwright.guide.answering import answers_in, answers_text, check_some
    from pactwright.guide.form import guide
    from pactwright.guide.words import words
    from pactwright.library.prebuilt import library_for
    from pactwright.records import record_data
    from pactwright.starting import check_start

    known = guide()
    if is_form:
        click.echo(words().form_lead)
        click.echo(answers_text(known, {}), nl=False)
        return
    if output:
        check_start(output, jurisdiction, force=force, house=house)  # nobody answers fourteen questions for nothing
    given = answers_in(answers, known, sets) if answers or sets else asked(known, save)
    check_some(given)
    advice = advised(known, given, library_for("", house))
    if as_json:
        show_json(record_data(GUIDE, advice))
    else:
        _show(advice, known)
    if output:
        write(advice, output, jurisdiction=jurisdiction, force=force, house=house)


def write(advice: Advice, output: Path, *, jurisdiction: str, force: bool, house: Path | None) -> None:
    """Writes the spec that is recommended, and its schema; says so, and fails, where no agreement is right."""
    from pactwright.guide.words import words
    from pactwright.guide.writing import with_advice
    from pactwright.starting import started

    if advice.instead:
        click.echo(words().not_written.format(path=output, model=advice.model), err=True)
        raise click.exceptions.Exit(1)

    def filled(form: str) -> str:
        return with_advice(form, advice)

    for path in started(output, model=advice.model, jurisdiction=jurisdiction, force=force, house=house, filled=filled):
        click.echo(path, err=True)
    click.echo(words().written.format(path=output), err=True)


def asked(known: Guide, save: Path | None) -> Given:
    """The answers of whoever sits at the terminal; raises UsageError where nobody does."""
    from pactwright.cli.asking import Asking
    from pactwright.errors import UsageError
    from pactwright.guide.answering import answers_in
    from pactwright.guide.words import words

    if not sys.stdin.isatty():
        raise UsageError(words().no_terminal)
    before = answers_in(save, known) if save and save.exists() else {}
    return Asking(known, save).answers(before)


def _show(advice: Advice, known: Guide) -> None:
    from pactwright.guide.sheet import advice_lines

    for line in advice_lines(advice, known):
        click.echo(click.style(line, bold=True) if line and not line.startswith(" ") else line)
