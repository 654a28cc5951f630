"""`pactwright playbook`."""

from __future__ import annotations

from pathlib import Path

import click

from pactwright.cli.groups import Commands
from pactwright.cli.options import LIBRARY, SPEC
from pactwright.cli.outputs import deliver, form_of
from pactwright.library.places import documents

FORMS = ("txt", "html", "docx")
OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file to write; by default standard output."
)
FORCE = click.option("--force", is_flag=True, help="Replace a file that exists.")


@click.group("playbook", cls=Commands)
def playbook_group() -> None:
    """Write what a party wants of each question, and see where two playbooks meet.

    A playbook.yml in a house library is held against every draft: each departure is told, and a final is refused until
    approvals: of the spec names who approved it.
    """


@playbook_group.command("new")
@click.option("--side", required=True, help="The side for which it speaks: public or partner.")
@click.option("--party", help="The party for which it speaks, by its id in a spec; by default all of the side.")
@click.option("--spec", type=SPEC, help="Only the questions that the document of this spec settles.")
@OUTPUT
@FORCE
@LIBRARY
def new(
    *, side: str, party: str | None, spec: Path | None, output: Path | None, force: bool, house: Path | None
) -> None:
    """Write the start of a playbook from where the library's options stand.

    \b
    Example:
      pactwright playbook new --side public -o playbook.yml
    """
    from pactwright.library.prebuilt import library_for
    from pactwright.playbook.marks import clause_labels
    from pactwright.playbook.starter import starter
    from pactwright.what_if import standing

    now = standing(spec, None, house) if spec else None
    library = now.source.library if now else library_for("", house)
    issues = tuple(clause_labels(now.draft.agreement)) if now else ()
    deliver(starter(library, side, party or side, issues).encode(), output, force=force)


@playbook_group.command("meet")
@click.argument("spec", type=SPEC)
@click.argument("mine", type=SPEC)
@click.argument("theirs", type=SPEC)
@click.option("--own", "is_own", is_flag=True, help="The copy of the side of MINE: of the other one word a question.")
@click.option("--document", type=click.Choice(documents()), help="The document; by default the first of the spec.")
@click.option("--format", "form", type=click.Choice(FORMS), help="The form; by default as -o ends, or txt.")
@OUTPUT
@FORCE
@LIBRARY
def meet(  # noqa: PLR0913 - the options of a command
    spec: Path,
    mine: Path,
    theirs: Path,
    *,
    is_own: bool,
    document: str | None,
    form: str | None,
    output: Path | None,
    force: bool,
    house: Path | None,
) -> None:
    """Show where two playbooks meet over the draft of SPEC: question by question, in figures, and by what trades.

    This is the copy of a neutral, who holds the limits of both sides. With --own it is the copy of one side, which says
    of the other only whether there is an answer that both can live with. Let the neutral make the own copies: whoever
    may try one playbook after the other finds the other side's limits by trying.

    \b
    Examples:
      pactwright playbook meet examples/startup-pilot/spec.yml ours.yml theirs.yml -o landing.html
      pactwright playbook meet examples/startup-pilot/spec.yml ours.yml theirs.yml --own -o own.docx
    """
    from pactwright.playbook.asked import neutral_report, own_report
    from pactwright.themes import report_theme
    from pactwright.what_if import standing
    from pactwright.writers.report import REPORT_WRITERS

    asked = form_of(output, form, FORMS, "a landing zone")
    now = standing(spec, document, house)
    made = (own_report if is_own else neutral_report)(now, mine, theirs)
    deliver(REPORT_WRITERS[asked](made, report_theme()), output, force=force)
