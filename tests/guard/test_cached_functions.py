"""Whatever the program keeps follows from its key alone: nobody who changes a form of print can make a batch stale.

Each cached function is a plain function, its arguments are frozen values down to their last field, so that it can reach
no spec past its key; nobody can change a result, and there is a bounded number of them.
"""

from __future__ import annotations

import functools
import inspect
import re
import types
from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
import pytest

from pactwright.document import Clause
from pactwright.library.model import Library
from pactwright.printing.outline import Outline
from pactwright.selection import Selection
from pactwright.spec import Spec
from tests import stories
from tests.guard.caches import CHECKS, OF_FILES, Cached, cached_functions, modules

LEAVES: Final = {str, int, bool, bytes, date, Decimal, Path, types.NoneType, Library, Outline}
"""What a key may be made of; a library and an outline are told by the digest of what was read."""

CHANGEABLE: Final = {list, dict, set, bytearray, Iterator, Generator}

MADE_OF: Final = {tuple, frozenset, Union, types.UnionType, Annotated}


def faults(cached: Cached) -> Iterator[str]:
    """Why a result may be of another document than the one that is asked for, or why there may be too many."""
    function = inspect.unwrap(cached)
    if "." in function.__qualname__ or function.__closure__:
        yield "it is no plain function of a module"
    hints = get_type_hints(function, globalns=names() | function.__globals__, include_extras=True)
    taken = {name: hint for name, hint in hints.items() if name != "return"}
    yield from (f"{name} is {what}" for name, hint in taken.items() for what in unfit(hint))
    if (get_origin(hints["return"]) or hints["return"]) in CHANGEABLE:
        yield "whoever gets a result can change it"
    if cached.cache_parameters()["maxsize"] is None and not all(get_origin(each) is type for each in taken.values()):
        yield "it keeps any number of results"


@functools.cache
def names() -> dict[str, object]:
    """What the annotations of the program are made of, also where it is imported for them alone.

    A class comes before what only has its name, such as the form of an amount beside the amount.
    """
    found = [(name, each) for module in modules() for name, each in vars(module).items()]
    classes = {name: each for name, each in found if isinstance(each, type)}
    return {name: each for name, each in found if name[:1].isupper()} | classes


def unfit(hint: Any, above: tuple[object, ...] = ()) -> Iterator[str]:  # noqa: ANN401 - an annotation is of no one type
    """What may not be part of a key: anything but leaves and frozen values that are made of them."""
    origin = get_origin(hint)
    if hint in {*LEAVES, *above, Ellipsis} or origin in {Literal, type}:
        return
    if origin in MADE_OF:
        yield from (what for each in get_args(hint) if not isinstance(each, str) for what in unfit(each, above))
    elif is_frozen(hint):
        hints = get_type_hints(hint, globalns=names() | vars(inspect.getmodule(hint)))
        yield from (
            f"{hint.__name__}, whose {name} is {what}" for name in hints for what in unfit(hints[name], (*above, hint))
        )
    else:
        yield getattr(hint, "__name__", str(hint))


def is_frozen(kind: object) -> bool:
    """Whether no field of an object of a class can change."""
    if isinstance(kind, type) and is_dataclass(kind):
        return bool(kind.__dataclass_params__.frozen)  # type: ignore[attr-defined] # what dataclass notes
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind.__struct_config__.frozen


@pytest.mark.parametrize("name", cached_functions())
def test_what_is_kept_follows_from_a_frozen_key_alone(name: str) -> None:
    assert list(faults(cached_functions()[name])) == []


def test_what_is_left_alone_when_a_document_is_drafted_alone_is_there() -> None:
    assert cached_functions().keys() >= OF_FILES | CHECKS


# ----------------------------------------------------------------------------------------- what a newcomer may write


@functools.lru_cache(maxsize=8)
def of_spec(spec: Spec) -> str:
    return spec.project.title


@functools.lru_cache(maxsize=8)
def of_selection(clause: Clause, selection: Selection | None) -> str:
    return f"{clause.id}{selection}"


@functools.lru_cache(maxsize=8)
def of_facts(pairs: tuple[Mapping[str, str], ...]) -> str:
    return str(pairs)


@functools.lru_cache(maxsize=8)
def of_maker(make: Callable[[], str]) -> str:
    return make()


@functools.cache
def of_any_number(text: str) -> str:
    return text


@functools.lru_cache(maxsize=8)
def a_list(text: str) -> list[str]:
    return [text]


class Holder:
    @functools.lru_cache(maxsize=8)  # noqa: B019 - the mistake
    def of_holder(self, text: str) -> str:
        return text


def kept_with(title: str) -> Cached:
    @functools.lru_cache(maxsize=8)
    def of_text(text: str) -> str:
        return f"{title}{text}"

    return of_text


@pytest.mark.parametrize(
    ("cached", "fault"),
    [
        (of_spec, "spec is Spec"),
        (of_selection, "selection is Selection, whose .*"),
        (of_facts, "pairs is Mapping"),
        (of_maker, "make is Callable"),
        (of_any_number, "it keeps any number of results"),
        (a_list, "whoever gets a result can change it"),
        (Holder.of_holder, "it is no plain function of a module"),
        (kept_with("Kerb"), "it is no plain function of a module"),
    ],
)
def test_a_cached_function_that_may_go_stale_is_found_out(cached: Cached, fault: str) -> None:
    found = list(faults(cached))
    assert found
    assert all(re.fullmatch(fault, each) for each in found)


def test_nothing_else_of_the_program_keeps_anything() -> None:
    """A list or a dictionary of a module that grows with each document would be a cache that no test sees."""
    before = held_by_modules()
    for document in stories.DOCUMENTS:
        stories.docx(stories.draft(stories.spec_tree("two-cities"), document))
    assert held_by_modules() == before


def held_by_modules() -> dict[str, int]:
    """How much each list, set and dictionary at the top of a module holds."""
    everything = ((module, name, each) for module in modules() for name, each in vars(module).items())
    return {
        f"{module.__name__}.{name}": len(each)
        for module, name, each in everything
        if isinstance(each, dict | list | set)
    }
