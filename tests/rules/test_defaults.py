"""What nobody chose brings no contradiction: the defaults of issues and models go together, whatever the facts are."""

from __future__ import annotations

from itertools import cycle, product

from pactwright.choices import checked_choices
from pactwright.drafting import selection_for
from tests.solving import FACTS
from tests.stories import DOCUMENTS, Tree, changed, library, spec_of, spec_tree

TARGET: Tree = {"target_cost": "AUD 100,000", "fee": "AUD 8,000", "ceiling": "AUD 130,000"}
PRICE: Tree = {"price": "AUD 9,000"}
STEP: Tree = {"m1": {"deliverable": "A unit", "test": "it runs for a day", "due": "2027-02-01", "amount": "AUD 9,000"}}
BANDS: Tree = {"bands": FACTS["funding.has_target_cost is yes"]["funding"]["bands"]}
MONEY: tuple[tuple[Tree, Tree | None], ...] = (
    ({"price": "nil"}, None),
    ({}, None),
    (PRICE, None),
    (PRICE, STEP),
    ({}, STEP),
    (TARGET, None),
    (TARGET | BANDS, None),
    (TARGET | {"price": "nil"}, None),
    ({"target_cost": "AUD 100,000"}, None),
    (TARGET, STEP),
    (TARGET | PRICE, None),
    (TARGET | PRICE | BANDS, STEP),
    (PRICE | {"at_cost": "yes", "ceiling": "AUD 9,000"}, None),
    ({"price": "nil", "pot": "yes", "budget": "AUD 90,000"}, None),
    (PRICE | {"stages": [{"name": "A", "amount": "AUD 9,000", "release": "it runs"}]}, None),
)
SAVED, SOLD = FACTS["funding.savings is at least 1"], FACTS["products.count is at least 1"]
GATES, LEVELS = FACTS["pilot.gates is at least 1"], FACTS["pilot.levels is at least 1"]
REST: tuple[tuple[Tree, ...], ...] = (
    (*({"model": name} for name in library("au-nsw").models), {"model": None}),
    ({}, SAVED),
    ({}, SOLD, {}),
    ({}, LEVELS),
    ({}, {"pilot.sites": None}, {}, {"risks": None}, {"contributions": None}),
    ({}, FACTS["data.personal is yes"], {"datasets": None}, FACTS["data.open is yes"]),
    ({}, {"pilot.end": None}, FACTS["outsiders.funders is at least 1"]),
)
"""What else steers a default; each goes round at a pace of its own beside the money and the route."""


def contradictions(tree: Tree) -> dict[str, list[str]]:
    """What the options of a tree without choices say against each other, for each document in which they make sense."""
    known, spec = library(tree["jurisdiction"]), spec_of(tree)
    choices, route = checked_choices(spec, known), tree["procurement"]["route"]
    made = {document: selection_for(spec, choices, known, document) for document in DOCUMENTS}
    return {
        document: [str(each) for each in one.findings if each.level == "error"]
        for document, one in made.items()
        if not one.unmet and one.issues["procurement/basis"].chosen == route
    }


def test_no_default_contradicts_another() -> None:
    stories = cycle([spec_tree(name) for name in ("startup-pilot", "research", "two-cities")])
    rest = [cycle(each) for each in REST]
    held = 0
    for (funding, milestones), route in product(MONEY, library("au-nsw").vocabulary["routes"]):
        tree = {key: each for key, each in next(stories).items() if key not in {"choices", "open", "disputed"}}
        tree |= {"funding": funding, "milestones": milestones, "procurement": {"route": route, "pilot_value": "AUD 9"}}
        tree = changed(tree, {address: value for each in rest for address, value in next(each).items()} | GATES)
        found = contradictions({key: each for key, each in tree.items() if each is not None})
        assert not any(found.values()), (found, funding, milestones, route, tree.get("model"))
        held += len(found)
    assert held > 100, "rows whose route goes with their money and their parties"


def test_a_question_that_no_answer_fits_is_left_out_unless_the_spec_answers_it() -> None:
    owns: Tree = {"choices.ip/project-ip": {"option": "city-owns", "reason": "It pays for the design."}}
    answer: Tree = {"choices.ip/exploitation": {"option": "use-or-lose", "reason": "Nothing lies idle."}}
    known, said = library("au-nsw"), {}
    for asked in (False, True):
        spec = spec_of(changed(spec_tree("startup-pilot"), SOLD | owns | (answer if asked else {})))
        made = selection_for(spec, checked_choices(spec, known), known, "pilot-agreement")
        said[asked] = (
            made.issues["ip/exploitation"].reason,
            [each.rule for each in made.findings if each.level == "error"],
        )
    assert said == {
        False: ("No answer to it goes with ip/project-ip: city-owns, which the spec chooses.", []),
        True: ("Nothing lies idle.", ["contradiction"]),
    }
