"""A house library as the people who keep it meet it: what `check` says of its files, and what `draft` makes of them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from pactwright.checking import checked
from pactwright.document import Paragraph, words
from pactwright.drafting import Draft
from pactwright.errors import InputError
from pactwright.library.layers import Layer
from pactwright.library.load import loaded
from pactwright.library.originals import original_findings
from pactwright.printing.fitting import unknown_in
from pactwright.printing.outline import outline_from
from pactwright.service import SpecFile, documents_of, drafts_of, read
from pactwright.writers import WRITERS, Theme
from tests.stories import ROOT, library
from tests.trees import build_tree

SPEC = ROOT / "examples" / "startup-pilot" / "spec.yml"
CAP = "liability/cap/low-fixed.md"
NONSENSE = "9. The Partner shall and {{ nonsense }} [[no/where]].\n\n# Note"
TREES = {
    "operations/trees/issue.yml": (
        "question: What if work comes near a street tree?\nheading: Street trees\npurpose: No tree is harmed.\n"
        "mou: omit\nsurvives: no\ndefault: ask-first\n"
    ),
    "operations/trees/ask-first.md": (
        "---\ntitle: Ask first\nsummary: Nobody digs near a tree unasked.\nstance: balanced\n"
        "when_to_use: Streets with trees.\ndiffers: It asks first.\nreview: {status: draft}\nallocates: none\n"
        "---\n# Agreement\n\n1. {{ partner }} must ask {{ city | concerned }} before it digs near a street tree.\n"
    ),
}
STANDS = {"outlines/pilot-agreement.yml": "add:\n  - {issue: operations/trees, after: operations/site}\n"}


def said(folder: Path) -> list[str]:
    """What `check` says of a folder, without the folder's own name."""
    return [str(each).replace(f"{folder}/", "") for each in checked(folder).findings]


def refused(folder: Path) -> list[str]:
    """The same of what is wrong with its tables, read for no place by itself."""
    with pytest.raises(InputError) as found:
        loaded("", house=folder)
    return [str(each).replace(f"{folder}/", "") for each in found.value.findings]


def with_mistake(text: str) -> str:
    """An option with a line of mistakes as its last item."""
    return text.replace("# Statement" if "# Statement" in text else "# Note", NONSENSE, 1)


STAFF = """\
contributions:
  parts:
    staff:
      heading: People whom a party lends
      after: contributions
      rows: contributions
      where: {kind: staff}
      columns:
        - {heading: Party, show: party, width: 40}
        - {heading: What, show: what, width: 60}
"""
SOUND = {
    **TREES,
    "outlines/pilot-agreement.yml": (
        "title: Trial agreement\nfurniture: {parties: Who signs}\n"
        "add:\n  - {issue: operations/trees, after: operations/site}\n"
        "move: [{issue: data/security, after: roles/contributions}]\n"
        "key_terms: [{label: First day, fact: pilot.start}]\n"
    ),
    "schedules.yml": STAFF,
    "models/ours.yml": (
        "title: Ours\nquestion: Is it ours?\ndocuments: [mou]\n"
        "choices:\n  liability/cap: {option: low-fixed, reason: It is what we do.}\n"
    ),
    "models/theirs.yml": (
        "title: Theirs\nfrom: startup-pilot\nchoices:\n  ip/publication: {option: free, reason: It is what we do.}\n"
    ),
}
"""A house with an issue and its place, other words of an outline, a part of a schedule, and two models."""


@pytest.fixture(name="sound", scope="module")
def sound_house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A house of which nothing is wrong."""
    return build_tree(tmp_path_factory.mktemp("sound"), SOUND)


@pytest.fixture(name="pair", scope="module")
def with_and_without(sound: Path) -> tuple[Draft, Draft]:
    """The pilot agreement of the example with that house, and without it."""
    [theirs], [ours] = (drafts_of(read(SPEC, each), ("pilot-agreement",)) for each in (sound, None))
    return theirs, ours


def placed(draft: Draft) -> list[str]:
    """The issue of each clause, in the order of print."""
    return [clause.id for article in draft.agreement.articles for clause in article.clauses]


def printed(draft: Draft) -> str:
    """The paper as text."""
    return WRITERS["txt"](draft.agreement, Theme()).decode()


@pytest.fixture(name="ours")
def copied(tmp_path: Path) -> Path:
    """A copy of our clauses, under another name and with nothing beside it."""
    return Path(shutil.copytree(ROOT / "clauses", tmp_path / "mine" / "mylib"))


def test_a_house_that_brings_some_tables_of_ours_is_checked_whole(tmp_path: Path) -> None:
    text = with_mistake((ROOT / "clauses" / CAP).read_text("utf-8"))
    tables = {name: (ROOT / "clauses" / name).read_text("utf-8") for name in ("vocabulary.yml", "schedules.yml")}
    lines = said(build_tree(tmp_path, {CAP: text, **tables}))
    rules = [line.split(": ")[2] for line in lines if ": error: " in line]
    assert sorted(rules) == ["reference", "role-word", "shall", "unknown-blank"]


def test_a_whole_library_of_any_name_is_the_one_that_is_checked(ours: Path) -> None:
    (ours / CAP).write_text(with_mistake((ours / CAP).read_text("utf-8")), "utf-8")
    lines = said(ours)  # each is about the mistake, so that nothing is said of the rest
    assert {line.split(": ")[2] for line in lines} == {"reference", "role-word", "shall", "unknown-blank"}
    assert {line.split(":")[0] for line in lines} == {f"mylib/{CAP}"}


def test_an_issue_of_a_house_needs_a_place_and_check_says_so_where_draft_would(tmp_path: Path) -> None:
    [line] = said(build_tree(tmp_path, TREES))
    assert line.startswith("operations/trees/issue.yml:1:1: error: outline: operations/trees (agreement) has no place")
    assert "write outlines/pilot-agreement.yml" in line


def test_of_a_sound_house_check_says_nothing(sound: Path) -> None:
    assert said(sound) == []


def test_an_issue_of_a_house_prints_where_the_house_puts_it(pair: tuple[Draft, Draft]) -> None:
    draft, without = pair
    assert draft.is_sound
    headings = placed(draft)
    assert headings[headings.index("operations/site") + 1] == "operations/trees"
    assert "must ask the Council before it digs near a street tree" in printed(draft)
    assert "street tree" not in printed(without)


def test_an_issue_may_stand_at_the_end_of_an_article(tmp_path: Path) -> None:
    heading = outline_from(ROOT / "templates" / "outlines" / "pilot-agreement.yml").articles[1].heading
    house = build_tree(
        tmp_path,
        TREES | {"outlines/pilot-agreement.yml": f'add: [{{issue: operations/trees, article: "{heading}"}}]\n'},
    )
    [draft] = drafts_of(read(SPEC, house), ("pilot-agreement",))
    assert [clause.id for clause in draft.agreement.articles[1].clauses][-1] == "operations/trees"


@pytest.fixture(name="trees", scope="module")
def with_an_issue(tmp_path_factory: pytest.TempPathFactory) -> tuple[SpecFile, Path]:
    """The example over a house with an issue of its own, and the house, in which each test writes the outline."""
    house = build_tree(tmp_path_factory.mktemp("trees"), TREES)
    return read(SPEC, house), house


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("add:\n  - {issue: operations/trees, after: operations/sites}\n", 'did you mean "operations/site"?'),
        ("add:\n  - {issue: operations/trees}\n", "after: <an issue>, or article: <a heading>"),
        ("add:\n  - {issue: operations/trees, after: operations/site, article: Money}\n", "needs one place"),
        ("add: operations/trees\n", "for example add: [{issue: "),
        ("add: [{issue: operations/site, after: ip/background}]\n", "name it under move: to put it elsewhere"),
        ("move: [{issue: operations/trees, after: operations/site}]\n", "does not stand in this document"),
        ("title: [Agreement]\n", '"title" is a list; text'),
        ("furnitures: {party: Body}\n", 'did you mean "furniture"?'),
        ("add:\n  - {issue: operations/tree, after: operations/site}\n", 'did you mean "operations/trees"?'),
        ("add: [{issue: term/exit#mony, after: data/register}]\n", '"mony" heads no clause of term/exit (agreement)'),
        ("add: [{issue: term/tern#money, after: data/register}]\n", '"term/tern" is not an issue'),
    ],
)
def test_what_is_wrong_with_a_place_is_said_on_its_line(trees: tuple[SpecFile, Path], text: str, wanted: str) -> None:
    source, house = trees
    build_tree(house, {"outlines/pilot-agreement.yml": text})
    with pytest.raises(InputError) as found:
        drafts_of(source, ("pilot-agreement",))
    lines = [str(each).replace(f"{house}/", "") for each in found.value.findings]
    assert all(line.startswith("outlines/pilot-agreement.yml:") for line in lines)
    assert any(wanted in line for line in lines)


def test_a_clause_stands_where_an_outline_names_its_heading(tmp_path: Path) -> None:
    """The way in stands in front, the way out behind, and a reference to the issue names both."""
    text = "add: [{issue: term/exit#money, after: funding/payment}]\n"
    house = build_tree(tmp_path, {"outlines/pilot-agreement.yml": text})
    [draft] = drafts_of(read(SPEC, house), ("pilot-agreement",))
    clauses = [clause for article in draft.agreement.articles for clause in article.clauses]
    ids = [clause.id for clause in clauses]
    before = [ids[number - 1] for number, name in enumerate(ids) if name == "term/exit"]
    assert before == ["funding/payment", "term/term"]
    blocks = [block for each in clauses for block in each.blocks if isinstance(block, Paragraph)]
    headings = [words(block.runs) for block in blocks if block.role == "clause"]
    assert len(set(headings)) == len(headings)
    assert (
        headings.index("Start and conditions") < headings.index("Money at an early end") < headings.index("Exit plan")
    )


def test_a_clause_that_an_outline_places_twice_is_a_finding(tmp_path: Path) -> None:
    text = (ROOT / "templates" / "outlines" / "pilot-agreement.yml").read_text("utf-8")
    (tmp_path / "pilot-agreement.yml").write_text(
        text.replace("[term/term, ", "[term/term, term/term#start, "), "utf-8"
    )
    found = list(unknown_in(outline_from(tmp_path / "pilot-agreement.yml"), library("")))
    assert {each.seen for each in found} == {"term/term#start stands in two places"}


def test_a_house_moves_an_issue_and_changes_the_words_of_an_outline(pair: tuple[Draft, Draft]) -> None:
    draft, ours = pair
    changed, before = ([name for name in placed(each) if name != "operations/trees"] for each in pair)
    assert sorted(changed) == sorted(before)
    assert changed[changed.index("roles/contributions") + 1] == "data/security"
    assert before[before.index("roles/contributions") + 1] != "data/security"
    assert draft.agreement.title == "Trial agreement"
    assert draft.agreement.furniture.parties == "Who signs"
    assert draft.agreement.furniture.party == ours.agreement.furniture.party
    assert [each.label for each in draft.agreement.key_terms][:1] == ["First day"]


def test_a_house_adds_a_part_to_a_schedule_and_every_other_part_stays(pair: tuple[Draft, Draft]) -> None:
    theirs, ours = (
        [re.sub(r"^[\d.]+ +", "", line) for line in printed(each).splitlines() if re.match(r"[\d]+\. ", line)]
        for each in pair
    )
    assert [each for each in theirs if each not in ours] == ["People whom a party lends"]
    assert [each for each in theirs if each in ours] == ours


def following(model: str, folder: Path) -> Path:
    """The example as one of another model, which says which documents it has."""
    text = SPEC.read_text("utf-8").replace("model: startup-pilot", f"model: {model}", 1)
    return build_tree(folder, {"spec.yml": text.replace("documents: [pilot-agreement, mou]\n", "", 1)}) / "spec.yml"


def test_a_house_adds_a_model_of_its_own_and_a_spec_may_follow_it(sound: Path, tmp_path: Path) -> None:
    spec = following("ours", tmp_path)
    source = read(spec, sound)
    assert documents_of(source.spec, source.library) == ("mou",)
    with pytest.raises(InputError, match='"ours" is not a model'):
        read(spec)


def test_a_model_that_starts_from_another_departs_from_it_only_where_it_says_so(sound: Path, tmp_path: Path) -> None:
    before, source = read(SPEC, sound), read(following("theirs", tmp_path), sound)
    assert documents_of(source.spec, source.library) == ("pilot-agreement", "mou")
    chosen, known = (
        {name: (each.chosen, each.reason) for name, each in drafts_of(one, ("mou",))[0].selection.issues.items()}
        for one in (source, before)
    )
    changed = {name: each for name, each in chosen.items() if each != known[name]}
    assert changed == {"ip/publication": ("free", "It is what we do.")}


def test_an_outline_and_models_are_read_under_the_new_addresses_with_a_remark(tmp_path: Path) -> None:
    files = {
        "moved.yml": "operations/wood: operations/trees\noperations/trees/ask-before: operations/trees/ask-first\n",
        "outlines/pilot-agreement.yml": "add:\n  - {issue: operations/wood, after: operations/site}\n",
        "models/startup-pilot.yml": "choices:\n  operations/trees: {option: ask-before, reason: It is our way.}\n",
        "models/ours.yml": (
            "title: Ours\nfrom: startup-pilot\n"
            "choices:\n  operations/wood: {option: ask-first, reason: It is our way.}\n"
        ),
    }
    house = build_tree(tmp_path, TREES | files)
    assert [line.partition(";")[0].replace("warning: moved: ", "") for line in said(house)] == [
        "models/ours.yml:4:3: operations/wood/ask-first is read as operations/trees/ask-first",
        "models/startup-pilot.yml:2:3: operations/trees/ask-before is read as operations/trees/ask-first",
        "outlines/pilot-agreement.yml:2:6: operations/wood is read as operations/trees",
    ]
    source = read(SPEC, house)
    [draft] = drafts_of(source, ("pilot-agreement",))
    assert draft.selection.issues["operations/trees"].reason == "It is our way."
    headings = placed(draft)
    assert headings[headings.index("operations/site") + 1] == "operations/trees"


@pytest.fixture(name="mistaken", scope="module")
def said_of_a_mistaken_house(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """What is said of a house with an outline of no document and an old version of what it replaces."""
    files = {
        "outlines/pilot-agrement.yml": "add: []\n",
        CAP: (ROOT / "clauses" / CAP).read_text("utf-8"),
        "replaces.yml": f"# what we wrote over\n{CAP}: 0a1b2c3d\n",
    }
    return said(build_tree(tmp_path_factory.mktemp("mistaken"), files))


def test_an_outline_of_no_document_is_refused(mistaken: list[str]) -> None:
    assert ['"pilot-agrement.yml" is not the outline of a document' in line for line in mistaken] == [True, False]


def test_an_option_whose_issue_is_spelt_otherwise_is_told_which_was_meant(tmp_path: Path) -> None:
    text = (ROOT / "clauses" / CAP).read_text("utf-8")
    [line] = refused(build_tree(tmp_path, {"Liability/Cap/low-fixed.md": text}))
    assert line.startswith("Liability/Cap/low-fixed.md:1:1: error: id:")
    assert 'rename it, such as "liability/cap/low-fixed.md"' in line


@pytest.mark.parametrize("name", ["risk-registers", "risk-register#owners"])
def test_an_outline_that_names_a_schedule_that_is_not_there_is_a_finding(tmp_path: Path, name: str) -> None:
    text = (ROOT / "templates" / "outlines" / "mou.yml").read_text("utf-8")
    assert text.count("  - risk-register\n") == 1
    (tmp_path / "mou.yml").write_text(text.replace("  - risk-register\n", f"  - {name}\n"), "utf-8")
    [found] = unknown_in(outline_from(tmp_path / "mou.yml"), library(""))
    assert (found.rule, found.level) == ("outline", "error")
    assert name in found.seen
    assert found.place.startswith("templates/outlines/mou.yml:")


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("defaults.yml", "liability/cap:\n  default: own-loss\n", "one of option, "),
        ("defaults.yml", "liability/cap: own-loss\n", "for example liability/cap: {option: low-fixed}"),
        ("withdrawn.yml", "liability/cap: Too low.\n", "for example withdrawn: [{id: "),
        ("withdrawn.yml", "withdrawn: {liability/cap: Too low.}\n", "for example withdrawn: [{id: "),
        ("withdrawn.yml", "withdrawn: [liability/cap/low-fixed]\n", "for example withdrawn: [{id: "),
    ],
)
def test_whoever_types_a_house_file_in_another_form_sees_the_right_one(
    tmp_path: Path, name: str, text: str, wanted: str
) -> None:
    lines = refused(build_tree(tmp_path, {name: text}))
    assert all(line.startswith(f"{name}:") for line in lines)
    assert any(wanted in line for line in lines)


def test_a_file_in_place_of_ours_is_named_until_the_house_has_seen_ours_as_it_is_now(tmp_path: Path) -> None:
    ours = (ROOT / "clauses" / CAP).read_text("utf-8")
    own = re.sub(r"\nrank: [0-9]+", "\nrank: 9", ours)
    house = build_tree(tmp_path, {CAP: ours, "liability/cap/own.md": own})
    [remark] = originals(house)  # own.md stands beside ours, not in its place
    assert ": warning: original: " in remark
    assert "nothing says which version of ours it was written from" in remark
    advice = remark.split('then write "')[1].split('"')[0]
    build_tree(tmp_path, {"replaces.yml": f"{advice}\n"})
    assert said(house) == []


def test_a_file_whose_original_changed_since_is_named_on_the_line_that_knew_it(mistaken: list[str]) -> None:
    line = mistaken[1]
    assert line.startswith(f"replaces.yml:2:1: warning: original: {CAP} stands in place of ours")
    assert "ours has changed since 0a1b2c3d" in line


def test_a_version_of_a_file_that_replaces_nothing_is_refused(tmp_path: Path) -> None:
    listed = "liability/cap/own.md: 0a1b2c3d\nliability/cap/low-fixed.md: [0a1b2c3d]\n"
    lines = said(build_tree(tmp_path, {"replaces.yml": listed}))
    assert lines[0].startswith('replaces.yml:1:1: error: original: "liability/cap/own.md" replaces no file')
    assert any("a list; text; for example liability/cap/low-fixed.md: 0a1b2c3d" in line for line in lines[1:])


def originals(house: Path) -> list[str]:
    """What is said of the files that stand in place of ours."""
    found = original_findings(Layer(house, str(house)), ROOT / "clauses")
    return [str(each).replace(f"{house}/", "") for each in found]


def test_documents_of_an_example_are_the_same_with_an_empty_house(tmp_path: Path) -> None:
    alone, laid = read(SPEC), read(SPEC, tmp_path)
    for document in documents_of(alone.spec, alone.library):
        [first], [second] = drafts_of(alone, (document,)), drafts_of(laid, (document,))
        assert first.agreement == second.agreement
