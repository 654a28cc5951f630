"""Making a template ready: docxtpl's rewriting of its tags, then steps, or jinja2's code where steps say too little."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from jinja2 import Template, TemplateError, nodes
from lxml import etree

from pactwright.writers.word.archive import entry
from pactwright.writers.word.compiled import DOCUMENT, STYLES, Compiled, Printed
from pactwright.writers.word.contract import BOOLEANS, LABELS, ROWS, RUNS, SLOTS, WORDS
from pactwright.writers.word.package import W, is_xml, members
from pactwright.writers.word.properties import with_properties
from pactwright.writers.word.refusing import NO_SUCH_NAME, refused
from pactwright.writers.word.steps import Names, Step, Steps
from pactwright.writers.word.template import ENVIRONMENT, patched

Scope: TypeAlias = Mapping[str, frozenset[str]]

_WITH_TAGS = (DOCUMENT, "word/header", "word/footer", "word/footnotes")
_AS_DOCXTPL_READS = etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
_RARE = re.compile(r"[{}]_[{}%]|[{%]_[{}]|\{[{%]tc|\{%\s*(?:colspan|cellbg|vm|hm)\b|<wp:docPr\b")
"""What only docxtpl does as docxtpl does it: written braces, columns in a loop, merged cells, numbers of pictures."""

_PAPER = {"width", "height", "side"}
_PAPER_SPOTS = {"pgSz": {"w": "width", "h": "height"}, "pgMar": {"left": "side", "right": "side"}}
_ALWAYS: Scope = {
    **dict.fromkeys((*WORDS, *RUNS, *SLOTS), frozenset()),
    "labels": frozenset(LABELS),
    "_paper": frozenset(_PAPER),
}
"""What a template may print anywhere, and what stands below each name; nothing below one is a value by itself."""


def compiled_from(template: bytes) -> Compiled | None:
    """The template made ready; None when it uses what is left to docxtpl.

    Raises InputError when a tag of it cannot be read.
    """
    try:
        parts = members(template)
        if _needs_docxtpl(parts):
            return None
        parts = with_properties(parts)
        printed = {name: _printed(part) for name, part in _with_tags(parts)}
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        seen = f"the template is not a whole Word file: {error}"
        raise refused(seen, "save it again as .docx") from error
    fixed = {name: entry(part) for name, part in parts.items() if name not in printed and name != STYLES}
    return Compiled(printed, fixed, parts[STYLES])


def _needs_docxtpl(parts: Mapping[str, bytes]) -> bool:
    if DOCUMENT not in parts or STYLES not in parts:
        return True
    texts = (text for _, part in _with_tags(parts) for text in _spellings(part))
    return any(_RARE.search(text) for text in texts)


def _with_tags(parts: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The parts in which docxtpl reads tags; the document has one in every section, for its paper."""
    found = ((name, part) for name, part in parts.items() if name.startswith(_WITH_TAGS) and is_xml(name))
    return ((name, part) for name, part in found if name == DOCUMENT or b"{" in part)


def _spellings(part: bytes) -> tuple[str, str]:
    """A part as it stands, and its words alone: Word may cut a tag by other tags."""
    root = etree.fromstring(part, _AS_DOCXTPL_READS)
    return etree.tostring(root, encoding="unicode"), "".join(map(str, root.itertext()))


def _printed(part: bytes) -> Printed:
    """The part made ready, the paper of its sections left open."""
    root = etree.fromstring(part, _AS_DOCXTPL_READS)
    for place, spot in _PAPER_SPOTS.items():
        for element in root.iterfind(f".//{W}sectPr/{W}{place}"):
            for attribute, wanted in spot.items():
                element.set(f"{W}{attribute}", f"pactwright-{wanted}")
    source = patched(etree.tostring(root, encoding="unicode"))
    for wanted in _PAPER:
        source = source.replace(f'"pactwright-{wanted}"', f'"{{{{ _paper.{wanted} }}}}"')
    try:
        return Steps(_steps(ENVIRONMENT.parse(source).body, _ALWAYS))
    except _BeyondStepsError:
        return _ByJinja(_template(source))
    except TemplateError as error:
        raise refused(str(error), NO_SUCH_NAME) from error


def _template(source: str) -> Template:
    try:
        return ENVIRONMENT.from_string(source)
    except TemplateError as error:
        raise refused(str(error), NO_SUCH_NAME) from error


@dataclass(frozen=True, slots=True)
class _ByJinja:
    """A part that asks for more than steps, or for a name that is not there."""

    template: Template

    def render(self, names: Names) -> str:
        """As Steps; raises InputError for a name that is not there."""
        try:
            return self.template.render(names)
        except TemplateError as error:
            raise refused(str(error), NO_SUCH_NAME) from error


class _BeyondStepsError(Exception):
    """A template asks for what steps do not say."""


def _steps(body: list[nodes.Node], scope: Scope) -> tuple[Step, ...]:
    return tuple(step for node in body for step in _steps_of(node, scope))


def _steps_of(node: nodes.Node, scope: Scope) -> Iterator[Step]:
    match node:
        case nodes.Output(nodes=printed):
            yield from (_step(each, scope) for each in printed)
        case nodes.If(test=nodes.Name(name=name), body=body, elif_=[], else_=[]) if name in BOOLEANS:
            yield "if", name, _steps(body, scope)
        case nodes.For(
            target=nodes.Name(name=name), iter=nodes.Name(name=rows), body=body, else_=[], test=None, recursive=False
        ) if rows in ROWS:
            yield "for", name, rows, _steps(body, {**scope, name: frozenset(ROWS[rows])})
        case _:
            raise _BeyondStepsError


def _step(node: nodes.Expr, scope: Scope) -> Step:
    match node:
        case nodes.TemplateData(data=text):
            return str(text)
        case nodes.Name(name=name) if scope.get(name) == frozenset():
            return "print", name
        case nodes.Getattr(node=nodes.Name(name=name), attr=below) if below in scope.get(name, ()):
            return "print", name, below
        case _:
            raise _BeyondStepsError
