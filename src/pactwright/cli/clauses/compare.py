"""`pactwright clauses compare`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pactwright.cli.completion import issues, places
from pactwright.cli.options import JSON, LIBRARY, SPEC
from pactwright.cli.reports import show_json
from pactwright.library.places import documents
from pactwright.writers.report import REPORT_WRITERS

if TYPE_CHECKING:
    from pactwright.catalogue.records import Comparison
    from pactwright.library.model import Library

WIDTH, WIDE = 80, 120


@click.command()
@click.argument("issue", shell_complete=issues)
@click.option("--spec", type=SPEC, help="A spec: each option is drafted with all else as it stands.")
@click.option(
    "--document", type=click.Choice(documents()), help="The document of the spec; by default the first that it names."
)
@click.option("--options", "names", default="", metavar="A,B,C", help="Only these options of the issue.")
@click.option("--jurisdiction", default="", shell_complete=places, help="As a jurisdiction has it, such as us-ca.")
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(REPORT_WRITERS)),
    help="The form of the sheet; by default as -o ends, or txt.",
)
@click.option(
    "--width",
    type=click.IntRange(40, 400),
    default=WIDTH,
    show_default=True,
    help=f"The columns of the text; from {WIDE} on, options stand side by side.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The file to write; by default standard output.")
@click.option("--force", is_flag=True, help="Replace a file that exists.")
@LIBRARY
@JSON
def compare(  # noqa: PLR0913 - the options of a command
    issue: str,
    *,
    spec: Path | None,
    document: str | None,
    names: str,
    jurisdiction: str,
    form: str | None,
    width: int,
    output: Path | None,
    force: bool,
    house: Path | None,
    as_json: bool,
) -> None:
    """Compare the options of an issue: what each means, who bears what, and its wording word by word.

    Without a spec the options stand as the library has them, a blank by its name and a reference as a sign; with one,
    each as it would print, in figures, with the other clauses that it changes.

    \b
    Examples:
      pactwright clauses compare liability/cap
      pactwright clauses compare liability/cap --options price-multiple,low-fixed --spec examples/startup-pilot/spec.yml
    """
    from pactwright.catalogue.records import COMPARISON
    from pactwright.records import record_data

    is_piped = output is None or str(output) == "-"
    ending = _ending(output, form, is_piped=is_piped)
    library, made = _comparison(issue, spec, document, tuple(filter(None, names.split(","))), jurisdiction, house)
    if as_json:
        show_json(record_data(COMPARISON, made))
        return
    content = _content(library, made, ending, width)
    if output is None or is_piped:
        click.echo(content if ending != "txt" else content.decode(), nl=False)
        return
    from pactwright.files import check_targets, write_whole

    check_targets([output], force=force)
    write_whole(output, content)
    click.echo(output)


def _ending(output: Path | None, form: str | None, *, is_piped: bool) -> str:
    from pactwright.errors import UsageError

    ending = output.suffix.lower().removeprefix(".") if output and not is_piped else form or "txt"
    if ending not in REPORT_WRITERS or form not in {None, ending}:
        message = f"{output}: a comparison is a file that ends in .{form or ', .'.join(REPORT_WRITERS)}"
        raise UsageError(message)
    if is_piped and ending == "docx":
        message = "-: a Word file needs a name; add -o, such as -o comparison.docx"
        raise UsageError(message)
    return ending


def _comparison(
    name: str, spec: Path | None, document: str | None, names: tuple[str, ...], place: str, house: Path | None
) -> tuple[Library, Comparison]:
    from pactwright.catalogue.comparing import comparison, issue_named, options_named
    from pactwright.catalogue.in_draft import comparison_in
    from pactwright.errors import UsageError
    from pactwright.library.prebuilt import library_for
    from pactwright.what_if import standing

    if (spec and place) or (document and not spec):
        message = "--jurisdiction is for a comparison without a spec, --document for one with a spec"
        raise UsageError(message)
    if not spec:
        library = library_for(place, house)
        issue = issue_named(library, name)
        return library, comparison(library, issue, options_named(library, issue.id, names))
    now = standing(spec, document, house)
    library = now.source.library
    issue = issue_named(library, name)
    return library, comparison_in(now, issue, options_named(library, issue.id, names))


def _content(library: Library, made: Comparison, ending: str, width: int) -> bytes:
    from pactwright.catalogue.sheet import WIDEST, comparison_report
    from pactwright.catalogue.stacked import stacked_report
    from pactwright.errors import UsageError
    from pactwright.themes import report_theme

    is_stacked = ending == "txt" and width < WIDE
    if not is_stacked and len(made.options) > WIDEST:
        some = ",".join(each.option.rpartition("/")[2] for each in made.options[:WIDEST])
        message = f"{len(made.options)} options are too many side by side; name up to {WIDEST}, as in --options {some}"
        raise UsageError(message)
    report = stacked_report(library, made) if is_stacked else comparison_report(library, made)
    return REPORT_WRITERS[ending](report, replace(report_theme(), width=width))
