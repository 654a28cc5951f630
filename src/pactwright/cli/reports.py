"""How findings and results are shown: lines for people, records for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import click

from pactwright.findings import Finding, Level

SHOWN = 10  # names in one line

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


def show_findings(findings: Iterable[Finding], *, is_result: bool = False) -> None:
    """Prints each finding as one line, its level in colour on a terminal.

    On stdout where findings are what was asked for, on stderr beside what else is made.
    """
    for finding in findings:
        show_line(str(finding), finding.level, is_result=is_result)


def show_line(line: str, level: Level, *, is_result: bool = False) -> None:
    """Prints the line of a finding."""
    label = f" {level}:"
    click.echo(line.replace(label, click.style(label, fg=COLOURS[level]), 1), err=not is_result)


def colour_wanted(environment: Mapping[str, str]) -> bool | None:
    """Whether colours are wanted wherever the output goes; None leaves it to whether a terminal shows it.

    >>> colour_wanted({"NO_COLOR": "1"}), colour_wanted({"FORCE_COLOR": "1"}), colour_wanted({"TERM": "xterm"})
    (False, True, None)
    """
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in {"", "0"}:
        return True
    return False if environment.get("TERM") == "dumb" else None


def records(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """The findings as plain records."""
    return [asdict(finding) for finding in findings]


def show_json(value: object) -> None:
    """Prints a record on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "error"), counted(2, "error")
    ('1 error', '2 errors')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def some_of(names: Sequence[str]) -> str:
    """The first of the names, and how many there are besides."""
    more = f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else ""
    return f"{', '.join(names[:SHOWN])}{more}"
