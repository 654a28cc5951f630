"""The outline of a document as a house library changes it, by its outlines/<document>.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pactwright.errors import InputError
from pactwright.findings import SourceMap, nearest
from pactwright.library.merging import laid_over
from pactwright.library.moves import Reader, new_address
from pactwright.library.reading import Form, Listed, Problems, read
from pactwright.printing.outline import ArticlePlan, Outline, outline_of
from pactwright.textfile import parsed, parsed_table, read_text

EXAMPLE = "for example add: [{issue: operations/drones, after: operations/site}]"
"""The file as it may read, for whoever typed another."""


class _AdditionForm(Form):
    issue: str
    after: str = ""
    article: str = ""


class _AdditionsForm(Form):
    add: Listed[_AdditionForm] = ()
    move: Listed[_AdditionForm] = ()


def outline_over(base: Path, path: Path, shown: str, moved: Mapping[str, str] = {}) -> Outline:
    """The outline of a file with a house's file over it; `shown` is how findings name the latter.

    `add` and `move` name issues, each behind another one or at the end of an article; an issue that stands in several
    articles, as in a memorandum, is followed in each of them. Any other key is one of an outline and changes ours: a
    text or a list is replaced whole, a group key by key. What is named by an old address of `moved` is read under the
    new one, with a remark. Raises InputError with every problem of both.
    """
    ours, own = read_text(base), read_text(path)
    tree, marks = parsed(ours, f"templates/outlines/{base.name}")
    typed, own_marks = parsed_table(own, shown)
    problems = Problems(own_marks, example=EXAMPLE)
    changes = {key: said for key, said in typed.items() if key not in _AdditionsForm.model_fields}
    placed = read(_AdditionsForm, {key: said for key, said in typed.items() if key not in changes}, problems)
    whole = laid_over(tree, changes, problems, noun="part of an outline")
    outline = outline_of(whole, SourceMap(shown, {}, (own_marks, marks)), base.stem, f"{ours}\0{own}")
    reader = Reader(moved)
    named_at = {new_address(name, moved): place for name, place in outline.named_at.items()}
    articles = tuple(
        replace(each, issues=tuple(reader.address(name, outline.named_at.get(name, shown)) for name in each.issues))
        for each in outline.articles
    )
    for key, additions in (("add", placed.add), ("move", placed.move)):
        for number, typed_one in enumerate(additions):
            addition = _as_moved(typed_one, reader, own_marks.place(f"{key}.{number}.issue"))
            articles = _placed(articles, addition, problems, key, number)
            named_at.setdefault(addition.issue, own_marks.place(f"{key}.{number}.issue"))
    if problems.found:
        raise InputError(tuple(problems.found))
    return replace(outline, articles=articles, named_at=named_at, read=outline.digest, remarks=tuple(reader.told))


def _as_moved(addition: _AdditionForm, reader: Reader, place: str) -> _AdditionForm:
    named = {key: reader.address(getattr(addition, key), place) for key in ("issue", "after")}
    return addition.model_copy(update=named)


def _placed(
    articles: tuple[ArticlePlan, ...], addition: _AdditionForm, problems: Problems, key: str, number: int
) -> tuple[ArticlePlan, ...]:
    """The articles with an issue that is new to them, or that stands elsewhere in them and moves."""
    stands = any(addition.issue in article.issues for article in articles)
    address = f"{key}.{number}.issue"
    if stands and key == "add":
        problems.add("addition", address, f'"{addition.issue}" stands in this document', "an issue that does not", MOVE)
        return articles
    if not stands and key == "move":
        known = list(dict.fromkeys(name for each in articles for name in each.issues))
        seen = f'"{addition.issue}" does not stand in this document'
        problems.add("addition", address, seen, f"one of {', '.join(known)}", nearest(addition.issue, known))
        return articles
    others = (tuple(name for name in each.issues if name != addition.issue) for each in articles)
    left = tuple(replace(each, issues=issues) for each, issues in zip(articles, others, strict=True))
    return _added(left, addition, problems, f"{key}.{number}")


MOVE = "name it under move: to put it elsewhere"


def _added(
    articles: tuple[ArticlePlan, ...], addition: _AdditionForm, problems: Problems, address: str
) -> tuple[ArticlePlan, ...]:
    if bool(addition.after) == bool(addition.article):
        accepted = "after: <an issue>, or article: <a heading>"
        problems.add("addition", address, f'"{addition.issue}" needs one place', accepted)
        return articles
    changed = tuple(_with_issue(article, addition) for article in articles)
    if changed == articles:
        key = "after" if addition.after else "article"
        known = [name for each in articles for name in each.issues] if addition.after else [a.heading for a in articles]
        wanted, listed = getattr(addition, key), ", ".join(dict.fromkeys(known))
        seen = f'"{wanted}" does not stand in this document'
        problems.add("addition", f"{address}.{key}", seen, f"one of {listed}", nearest(wanted, known))
    return changed


def _with_issue(article: ArticlePlan, addition: _AdditionForm) -> ArticlePlan:
    if addition.after in article.issues:
        place = article.issues.index(addition.after) + 1
        return replace(article, issues=(*article.issues[:place], addition.issue, *article.issues[place:]))
    if addition.article == article.heading:
        return replace(article, issues=(*article.issues, addition.issue))
    return article
