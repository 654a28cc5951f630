"""What somebody must confirm before signing names people, law and sources that there are."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.findings import Finding, SourceMap
from pactwright.library.checks.blanks import blank_findings
from pactwright.library.checks.place import in_file
from pactwright.library.model import Confirm, Issue, Library
from pactwright.wording.parts import Blank

ALL = "all"


def confirm_findings(library: Library) -> Iterator[Finding]:
    """Every problem of the lists under `confirm:` of issues and options."""
    for issue in library.issues.values():
        yield from _all(library, issue, issue.confirm, issue.file, issue.marks)
        for option in library.options.get(issue.id, {}).values():
            yield from _all(library, issue, option.confirm, option.file, option.marks)


def _all(library: Library, issue: Issue, listed: tuple[Confirm, ...], file: str, marks: SourceMap) -> Iterator[Finding]:
    for number, each in enumerate(listed):
        yield from _findings(library, issue, each, file, marks.place(f"confirm.{number}"))


def _findings(library: Library, issue: Issue, each: Confirm, file: str, place: str) -> Iterator[Finding]:
    owners = (*library.vocabulary.get("roles", {}), *library.vocabulary.get("columns", {}), ALL)
    if each.owner not in owners:
        yield in_file("unknown-owner", file, f'"{each.owner}" is nobody', f"one of {', '.join(owners)}", place=place)
    if each.source and each.source not in library.sources:
        yield in_file("unknown-source", file, f'"{each.source}" is not a source', "an id of sources.yml", place=place)

    def problem(rule: str, _: tuple[int, int], seen: str, accepted: str = "", fix: str = "") -> Finding:
        return in_file(rule, file, seen, accepted, fix, place=place)

    for blank in (part for part in each.text if isinstance(part, Blank)):
        yield from blank_findings(library, issue, blank, problem)
