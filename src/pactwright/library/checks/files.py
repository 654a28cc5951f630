"""Issues, options and models fit together: ids, anchors, provided names, needs, sources."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from pactwright.facts.conditions import Conditions, tests_in
from pactwright.findings import Finding, nearest
from pactwright.library.checks.allocations import allocations_are_known, one_entry_holds
from pactwright.library.checks.answers import answers_are_known, yields_are_cited
from pactwright.library.checks.blanks import blank_findings
from pactwright.library.checks.conditions import choosing_findings
from pactwright.library.checks.grants import grants_are_known
from pactwright.library.checks.place import has_part, in_file
from pactwright.library.model import NONE, Issue, Library, Link, Option, Parameter, PartnershipModel
from pactwright.library.owing import ALL, YEARS, sides
from pactwright.spec.addresses import ISSUE
from pactwright.spec.form import place_at
from pactwright.wording.parts import Blank

MAX_ISSUE_ID = 36
MAX_ID = 55


def issue_findings(library: Library, issue: Issue) -> Iterator[Finding]:
    """What is wrong with an issue beside its options."""
    if len(issue.id) > MAX_ISSUE_ID:
        seen = f'"{issue.id}" has {len(issue.id)} characters'
        yield in_file("id-length", issue.file, seen, f"at most {MAX_ISSUE_ID}")
    for number, default in enumerate(issue.defaults):
        seen = f'"{default.option}" is not an option'
        place = issue.marks.place(f"default.{number}.option")
        yield from _unknown_option(library, issue.id, default.option, issue.file, seen, place=place)
    for parameter in issue.parameters.values():
        yield from _parameter_findings(library, issue, parameter)
    options = library.options.get(issue.id, {}).values()
    yield from _lasting_exist(issue, {name for option in options for name in option.ids() | option.dropped})
    yield from _waiting_answers(library, issue)


def option_findings(library: Library, option: Option) -> Iterator[Finding]:
    """What is wrong with an option beside its wordings."""
    if option.issue not in library.issues:
        hint = nearest(option.issue, library.issues)
        fix = f"write {option.issue}/issue.yml{f', or {hint}' if hint else ''}"
        yield in_file("missing-issue", option.file, "there is no issue.yml beside it", "", fix)
        return
    for check in OPTION_CHECKS:
        yield from check(library, option)


def model_findings(library: Library) -> Iterator[Finding]:
    """What is wrong with the partnership models."""
    for model in library.models.values():
        file = f"seeds/models/{model.id}.yml"
        yield from _parent_stands(library, model, file)
        for key, conditions in {"requires": model.requires, **_conditions_of_choices(model)}.items():
            for each in tests_in(conditions):
                yield from choosing_findings(library, each, file, model.marks.place(key))
        for issue, defaults in ((name, model.choices[name]) for name in model.own):
            place = model.marks.place(f"choices.{issue}")
            yield from _unknown_issue(library, issue, file, place=place)
            for default in defaults if issue in library.issues else ():
                seen = f'"{default.option}" is not an option of {issue}'
                yield from _unknown_option(library, issue, default.option, file, seen, place=place)


def _parent_stands(library: Library, model: PartnershipModel, file: str) -> Iterator[Finding]:
    """A model starts from one that starts from no other."""
    whole = [name for name, each in library.models.items() if not each.parent]
    if model.parent and model.parent not in whole:
        seen, accepted = (
            f'"{model.parent}" is no model to start from',
            f"a model without from:, {', '.join(whole) or 'none'}",
        )
        yield in_file(
            "unknown-model", file, seen, accepted, nearest(model.parent, whole), place=model.marks.place("from")
        )


def _waiting_answers(library: Library, issue: Issue) -> Iterator[Finding]:
    """An answer that has come, or that waits for an issue which has come, waits no more."""
    for option, awaited in issue.waits.items():
        place = issue.marks.place(f"waits.{option}")
        if option in library.options.get(issue.id, {}):
            yield in_file("waits", issue.file, f"{option} is written now", "", "take it out of waits:", place=place)
        elif not ISSUE.fullmatch(awaited):
            yield in_file("waits", issue.file, f'"{awaited}" is no issue', "topic/issue, not yet written", place=place)
        elif awaited in library.issues:
            seen, fix = f"{awaited} is written now", f"write {issue.id}/{option}, and take it out of waits:"
            yield in_file("waits", issue.file, seen, "an issue that is not written yet", fix, place=place)


def kind_findings(library: Library) -> Iterator[Finding]:
    """Risks that kinds of project propose, and that no list of the vocabulary has."""
    for kind in library.kinds.values():
        for key, row in kind.risks.items():
            place = kind.marks.place(f"risks.{key}.risk")
            yield from _unknown_word(library, "risks", str(row.get("risk", "")), f"seeds/kinds/{kind.id}.yml", place)


def _conditions_of_choices(model: PartnershipModel) -> dict[str, Conditions]:
    """The conditions of each choice of a model, by address."""
    return {
        f"choices.{issue}.{number}.when": default.when
        for issue, defaults in ((name, model.choices[name]) for name in model.own)
        for number, default in enumerate(defaults)
    }


def _id_is_short(_: Library, option: Option) -> Iterator[Finding]:
    name = f"{option.issue}/{option.id}"
    if len(name) > MAX_ID:
        yield in_file("id-length", option.file, f'"{name}" is too long', f"at most {MAX_ID} characters")


def _links_exist(library: Library, option: Option) -> Iterator[Finding]:
    asked = tuple(each.links for each in option.asks_reason)
    for key, groups in (("needs", option.needs), ("conflicts", option.conflicts), ("asks-reason", asked)):
        for link in (each for group in groups for each in group):
            place = option.marks.place(key)
            yield from _unknown_issue(library, link.issue, option.file, place=place)
            yield from _link_options(library, link, option.file, place=place)


def _watched_stand(_: Library, option: Option) -> Iterator[Finding]:
    for number, watch in enumerate(option.watches):
        for each in watch.places:
            if not any(place_at(each.replace("*", name)) for name in ("0", "x")):  # of a list, or of a map
                seen, place = f'"{each}" is no place of a spec', option.marks.place(f"watches.{number}.in")
                yield in_file("watches", option.file, seen, "an address such as datasets.*.name", place=place)


def _names_are_provided(library: Library, option: Option) -> Iterator[Finding]:
    provides = library.issues[option.issue].provides
    for name in provides:
        if name not in option.provides:
            accepted, place = f"provides: {', '.join(provides)}", option.marks.place("provides")
            yield in_file("provides", option.file, f'"{name}" is not provided', accepted, place=place)


def _anchors_stand(library: Library, option: Option) -> Iterator[Finding]:
    main = option.wordings.get("agreement") or next(iter(option.wordings.values()), None)
    if main is None:
        return
    ids = {item.id for item in main.walk()} | {section.id for section in main.sections}
    for anchor in library.issues[option.issue].anchors:
        if anchor not in ids:
            fix = f"give an item the id {{#{anchor}}}"
            yield in_file("anchor", option.file, f'the item "{anchor}" is missing', "every anchor of the issue", fix)


def _figures_exist(library: Library, option: Option) -> Iterator[Finding]:
    known = library.jurisdiction.figures
    for each in option.stays_below if library.jurisdiction.id else ():
        if each.figure not in known:
            seen, place = f'"{each.figure}" is not a figure of law here', option.marks.place("stays-below")
            yield in_file("unknown-figure", option.file, seen, "", nearest(each.figure, known), place=place)


def _items_exist(_: Library, option: Option) -> Iterator[Finding]:
    ids = option.ids()
    for name in option.items:
        if name not in ids:
            accepted = f"one of {', '.join(sorted(ids))}"
            seen = f'items names "{name}", which no wording has'
            place = option.marks.place(f"items.{name}")
            yield in_file("item-id", option.file, seen, accepted, nearest(name, ids), place=place)


def _unlimited_is_known(library: Library, option: Option) -> Iterator[Finding]:
    """Whose debt has no limit by an item is a word for it, or a parameter whose values are such words."""
    parameters = library.issues[option.issue].parameters if option.issue in library.issues else {}
    for name, rule in option.items.items():
        said = parameters.get(rule.unlimited)
        words = {each.word for each in said.values} if said else {rule.unlimited}
        if rule.unlimited and not all(each == ALL or sides(library.vocabulary, each) for each in words):
            accepted = f"{ALL}, a role with a side, or a parameter whose values are such words"
            seen, place = f'unlimited for "{rule.unlimited}"', option.marks.place(f"items.{name}.unlimited")
            yield in_file("unknown-word", option.file, seen, accepted, place=place)


def _lasting_fit(_: Library, option: Option) -> Iterator[Finding]:
    yield from _lasting_exist(option, option.ids() | option.dropped)


def _lasting_exist(holder: Issue | Option, ids: Collection[str]) -> Iterator[Finding]:
    """What an issue or an option says of items that last or are its core, and which no wording has."""
    for key in ("survives", "core"):
        typed = getattr(holder, key, None)
        for number, name in enumerate(typed if isinstance(typed, tuple) else ()):
            if name not in ids:
                accepted, seen = f"one of {', '.join(sorted(ids))}", f'{key} names "{name}", which no wording has'
                place = holder.marks.place(f"{key}.{number}")
                yield in_file("item-id", holder.file, seen, accepted, nearest(name, ids), place=place)


def _sources_are_known(library: Library, option: Option) -> Iterator[Finding]:
    for source in option.sources:
        if source not in library.sources:
            fix, place = nearest(source, library.sources), option.marks.place("sources")
            yield in_file("unknown-source", option.file, f'"{source}" is not in sources.yml', "", fix, place=place)


def _schedules_exist(library: Library, option: Option) -> Iterator[Finding]:
    for name in option.schedules:
        if not has_part(library, name):
            accepted, place = f"one of {', '.join(library.schedules)}", option.marks.place("schedules")
            seen = f'"{name}" is not a schedule, or not a part of one'
            yield in_file("schedule-part", option.file, seen, accepted, place=place)


def _stance_is_known(library: Library, option: Option) -> Iterator[Finding]:
    yield from _unknown_word(library, "stances", option.stance, option.file, option.marks.place("stance"))


OPTION_CHECKS: tuple[Callable[[Library, Option], Iterator[Finding]], ...] = (
    _id_is_short,
    _stance_is_known,
    _links_exist,
    _watched_stand,
    _names_are_provided,
    _anchors_stand,
    _items_exist,
    _unlimited_is_known,
    _lasting_fit,
    _figures_exist,
    allocations_are_known,
    one_entry_holds,
    grants_are_known,
    answers_are_known,
    yields_are_cited,
    _sources_are_known,
    _schedules_exist,
)


def _parameter_findings(library: Library, issue: Issue, parameter: Parameter) -> Iterator[Finding]:
    address = f"parameters.{parameter.name}"
    for name in parameter.options:
        seen, place = f'{parameter.name} is for "{name}"', issue.marks.place(f"{address}.for")
        yield from _unknown_option(library, issue.id, name, issue.file, seen, place=place)
    yield from _unknown_word(library, "per", parameter.per, issue.file, issue.marks.place(f"{address}.per"))
    if parameter.of and (parameter.of not in library.vocabulary.get("bases", {}) or parameter.type != "percent"):
        seen, place = f'{parameter.name} is a part of "{parameter.of}"', issue.marks.place(f"{address}.of")
        yield in_file(
            "unknown-word", issue.file, seen, "type: percent, and a word of bases in vocabulary.yml", place=place
        )
    yield from _unknown_word(library, "owed", parameter.owed, issue.file, issue.marks.place(f"{address}.owed"))
    if parameter.owed_over and not _is_time(issue, parameter):
        seen = f'{parameter.name} is owed over "{parameter.owed_over}"'
        accepted = "years, or a parameter of the issue that is months or days, beside type: money and owed:"
        place = issue.marks.place(f"{address}.owed-over")
        yield in_file("unknown-parameter", issue.file, seen, accepted, place=place)
    if parameter.shown and not has_part(library, parameter.shown):
        seen, place = f'{parameter.name} is shown in "{parameter.shown}"', issue.marks.place(f"{address}.shown")
        yield in_file("schedule-part", issue.file, seen, "a part of a schedule", place=place)
    if parameter.source and not _lends(library, parameter.source):
        seen, place = f'{parameter.name} is from "{parameter.source}"', issue.marks.place(f"{address}.from")
        yield in_file("unknown-parameter", issue.file, seen, "topic/issue.parameter, not borrowed itself", place=place)
    lent = _lent(library, parameter.source) if parameter.source and parameter.type else None
    if lent and lent.type and lent.type != parameter.type:
        seen, place = f"{parameter.name} is from {parameter.source}", issue.marks.place(f"{address}.type")
        seen = f"{seen}, which is of the type {lent.type}"
        yield in_file("wrong-type", issue.file, seen, f"type: {lent.type}, or a parameter of its own", place=place)

    def problem(rule: str, _: tuple[int, int], seen: str, accepted: str = "", fix: str = "") -> Finding:
        place = issue.marks.place(f"{address}.values")
        return in_file(rule, issue.file, f"{parameter.name}: {seen}", accepted, fix, place=place)

    for blank in (part for phrase in parameter.values for part in phrase.parts if isinstance(part, Blank)):
        yield from blank_findings(library, issue, blank, problem)


def _is_time(issue: Issue, parameter: Parameter) -> bool:
    """Whether an amount that is owed for each month or year says over which time."""
    over = issue.parameters.get(parameter.owed_over)
    is_known = parameter.owed_over == YEARS or (over is not None and over.type in {"months", "days"})
    return is_known and bool(parameter.owed) and parameter.type == "money"


def _lends(library: Library, source: str) -> bool:
    """Whether a parameter may be borrowed: its issue has it, and does not borrow it, or is not written yet."""
    issue, _, _ = source.rpartition(".")
    if issue not in library.issues:
        return bool(issue)
    lent = _lent(library, source)
    return lent is not None and not lent.source


def _lent(library: Library, source: str) -> Parameter | None:
    issue, _, name = source.rpartition(".")
    return library.issues[issue].parameters.get(name) if issue in library.issues else None


def _unknown_word(library: Library, words: str, word: str, file: str, place: str) -> Iterator[Finding]:
    """A word that is not of a list of the vocabulary; none at all was missed already, or need not be there."""
    known = library.vocabulary.get(words, {})
    if word and word not in known:
        seen, accepted = f'"{word}" is not accepted', f"one of {', '.join(known)}"
        yield in_file("unknown-word", file, seen, accepted, nearest(word, known), place=place)


def _unknown_issue(library: Library, issue: str, file: str, *, place: str) -> Iterator[Finding]:
    if issue not in library.issues and issue not in library.withdrawn:
        fix = nearest(issue, library.issues)
        yield in_file("unknown-issue", file, f'"{issue}" is not an issue', "", fix, place=place)


def _unknown_option(
    library: Library, issue: str, option: str, file: str, seen: str, *, place: str
) -> Iterator[Finding]:
    known = library.options.get(issue, {})
    if option not in {"", NONE, *known} and f"{issue}/{option}" not in library.withdrawn:
        accepted = f"one of {', '.join(known)}"
        yield in_file("unknown-option", file, seen, accepted, nearest(option, known), place=place)


def _link_options(library: Library, link: Link, file: str, *, place: str) -> Iterator[Finding]:
    for name in link.options if link.issue in library.issues else ():
        seen = f'"{name}" is not an option of {link.issue}'
        yield from _unknown_option(library, link.issue, name, file, seen, place=place)
