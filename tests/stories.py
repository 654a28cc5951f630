"""The stories of tests/cases, read without pactwright, and the drafts that pactwright makes of them.

A tree is a spec as it is typed: groups, lists and text. `changed` gives a copy with some places set or taken away.
"""

from __future__ import annotations

import copy
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from pactwright.choices import checked_choices
from pactwright.document import Agreement
from pactwright.drafting import Draft, drafted
from pactwright.findings import SourceMap
from pactwright.library.load import loaded
from pactwright.library.model import Library
from pactwright.printing.outline import Outline
from pactwright.service import outline
from pactwright.spec import Spec
from pactwright.spec.reading import spec_from
from pactwright.themes import default_theme
from pactwright.writers import WRITERS, Theme
from tests.reader import Document, read

Tree: TypeAlias = dict[str, Any]

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests" / "cases"
TEMPLATE = (ROOT / "templates" / "themes" / "default.docx").read_bytes()
DOCUMENTS = ("pilot-agreement", "mou")
NOWHERE = SourceMap("spec.yml", {})


@cache
def tree_in(path: Path) -> Tree:
    """The tree of a file, read as the program reads it; nobody may change it."""
    tree: Tree = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text only
    return tree


def names() -> tuple[str, ...]:
    """Every story of a spec, by the name of its file; those of the guide begin with answers."""
    return tuple(sorted(path.stem for path in CASES.glob("*.yml") if not path.stem.startswith("guide-")))


def story(name: str) -> Tree:
    """A story: its name, its spec, and what each document must hold."""
    return copy.deepcopy(tree_in(CASES / f"{name}.yml"))


def spec_tree(name: str) -> Tree:
    """The spec of a story."""
    tree: Tree = story(name)["spec"]
    return tree


def changed(tree: Tree, changes: Tree) -> Tree:
    """A copy of a tree with the values of some dotted places; None takes a place away."""
    new = copy.deepcopy(tree)
    for address, value in changes.items():
        *way, last = address.split(".")
        holder: Any = new
        for key in way:
            holder = holder[int(key)] if isinstance(holder, list) else holder.setdefault(key, {})
        if isinstance(holder, list):
            holder[int(last)] = copy.deepcopy(value)
        elif value is None:
            holder.pop(last, None)
        else:
            holder[last] = copy.deepcopy(value)
    return new


def as_yaml(tree: Tree) -> str:
    """The tree as a file of YAML that a person could have typed."""

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            del data
            return True

    return yaml.dump(tree, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def spec_of(tree: Tree) -> Spec:
    """The spec that a tree holds; it must have no errors."""
    return spec_from(copy.deepcopy(tree), NOWHERE)


@cache
def library(jurisdiction: str) -> Library:
    """The library of a place, loaded once."""
    return loaded(jurisdiction)


@cache
def outline_of(document: str) -> Outline:
    """The outline of a document, read once."""
    return outline(document)


def draft(tree: Tree, document: str = "pilot-agreement", *, is_final: bool = False) -> Draft:
    """The draft of one document of a tree, errors and all."""
    spec, known = spec_of(tree), library(tree["jurisdiction"])
    return drafted(spec, checked_choices(spec, known), known, outline_of(document), is_final=is_final)


def sound(tree: Tree, document: str = "pilot-agreement", *, is_final: bool = False) -> Draft:
    """The draft of one document of a tree, which must be without an error."""
    made = draft(tree, document, is_final=is_final)
    assert [str(finding) for finding in made.findings if finding.level == "error"] == []
    return made


@cache
def agreements() -> dict[str, Agreement]:
    """Every document of every story."""
    return {f"{name} {kind}": sound(spec_tree(name), kind).agreement for name in names() for kind in DOCUMENTS}


def docx(made: Draft) -> bytes:
    """The Word file of a draft."""
    return WRITERS["docx"](made.agreement, default_theme())


def text(made: Draft) -> str:
    """The plain text of a draft, its lines joined and no-break spaces made plain."""
    return " ".join(WRITERS["txt"](made.agreement, Theme()).decode().replace("\N{NO-BREAK SPACE}", " ").split())


def reopened(tree: Tree, document: str = "pilot-agreement", *, is_final: bool = False) -> Document:
    """The Word file of a sound draft, as the independent reader sees it."""
    return read(docx(sound(tree, document, is_final=is_final)))


def plain(words: str) -> str:
    """Words with plain spaces only."""
    return words.replace("\N{NO-BREAK SPACE}", " ")
