"""One clause of our own in a real document: what the engine makes of a wording, whatever the library says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pactwright.choices import checked_choices
from pactwright.document import Clause, Paragraph, words
from pactwright.drafting import Draft, drafted
from pactwright.facts.conditions import Condition
from pactwright.library.model import ItemRule, Lasting
from pactwright.service import outline
from pactwright.wording.parse import parsed_wordings
from tests.stories import Tree, library, plain, spec_of, spec_tree

ISSUE, OPTION = "general/general", "full"
NEVER = ItemRule(when=(Condition("parties.count", "min", ("99",)),), shrinks=True)


def planted(
    wording: str,
    tree: Tree | None = None,
    *,
    items: Mapping[str, ItemRule] | None = None,
    survives: Lasting | None = None,
    shall: bool = False,
) -> Draft:
    """The draft of a story whose general clause says something else; errors of other clauses do not matter."""
    tree = tree or spec_tree("startup-pilot")
    known = library("us-ca" if shall else tree["jurisdiction"])
    wordings, _, findings = parsed_wordings(f"# Agreement\n\n{wording}\n\n# Note\n\nNone.\n", 1)
    assert findings == ()
    option = replace(known.options[ISSUE][OPTION], wordings=wordings, items=items or {}, needs=(), survives=survives)
    options = {**known.options, ISSUE: {**known.options[ISSUE], OPTION: option}}
    changed_library = replace(known, read=f"{known.digest} {option}", options=options)
    spec = spec_of({**tree, "choices": {**tree.get("choices", {}), ISSUE: OPTION}})
    return drafted(spec, checked_choices(spec, changed_library), changed_library, outline("pilot-agreement"))


def definitions(draft: Draft) -> dict[str, str]:
    """The definitions of a draft: term and sentence."""
    paragraphs = [p for p in draft.agreement.paragraphs() if p.role == "definition"]
    return {p.runs[0].text: plain(words(p.runs)) for p in paragraphs}


def clause(draft: Draft) -> Clause:
    """The planted clause."""
    return next(c for article in draft.agreement.articles for c in article.clauses if c.id == ISSUE)


def lines(draft: Draft) -> list[str]:
    """The items of the planted clause: label and words."""
    blocks = [block for block in clause(draft).blocks if isinstance(block, Paragraph) and block.role != "clause"]
    number = next(p.label for p in clause(draft).blocks if isinstance(p, Paragraph))
    return [f"{block.label.replace(f'{number}.', 'n.')} {plain(words(block.runs))}" for block in blocks]
