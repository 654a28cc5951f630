"""What a place requires is there in every option that could be chosen, also after overlays."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.facts.conditions import tests_in
from pactwright.findings import Finding, nearest
from pactwright.library.checks.conditions import choosing_findings, chosen_findings
from pactwright.library.checks.place import in_file
from pactwright.library.model import Library, Mandatory


def mandatory_findings(library: Library) -> Iterator[Finding]:
    """Every problem of the list under `mandatory:` of the place; an issue that a house withdraws is told in finals."""
    for each in library.jurisdiction.mandatory:
        file = each.place.rsplit(":", 2)[0]
        for condition in tests_in(each.when):
            known = chosen_findings if condition.subject.startswith("chosen.") else choosing_findings
            yield from known(library, condition, file, each.place)
        if each.source and each.source not in library.sources:
            seen, fix = f'"{each.source}" is not a source', nearest(each.source, library.sources)
            yield in_file("unknown-source", file, seen, "an id of sources.yml", fix, place=each.place)
        if each.issue in library.issues:
            yield from _lacking(library, each, file)
        elif each.issue not in library.withdrawn:
            seen, fix = f'"{each.issue}" is not an issue', nearest(each.issue, library.issues)
            yield in_file("unknown-issue", file, seen, "", fix, place=each.place)


def _lacking(library: Library, each: Mandatory, file: str) -> Iterator[Finding]:
    """An item that no option has is misspelt; one that some lack is missing there."""
    options = library.options.get(each.issue, {})
    known = {name for option in options.values() for name in option.ids()}
    if each.id not in known:
        seen, accepted = f'no option of {each.issue} has an item "{each.id}"', f"one of {', '.join(sorted(known))}"
        yield in_file("item-id", file, seen, accepted, nearest(each.id, known), place=each.place)
        return
    for option in options.values():
        if each.id not in option.ids():
            seen = f'{library.jurisdiction.title} requires "{each.id}" here: {each.why}'
            fix = f"write it into {each.issue}/{option.id}, or take out what drops it"
            yield in_file("mandatory", option.file, seen, "every option with the item", fix)
