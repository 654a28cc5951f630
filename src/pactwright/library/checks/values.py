"""Values that a library or a house library sets: defaults and bounds of the right type, for what is there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pactwright.findings import Finding, nearest
from pactwright.library.checks.place import in_file
from pactwright.library.model import NONE, HouseDefault, Issue, Library
from pactwright.library.values import house_problems, library_problems, phrase_problem
from pactwright.spec.placeholders import doubt
from pactwright.wording.parts import plain


def parameter_values(issue: Issue) -> Iterator[Finding]:
    """Bounds and defaults that their own parameters would refuse."""
    for parameter in issue.parameters.values():
        for key, found in library_problems(parameter):
            place = issue.marks.place(f"parameters.{parameter.name}.{key}")
            yield replace(found, seen=f"{parameter.name}: {found.seen}", address=issue.file, place=place)
        for phrase in parameter.values:
            if wrong := phrase_problem(plain(phrase.parts)):
                place = issue.marks.place(f"parameters.{parameter.name}.values.{phrase.word}")
                seen = f"{parameter.name}: {phrase.word}: {wrong}"
                yield in_file("phrase", issue.file, seen, "a phrase: no capital, no full stop, no duty", place=place)
        words = [phrase.word for phrase in parameter.values]
        for word in set(parameter.fixed) - set(words):
            seen = f'{parameter.name}: "{word}" is not a value'
            accepted, place = f"one of {', '.join(words)}", issue.marks.place(f"parameters.{parameter.name}.fixed")
            yield in_file("unknown-value", issue.file, seen, accepted, nearest(word, words), place=place)


def house_findings(library: Library) -> Iterator[Finding]:
    """Defaults of a house library that lead nowhere."""
    for issue, default in library.house_defaults.items():
        if issue not in library.issues:
            if issue not in library.withdrawn:
                yield _unknown("unknown-issue", default, issue, f'"{issue}" is not an issue', tuple(library.issues))
            continue
        yield from _house_option(library, issue, default)
        yield from _house_values(library.issues[issue], default)


def _house_option(library: Library, issue: str, default: HouseDefault) -> Iterator[Finding]:
    options = library.options.get(issue, {})
    if default.option and default.option != NONE and default.option not in options:
        seen = f'"{default.option}" is not an option of {issue}'
        yield _unknown("unknown-option", default, f"{issue}.option", seen, (*options, NONE))
    if default.option == NONE and library.issues[issue].required:
        seen, place = f"{issue} is required", default.marks.place(f"{issue}.option")
        yield in_file("required-issue", "defaults.yml", seen, f"one of {', '.join(options)}", place=place)


def _house_values(issue: Issue, default: HouseDefault) -> Iterator[Finding]:
    for name, value in default.values.items():
        parameter = issue.parameters.get(name)
        address = f"{issue.id}.{name}"
        if parameter is None:
            seen = f'"{name}" is not a parameter of {issue.id}'
            yield _unknown("unknown-parameter", default, address, seen, ("option", *issue.parameters))
        elif parameter.source:
            seen, fix = f'"{name}" is set elsewhere', f"set it under {parameter.source}"
            yield in_file("borrowed-parameter", "defaults.yml", seen, "", fix, place=default.marks.place(address))
        else:
            for found in house_problems(parameter, value, address):
                yield replace(found, place=default.marks.place(found.address))
            for text in value if isinstance(value, list) else (value,):
                if isinstance(text, str) and (wrong := doubt(text)):
                    place = default.marks.place(address)
                    yield in_file("placeholder", "defaults.yml", wrong.seen, "a value of the house", place=place)


def _unknown(rule: str, default: HouseDefault, address: str, seen: str, known: tuple[str, ...]) -> Finding:
    wrong = seen.split('"')[1]
    accepted, place = f"one of {', '.join(known) or 'none'}", default.marks.place(address)
    return in_file(rule, "defaults.yml", seen, accepted, nearest(wrong, known), place=place)
