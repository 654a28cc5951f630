"""From the records and the problems that batches keep to what stands across all of their agreements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from pactwright.across.model import Across, Cause, Named, Option, Other, Place
from pactwright.across.money import Purse
from pactwright.batch.deviations import Deviation, Terms, deviations_of, rows_of

AT_MOST = 12
"""Agreements that are named at a place; of the others stands how many they are."""
SPEC = ""


def across(
    lines: Callable[[], Iterable[bytes]],
    problems: Iterable[Mapping[str, str]],
    base: Mapping[str, Terms],
    facts: Terms,
    valued: Sequence[str],
) -> Across:
    """What stands across the agreements of these records, which are in the order of the table.

    `lines` is called more than once, so that only counts and what departs are held in memory. `problems` are those of
    the rows that failed, `base` and `facts` what the base says in its documents and its spec, `valued` the addresses
    of amounts that are added up.
    """
    counts: Counter[tuple[str, str, str]] = Counter()
    documents: Counter[str] = Counter()
    purse, made = Purse(valued), 0
    for key, said in rows_of(lines()):
        made += 1
        documents.update({document for document, _ in said if document != SPEC})
        counts.update((document, address, value) for (document, address), value in said.items() if _is_issue(address))
        purse.take(key, {**facts, **{address: value for (document, address), value in said.items() if not document}})
    causes, failed = _causes(problems)
    found = deviations_of(lines, base, facts)
    return Across(
        made=made,
        failed=failed,
        documents=dict(sorted(documents.items())),
        causes=causes,
        options=tuple(Option(*each, count) for each, count in sorted(counts.items()) if each[0] != SPEC),
        places=tuple(_place(each, made if each.document == SPEC else documents[each.document]) for each in found),
        sums=purse.sums(),
        unvalued=purse.unvalued(named),
    )


def named(keys: Sequence[str]) -> Named:
    """So many agreements, the first of them by name."""
    return Named(len(keys), tuple(keys[:AT_MOST]), max(0, len(keys) - AT_MOST))


def _is_issue(address: str) -> bool:
    """Whether an address of a document names an issue ("liability/cap"), no parameter and no version of a clause."""
    return "." not in address and address.count("/") == 1


def _place(found: Deviation, rows: int) -> Place:
    others = tuple(Other(other.value, named(other.keys)) for other in found.others)
    usual = 0 if found.is_own else rows - sum(other.agreements.count for other in others)
    return Place(found.document, found.address, found.said, found.is_base, usual, others, found.is_own)


def _causes(problems: Iterable[Mapping[str, str]]) -> tuple[tuple[Cause, ...], int]:
    """The errors by rule and address, the most frequent first, and how many rows have one."""
    first: dict[tuple[str, str], Mapping[str, str]] = {}
    keys: dict[tuple[str, str], dict[str, None]] = {}
    failed: set[str] = set()
    for each in problems:
        if each["level"] == "error" and each["key"]:
            at = each["rule"], each["address"]
            first.setdefault(at, each)
            keys.setdefault(at, {})[each["key"]] = None
            failed.add(each["key"])
    causes = (
        Cause(*at, first[at]["seen"], first[at]["fix"] or first[at].get("accepted", ""), named(tuple(keys[at])))
        for at in first
    )
    return tuple(sorted(causes, key=lambda cause: -cause.agreements.count)), len(failed)
