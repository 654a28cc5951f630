"""Facts about data and intellectual property."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from pactwright.facts.fact import Around, Fact, Partial, any_of, counted

if TYPE_CHECKING:
    from pactwright.spec import Dataset, Spec


def _any(
    name: str,
    means: str,
    field: str,
    test: Callable[[Dataset], bool | None],
    *others: str,
    says: tuple[str, str],
) -> Fact:
    """A fact that holds if it holds for one data set, and is unknown while one that could decide it does not say.

    `others` are the fields that the test reads beside the one that is asked for.
    """

    def value(spec: Spec, _: Around) -> bool | None:
        return any_of(test(dataset) for dataset in spec.datasets.values())

    def missing(spec: Spec) -> Iterator[str]:
        return (f"datasets.{key}.{field}" for key, each in spec.datasets.items() if test(each) is None)

    fields = tuple(f"datasets.*.{each}" for each in (field, *others))
    means = f"{means} No, where no data set is listed."
    return Fact(name, "yes-no", means, value, missing=missing, fields=fields, says=says)


def _personal(dataset: Dataset) -> bool | None:
    return None if dataset.personal is None else dataset.personal != "no"


def _people_in_public(dataset: Dataset) -> bool | None:
    """Whether a data set is about people in a public space; a picture of one shows whoever walks by."""
    about = True if "video" in dataset.kinds else _personal(dataset)
    if False in {about, dataset.public_space}:
        return False
    return None if None in {about, dataset.public_space} else True


def _kinds(spec: Spec, _: Around) -> frozenset[str]:
    known = (kind for each in spec.datasets.values() for kind in each.kinds)
    return frozenset(known) if all(each.kinds for each in spec.datasets.values()) else Partial(known)


def _shared_as(dataset: Dataset, word: str) -> bool | None:
    return None if dataset.sharing is None else dataset.sharing == word


def _of_project(spec: Spec) -> Iterator[Dataset]:
    return (each for each in spec.datasets.values() if each.class_ == "project")


def _brought(spec: Spec) -> Iterator[Dataset]:
    return (each for each in spec.datasets.values() if each.class_ != "project")


def _public(spec: Spec) -> set[str]:
    return {key for key, party in spec.parties.items() if party.side == "public"}


def _decided_elsewhere(spec: Spec, _: Around) -> int:
    public = _public(spec)
    return sum(each.controller is not None and each.controller not in public for each in _of_project(spec))


def _decided_by_public(spec: Spec, _: Around) -> int:
    public = _public(spec)
    return sum(each.controller in public for each in _of_project(spec))


def _held_for_another(spec: Spec, _: Around) -> int:
    decided = (each for each in _of_project(spec) if each.controller in spec.parties)
    return sum(each.holder not in {None, each.controller} for each in decided)


FACTS = (
    counted("data.count", "How many data sets are listed; none is an answer.", "datasets"),
    _any(
        "data.personal",
        "Whether a data set holds, or may hold, personal information.",
        "personal",
        _personal,
        says=("a data set may hold personal information", "no data set holds personal information"),
    ),
    _any(
        "data.sensitive",
        "Whether a data set holds sensitive personal information.",
        "personal",
        lambda d: None if d.personal is None else d.personal == "sensitive",
        says=("a data set holds sensitive personal information", "no data set holds sensitive personal information"),
    ),
    _any(
        "data.public_space",
        "Whether data is collected in a public space.",
        "public_space",
        lambda d: d.public_space,
        says=("data is collected in a public space", "no data is collected in a public space"),
    ),
    _any(
        "data.people_in_public",
        "Whether data about people is collected in a public space.",
        "public_space",
        _people_in_public,
        "personal",
        "kinds",
        says=(
            "data about people is collected in a public space",
            "no data about people is collected in a public space",
        ),
    ),
    _any(
        "data.open",
        "Whether a data set is open to everyone.",
        "sharing",
        lambda d: _shared_as(d, "open"),
        says=("a data set is open to everyone", "no data set is open to everyone"),
    ),
    _any(
        "data.shared",
        "Whether a data set is shared with some outside the agreement.",
        "sharing",
        lambda d: _shared_as(d, "shared"),
        says=("a data set is shared with some", "no data set is shared with some alone"),
    ),
    _any(
        "data.leaves_place",
        "Whether data leaves the jurisdiction.",
        "leaves_place",
        lambda d: d.leaves_place,
        says=("data leaves the jurisdiction", "no data leaves the jurisdiction"),
    ),
    _any(
        "data.indigenous",
        "Whether data is about Indigenous people, land or culture.",
        "indigenous",
        lambda d: d.indigenous,
        says=(
            "data is about Indigenous people, land or culture",
            "no data is about Indigenous people, land or culture",
        ),
    ),
    Fact(
        "data.kinds",
        "set",
        "The kinds of data. What a data set without kinds holds is not known.",
        _kinds,
        words="data_kinds",
        missing=lambda spec: (f"datasets.{key}.kinds" for key, each in spec.datasets.items() if not each.kinds),
        fields=("datasets.*.kinds",),
    ),
    Fact(
        "data.shared_under_mou",
        "yes-no",
        "Whether data flows under a memorandum of understanding; data of the project waits for its pilot agreement.",
        lambda spec, around: around.document == "mou" and any(True for _ in _brought(spec)),
        fields=("datasets", "datasets.*.class"),
        says=("data flows under a memorandum", "no data flows under a memorandum"),
    ),
    Fact(
        "data.decided_elsewhere",
        "number",
        "How many data sets of the project are decided about by somebody who is not on the public side.",
        _decided_elsewhere,
        fields=("datasets.*.controller", "datasets.*.class", "parties.*.side"),
    ),
    Fact(
        "data.decided_by_public",
        "number",
        "How many data sets of the project are decided about by somebody on the public side.",
        _decided_by_public,
        fields=("datasets.*.controller", "datasets.*.class", "parties.*.side"),
    ),
    Fact(
        "data.held_for_another",
        "number",
        "How many data sets of the project are held by somebody other than the party that decides about them.",
        _held_for_another,
        fields=("datasets.*.holder", "datasets.*.controller", "datasets.*.class"),
    ),
    counted("trade_secrets.count", "How many trade secrets are listed.", "trade_secrets"),
    counted("ip.items", "How many items of project IP are expected.", "ip.items"),
    counted("ip.background", "How many items of background IP are listed.", "ip.background"),
)
