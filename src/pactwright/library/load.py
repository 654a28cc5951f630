"""Loading a library: every file of every layer, for one jurisdiction, with all problems at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from pactwright.errors import InputError
from pactwright.findings import Finding, in_order, nearest
from pactwright.library import model
from pactwright.library.asked import named_elsewhere, with_asked
from pactwright.library.bad_days import bad_days_from
from pactwright.library.checks import library_findings
from pactwright.library.common import (
    COMMON,
    answer_findings,
    grant_findings,
    rule_findings,
    said_twice,
    untaken,
    with_common,
)
from pactwright.library.house import defaults_from_house, withdrawn_from
from pactwright.library.issues import issue_from
from pactwright.library.kinds import kind_from
from pactwright.library.layers import MOVED, PLAYBOOK, Layer, layers_for, overlaid
from pactwright.library.merging import Opened, laid_over, opened_over
from pactwright.library.moves import Reader, moves_from, targets
from pactwright.library.opening import opened_in, top
from pactwright.library.options import is_overlay, option_from, with_brought
from pactwright.library.places import ISSUE_FILE, KINDS, MODELS, digest_of_files, house_folder, jurisdictions
from pactwright.library.placing import every_place, jurisdiction_of, optional_law_in, unknown_places, with_kinds
from pactwright.library.playbooks import playbook_from
from pactwright.library.positions import Playbook
from pactwright.library.reading import Mapped, Problems, Said, read
from pactwright.library.schedules import schedules_from
from pactwright.library.seeds import barriers_from, model_from, over_its_parent, resource_from
from pactwright.library.style import patterns_for
from pactwright.library.terms import Finder, dropped_findings, terms_from, with_uses
from pactwright.library.transforms import adapted
from pactwright.library.vocabulary import column_rows_from, vocabulary_from, without_rows
from pactwright.resources import data_root, is_installed
from pactwright.textfile import front_matter, read_text
from pactwright.wording.parse import parsed_text
from pactwright.wording.parts import used_terms

Sources = dict[str, Mapped[Said]]


@dataclass(slots=True)
class _Loading:
    """What has been read so far."""

    findings: list[Finding] = field(default_factory=list)
    issues: dict[str, model.Issue] = field(default_factory=dict)
    options: dict[str, dict[str, model.Option]] = field(default_factory=dict)
    common: dict[str, dict[str, model.Option]] = field(default_factory=dict)
    terms: dict[str, model.DefinedTerm] = field(default_factory=dict)
    vocabulary: dict[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)
    column_rows: dict[str, model.Rows] = field(default_factory=dict)
    column_places: dict[str, str] = field(default_factory=dict)
    sources: dict[str, Mapping[str, str]] = field(default_factory=dict)
    plans: Opened | None = None
    dropped: dict[str, model.DefinedTerm] = field(default_factory=dict)
    defaults: dict[str, model.HouseDefault] = field(default_factory=dict)
    kinds: Mapping[str, model.ProjectKind] = field(default_factory=dict)
    withdrawn: dict[str, model.Withdrawn] = field(default_factory=dict)
    moves: dict[str, model.Move] = field(default_factory=dict)
    reader: Reader = field(default_factory=lambda: Reader({}))
    seeds: model.Seeds = field(default_factory=model.Seeds)
    optional_law: tuple[str, ...] = ()
    places: Mapping[str, model.Jurisdiction] = field(default_factory=dict)
    patterns: dict[str, model.Pattern] = field(default_factory=dict)
    playbooks: dict[str, Playbook] = field(default_factory=dict)


def loaded(
    jurisdiction: str = "", *, house: Path | None = None, root: Path | None = None, clauses: Path | None = None
) -> model.Library:
    """The library for a jurisdiction ("" for the base wording alone), with a house library laid over it.

    `root` is the folder that holds clauses/ and seeds/, by default the one that ships; `clauses` stands for the first
    of them under another name. Raises InputError with every problem of every file, and UsageError for a folder or a
    jurisdiction that is not there. An installed library is not checked again: it was checked before its release, and
    nobody edits it there. What was read once in a process is not read again while every file is as it was.
    """
    is_released = root is None and house is None and is_installed()
    root = root or data_root()
    digest = digest_of_files(jurisdiction, house, root, clauses)  # of what is there before any of it is read
    return _of_files(digest, jurisdiction, house, root, clauses or root / "clauses", is_released=is_released)


@lru_cache(maxsize=8)
def _of_files(
    digest: str, jurisdiction: str, house: Path | None, root: Path, base: Path, *, is_released: bool
) -> model.Library:
    """The library that is read from files with this digest."""
    roots = (Layer(base, base.name), *_house_layer(house))
    loading = _Loading()
    place = jurisdiction_of(jurisdiction, roots, loading.findings)
    known = jurisdictions(root, house, base)
    loading.findings.extend(unknown_places(roots, known))
    loading.optional_law = tuple(sorted(set(optional_law_in(roots))))
    loading.seeds = _seeds(root, loading)
    all_layers = layers_for(roots, (*place.parents, place.id) if place.id else ())
    for layer in all_layers:
        _read_tables(layer, loading)
    loading.patterns = patterns_for(all_layers, loading.findings)
    loading.reader = Reader(targets(loading.moves))
    for layer in all_layers:
        _read_clauses(layer, loading)
    _take_common(loading, is_whole=not (house or jurisdiction))
    _read_house([each for each in all_layers if each.is_house], loading)
    place = with_kinds(place, loading.vocabulary)
    loading.places = every_place(place, known, roots)
    loading.kinds = _kinds(root, roots[1:], loading)
    library = _marked(loading, place, _models(root, roots[1:], loading), read=digest)
    dropped = {name: term for name, term in loading.dropped.items() if name not in library.terms}
    loading.findings.extend(dropped_findings(dropped, library))
    findings = _once((*loading.findings, *(() if is_released else library_findings(library))))
    if findings:
        raise InputError(in_order(findings))
    return adapted(library)


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once: what is wrong with a common item is found in each option that takes it."""
    return list({(each.place, each.rule, each.seen): each for each in findings}.values())


def _house_layer(house: Path | None) -> tuple[Layer, ...]:
    return (Layer(house_folder(house), str(house), is_house=True),) if house else ()


def _read_tables(layer: Layer, loading: _Loading) -> None:
    if opened := top(layer, "vocabulary.yml", loading.findings):
        tree, problems = opened
        loading.vocabulary = vocabulary_from(without_rows(tree), problems, loading.vocabulary)
        loading.column_rows.update(column_rows_from(tree, problems))
        columns = loading.vocabulary.get("columns", {})
        places = {
            name: problems.marks.place(f"columns.{name}") for name in columns if f"columns.{name}" in problems.marks
        }
        loading.column_places.update(places)
    if not layer.is_place and (opened := top(layer, MOVED, loading.findings)):
        loading.moves.update(moves_from(*opened))
    if opened := top(layer, "sources.yml", loading.findings):
        tree, problems = opened
        loading.sources = laid_over(loading.sources, read(Sources, tree, problems), problems, noun="source")
    if opened := top(layer, "schedules.yml", loading.findings):
        loading.plans = opened_over(loading.plans, opened, noun="schedule", inner={"parts": "part"})
    if opened := top(layer, "terms.yml", loading.findings):
        terms = terms_from(*opened, bases=loading.terms)
        place, gone = opened[1].marks.place, loading.terms.keys() - terms
        loading.dropped.update({name: replace(loading.terms[name], place=place(name)) for name in gone})
        loading.terms = terms


def _read_clauses(layer: Layer, loading: _Loading) -> None:
    for path in layer.strays():
        shown, accepted = layer.shown(path), f"one of {', '.join(layer.tables)}, or topic/issue/<option>.md"
        fix = nearest(path.name, layer.tables) if path.parent == layer.root else ""
        loading.findings.append(_stray(shown, "nothing reads this file here", accepted, fix))
    misnamed = tuple(layer.misnamed())
    loading.findings.extend(_misnamed(layer, path) for path in misnamed)
    for typed, file, path in layer.clauses():
        shown = layer.shown(path)
        if path in misnamed:
            continue
        issue, name = loading.reader.file(typed, file, f"{shown}:1:1") if layer.is_house else (typed, file)
        if name == ISSUE_FILE:
            if opened := opened_in(path, shown, loading.findings):
                loading.issues[issue] = issue_from(*opened, issue, shown, loading.seeds)
        elif path.suffix == ".md":
            _read_option(issue, name.removesuffix(".md"), path, shown, loading)
        else:
            loading.findings.append(_stray(shown, "no clause file", "issue.yml or <option>.md", "move it elsewhere"))


def _misnamed(layer: Layer, path: Path) -> Finding:
    shown, there = layer.shown(path), path.relative_to(layer.root)
    seen = f'"{there.with_suffix("").as_posix()}" is no name that others can refer to'
    accepted = "folders and files called by lower-case letters, digits and hyphens"
    ids = ["-".join(re.findall("[a-z0-9]+", part.lower())) for part in there.with_suffix("").parts]
    fix = f'rename it, such as "{"/".join(ids)}{path.suffix.lower()}"'
    return Finding("id", "error", shown, seen, accepted, fix, f"{shown}:1:1")


def _stray(shown: str, seen: str, accepted: str, fix: str) -> Finding:
    return Finding("stray-file", "error", shown, seen, accepted, fix, f"{shown}:1:1")


def _read_option(issue: str, name: str, path: Path, shown: str, loading: _Loading) -> None:
    try:
        option, is_over, found = _option_in(read_text(path), issue, name, shown)
    except InputError as refused:
        loading.findings.extend(refused.findings)
        return
    loading.findings.extend(found)
    known = (loading.common if name == COMMON else loading.options).setdefault(issue, {})
    if not is_over:
        known[name] = option
    elif name in known:
        known[name] = overlaid(known[name], option, Problems(option.marks, loading.findings))
    else:
        seen, accepted = f'there is no option "{name}" to change', f"one of {', '.join(sorted(known))}"
        Problems(option.marks, loading.findings).add("overlay", "1:1", seen, accepted, nearest(name, known))


@lru_cache(maxsize=1024)  # whoever checks a library loads it for each place, and the texts are the same in all
def _option_in(text: str, issue: str, name: str, shown: str) -> tuple[model.Option, bool, tuple[Finding, ...]]:
    """The option of a file's text, whether it only changes another, and what is wrong with it by itself."""
    tree, marks, body, line = front_matter(text, shown)
    problems = Problems(marks)
    option = option_from(tree, problems, issue=issue, name=name, file=shown, body=body, line=line)
    return option, is_overlay(tree), tuple(problems.found)


def _take_common(loading: _Loading, *, is_whole: bool) -> None:
    """Gives each option what it takes of its issue's common items; `is_whole` where no place or house changes any."""
    for issue, common in loading.common.items() if is_whole else ():
        for each in common.values():
            loading.findings.extend(untaken(loading.options.get(issue, {}).values(), each))
            loading.findings.extend(said_twice(each))
            loading.findings.extend(rule_findings(each))
            loading.findings.extend(answer_findings(each))
            loading.findings.extend(grant_findings(each))
    for issue, known in loading.options.items():
        whole = with_common(known, loading.common.get(issue, {}).get(COMMON), loading.findings)
        loading.options[issue] = {name: loading.reader.option(option) for name, option in whole.items()}


def _read_house(layers: Iterable[Layer], loading: _Loading) -> None:
    """The defaults and the withdrawals of a house, then those for a place of it alone."""
    for layer in layers:
        if opened := top(layer, "defaults.yml", loading.findings):
            for name, each in defaults_from_house(*opened).items():
                loading.defaults[name] = each.over(loading.defaults.get(name))
        if opened := top(layer, "withdrawn.yml", loading.findings):
            loading.withdrawn.update(withdrawn_from(*opened))
        if opened := top(layer, PLAYBOOK, loading.findings):
            playbook = playbook_from(*opened, loading.issues, loading.options)
            loading.playbooks[playbook.party] = playbook
    loading.defaults = loading.reader.defaults(loading.defaults)
    loading.withdrawn = loading.reader.withdrawn(loading.withdrawn)
    loading.findings.extend(_refused_withdrawals(loading))
    required = {name for name, issue in loading.issues.items() if issue.required}
    loading.withdrawn = {name: each for name, each in loading.withdrawn.items() if name not in required}


def _refused_withdrawals(loading: _Loading) -> Iterator[Finding]:
    options = {f"{issue}/{name}" for issue, known in loading.options.items() for name in known}
    for name, each in loading.withdrawn.items():
        if name in loading.issues and loading.issues[name].required:
            yield Finding("required-issue", "error", name, f"{name} is required", "", "replace it", each.place)
        elif name not in loading.issues and name not in options:
            seen, fix = f'"{name}" is neither an issue nor an option', nearest(name, {*loading.issues, *options})
            accepted = "topic/issue, or topic/issue/option"
            yield Finding("unknown-issue", "error", name, seen, accepted, fix, each.place)


def _seeds(root: Path, loading: _Loading) -> model.Seeds:
    """The barriers and the resources from which the library comes, and the bad days that it answers."""
    folder = Layer(root / "seeds", "seeds")
    barriers = top(folder, "barriers.yml", loading.findings)
    days = top(folder, "bad-days.yml", loading.findings)
    paths = sorted(folder.root.glob("resources/*.yml"))
    opened = {path.stem: opened_in(path, folder.shown(path), loading.findings) for path in paths}
    resources = {name: resource_from(*each, name) for name, each in opened.items() if each}
    return model.Seeds(barriers_from(*barriers) if barriers else {}, resources, bad_days_from(*days) if days else {})


def _models(root: Path, houses: tuple[Layer, ...], loading: _Loading) -> dict[str, model.PartnershipModel]:
    """The models that ship, and those of a house, which change ours key by key and issue by issue."""
    opened = _opened_over_ours(MODELS, root, houses, loading)
    made = {name: loading.reader.model(model_from(*each, name)) for name, each in opened}
    return {name: over_its_parent(each, made) for name, each in made.items()}


def _kinds(root: Path, houses: tuple[Layer, ...], loading: _Loading) -> dict[str, model.ProjectKind]:
    """The kinds of project that ship, and those of a house, which change ours key by key and risk by risk."""
    return {name: kind_from(*each, name) for name, each in _opened_over_ours(KINDS, root, houses, loading)}


def _opened_over_ours(where: str, root: Path, houses: tuple[Layer, ...], loading: _Loading) -> list[tuple[str, Opened]]:
    """Each file of a folder of the seeds, by its name, with a house's file of that name over it."""
    own = (Layer(each.root / where, f"{each.name}/{where}") for each in houses)
    known: dict[str, Opened] = {}
    for folder in (Layer(root / "seeds" / where, f"seeds/{where}"), *own):
        for path in sorted(folder.root.glob("*.yml")):
            if opened := opened_in(path, folder.shown(path), loading.findings):
                known[path.stem] = opened_over(known.get(path.stem), opened, noun=f"key of {where}", inner={})
    return sorted(known.items())


def _marked(
    loading: _Loading, place: model.Jurisdiction, models: Mapping[str, model.PartnershipModel], *, read: str
) -> model.Library:
    """The library as it is written, with the uses of terms found and withdrawals carried out."""
    terms = with_uses(loading.terms)
    finder = Finder(terms)
    elsewhere = named_elsewhere(each for name in loading.options for each in _in_use(name, loading))
    issues = {
        name: _marked_issue(_with_parameters(issue, loading, elsewhere), finder)
        for name, issue in sorted(loading.issues.items())
        if name not in loading.withdrawn
    }
    options = {
        issue: {
            name: replace(option, wordings={kind: finder.wording(wording) for kind, wording in option.wordings.items()})
            for name, option in sorted(known.items())
            if f"{issue}/{name}" not in loading.withdrawn
        }
        for issue, known in loading.options.items()
        if issue not in loading.withdrawn
    }
    rights = tuple(loading.vocabulary.get("data_rights", ()))
    return model.Library(
        read=read,
        issues=issues,
        options=options,
        terms=terms,
        vocabulary=loading.vocabulary,
        sources=loading.sources,
        schedules=schedules_from(*loading.plans, rights) if loading.plans else {},
        optional_law=loading.optional_law,
        columns=_columns(loading, finder),
        column_rows=loading.column_rows,
        concerned=_concerned(loading.vocabulary.get("roles", {}), finder),
        jurisdiction=place,
        places=loading.places,
        models=models,
        kinds=loading.kinds,
        seeds=loading.seeds,
        house_defaults=loading.defaults,
        withdrawn=loading.withdrawn,
        playbooks=loading.playbooks,
        moves=loading.moves,
        patterns=loading.patterns,
        remarks=tuple(dict.fromkeys(loading.reader.told)),
    )


def _with_parameters(issue: model.Issue, loading: _Loading, elsewhere: frozenset[str]) -> model.Issue:
    """The issue with all its parameters, each for the options that use it."""
    options = _in_use(issue.id, loading)
    return with_asked(with_brought(issue, options, loading.findings), options, elsewhere, loading.findings)


def _in_use(issue: str, loading: _Loading) -> tuple[model.Option, ...]:
    """The options of an issue that are not withdrawn."""
    known = sorted(loading.options.get(issue, {}).items())
    return tuple(option for name, option in known if f"{issue}/{name}" not in loading.withdrawn)


def _marked_issue(issue: model.Issue, finder: Finder) -> model.Issue:
    parameters = {
        name: replace(p, values=tuple(model.Phrase(v.word, finder.parts(v.parts, starts=False)) for v in p.values))
        for name, p in issue.parameters.items()
    }
    return replace(issue, parameters=parameters)


def _columns(loading: _Loading, finder: Finder) -> dict[str, model.Named]:
    """The columns that have a term of their own, each with what the term means."""
    return {
        name: _with_uses(
            model.Named(each["term"], parsed_text(each["means"])[0], place=loading.column_places.get(name, "")), finder
        )
        for name, each in loading.vocabulary.get("columns", {}).items()
        if each.get("term")
    }


def _concerned(roles: Mapping[str, Mapping[str, str]], finder: Finder) -> dict[str, model.Named]:
    """What "the City concerned" means, and the like: the roles whose entry says it."""
    meanings = {name: each["concerned"] for name, each in roles.items() if "concerned" in each}
    return {
        name: _with_uses(model.Named("", parsed_text(text)[0], place="clauses/vocabulary.yml:1:1"), finder)
        for name, text in meanings.items()
    }


def _with_uses(named: model.Named, finder: Finder) -> model.Named:
    means = finder.parts(named.means, starts=False)
    return replace(named, means=means, uses=used_terms(means))
