"""A spec in several files: what `include:` names is laid together with it, and no value stands in two of them.

People in several places fill in a file each, such as the council's and the company's; the spec is all of them. What
cannot be laid together comes as findings, like everything that is wrong with a text:

    include           an entry that is no file of ours below the folder of the spec, or that leads in a circle
    two-values        one address with a value in two files
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from pactwright.errors import InputError, PactwrightError
from pactwright.files import SPEC_SUFFIXES, specs_in
from pactwright.findings import Finding, SourceMap
from pactwright.textfile import STDIN_NAME, parsed, read_text, typed_text

if TYPE_CHECKING:
    from pactwright.textfile import Tree

INCLUDE: Final = "include"
DASH: Final = Path("-")  # standard input where something is read, standard output where it is written
MAX_FILES: Final = 100
MAX_DEPTH: Final = 5
ACCEPTED: Final = "names of .yml files, such as [council.yml, company.yml], in the folder of the spec or below it"
_INCLUDES: Final = re.compile(rf"^{INCLUDE}\s*:", re.MULTILINE)


def spec_tree(path: Path, instead: Mapping[Path, str] | None = None) -> tuple[dict[str, Tree], SourceMap]:
    """The tree of a spec and of the files that it includes, and where each address stands; `-` is standard input.

    `instead` are texts that stand in for those of files, as somebody would have them.

    Raises InputError with every problem of the texts and of how they are laid together, UsageError for a spec that
    cannot be read.
    """
    reading = _Reading(path.parent, instead or {})
    if path == DASH:
        reading.add(typed_text(), STDIN_NAME, path.parent, ())
    else:
        reading.read(path, ())
    if reading.findings:
        raise InputError(tuple(reading.findings))
    (tree, marks), *others = reading.parts
    joined = SourceMap(marks.name, {}, (marks, *(each for _, each in others)))
    whole: dict[str, Tree] = {}
    clashes = [each for part, its in reading.parts for each in _laid_over(whole, part, "", joined, its)]
    if clashes:
        raise InputError(tuple(clashes))
    return (whole, joined) if others else (tree, marks)


def spec_files(path: Path) -> tuple[Path, ...]:
    """A spec and every file that it includes, as far as they can be read; the spec itself comes first."""
    reading = _Reading(path.parent)
    try:
        if _INCLUDES.search(read_text(path)):
            reading.read(path, ())
    except PactwrightError:
        return (path,)  # whoever reads it tells what is wrong with it
    return (path, *(each for each in reading.paths if each != path))


def whole_specs_in(folder: Path) -> tuple[Path, ...]:
    """The specs in a folder and one level down, without the files that belong to another of them."""
    specs = specs_in(folder)
    parts = {part.resolve() for spec in specs for part in spec_files(spec)[1:]}
    return tuple(spec for spec in specs if spec.resolve() not in parts) if parts else specs


@dataclass(slots=True)
class _Reading:
    """The files of one spec, read one after the other below a folder that none of them may leave."""

    root: Path
    instead: Mapping[Path, str] = field(default_factory=dict)
    parts: list[tuple[dict[str, Tree], SourceMap]] = field(default_factory=list)
    paths: list[Path] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def read(self, path: Path, above: tuple[Path, ...]) -> None:
        self.paths.append(path)
        text = self.instead[path] if path in self.instead else read_text(path)
        self.add(text, str(path), path.parent, (*above, path.resolve()))

    def add(self, text: str, name: str, folder: Path, above: tuple[Path, ...]) -> None:
        """Takes in a text, and what it includes; `above` are the files that lead to it, it among them."""
        try:
            tree, marks = parsed(text, name)
        except InputError as refused:
            self.findings.extend(refused.findings)
            return
        entries = tree.pop(INCLUDE, None)
        self.parts.append((tree, marks))
        for address, entry in _entries(entries):
            fault = self._include(entry, folder, above)
            if fault:
                said = Finding(INCLUDE, "error", address, fault, ACCEPTED, place=marks.place(address))
                self.findings.append(said)

    def _include(self, entry: Tree, folder: Path, above: tuple[Path, ...]) -> str:
        """Reads what an entry names; gives back what is wrong with it."""
        fault = self._fault(entry, folder, above) if isinstance(entry, str) else "what stands here is no name of a file"
        if not fault:
            try:
                self.read(folder / str(entry), above)
            except InputError as refused:
                self.findings.extend(refused.findings)
            except PactwrightError as refused:
                return str(refused)
        return fault

    def _fault(self, entry: str, folder: Path, above: tuple[Path, ...]) -> str:
        path = (folder / entry).resolve()
        faults = {
            "leads out of the folder of the spec": not (_is_below(entry) and path.is_relative_to(self.root.resolve())),
            "does not end in .yml or .yaml": path.suffix.lower() not in SPEC_SUFFIXES,
            "includes itself, directly or through others": path in above,
            "is included twice": path in {each.resolve() for each in self.paths},
            f"is one file too many; at most {MAX_FILES}": len(self.paths) >= MAX_FILES,
            f"is one step too far; at most {MAX_DEPTH} lead from one file to the next": len(above) > MAX_DEPTH,
        }
        return next((f'"{entry}" {said}' for said, is_so in faults.items() if is_so), "")


def _entries(entries: Tree) -> Iterator[tuple[str, Tree]]:
    """Each entry of `include:` with its address; one name stands for a list of one, nothing for none."""
    if isinstance(entries, list):
        yield from ((f"{INCLUDE}.{number}", each) for number, each in enumerate(entries))
    elif entries is not None:
        yield INCLUDE, entries


def _is_below(entry: str) -> bool:
    path = PurePosixPath(entry)
    return not (path.is_absolute() or ".." in path.parts or "\\" in entry or ":" in entry)


def _laid_over(
    whole: dict[str, Tree], part: dict[str, Tree], above: str, marks: SourceMap, its: SourceMap
) -> Iterator[Finding]:
    """Lays a part over what is there, group by group; each address that has a value in both is a finding.

    A list is one value: its entries have no names by which they could be told apart.
    """
    for key, value in part.items():
        address = f"{above}.{key}" if above else key
        there = whole.get(key)
        if isinstance(there, dict) and isinstance(value, dict):
            yield from _laid_over(there, value, address, marks, its)
        elif there is None:
            whole[key] = _copied(value)
        elif value is not None:
            seen = f"this has a value here and another one at {marks.place(address)}"
            yield Finding("two-values", "error", address, seen, "one value", "take one away", its.place(address))


def _copied(value: Tree) -> Tree:
    """Groups of its own, so that what another file adds to them leaves the part as it was."""
    return {key: _copied(each) for key, each in value.items()} if isinstance(value, dict) else value
