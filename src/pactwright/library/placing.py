"""The places of a library: each with its parents' words and law under its own, of every layer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from pactwright.errors import UsageError
from pactwright.findings import Finding, nearest
from pactwright.library.executions import execution_from, with_executions
from pactwright.library.jurisdictions import (
    NO_JURISDICTION,
    jurisdiction_form,
    jurisdiction_from,
    optional_law,
    without_law,
)
from pactwright.library.layers import EXECUTION, OF_PLACE, Layer, layers_for
from pactwright.library.model import Execution, Jurisdiction
from pactwright.library.opening import opened_in, top
from pactwright.library.places import JURISDICTIONS
from pactwright.library.reading import Problems
from pactwright.library.vocabulary import vocabulary_from
from pactwright.library.words import Lists

KINDS: Final = "kinds"


def jurisdiction_of(
    name: str, roots: tuple[Layer, ...], found: list[Finding], children: tuple[str, ...] = ()
) -> Jurisdiction:
    """The jurisdiction of a name; raises UsageError where there is none, or where it is a parent of itself."""
    if not name:
        return NO_JURISDICTION
    known = {path.parent.name for layer in roots for path in layer.root.glob(f"{JURISDICTIONS}/*/{OF_PLACE}")}
    if name not in known:
        message = f'"{name}" is not a jurisdiction; one of {", ".join(sorted(known))}; {nearest(name, known)}'
        raise UsageError(message.rstrip("; "))
    if name in children:
        message = f"the jurisdictions {', '.join(children)} are parents of each other; take one parent: out"
        raise UsageError(message)
    result = NO_JURISDICTION
    for layer in roots:
        folder = layer.place(name)
        if opened := top(folder, OF_PLACE, found):
            tree, problems = opened
            wider = tree.get("parent") if not result.id else ""
            below = jurisdiction_of(str(wider), roots, found, (*children, name)) if wider else result
            tree, below = without_law(tree, below, problems)
            form = jurisdiction_form(tree, problems, title=result.title if result.id else None)
            result = jurisdiction_from(form, name, below, problems)
        result = with_executions(result, dict(_executions(folder, found)))
    return result


def every_place(own: Jurisdiction, known: Iterable[str], roots: tuple[Layer, ...]) -> dict[str, Jurisdiction]:
    """The places whose law a party may be under, by id; under "" what holds of a place that the library does not know.

    What is wrong with the files of another place is told when that place is loaded.
    """
    base = with_kinds(NO_JURISDICTION, _kinds(layers_for(roots, ())))
    others = {name: _quietly(name, roots) for name in known if name != own.id}
    return {"": base, own.id: own, **{name: each for name, each in others.items() if each}}


def with_kinds(place: Jurisdiction, vocabulary: Lists) -> Jurisdiction:
    """The place with what a vocabulary says of each kind of party: whether its law treats one as a public body."""
    kinds = vocabulary.get(KINDS, {}).items()
    return replace(place, public={kind: said["public"] for kind, said in kinds if "public" in said})


def optional_law_in(roots: tuple[Layer, ...]) -> Iterator[str]:
    """What some place has and others need not have; what is wrong with a file is told when its place is loaded."""
    for path in (path for layer in roots for path in layer.root.glob(f"{JURISDICTIONS}/*/{OF_PLACE}")):
        if opened := opened_in(path, path.name, []):
            tree, _ = without_law(opened[0], NO_JURISDICTION, Problems(opened[1].marks))
            yield from optional_law(jurisdiction_form(tree, opened[1], title=""))


def unknown_places(roots: tuple[Layer, ...], known: tuple[str, ...]) -> Iterator[Finding]:
    """Folders of jurisdictions that nobody describes: what stands in them would never be read."""
    for layer in roots:
        for folder in sorted(layer.root.glob(f"{JURISDICTIONS}/[!.]*/")):
            if folder.name not in known:
                shown = layer.shown(folder)
                seen, accepted = f'"{folder.name}" is not a jurisdiction', f"one of {', '.join(known)}"
                fix = nearest(folder.name, known) or f"write {shown}/{OF_PLACE}"
                yield Finding("unknown-jurisdiction", "error", shown, seen, accepted, fix, f"{shown}:1:1")


def _quietly(name: str, roots: tuple[Layer, ...]) -> Jurisdiction | None:
    try:
        place = jurisdiction_of(name, roots, [])
    except UsageError:
        return None
    kinds = _kinds(layers_for(roots, (*place.parents, name)))
    return with_kinds(replace(place, confirm=(), mandatory=()), kinds)


def _kinds(layers: Iterable[Layer]) -> Lists:
    """The kinds of party that the vocabularies of some layers know."""
    lists: Lists = {}
    for layer in layers:
        if (opened := top(layer, "vocabulary.yml", [])) and KINDS in opened[0]:
            lists = vocabulary_from({KINDS: opened[0][KINDS]}, opened[1], lists)
    return lists


def _executions(folder: Layer, found: list[Finding]) -> Iterator[tuple[str, Execution]]:
    for path in sorted((folder.root / EXECUTION).glob("*.yml")):
        if opened := opened_in(path, folder.shown(path), found):
            yield path.stem, execution_from(*opened)
