"""The manual page of every rule: the docstring of its check where it has one of its own, else a line of rules.yml."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Mapping
from functools import cache

from pactwright.library.layers import Layer
from pactwright.library.style import patterns_for
from pactwright.resources import data_root
from pactwright.rules import RULES
from pactwright.spec.checks import CHECKS
from pactwright.textfile import parsed, read_text
from pactwright.wording.checks import CHECKS as WORDING
from pactwright.wording.style import STYLE


@cache
def pages() -> Mapping[str, str]:
    """What each rule looks for, why, and what to do, by the id that stands in its findings; in the order of letters."""
    path = data_root() / "templates" / "rules.yml"
    tree, _ = parsed(read_text(path), path.name)
    checks: dict[str, Callable[..., object]] = {**CHECKS, **WORDING, **STYLE}
    own = {name: inspect.getdoc(check) or "" for name, check in checks.items()}
    clauses = data_root() / "clauses"
    patterns = patterns_for((Layer(clauses, clauses.name),), [])
    own |= {name: f"Words that our text does not say: {each.why}. Say {each.say}." for name, each in patterns.items()}
    whole = {name: (sys.modules[check.__module__].__doc__ or "").strip() for name, check in RULES.items()}
    return dict(sorted({**{name: str(said) for name, said in tree.items()}, **own, **whole}.items()))
