"""What somebody must confirm before signing names people, law, facts and sources that there are, and is no wording."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.findings import Finding, nearest
from pactwright.library.checks.blanks import blank_findings
from pactwright.library.checks.conditions import condition_findings
from pactwright.library.checks.place import in_file
from pactwright.library.model import Confirm, Issue, Library
from pactwright.library.values import DUTY
from pactwright.wording.parts import Blank, Words

ALL = "all"


def confirm_findings(library: Library) -> Iterator[Finding]:
    """Every problem of the lists under `confirm:` of issues, options and the place."""
    for issue in library.issues.values():
        of_options = [each for option in library.options.get(issue.id, {}).values() for each in option.confirm]
        for each in (*issue.confirm, *of_options):
            yield from _findings(library, issue, each)
        own = {each.id for each in issue.confirm}
        for each in (each for each in of_options if each.id in own):
            seen = f'"{each.id}" is listed by the issue too'
            yield in_file("repeated-id", _file(each), seen, "an id of its own", place=each.place)
    for each in library.jurisdiction.confirm:
        yield from _findings(library, None, each)


def _findings(library: Library, issue: Issue | None, each: Confirm) -> Iterator[Finding]:
    """What is wrong with one thing to confirm, of an issue or of a place."""

    def problem(rule: str, _: object, seen: str, accepted: str = "", fix: str = "") -> Finding:
        return in_file(rule, _file(each), seen, accepted, fix, place=each.place)

    owners = (*library.vocabulary.get("roles", {}), *library.vocabulary.get("columns", {}), ALL)
    if each.owner not in owners:
        accepted = f"one of {', '.join(owners)}"
        yield problem("unknown-owner", None, f'"{each.owner}" is nobody', accepted, nearest(each.owner, owners))
    if each.source and each.source not in library.sources:
        seen, fix = f'"{each.source}" is not a source', nearest(each.source, library.sources)
        yield problem("unknown-source", None, seen, "an id of sources.yml", fix)
    yield from condition_findings(library, issue, each.when, _file(each), each.place)
    for part in each.text:
        if isinstance(part, Blank):
            yield from blank_findings(library, issue, part, problem)
            if part.name.rpartition(".")[0] in library.issues or (issue and part.name in issue.provides):
                accepted = f"a parameter of {issue.id}" if issue else "a role, a fact or law"
                yield problem("confirm-text", None, f"{part.name} is of another clause", accepted)
        elif not isinstance(part, Words):
            yield problem("confirm-text", None, "a reference or a term stands in it", "words and blanks")
    if found := DUTY.search("".join(part.text for part in each.text if isinstance(part, Words))):
        seen = f'"{found[0]}" makes a duty of what is only to be confirmed'
        yield problem("confirm-text", None, seen, "words that say what is so", "let a clause state the duty")


def _file(each: Confirm) -> str:
    return each.place.rsplit(":", 2)[0]
