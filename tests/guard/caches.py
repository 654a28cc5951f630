"""Every cached function of the program, found where it stands, and emptied."""

from __future__ import annotations

import functools
import importlib
import pkgutil
import types
from typing import Any, Final, TypeAlias

import pactwright

Cached: TypeAlias = "functools._lru_cache_wrapper[Any]"  # noqa: SLF001 - the kind itself has no other name

OF_FILES: Final = {
    "pactwright.library.checks.allocations._columns",
    "pactwright.library.checks.columns._columns",
    "pactwright.library.checks.columns._schedule_terms",
    "pactwright.library.load._of_files",
    "pactwright.library.load._option_in",
    "pactwright.library.prebuilt.library_for",
    "pactwright.provenance._used_by_all",
    "pactwright.selection.context.conditions_of",
    "pactwright.service.vocabulary_of",
    "pactwright.service.outline_for",
    "pactwright.spec.form.kind_at",
    "pactwright.spec.form.kind_below",
    "pactwright.spec.form.place_at",
    "pactwright.spec.form.said_below",
    "pactwright.spec.form.words_at",
    "pactwright.writers.word.template.prepared",
}
"""What is kept of the program's own files and of the form of a spec, which no row of a batch changes."""

CHECKS: Final = {"pactwright.writers.word.story._index_without_words"}
"""What is kept of XML whose words do not matter: it finds faults in a Word file and writes nothing into it."""


@functools.cache
def modules() -> tuple[types.ModuleType, ...]:
    """Every module of the program."""
    names = [each.name for each in pkgutil.walk_packages(pactwright.__path__, "pactwright.")]
    return tuple(importlib.import_module(name) for name in names if not name.endswith("__main__"))


def cached_functions() -> dict[str, Cached]:
    """Every cached function in a module of the program or in a class of it, by its name."""
    classes = [each for module in modules() for each in list(vars(module).values()) if isinstance(each, type)]
    found = (each for holder in (*modules(), *classes) for each in list(vars(holder).values()))
    plain = (each.__func__ if isinstance(each, classmethod | staticmethod) else each for each in found)
    cached = [each for each in plain if isinstance(each, functools._lru_cache_wrapper)]  # noqa: SLF001 - the same
    return {f"{each.__module__}.{each.__qualname__}": each for each in cached}


def caches_of_documents() -> list[Cached]:
    """The cached functions whose results may follow from what a row says."""
    return [each for name, each in cached_functions().items() if name not in OF_FILES | CHECKS]
