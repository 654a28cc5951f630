"""Where a house library's own issues stand in the outline of a document: its outlines/<document>.yml."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from pactwright.errors import InputError
from pactwright.findings import nearest
from pactwright.library.reading import Form, Listed, Problems, read
from pactwright.printing.outline import ArticlePlan, Outline
from pactwright.textfile import parsed, read_text

EXAMPLE = "for example add: [{issue: operations/drones, after: operations/site}]"
"""The file as it may read, for whoever typed another."""


class _AdditionForm(Form):
    issue: str
    after: str = ""
    article: str = ""


class _AdditionsForm(Form):
    add: Listed[_AdditionForm] = ()


def with_additions(outline: Outline, path: Path, shown: str) -> Outline:
    """The outline with the issues that a house's file adds, each behind another issue or at the end of an article.

    An issue that stands in several articles, as in a memorandum, is followed in each of them. `shown` is how findings
    name the file. Raises InputError with every problem of it.
    """
    text = read_text(path)
    tree, marks = parsed(text, shown)
    problems = Problems(marks, example=EXAMPLE)
    articles, named_at = outline.articles, dict(outline.named_at)
    for number, addition in enumerate(read(_AdditionsForm, tree, problems).add):
        articles = _added(articles, addition, problems, f"add.{number}")
        named_at.setdefault(addition.issue, marks.place(f"add.{number}.issue"))
    if problems.found:
        raise InputError(tuple(problems.found))
    digest = hashlib.sha256(f"{outline.digest}\0{text}".encode()).hexdigest()
    return replace(outline, articles=articles, named_at=named_at, read=digest)


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
