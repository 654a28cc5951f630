"""Whether an outline and a library fit: what the outline names is there, and what the library prints has a place."""

from __future__ import annotations

from collections.abc import Iterator

from pactwright.findings import Finding, nearest
from pactwright.library.checks.place import has_part, in_file
from pactwright.library.model import MOU, Issue, Library
from pactwright.printing.outline import ArticlePlan, Outline
from pactwright.wording.parts import Kind


def unknown_in(outline: Outline, library: Library) -> Iterator[Finding]:
    """The issues, schedules and parts of schedules that an outline names and the library lacks."""
    issues = {*library.issues, *library.withdrawn}
    for place in dict.fromkeys(place for article in outline.articles for place in article.issues):
        name = place.partition("#")[0]
        if name not in issues:
            yield _unknown(outline, place, f'"{name}" is not an issue', nearest(name, issues))
    for article in outline.articles:
        yield from _unknown_headings(outline, article, library)
    for schedule, parts in outline.schedules.items():
        for name in [f"{schedule}#{part}" for part in parts] or [schedule]:
            if not has_part(library, name):
                fix = nearest(schedule, library.schedules)
                yield _unknown(outline, name, f'"{name}" is not a schedule, or no part of one', fix)


def _unknown_headings(outline: Outline, article: ArticlePlan, library: Library) -> Iterator[Finding]:
    """The clauses that an article places by a heading which no option has, or which stands somewhere else too."""
    everywhere = [place for each in outline.articles if each.kind == article.kind for place in each.issues]
    for place in article.issues:
        name, _, heading = place.partition("#")
        if not heading or name not in library.issues:
            continue
        known = _headings(library, name, article.kind)
        if heading not in known:
            seen = f'"{heading}" heads no clause of {name} ({article.kind})'
            yield _unknown(outline, place, seen, nearest(heading, known))
        elif everywhere.count(place) > 1:
            yield _unknown(outline, place, f"{place} stands in two places", "name it once")


def _headings(library: Library, issue: str, kind: Kind) -> tuple[str, ...]:
    """The ids of the headings of an issue's options in a wording."""
    wordings = (each.wording(kind) for each in library.options.get(issue, {}).values())
    return tuple(dict.fromkeys(each.id for wording in wordings if wording for each in wording.sections if each.id))


def without_place(outline: Outline, library: Library) -> Iterator[Finding]:
    """The issues of a library that print in a document whose outline has no place for them."""
    planned = {(name, article.kind) for article in outline.articles for name in article.issues}
    for issue in library.issues.values():
        missing = [kind for kind in _kinds(outline, library, issue) if (issue.id, kind) not in planned]
        if missing:
            seen = f"{issue.id} ({', '.join(missing)}) has no place in the outline of {outline.document}"
            fix = f"write outlines/{outline.document}.yml: add: - {{issue: {issue.id}, after: <an issue>}}"
            yield in_file("outline", issue.file, seen, "", fix)


def _unknown(outline: Outline, name: str, seen: str, fix: str) -> Finding:
    return Finding("outline", "error", name, seen, "", fix, outline.named_at[name])


def _kinds(outline: Outline, library: Library, issue: Issue) -> tuple[Kind, ...]:
    """The wordings of an issue that a document of this kind may print, whatever the facts."""
    options = library.options.get(issue.id, {}).values()
    if outline.document != MOU:
        return ("agreement",) if any("agreement" in option.wordings for option in options) else ()
    kinds: tuple[Kind, ...] = ("statement", "binding")
    standings = [each.standings for option in options for each in option.mou or issue.mou]
    return tuple(kind for kind in kinds if any(kind in each for each in standings))
