"""`pactwright explain`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pactwright.cli.completion import issues
from pactwright.cli.options import JSON, LIBRARY, SPEC
from pactwright.cli.reports import show_json
from pactwright.library.places import documents

if TYPE_CHECKING:
    from pactwright.selection import Selected
    from pactwright.selection.bearing import Borne


@click.command("explain")
@click.argument("spec", type=SPEC)
@click.argument("issue", required=False, shell_complete=issues)
@click.option(
    "--document",
    type=click.Choice(documents()),
    help="The document; by default the first that the spec names.",
)
@LIBRARY
@JSON
def explain_command(spec: Path, issue: str | None, *, document: str | None, house: Path | None, as_json: bool) -> None:
    """Explain why each option was chosen, and what would change it; - is a spec on standard input.

    \b
    Example:
      pactwright explain examples/startup-pilot/spec.yml ip/project-ip
    """
    from pactwright.errors import UsageError
    from pactwright.findings import nearest
    from pactwright.selection.bearing import borne
    from pactwright.selection.meeting import meetings
    from pactwright.service import documents_of, drafts_of, read
    from pactwright.spec.addresses import ISSUE

    if ISSUE.fullmatch(str(spec)) and not spec.exists():
        message = f"{spec}: is an issue; give the spec first, as in pactwright explain spec.yml {spec}"
        raise UsageError(message)
    source = read(spec, house)
    kind = document or documents_of(source.spec, source.library)[0]
    [draft] = drafts_of(source, (kind,))
    selection = draft.selection
    if issue and issue not in selection.issues:
        hint = nearest(issue, selection.issues)
        message = f'"{issue}" is not an issue; pactwright clauses list shows them all; {hint}'
        raise UsageError(message.rstrip("; "))
    shown = [selection.issues[issue]] if issue else list(selection.issues.values())
    asked = {each.issue.id: [str(met) for met in meetings(selection) if each.issue.id in met.issues] for each in shown}
    if as_json:
        show_json([_record(each, tuple(borne(selection, each, source.spec)), asked[each.issue.id]) for each in shown])
        return
    for each in shown:
        _show(each, asked[each.issue.id], in_full=bool(issue))
    for one in borne(selection, shown[0], source.spec) if issue else ():
        click.echo(f"  {one.kind} {one.id}: {one.to}{f', as {one.row} says' if one.row else ''}")


def _show(selected: Selected, asked: list[str], *, in_full: bool) -> None:
    chosen = click.style(selected.chosen, bold=True)
    by = "" if selected.is_open else f" (chosen by the {selected.origin})"
    click.echo(f"{selected.issue.id}: {chosen}{by}")
    click.echo(f"  {selected.reason}")
    if selected.is_open:
        click.echo(f"  On the table: {', '.join(selected.on_table)}; settle {', '.join(selected.awaits)} first")
    for each in asked:
        click.echo(f"  asks a reason: {each}")
    for fact in dict.fromkeys(selected.undecided):
        click.echo(f"  open: {fact} is not known")
    if not in_full:
        return
    click.echo(f"  The question: {selected.issue.question}")
    if selected.option:
        click.echo(f"  What it means: {selected.option.summary}")
        click.echo(f"  What sets it apart: {selected.option.differs}")
    for name, value in selected.values.items():
        parameter = selected.issue.parameters[name]
        is_absent = parameter.optional and value in {None, "none"}
        click.echo(f"  {name}: {f'none. {parameter.absent}' if is_absent else _said(value)}")
    for other in selected.passed_over if selected.option else ():
        click.echo(f"  Passed over: {other.option}. {other.why}")


def _record(selected: Selected, bearing: tuple[Borne, ...], asked: list[str]) -> dict[str, Any]:
    return {
        "issue": selected.issue.id,
        "option": selected.chosen,
        "origin": selected.origin,
        "reason": selected.reason,
        "asks_reason": asked,
        "undecided": list(selected.undecided),
        "awaits": list(selected.awaits),
        "on_table": list(selected.on_table),
        "values": {name: None if value is None else str(value) for name, value in selected.values.items()},
        "allocates": [{each.kind: each.id, "to": each.to, "row": each.row} for each in bearing],
        "passed_over": [{"option": each.option, "why": each.why} for each in selected.passed_over],
    }


def _said(value: object) -> str:
    """A parameter's value on one line."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_said(each)}" for key, each in value.items())
    return "open" if value is None else str(value)
