"""Facts about data and intellectual property."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pactwright.facts.fact import Fact

if TYPE_CHECKING:
    from pactwright.spec import Dataset, Spec


def _any(name: str, means: str, test: Callable[[Dataset], bool | None]) -> Fact:
    def value(spec: Spec, _: str) -> bool | None:
        results = [test(dataset) for dataset in spec.datasets.values()]
        if True in results:
            return True
        return None if None in results else False

    return Fact(name, "yes-no", means, value)


def _personal(dataset: Dataset) -> bool | None:
    return None if dataset.personal is None else dataset.personal != "no"


FACTS = (
    Fact("data.count", "number", "How many data sets there are.", lambda spec, _: len(spec.datasets)),
    _any("data.personal", "Whether a data set holds, or may hold, personal information.", _personal),
    _any(
        "data.sensitive",
        "Whether a data set holds sensitive personal information.",
        lambda d: None if d.personal is None else d.personal == "sensitive",
    ),
    _any("data.public_space", "Whether data is collected in a public space.", lambda d: d.public_space),
    _any("data.leaves_place", "Whether data leaves the jurisdiction.", lambda d: d.leaves_place),
    _any("data.indigenous", "Whether data is about Indigenous people, land or culture.", lambda d: d.indigenous),
    Fact(
        "data.kinds",
        "set",
        "The kinds of data.",
        lambda spec, _: frozenset(kind for d in spec.datasets.values() for kind in d.kinds),
    ),
    Fact(
        "data.shared_under_mou",
        "yes-no",
        "Whether data really flows under a memorandum of understanding.",
        lambda spec, document: document == "mou" and bool(spec.datasets),
    ),
    Fact("ip.items", "number", "How many items of project IP are expected.", lambda spec, _: len(spec.ip.items)),
    Fact(
        "ip.background",
        "number",
        "How many items of background IP are listed.",
        lambda spec, _: len(spec.ip.background),
    ),
)
