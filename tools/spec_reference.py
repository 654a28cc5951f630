"""Writes docs/spec.md, the reference of the spec, from the form, the schedules, the outlines and the library.

Nothing is said here that stands elsewhere: the form says what a field is, schedules.yml and the outlines where it
prints, and the clauses what they print and test; which fields a fact is worked out from is seen by watching it read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeAlias

from msgspec import Struct

from pactwright.choices import checked_choices
from pactwright.document import Agreement, Value
from pactwright.drafting import drafted
from pactwright.facts import TABLE
from pactwright.facts.conditions import Condition
from pactwright.facts.fact import Around
from pactwright.findings import SourceMap
from pactwright.forms import Converter, Form, bare, below, entry_of, fields_of, is_group, is_list, is_map, notes_on
from pactwright.library.load import loaded
from pactwright.library.model import Library
from pactwright.library.places import jurisdictions
from pactwright.library.words import words_of
from pactwright.printing.outline import Outline
from pactwright.service import outline
from pactwright.spec import Spec, spec_from
from pactwright.spec.base import Ref, SpecGroup, WordOf
from pactwright.spec.choices import Choice
from pactwright.spec.form import READS
from pactwright.textfile import parsed, read_text
from pactwright.wording.parts import Blank, Target

Found: TypeAlias = Mapping[str, list[str]]

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "spec.md"
EACH = "*"  # an id of a map, or a number of a list
MANY = 50  # words of a list that is told in full
DOCUMENTS = ("pilot-agreement", "mou")
KINDS = {
    "text": "text",
    "word": "word",
    "number": "number",
    "money": "amount of money",
    "percent": "percentage",
    "date": "date",
    "yes-no": "yes or no",
}
HEAD = """\
# The spec, field by field

Written by `tools/spec_reference.py` from the form itself; do not edit it by hand.

`parties.*.name` is the name of each party, whatever its id; `project.outcomes.*.text` the text of each outcome. A field
without a value is not known yet, and prints as a gap where a clause needs it; `none` or `nil` says that there is none,
and so does `[]` for a list and `{}` for a group.
The issues in the last column print the field, name its column, or ask it before they choose their words. `pactwright
new --all` writes a spec with every field as a comment.

`include: [council.yml, company.yml]` stands at the top of a spec that is several files; it is no fact of its own.
"""


def main() -> int:
    """Writes the page, or with --check says whether it is current."""
    text = page()
    if "--check" in sys.argv[1:]:
        is_current = PAGE.is_file() and PAGE.read_text("utf-8") == text
        print(f"docs/spec.md is {'current' if is_current else 'out of date: run tools/spec_reference.py'}")
        return 0 if is_current else 1
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(text, "utf-8")
    return 0


def page() -> str:
    """The whole page."""
    libraries = [loaded(each) for each in jurisdictions()]
    printed, used = places(libraries[0], [outline(each) for each in DOCUMENTS]), uses(libraries)
    words = words_of(libraries[0].vocabulary)
    lines = [HEAD]
    for key, field in fields_of(Spec).items():
        lines += [f"## {key}", "", field.info.description or "", "", "| field | what | example | prints in | issues |"]
        lines += ["|---|---|---|---|---|"]
        lines += [
            _row(path, kind_of(form, words), info, printed, used)
            for path, form, info in _leaves(key, field.form, field.info)
        ]
        lines.append("")
    return "\n".join(lines)


def _row(path: str, kind: str, info: Any, printed: Found, used: Found) -> str:  # noqa: ANN401 - pydantic's FieldInfo
    example = f"`{info.examples[0]}`" if info.examples else ""
    said = f"{(info.description or '').rstrip('.')}: {kind}"
    cells = (f"`{path}`", said, example, "; ".join(_at(printed, path)), ", ".join(_at(used, path)))
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _at(found: Found, path: str) -> list[str]:
    """What is known of a field, or of a group that it stands in."""
    parts = path.split(".")
    above = [".".join(parts[:length]) for length in range(1, len(parts) + 1)]
    return list(dict.fromkeys(each for address in above for each in found.get(address, ())))


def _leaves(path: str, form: Form, info: object) -> Iterator[tuple[str, Form, Any]]:
    """Each value of the form below a place, with what is said of it."""
    plain = bare(form)
    if is_group(plain):
        for key, field in fields_of(plain).items():
            yield from _leaves(f"{path}.{key}", field.form, field.info)
    elif (is_map(plain) or is_list(plain)) and is_group(bare(entry_of(plain))):
        yield from _leaves(f"{path}.{EACH}", entry_of(plain), info)
    else:
        yield path, form, info


def kind_of(form: Form, words_of: Mapping[str, tuple[str, ...]]) -> str:
    """What is typed at a place, in words; `words_of` are the closed lists of the vocabulary."""
    if is_list(form):
        return f"a list; each entry: {kind_of(entry_of(form), words_of)}"
    if bare(form) is Choice or (is_map(form) and bare(entry_of(form)) is Choice):
        return "for each issue an option, or a group with option, reason and parameters"
    if is_map(form):
        return f"for each party: {kind_of(entry_of(form), words_of)}"
    return _kind_of_value(form, words_of)


def _kind_of_value(form: Form, words_of: Mapping[str, tuple[str, ...]]) -> str:
    listed = next((note for note in notes_on(form) if isinstance(note, WordOf)), None)
    if listed:
        return f"one of {', '.join(words_of[listed.words])}"
    ref = next((note for note in notes_on(form) if isinstance(note, Ref)), None)
    if ref:
        return f"id of one of {', '.join(ref.groups)}"
    converter = next((note for note in notes_on(form) if isinstance(note, Converter)), None)
    words = converter.schema.get("enum", ()) if converter else ()
    if converter and words and len(words) < MANY and converter.schema.get("type") == "string":
        return f"one of {', '.join(words)}"
    return KINDS.get(READS.get(converter.read, "word"), "word") if converter else "id"


def places(library: Library, outlines: list[Outline]) -> dict[str, list[str]]:
    """Where each field prints: in which schedule, among the key terms, in the background, on the front page."""
    found: dict[str, list[str]] = {}
    for address, where in _columns(library):
        found.setdefault(address, []).append(where)
    for each in outlines:
        for label, fact in each.key_terms:
            found.setdefault(TABLE[fact].address, []).append(f"key terms, {label}")
        for recital in each.recitals:
            found.setdefault(TABLE[recital.fact].address, []).append("background")
    for agreement in drafted_stories():
        front = {
            "front page": (agreement.project, agreement.date, agreement.parties),
            "signatures": agreement.execution,
        }
        for where, shown in front.items():
            for address in (each for each in _values(shown) if where not in found.setdefault(each, [])):
                found[address].append(where)
    return found


def _columns(library: Library) -> Iterator[tuple[str, str]]:
    """Each field that a schedule shows, with the part that shows it."""
    for plan in library.schedules.values():
        for part in (each for each in plan.parts if not each.figure):
            names = (name for column in part.columns for shown in column.show for name in shown.fields)
            where = f"schedule {plan.title}, {part.heading or plan.title}"
            yield from ((f"{part.rows}.{EACH}.{name}" if part.rows else name, where) for name in names)


def drafted_stories() -> Iterator[Agreement]:
    """The pilot agreement of each story of the tests."""
    for tree in _trees():
        library = loaded(tree["jurisdiction"])
        spec = _spec(tree)
        yield drafted(spec, checked_choices(spec, library), library, outline(DOCUMENTS[0])).agreement


def _values(value: object) -> Iterator[str]:
    """The fields whose values print in a part of a document."""
    if isinstance(value, Value):
        yield _in_form(value.address)
    elif isinstance(value, Struct):
        yield from (each for name in value.__struct_fields__ for each in _values(getattr(value, name)))
    elif isinstance(value, tuple):
        yield from (each for entry in value for each in _values(entry))


def _in_form(address: str) -> str:
    """An address of a spec as one of the form: ids of maps and numbers of lists stand for each of them."""
    form: Form = Spec
    keys = []
    for key in address.split("."):
        plain = bare(form)
        keys.append(EACH if is_map(plain) or is_list(plain) else key)
        form = below(plain, int(key) if key.isdecimal() else key)
        if form is None:
            return address
    return ".".join(keys)


def uses(libraries: list[Library]) -> dict[str, list[str]]:
    """The issues that print or test each field, in the order of the library, in any place."""
    read = facts_read()
    found: dict[str, dict[str, None]] = {}
    for library in libraries:
        for issue in library.issues:
            for name in _names((library.issues[issue], library.options[issue])):
                for address in read.get(name, ()):
                    found.setdefault(address, {})[issue] = None
            for target in _targets(library.options[issue]):
                for address in _cited(library, target):
                    found.setdefault(address, {})[issue] = None
    return {address: list(issues) for address, issues in found.items()}


def _cited(library: Library, target: Target) -> Iterator[str]:
    """The fields whose columns a reference to a schedule names."""
    for part in library.schedules[target.id].parts if target.kind == "schedule" else ():
        if target.anchor in {"", part.id} and not part.figure:
            yield from (f"{part.rows}.{EACH}.{column.name}" for column in target.columns)


def _targets(value: object) -> Iterator[Target]:
    if isinstance(value, Target):
        yield value
    else:
        yield from (target for each in _below(value) for target in _targets(each))


def _names(value: object) -> Iterator[str]:
    """What wording and conditions of a part of a library name: the facts in blanks and tests."""
    if isinstance(value, Blank):
        yield value.name
    elif isinstance(value, Condition):
        yield value.subject
    else:
        yield from (name for each in _below(value) for name in _names(each))


def _below(value: object) -> Iterator[object]:
    """What a value of a library is made of."""
    if is_dataclass(value):
        yield from (getattr(value, each.name) for each in fields(value))
    elif isinstance(value, Mapping):
        yield from value.values()
    elif isinstance(value, tuple | list):
        yield from value


def facts_read() -> dict[str, set[str]]:
    """The fields that each fact is worked out from, seen on every story of the tests."""
    found: dict[str, set[str]] = {name: {fact.address} - {""} for name, fact in TABLE.items()}
    for tree in _trees():
        spec = _spec(tree)
        addresses = dict(_groups(spec, ""))
        for name, fact in TABLE.items():
            with watched() as seen:
                fact.value(spec, Around(DOCUMENTS[0]))
            found[name] |= {f"{addresses[group]}{field}" for group, field in seen if group in addresses}
    whole = set(fields_of(Spec))
    return {name: {each for each in read if each not in whole or is_value(each)} for name, read in found.items()}


def is_value(key: str) -> bool:
    """Whether one value stands at the top of a spec, not a group, a map or a list of groups."""
    form = fields_of(Spec)[key].form
    return [path for path, _, _ in _leaves(key, form, None)] == [key]


def _trees() -> list[dict[str, Any]]:
    """The spec of each story of the tests, and the one that fills every field, without its choices."""
    cases = [read_tree(path) for path in sorted((ROOT / "tests" / "cases").glob("*.yml"))]
    stories = [each["spec"] for each in cases if "spec" in each]  # the others are answers to the guide
    full = read_tree(ROOT / "tests" / "spec" / "full.yml")
    return [*stories, {key: each for key, each in full.items() if key != "choices"}]


def read_tree(path: Path) -> Any:  # noqa: ANN401 - a tree of text
    """The tree of a file of the tests."""
    return parsed(read_text(path), str(path))[0]


def _spec(tree: dict[str, Any]) -> Spec:
    return spec_from(tree, SourceMap("spec.yml", {}))


def _groups(value: object, address: str) -> Iterator[tuple[int, str]]:
    """The groups of a spec by their identity, with the address of their fields."""
    if isinstance(value, SpecGroup):
        yield id(value), address
        for key, field in fields_of(type(value)).items():
            yield from _groups(getattr(value, field.name), f"{address}{key}.")
    elif isinstance(value, Mapping):
        yield from (each for entry in value.values() for each in _groups(entry, f"{address}{EACH}."))
    elif isinstance(value, tuple):
        yield from (each for entry in value for each in _groups(entry, f"{address}{EACH}."))


@contextmanager
def watched() -> Iterator[set[tuple[int, str]]]:
    """Every field of a group that is read meanwhile: the group's identity, and the key."""
    seen: set[tuple[int, str]] = set()

    def read(group: SpecGroup, name: str) -> Any:  # noqa: ANN401 - whatever stands there
        if not name.startswith("_"):
            keys = {field.name: key for key, field in fields_of(type(group)).items()}
            if name in keys:
                seen.add((id(group), keys[name]))
        return object.__getattribute__(group, name)

    SpecGroup.__getattribute__ = read  # type: ignore[method-assign,assignment] # watched, and left as it was
    try:
        yield seen
    finally:
        del SpecGroup.__getattribute__


if __name__ == "__main__":
    sys.exit(main())
