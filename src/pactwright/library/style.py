"""style.yml: words that our text does not say, as data, so that a lawyer can add some; merged by id over the layers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import Field

from pactwright.errors import InputError
from pactwright.findings import Finding
from pactwright.forms import Converter
from pactwright.library.layers import STYLE_FILE, Layer
from pactwright.library.merging import Opened, opened_over
from pactwright.library.model import Pattern
from pactwright.library.reading import Form, Problems, Texts, YesNo, read, word
from pactwright.textfile import parsed_table, read_text
from pactwright.validation import RefusedError
from pactwright.wording.style import KINDS, PRINTED, STYLE, SURVIVES

LEVELS = ("error", "warning")
OWN = "own"
"""The kind of own words of a spec, which people type."""


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
    own: YesNo = False


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
            if kind not in {*KINDS, SURVIVES}:
                accepted = f"one of {', '.join((*KINDS, SURVIVES))}"
                problems.add("style-pattern", f"{name}.in", f'"{kind}" is no kind of text', accepted)
    return {
        name: Pattern(
            name,
            each.pattern,
            each.why,
            each.say,
            each.level,
            (*each.kinds, *((OWN,) if each.own else ())),
            each.unless,
        )
        for name, each in forms.items()
    }
