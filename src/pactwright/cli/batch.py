"""`pactwright batch`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pactwright.cli.options import DOCUMENTS, FINAL, FORMATS, JSON, LIBRARY, SHORT, SPEC, TEMPLATE, format_option
from pactwright.cli.outputs import form_of
from pactwright.cli.progress import duration, speed, watch
from pactwright.cli.reports import SHOWN, counted, show_json, show_line, some_of
from pactwright.files import sheet_path

if TYPE_CHECKING:
    from pactwright.batch.deviations import Deviation
    from pactwright.batch.problems import Told
    from pactwright.batch.request import Batch, RunOutcome

MANY = tuple(each for each in FORMATS if each != "pdf")  # LibreOffice prints a PDF in seconds
REPORTS = ("html", "docx", "txt", "json")
EXIT_FAILED, EXIT_BUG, EXIT_INTERRUPTED = 3, 70, 130
NOTHING = "nothing"


@click.command("batch")
@click.argument("table", required=False, type=click.Path(path_type=Path))
@click.option("--spec", type=SPEC, help="The spec that the rows of a table change; not for a folder of specs.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The folder to write into.")
@click.option(
    "--name",
    "pattern",
    default="{key}-{document}",
    show_default=True,
    help="How files are named; {parties.council.called} stands for what a row says there.",
)
@DOCUMENTS
@format_option(*MANY, text="The form of the files; may be given several times.")
@FINAL
@SHORT
@LIBRARY
@TEMPLATE
@click.option(
    "--sheet",
    default="",
    help="The sheet with the rows; by default the first with headings that we know. Without TABLE: the workbook (.xlsx)"
    " to write, for a table to fill in over --spec.",
)
@click.option(
    "--headings", type=click.IntRange(1), default=None, help="The line of the headings, where others go before it."
)
@click.option(
    "--hidden",
    type=click.Choice(["refuse", "take"]),
    default="refuse",
    show_default=True,
    help="What to do about hidden sheets, rows and columns.",
)
@click.option("--processes", type=click.IntRange(1), help="How many processes; by default as many as serve.")
@click.option("--shard", "typed_shard", default="1/1", help="One part of the rows, such as 2/4, the second of four.")
@click.option(
    "--force", is_flag=True, help="Replace files that were edited, or that no batch made; each is kept beside."
)
@click.option("--remake", is_flag=True, help="Make every file again, also where nothing changed; not those edited.")
@click.option(
    "--replace",
    "replaces",
    is_flag=True,
    help="Where a row says another thing now, rewrite its newest file; by default the next version stands beside it.",
)
@click.option("--renamed", "is_renamed", is_flag=True, help="Go on in the folder of a table that had another name.")
@click.option("--strict", "is_strict", is_flag=True, help="Take a warning for an error: its row is not made.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Check every row, and write nothing.")
@click.option(
    "--differences", "with_differences", is_flag=True, help="Show which rows depart from the others, in what."
)
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a report on all agreements of the folder to this file (.html, .docx, .txt or .json), anew each time.",
)
@JSON
def batch_command(  # noqa: PLR0913 - a command has as many arguments as options
    table: Path | None,
    *,
    spec: Path | None,
    output: Path | None,
    pattern: str,
    documents: tuple[str, ...],
    formats: tuple[str, ...],
    is_final: bool,
    is_short: bool,
    house: Path | None,
    template: Path | None,
    sheet: str,
    headings: int | None,
    hidden: str,
    processes: int | None,
    typed_shard: str,
    force: bool,
    remake: bool,
    replaces: bool,
    is_renamed: bool,
    is_strict: bool,
    is_dry: bool,
    with_differences: bool,
    report: Path | None,
    as_json: bool,
) -> None:
    """Draft the agreements of all rows of a TABLE, or of a folder of specs.

    A row with a problem never stops the others. Run again, it makes only what is missing or has changed; what changed
    stands beside the file of before, as the next version (NAME-v2), unless --replace rewrites it.
    Exit code 0: all rows are done, with warnings or without; 3: some rows have problems; 1: the table or the base
    has problems as a whole; 2: wrong usage, or something cannot be read or written.

    \b
    Example:
      pactwright batch pilots.csv --spec base.yml -o out/
      pactwright batch specs/ -o out/ --differences
      pactwright batch pilots.csv --spec base.yml -o out/ --report report.html
      pactwright batch --sheet pilots.xlsx --spec base.yml
    """
    if table is None:
        _start(sheet, spec, house, force=force)
        return
    if output is None:
        message = "name the folder to write into with -o"
        raise click.UsageError(message)
    from pactwright.batch.driver import run
    from pactwright.batch.model import Settings, shard_from
    from pactwright.batch.request import Batch, called, inputs_of
    from pactwright.batch.tables import TableOptions

    form = _form_of_report(report, is_dry=is_dry)
    base, read = inputs_of(table, spec, house, TableOptions(sheet, headings or 0, takes_hidden=hidden == "take"))
    asked = Batch(
        rows=read.rows,
        remarks=read.remarks,
        base=base,
        settings=Settings(
            _once(documents),
            _once(formats),
            is_final=is_final,
            is_short=is_short,
            house=house,
            template=template,
            pattern=pattern,
        ),
        folder=output,
        shard=shard_from(typed_shard),
        processes=processes,
        force=force,
        remake=remake,
        replaces=replaces,
        is_dry=is_dry,
        table=called(table, base),
        is_renamed=is_renamed,
        is_strict=is_strict,
        with_differences=with_differences,
    )
    outcome = run(asked, watch())
    if report:
        _report(asked, report, form)
    if as_json:
        show_json(_record(asked, outcome))
    else:
        _show(asked, outcome)
    if code := _code(outcome):
        raise click.exceptions.Exit(code)


def _form_of_report(report: Path | None, *, is_dry: bool) -> str:
    """The form of a report, told before any row is made; raises UsageError where it has none."""
    if report and is_dry:
        message = "--report tells of agreements that are written, and --dry-run writes none; use one of them"
        raise click.UsageError(message)
    return form_of(report, None, REPORTS, "a report") if report else ""


def _report(asked: Batch, report: Path, form: str) -> None:
    """Writes the report on what stands in the folder after a run."""
    import json

    from pactwright.across.asked import ACROSS, across_batch, sheet_of
    from pactwright.files import write_whole
    from pactwright.records import record_data

    found = across_batch(asked)
    as_record = json.dumps(record_data(ACROSS, found), ensure_ascii=False, indent=2).encode() + b"\n"
    write_whole(report, as_record if form == "json" else sheet_of(found, form))


def _start(sheet: str, spec: Path | None, house: Path | None, *, force: bool) -> None:
    """Writes a table to fill in, where there is none yet."""
    from pactwright.starting import table_started

    if not sheet:
        message = "name the table, or write one to fill in with --sheet, as in pactwright batch --sheet pilots.xlsx"
        raise click.UsageError(message)
    path = table_started(Path(sheet), base=spec, force=force, house=house)
    click.echo(path)
    over = spec or "base.yml"
    click.echo(f"Next: fill in a line for each agreement, then pactwright batch {path} --spec {over} -o out/", err=True)


def _once(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _code(outcome: RunOutcome) -> int:
    if outcome.is_stopped:
        return EXIT_INTERRUPTED
    if outcome.is_bug:
        return EXIT_BUG
    return EXIT_FAILED if outcome.failed else 0


def _show(asked: Batch, outcome: RunOutcome) -> None:
    for problem in outcome.first:
        show_line(str(problem), problem.finding.level)
    if outcome.unshown:
        where = f" in {outcome.reports[0]}" if outcome.reports else ""
        click.echo(f"and {outcome.unshown:,} more{where}", err=True)
    for line in _deviations(outcome.deviations or ()):
        click.echo(line)
    if outcome.deviations == ():
        click.echo("No row departs from the others.")
    for line in _summary(asked, outcome):
        click.echo(line)


def _summary(asked: Batch, outcome: RunOutcome) -> Iterator[str]:
    whose = f" of shard {asked.shard.number}/{asked.shard.of}" if asked.shard.of > 1 else ""
    kept = f", {counted(outcome.kept, 'file')} kept from an earlier run" if outcome.kept else ""
    written = "checked, nothing written" if asked.is_dry else f"written to {asked.folder}"
    rate = speed(outcome.made / outcome.seconds) if outcome.made and outcome.seconds else ""
    pace = f" in {duration(outcome.seconds)}" + (f", {rate}" if rate else "")
    yield f"{counted(outcome.done, 'row')}{whose}: {counted(outcome.made, 'file')} {written}{kept}{pace}"
    if outcome.older:
        yield f"{counted(outcome.older, 'file')} made by another version of pactwright; --remake makes them again"
    where = f", see {' and '.join(map(str, outcome.reports))}" if outcome.reports else ""
    if outcome.failed:
        yield f"{counted(outcome.failed, 'row')} failed with {counted(outcome.problems, 'problem')}{where}"
    if outcome.warnings:
        yield f"{counted(outcome.warnings, 'warning')} {_of_what(outcome)}{where}"
    if outcome.left:
        yield f"From earlier runs, and of no row that is done now: {some_of(outcome.left)}"
    if outcome.superseded:
        earlier = counted(len(outcome.superseded), "earlier version")
        yield f"{earlier} kept beside the newest: {some_of(outcome.superseded)}"
    if asked.settings.is_final and outcome.made + outcome.kept and not asked.is_dry:
        yield f"Before anybody signs, read the sheet beside each final, {sheet_path(Path('NAME.docx'))}"
    yield f"Next: {_next(asked, outcome)}"


def _of_what(outcome: RunOutcome) -> str:
    """Whether warnings are of the table, of rows, or of both."""
    of_table = any(not told.keys and told.finding.level == "warning" for told in outcome.told)
    of_rows = f"in {counted(outcome.warned, 'row')}" if outcome.warned else ""
    return " and ".join(filter(None, ["of the table" if of_table else "", of_rows]))


def _next(asked: Batch, outcome: RunOutcome) -> str:
    if outcome.is_stopped:
        to_do = counted(outcome.rows - outcome.done, "row")
        return f"stopped with {to_do} to do; run the same command again to go on"
    if outcome.failed:
        stays = "" if asked.is_dry else "; what is done stays done"
        return f"mend these problems, then run the same command again{stays}"
    return "run the same command without --dry-run" if asked.is_dry else f"pactwright verify {asked.folder}"


def _deviations(deviations: Sequence[Deviation]) -> Iterator[str]:
    """Every deviation; what most rows have of their own, such as names, in one line."""
    own = [each.address for each in deviations if each.is_own]
    if own:
        yield f"Most rows have their own: {', '.join(own)}"
    for deviation in deviations:
        if not deviation.is_own:
            yield from _deviation(deviation)


def _deviation(deviation: Deviation) -> Iterator[str]:
    whose = "the base says" if deviation.is_base else "most rows say"
    where = deviation.document or "spec"
    yield f"{where}: {deviation.address}: {whose} {deviation.said or NOTHING}"
    for other in deviation.others:
        keys = ", ".join(other.keys[:SHOWN])
        more = f" and {len(other.keys) - SHOWN} more" if len(other.keys) > SHOWN else ""
        yield f"  {other.value or NOTHING}: {counted(len(other.keys), 'row')}: {keys}{more}"


def _record(asked: Batch, outcome: RunOutcome) -> dict[str, Any]:
    """The outcome for programs, who knew what deviates as departures from the first version on."""
    own = asdict(outcome) | {
        "departures": outcome.deviations and [asdict(each) for each in outcome.deviations],
        "folder": str(asked.folder),
        "shard": asked.shard.label,
        "is_stopped": outcome.is_stopped,
        "reports": [str(path) for path in outcome.reports],
        "first": [_told(each) for each in outcome.first],
        "told": [_told(each) | {"keys": each.keys} for each in outcome.told],
        "seconds": round(outcome.seconds, 3),
    }
    del own["is_bug"], own["deviations"]
    return own


def _told(told: Told) -> dict[str, Any]:
    """A finding as a record, with the key of its first row and the number of its rows."""
    return {"key": told.keys[0] if told.keys else "", "rows": len(told.keys)} | asdict(told.finding)
