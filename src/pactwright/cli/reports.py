"""How findings and results are shown: lines for people, records for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import click

from pactwright.findings import Finding, Level

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


def show_findings(findings: Iterable[Finding]) -> None:
    """Prints each finding as one line on stderr, its level in colour on a terminal."""
    for finding in findings:
        show_line(str(finding), finding.level)


def show_line(line: str, level: Level) -> None:
    """Prints the line of a finding on stderr."""
    label = f" {level}:"
    click.echo(line.replace(label, click.style(label, fg=COLOURS[level]), 1), err=True)


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
