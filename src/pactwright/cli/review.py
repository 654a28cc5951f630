"""`pactwright review`."""

from __future__ import annotations

from pathlib import Path

import click

from pactwright.cli.options import JSON, LIBRARY, SPEC
from pactwright.cli.outputs import deliver, form_of
from pactwright.cli.reports import show_json
from pactwright.library.places import documents

FORMS = ("txt", "html", "docx", "json")
JOINT = "joint"


@click.command("review")
@click.argument("spec", type=SPEC)
@click.option(
    "--for", "audience", default=JOINT, help="Whose copy: city, partner, a party by its id, or joint (default)."
)
@click.option("--document", type=click.Choice(documents()), help="The document; by default the first of the spec.")
@click.option("--format", "form", type=click.Choice(FORMS), help="The form; by default as -o ends, or txt.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file to write, or a folder, in which it gets a name that says whose copy it is.",
)
@click.option(
    "--check",
    "memo",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Say whether the draft has moved since this memo was made.",
)
@click.option(
    "--questions", "by_question", is_flag=True, help="Go through the draft question by question, too; takes longer."
)
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@LIBRARY
@JSON
def review_command(  # noqa: PLR0913 - the options of a command
    spec: Path,
    *,
    audience: str,
    document: str | None,
    form: str | None,
    output: Path | None,
    memo: Path | None,
    by_question: bool,
    force: bool,
    house: Path | None,
    as_json: bool,
) -> None:
    """Write the memo with which people decide about the draft of SPEC: for the meeting, and to look things up.

    The joint copy is for everybody. The copy of one side is not for the other: it tells where the draft goes less far
    for its reader than the library by itself, and what only its reader noted. With --questions each question follows
    with its ladder, why, and what each other answer would change.

    \b
    Examples:
      pactwright review examples/startup-pilot/spec.yml
      pactwright review examples/startup-pilot/spec.yml --for city --format html -o memos/
    """
    from pactwright.review.asked import SHEETS, file_name, moved_since, questions_for
    from pactwright.review.gathering import review_of
    from pactwright.review.record import data_of
    from pactwright.what_if import standing

    now = standing(spec, document, house)
    if memo:
        said, is_same = moved_since(memo, now)
        click.echo(said)
        raise SystemExit(0 if is_same else 1)
    found = review_of(now, audience)
    if as_json:
        show_json(data_of(found))
        return
    if output and (output.is_dir() or not output.suffix):
        output = output / f"{file_name(found)}.{form or 'html'}"
    asked = form_of(output, form, FORMS, "a memo")
    questions = questions_for(now, found.audience) if by_question else ()
    deliver(SHEETS[asked](found, questions), output, force=force)
