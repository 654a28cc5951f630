"""Papers for the rows of tests/ledger: as few as hold every row's option under its facts, drafted once each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from pactwright.assembly.anchors import bookmark
from pactwright.choices import checked_choices
from pactwright.document import Paragraph, words
from pactwright.drafting import Draft, drafted
from pactwright.ledger import Bearing, Ledger
from pactwright.library.model import Library
from pactwright.service import outline
from tests.stories import Tree, changed, library, plain, spec_of, spec_tree, tree_in

HERE = Path(__file__).parent
TABLES = ("risk", "liability", "money", "work", "data", "rights")
STORY, PLACE = "startup-pilot", "au-nsw"


@dataclass(frozen=True)
class Case:
    """A row of a table, and the number of its paper among those with the same facts."""

    said: Tree
    paper: int

    @property
    def option(self) -> str:
        """The option, "topic/issue/option"."""
        return str(self.said["o"])

    @property
    def under(self) -> str:
        """The risk or reward by which a bad day is answered, if not by itself."""
        return str(self.said.get("under", ""))

    @property
    def name(self) -> str:
        """What the row is about."""
        return f"{self.option} {self.said['of']} {' '.join(self.said.get('with', ()))}"


@cache
def rows(table: str) -> tuple[Tree, ...]:
    """The rows of a table."""
    return tuple(tree_in(HERE / f"{table}.yml"))  # type: ignore[arg-type] # a list of rows


@cache
def cases() -> tuple[Case, ...]:
    """Every row of the tables of the ledger."""
    return packed(row for table in TABLES for row in rows(table))


def packed(said: Iterable[Tree]) -> tuple[Case, ...]:
    """Rows, each of the options of an issue in a paper of its own where the facts are the same."""
    taken: dict[str, list[dict[str, str]]] = {}
    made = []
    for row in said:
        issue = row["o"].rpartition("/")[0]
        papers = taken.setdefault(_key(row), [])
        free = (n for n, paper in enumerate(papers) if paper.get(issue, row["o"]) == row["o"])
        number = next(free, len(papers))
        if number == len(papers):
            papers.append({})
        papers[number][issue] = row["o"]
        made.append(Case(row, number))
    return tuple(made)


def _key(row: Tree) -> str:
    return json.dumps({key: row.get(key) for key in ("with", "values", "values-of")}, sort_keys=True)


@cache
def paper_of(key: str, number: int) -> Draft:
    """The draft that holds the options of all rows of one key and number."""
    same = [each for each in cases() if (_key(each.said), each.paper) == (key, number)]
    return draft(tree_for(same, tree_in(HERE / "facts.yml")))


def tree_for(same: list[Case], facts: Tree) -> Tree:
    """The spec of some rows that share their facts, which they call by name."""
    row = same[0].said
    tree = spec_tree(STORY)
    for name in ("base", *row.get("with", ())):
        tree = changed(tree, {address: None if value == "null" else value for address, value in facts[name].items()})
    chosen: dict[str, Any] = {}
    for issue, values in row.get("values-of", {}).items():
        chosen[issue] = dict(values)
    for each in same:
        issue, _, option = each.option.rpartition("/")
        chosen[issue] = {**each.said.get("values", {}), "option": option, "reason": "The row asks for it."}
    for issue, choice in chosen.items():
        own = tree.get("choices", {}).get(issue, {})
        kept = own if isinstance(own, dict) else {}
        tree = changed(tree, {f"choices.{issue}": {**kept, **choice}})
    return tree


def draft(tree: Tree, known: Library | None = None) -> Draft:
    """The draft of a tree with its ledger; options that other options do not fit are drafted all the same."""
    place = known or library(PLACE)
    spec = spec_of(tree)
    return drafted(spec, checked_choices(spec, place), place, outline("pilot-agreement"))


def ledger(made: Draft) -> Ledger:
    """The ledger of a draft that has one."""
    return made.ledger


def found(made: Draft, case: Case) -> Bearing | None:
    """What the option of a case says in its row; None where it says nothing, or the row is not there."""
    group, _, name = case.said["of"].partition(" ")
    rows_of = (each for each in ledger(made).rows if (each.group, each.id, each.under) == (group, name, case.under))
    return next((each for row in rows_of for each in row.bearings if each.source == case.option), None)


def case_paper(case: Case) -> Draft:
    """The paper in which a case is looked up."""
    return paper_of(_key(case.said), case.paper)


def item_text(made: Draft, option: str, item: str) -> tuple[str, str]:
    """The number of an item of the paper, and its words with those below it."""
    mark = bookmark("agreement", option.rpartition("/")[0], "#", item)
    for article in made.agreement.articles:
        for clause in article.clauses:
            blocks = [each for each in clause.blocks if isinstance(each, Paragraph)]
            for number, each in enumerate(blocks):
                if each.bookmark == mark:
                    below = [one for one in blocks[number + 1 :] if one.full_label.startswith(f"{each.full_label}(")]
                    return each.full_label, plain(" ".join(words(one.runs) for one in (each, *below)))
    return "", ""
