"""style.yml: words that our text does not say, as data, so that a lawyer can add some; merged by id through the layers.

Read where a library is checked, and never where a document is drafted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from pactwright.errors import InputError
from pactwright.findings import Finding
from pactwright.forms import Converter
from pactwright.library.layers import STYLE_FILE, Layer
from pactwright.library.merging import Opened, opened_over
from pactwright.library.reading import Form, Problems, Texts, read, word
from pactwright.textfile import parsed_table, read_text
from pactwright.validation import RefusedError
from pactwright.wording.style import KINDS, PRINTED, STYLE

LEVELS = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words that are not said: what finds them, why, what to say instead, where, and what makes a sentence right."""

    id: str
    finds: re.Pattern[str]
    why: str
    say: str
    level: Literal["error", "warning"]
    kinds: tuple[str, ...]
    unless: re.Pattern[str] | None


def _expression(typed: str) -> str:
    try:
        re.compile(typed)
    except re.error as wrong:
        seen = f'"{typed}" is no regular expression: {wrong}'
        raise RefusedError(rule="style-pattern", seen=seen, accepted="a regular expression, in single quotes") from None
    return typed


_Expression = Annotated[str, Converter(_expression)]


class _PatternForm(Form):
    pattern: _Expression
    why: str
    say: str
    level: Annotated[Literal["error", "warning"], word(LEVELS)] = "error"
    kinds: Annotated[Texts, Field(alias="in")] = PRINTED
    unless: _Expression = ""


def patterns_for(layers: Iterable[Layer], found: list[Finding]) -> dict[str, Pattern]:
    """The patterns of some layers, the later over the earlier; what is wrong with a file is noted."""
    opened: Opened | None = None
    for layer in layers:
        path = layer.file(STYLE_FILE)
        if path is None:
            continue
        try:
            tree, marks = parsed_table(read_text(path), layer.shown(path))
        except InputError as refused:
            found.extend(refused.findings)
            continue
        opened = opened_over(opened, (tree, Problems(marks, found)), noun="pattern", inner={})
    return _made(*opened) if opened else {}


def _made(tree: Mapping[str, object], problems: Problems) -> dict[str, Pattern]:
    forms = read(dict[str, _PatternForm], tree, problems)
    for name, form in forms.items():
        if name in STYLE:
            problems.add("style-pattern", name, f'"{name}" is a check already', "a name of its own")
        for kind in form.kinds:
            if kind not in KINDS:
                accepted = f"one of {', '.join(KINDS)}"
                problems.add("style-pattern", f"{name}.in", f'"{kind}" is no kind of text', accepted)
    return {
        name: Pattern(
            name,
            re.compile(each.pattern or "(?!)", re.IGNORECASE),
            each.why,
            each.say,
            each.level,
            each.kinds,
            re.compile(each.unless, re.IGNORECASE) if each.unless else None,
        )
        for name, each in forms.items()
    }
