"""Files read as forms: pydantic says what a form cannot take, and whatever it can take is used all the same.

So what must fit across files is checked beside what is wrong in one of them, and everything is told at once.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Annotated, Any, TypeVar, get_args

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    TypeAdapter,
    ValidationError,
    model_validator,
)
from pydantic_core import CoreSchema

from pactwright.findings import Finding, SourceMap, nearest
from pactwright.forms import Converter, Group, Place, bare, fields_of
from pactwright.validation import Problem, RefusedError, problems_in
from pactwright.wording.parse import parsed_text
from pactwright.wording.parts import Parts

T = TypeVar("T")
WANTED = {
    "string_type": "text",
    "tuple_type": "a list",
    "dict_type": "a map",
    "model_type": "a map",
}
SHORT_CHARACTERS = 24
"""So long at most is a short name, which stands where a title has no room."""
EMPTY: Mapping[str, object] = {"missing": "", "string_type": "", "tuple_type": (), "dict_type": {}, "model_type": {}}


class Form(Group, BaseModel):
    """A map of a file: the keys that may stand there. One that is left empty says nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema that pydantic makes: a form may hold itself, and `_said` sees to keys without a value."""
        return handler(source)

    @model_validator(mode="before")
    @classmethod
    def _said(cls, tree: Any) -> Any:  # noqa: ANN401 - a tree of text, of any kind
        if isinstance(tree, dict):
            return {key: value for key, value in tree.items() if value is not None or key not in fields_of(cls)}
        return {} if tree in (None, "") else tree


def texts_of(names: Iterable[str]) -> type[Form]:
    """A form in which a text stands under each name."""
    return type("Texts", (Form,), {"__annotations__": dict.fromkeys(names, str)})


def word(accepted: Iterable[str]) -> Converter:
    """What reads a word of a closed list."""
    known = tuple(accepted)

    def read(typed: str) -> str:
        if typed and typed not in known:
            seen, accepted_words = f'"{typed}" is not accepted', f"one of {', '.join(known)}"
            raise RefusedError(rule="unknown-word", seen=seen, accepted=accepted_words, fix=nearest(typed, known))
        return typed

    return Converter(read)


def _yes_no(typed: str) -> bool:
    if typed not in {"yes", "no"}:
        raise RefusedError(rule="wrong-type", seen=f'"{typed}" is not an answer', accepted="yes or no")
    return typed == "yes"


def _count(typed: str) -> int:
    if not re.fullmatch(r"[0-9]{1,4}", typed):
        raise RefusedError(rule="wrong-type", seen=f'"{typed}" is not a whole number', accepted="digits")
    return int(typed)


def _day(typed: str) -> str:
    """A day as it is typed; the files of a library keep it as text."""
    try:
        is_day = not typed or dt.date.fromisoformat(typed).isoformat() == typed
    except ValueError:
        is_day = False
    if not is_day:
        raise RefusedError(rule="date", seen=f'"{typed}" is not a date', accepted="year-month-day, such as 2026-11-22")
    return typed


def _short(typed: str) -> str:
    if len(typed) > SHORT_CHARACTERS:
        seen = f'"{typed}" has {len(typed)} characters'
        raise RefusedError(rule="short", seen=seen, accepted=f"at most {SHORT_CHARACTERS}")
    return typed


def _or(empty: object) -> BeforeValidator:
    """What takes a key without a value for something empty."""
    return BeforeValidator(lambda typed: empty if typed in (None, "") else typed)


YesNo = Annotated[bool, Converter(_yes_no)]
Count = Annotated[int, Converter(_count)]
Said = Annotated[str, _or("")]
Day = Annotated[str, Converter(_day)]
Short = Annotated[str, Converter(_short)]
Texts = Annotated[tuple[str, ...], _or(()), BeforeValidator(lambda typed: [typed] if isinstance(typed, str) else typed)]
Listed = Annotated[tuple[T, ...], _or(())]
Mapped = Annotated[Mapping[str, T], _or({})]
NO_KEYS: Any = Field(default_factory=dict, validate_default=True)  # of a map that is not there


@dataclass(slots=True)
class Problems:
    """What is found wrong while files are read; `marks` are the places of the one at hand, `example` lines for it."""

    marks: SourceMap
    found: list[Finding] = field(default_factory=list)
    example: str = ""

    def add(self, rule: str, address: str, seen: str, accepted: str = "", fix: str = "") -> None:
        """Notes a problem at an address of the file, or at "line:column" of it."""
        place = f"{self.marks.name}:{address}" if re.fullmatch(r"\d+:\d+", address) else self.marks.place(address)
        self.found.append(Finding(rule, "error", address, seen, accepted, fix or self.example, place))

    def missing(self, address: str, key: str, accepted: str, fix: str = "") -> None:
        """Notes that a map has no such key, unless something was said of it already."""
        at = f"{address}.{key}" if address else key
        own = (each for each in self.found if each.place.startswith(f"{self.marks.name}:"))
        if not any(f"{each.address}.".startswith(f"{at}.") for each in own):
            self.add("missing-key", address, f'"{key}" is missing', accepted, fix)

    def parts(self, text: str, address: str) -> Parts:
        """The parts of a text."""
        parts, findings = parsed_text(text)
        for each in findings:
            self.add(each.rule, address, each.seen, each.accepted, each.fix)
        return parts


def read(form: type[T], tree: Any, problems: Problems) -> T:  # noqa: ANN401 - a tree of text
    """What a tree says. Every problem is noted; then what is wrong says nothing, and what is missing is empty."""
    reported: set[Place] = set()
    while True:
        try:
            said: T = TypeAdapter(form).validate_python(tree)
        except ValidationError as refused:
            found = problems_in(tree, refused, form)
        else:
            return said
        for each in found:
            if not reported.intersection(each.where[:end] for end in range(1, len(each.where) + 1)):
                _note(each, problems)
        reported.update(each.where for each in found)
        tree = _mended(tree, found)


def _note(problem: Problem, problems: Problems) -> None:
    """Notes a problem in the words of the library's files."""
    *above, key = problem.where
    if problem.is_missing:
        problems.add("missing-key", ".".join(map(str, above)), f'"{key}" is missing', "", f'add "{key}:"')
    elif wanted := WANTED.get(problem.error["type"]):
        kind = _kind(problem.error["input"])
        seen = f"{kind} stands in the list" if isinstance(key, int) else f'"{key}" is {kind}'
        field = problem.around.get(str(key))
        is_texts = wanted == "a list" and field and get_args(bare(field.form))[0] is str
        problems.add("wrong-type", problem.address, seen, "a list of texts" if is_texts else wanted)
    else:
        found = problem.finding
        problems.add(found.rule, problem.address, found.seen, found.accepted, found.fix)


def _mended(tree: Any, found: Sequence[Problem]) -> Any:  # noqa: ANN401 - a tree of text
    """The tree with nothing in place of what is wrong or missing."""
    tree = deepcopy(tree)
    for where, kind in reversed({each.where: each.error["type"] for each in found}.items()):
        *above, key = where
        group = _group(tree, above)
        if kind in EMPTY and isinstance(key, str):
            group[key] = EMPTY[kind]
        else:
            del group[key]
    return tree


def _group(tree: Any, where: Sequence[str | int]) -> Any:  # noqa: ANN401 - a tree of text
    """The map or the list at a place; a map that is left empty is made."""
    for key in where:
        tree[key] = tree[key] or {}
        tree = tree[key]
    return tree


def _kind(value: object) -> str:
    if value is None:
        return "nothing"
    return "a map" if isinstance(value, dict) else "a list" if isinstance(value, list) else "a text"
