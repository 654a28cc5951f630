"""The facts that a city fills in: `read_spec` brings a file in, `Spec` holds it, frozen.

pydantic is loaded only when one of these names is used, so that `pactwright.spec.scalars` and `pactwright.spec.amounts`
(dates, amounts, yes and no) serve the library without it.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pactwright.spec.amounts import Money
    from pactwright.spec.choices import Choice, Dispute, OpenFact
    from pactwright.spec.money import Contribution, Milestone, Reward
    from pactwright.spec.parties import Outsider, Party
    from pactwright.spec.reading import reading_from, spec_from
    from pactwright.spec.rights import Dataset
    from pactwright.spec.root import Spec
    from pactwright.spec.schema import json_schema
    from pactwright.spec.terms import Risk

__all__ = [
    "Choice",
    "Contribution",
    "Dataset",
    "Dispute",
    "Milestone",
    "Money",
    "OpenFact",
    "Outsider",
    "Party",
    "Reward",
    "Risk",
    "Spec",
    "json_schema",
    "reading_from",
    "spec_from",
]

_HOMES = {
    "Choice": "choices",
    "Contribution": "money",
    "Dataset": "rights",
    "Dispute": "choices",
    "Milestone": "money",
    "Money": "amounts",
    "OpenFact": "choices",
    "Outsider": "parties",
    "Party": "parties",
    "Reward": "money",
    "Risk": "terms",
    "Spec": "root",
    "json_schema": "schema",
    "reading_from": "reading",
    "spec_from": "reading",
}


def __getattr__(name: str) -> object:
    """The public names, each from its home, on first use."""
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
