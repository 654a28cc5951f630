"""`pactwright draft`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pactwright.cli.options import DOCUMENTS, FINAL, FORMATS, JSON, LIBRARY, SHORT, SPEC, TEMPLATE, format_option
from pactwright.cli.reports import counted, records, show_findings, show_json
from pactwright.wording.notes import READ_BY

if TYPE_CHECKING:
    from pactwright.service import OutputFile
    from pactwright.wording.notes import Reader


@click.command("draft")
@click.argument("specs", nargs=-1, required=True, type=SPEC)
@DOCUMENTS
@format_option(*FORMATS, text="The form of the file; may be given several times. A pdf needs LibreOffice.")
@FINAL
@SHORT
@click.option(
    "--notes",
    "notes",
    type=click.Choice([*READ_BY]),
    is_flag=False,
    flag_value="neutral",
    help="Put a note beside each clause, as a Word comment, for one side or for both; without a word: neutral.",
)
@click.option(
    "--page-numbers",
    "with_page_numbers",
    is_flag=True,
    help="Write page numbers into the contents, as LibreOffice lays the Word file out; else Word fills them in.",
)
@click.option(
    "--sources",
    "with_sources",
    is_flag=True,
    help="Add an annex: each clause with its version and its sources, their address, licence and the day read.",
)
@click.option(
    "--ledger",
    "with_ledger",
    is_flag=True,
    help="Add an annex: who bears each risk and gets each reward, with share, limit, clause and money.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file to write, the folder to write into, or - for standard output.",
)
@click.option("--force", is_flag=True, help="Write where a file stands that is not ours, too; it is kept beside.")
@click.option("--verbose", "is_verbose", is_flag=True, help="List each fact that stands in no document of the run.")
@LIBRARY
@TEMPLATE
@JSON
def draft_command(  # noqa: PLR0913 - a command has as many arguments as options
    specs: tuple[Path, ...],
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    *,
    is_final: bool,
    is_short: bool,
    notes: Reader | None,
    with_sources: bool,
    with_ledger: bool,
    with_page_numbers: bool,
    output: Path | None,
    force: bool,
    is_verbose: bool,
    house: Path | None,
    template: Path | None,
    as_json: bool,
) -> None:
    """Draft the documents of SPECS as Word files, or as text, web pages, data or PDF; - is standard input.

    A Word file that was drafted here before, and at most opened and saved since, is replaced. One that a person may
    have edited is kept beside the new one as NAME.edited-1.docx, with --force too.

    \b
    Example:
      pactwright draft examples/startup-pilot/spec.yml -o out/
      pactwright draft examples/startup-pilot/spec.yml -o out/ --format docx --format html
    """
    from pactwright.service import DraftOrder, files_of

    order = DraftOrder(
        documents,
        formats,
        is_final=is_final,
        is_short=is_short,
        notes=notes,
        with_sources=with_sources,
        with_ledger=with_ledger,
        with_page_numbers=with_page_numbers,
        output=output,
        force=force,
        house=house,
        template=template,
    )
    is_piped = output is not None and str(output) == "-"
    if is_piped and as_json:
        message = "-o - writes the document itself on standard output; leave out --json"
        raise click.UsageError(message)
    written = files_of(specs, order)
    if as_json:
        show_json([_record(each) for each in written])
        return
    for kept in dict.fromkeys(path for each in written for path in each.kept):
        click.echo(f"Kept what may have been edited: {kept}", err=True)
    for each in written:
        show_findings(each.findings)
        for address in each.unprinted if is_verbose else ():
            click.echo(f"not printed: {address}", err=True)
        still = f", {counted(each.open_points, 'open point')}" if each.open_points else ""
        confirm = f", {each.to_confirm} to confirm" if each.to_confirm else ""
        click.echo(f"{each.path} ({counted(each.clauses, 'clause')}{still}{confirm})", err=is_piped)
    if any(each.open_points for each in written):
        click.echo(f"Next: fill in what is open, then pactwright draft --final {specs[0]}", err=True)
    for sheet in dict.fromkeys(each.sheet_path for each in written if each.sheet_path):
        click.echo(f"Before anybody signs, read {sheet}", err=True)


def _record(written: OutputFile) -> dict[str, object]:
    """What a program wants to know of a file; of a final also what stands on its sheet."""
    from pactwright.writers.sheet import sheet_data

    record: dict[str, object] = {
        "file": str(written.path),
        "open_points": written.open_points,
        "to_confirm": written.to_confirm,
        "findings": records(written.findings),
        "kept": [str(path) for path in written.kept],
        "not_printed": written.unprinted,
    }
    return record | ({"before_signing": sheet_data(written.sheet)} if written.sheet else {})
