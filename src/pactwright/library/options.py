"""Options, from <option>.md: front matter and wordings."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from pactwright.library.issues import standings_from
from pactwright.library.model import Allocation, Issue, ItemRule, Link, Option, Review
from pactwright.library.reading import Node
from pactwright.wording.parse import parsed_wordings
from pactwright.wording.parts import Item, Wording, plain

KEYS = [
    "title",
    "summary",
    "stance",
    "when_to_use",
    "differs",
    "needs",
    "conflicts",
    "requires",
    "provides",
    "allocates",
    "items",
    "mou",
    "survives",
    "schedules",
    "sources",
    "review",
    "overlay",
    "binds",
]
OVERLAY_KEYS = ("overlay", "items", "needs", "requires", "schedules", "sources")
ITEM_KEYS = ("when", "shrinks", "after", "drop")
STANCES = ("city", "lean-city", "balanced", "lean-partner", "partner", "model")
SUMMARY_WORDS = 40
DUTY = {"must", "shall", "may", "will"}


def option_from(node: Node, *, issue: str, name: str, file: str, body: str, line: int) -> Option:
    """The option of a front matter and the body below it, or an overlay's part of one."""
    overlay = node.yes_no("overlay")
    node.only(OVERLAY_KEYS if overlay else KEYS)
    wordings, note, findings = parsed_wordings(body, line)
    for finding in findings:
        node.problems.add(finding.rule, finding.address, finding.seen, finding.accepted, finding.fix)
    option = Option(
        issue=issue,
        id=name,
        title=node.text("title", "" if overlay else None),
        summary=_summary(node, required=not overlay),
        stance=node.one_of("stance", STANCES, "" if overlay else None),
        when_to_use=node.text("when_to_use", "" if overlay else None),
        differs=node.text("differs", "" if overlay else None),
        needs=_links(node, "needs"),
        conflicts=_links(node, "conflicts"),
        requires=node.conditions("requires"),
        provides={key: node.node("provides").text(key) for key in node.node("provides").tree},
        allocates=tuple(_allocation(each) for each in node.listed("allocates")),
        items={key: _item_rule(each) for key, each in node.nodes("items").items()},
        mou=standings_from(node, "mou") if "mou" in node.tree else None,
        survives=node.yes_no("survives") if "survives" in node.tree else None,
        schedules=node.texts("schedules"),
        sources=node.texts("sources"),
        review=_review(node),
        wordings=wordings,
        note=note,
        file=file,
        binds=node.texts("binds"),
        marks=node.problems.marks,
    )
    if not wordings and not (overlay and option.items):
        node.problems.add("missing-wording", "1:1", "there is no wording", "# Agreement, # Statement or # Binding")
    return option


def is_overlay(node: Node) -> bool:
    """Whether a file changes items of an option instead of replacing it."""
    return node.tree.get("overlay") == "yes"


def versioned(option: Option, issue: Issue) -> Option:
    """The option with its version: the first 8 hex digits of SHA-256 over its wording and its issue's parameters."""
    parameters = [
        (p.name, p.type, p.default, p.min, p.max, [(v.word, plain(v.parts)) for v in p.values])
        for p in issue.parameters.values()
    ]
    wording = {kind: _normalised(wording) for kind, wording in sorted(option.wordings.items())}
    text = json.dumps([wording, parameters], ensure_ascii=False, sort_keys=True)
    return replace(option, version=hashlib.sha256(text.encode()).hexdigest()[:8])


def _normalised(wording: Wording) -> list[object]:
    return [[s.heading, *(_normalised_item(item) for item in s.items)] for s in wording.sections]


def _normalised_item(item: Item) -> list[object]:
    return [item.id, plain(item.parts), item.is_or, *(_normalised_item(child) for child in item.items)]


def _summary(node: Node, *, required: bool) -> str:
    summary = node.text("summary", None if required else "")
    count = len(summary.split())
    if count > SUMMARY_WORDS:
        node.problems.add("summary", node.at("summary"), f"{count} words", f"at most {SUMMARY_WORDS}")
    if duty := DUTY & {word.strip(".,;:").lower() for word in summary.split()}:
        node.problems.add("summary", node.at("summary"), f'"{min(duty)}" is a verb of duty', "the present tense")
    return summary


def _links(node: Node, key: str) -> tuple[tuple[Link, ...], ...]:
    groups = []
    for each in node.listed(key):
        if "any-of" in each.tree:
            groups.append(tuple(link for alternative in each.listed("any-of") for link in _link(alternative)))
        else:
            groups.extend((link,) for link in _link(each))
    return tuple(groups)


def _link(node: Node) -> list[Link]:
    when = node.conditions("when")
    links = []
    for issue, value in node.tree.items():
        if issue == "when":
            continue
        if value in ("any", "none"):
            links.append(Link(issue, value, (), when))
        elif isinstance(value, str):
            links.append(Link(issue, "in", (value,), when))
        elif isinstance(value, Mapping) and len(value) == 1 and next(iter(value)) in {"in", "not"}:
            test = next(iter(value))
            links.append(Link(issue, test, node.node(issue).texts(test), when))
        else:
            node.problems.add(
                "link", node.at(issue), "this is not a link", "an option, any, none, {in: [..]} or {not: ..}"
            )
    return links


def _allocation(node: Node) -> Allocation:
    node.only(("risk", "reward", "to", "share", "cap"))
    kind = "risk" if "risk" in node.tree else "reward"
    return Allocation(kind, node.text(kind, None), node.text("to", None), node.text("share"), node.text("cap"))  # type: ignore[arg-type] # the word was checked against the list


def _item_rule(node: Node) -> ItemRule:
    node.only(ITEM_KEYS)
    return ItemRule(node.conditions("when"), node.yes_no("shrinks"), node.text("after"), node.yes_no("drop"))


def _review(node: Node) -> Review:
    review = node.node("review")
    review.only(("status", "by", "date"))
    status = review.one_of("status", ("draft", "reviewed"), "draft")
    if status == "reviewed" and not (review.text("by") and review.text("date")):
        node.problems.add(
            "review", node.at("review"), "reviewed, but by whom and when is missing", "status, by and date"
        )
    return Review(status, review.text("by"), review.text("date"))  # type: ignore[arg-type] # the word was checked against the list
