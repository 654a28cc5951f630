"""Execution blocks: how each party signs in its place, from data of the jurisdiction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from pactwright.document import ExecutionBlock, Field, Gap, Run, Runs, Text, Value
from pactwright.facts.parties import signing
from pactwright.library.bodies import form_of
from pactwright.library.model import Execution, Signer, SignField
from pactwright.spec.amounts import NOTHING
from pactwright.spec.parties import OTHER
from pactwright.wording.parts import Blank, Parts, Words

if TYPE_CHECKING:
    from pactwright.printing.context import DraftContext
    from pactwright.spec import Party
    from pactwright.spec.parties import Signatory

SECRETARY: Final = "company_secretary"


def execution_blocks(context: DraftContext) -> tuple[ExecutionBlock, ...]:
    """A block for each party that signs itself, in the order of the spec."""
    signers = signing(context.spec).items()
    return tuple(_block(context, name, party) for name, party in signers if name not in context.spec.represented)


def _block(context: DraftContext, name: str, party: Party) -> ExecutionBlock:
    form = form_of(context.library, party)
    initials = context.library.jurisdiction.initials
    return ExecutionBlock(
        (Value(party.name, f"parties.{name}.name"),),
        (*_for_others(context, name, party), *_opening(context, form, name, party)),
        (*_signers(form, name, party), *(((Field(initials, ()),),) if initials else ())),
    )


def _for_others(context: DraftContext, name: str, party: Party) -> Runs:
    """For whom else a party signs, and by what authority."""
    others = [other for other, signatory in context.spec.represented.items() if signatory == name]
    if not others:
        return ()
    address = f"parties.{name}.authority"
    authority = Value(party.authority, address) if party.authority else context.gap("authority to sign", address)
    names = [Value(context.spec.parties[each].name, f"parties.{each}.name") for each in others]
    said: Mapping[str, Runs] = {
        "{party}": (Value(party.name, f"parties.{name}.name"),),
        "{others}": _enumerated(names),
        "{authority}": (authority,),
    }
    parts = re.split("({party}|{others}|{authority})", context.outline.signs_for_others)
    return tuple(run for part in parts for run in said.get(part, (Text(part),)))


def _enumerated(runs: Sequence[Run]) -> Runs:
    """Runs as a list in a sentence: "a, b and c"."""
    listed: list[Run] = []
    for number, run in enumerate(runs):
        is_last = number == len(runs) - 1
        listed.extend([Text(" and " if is_last else ", "), run] if number else [run])
    return tuple(listed)


def _opening(context: DraftContext, form: Execution, name: str, party: Party) -> Runs:
    """The words over the signatures: those of the place's form, or the party's own where no form can know them."""
    if OTHER in {party.kind, party.place_of_law}:
        address = f"parties.{name}.opening"
        own = party.opening and party.opening.removesuffix(":")
        return (Value(own, address) if own else context.gap("words over its signature", address), Text(":"))
    runs: list[Run] = []
    for part in _without_nothing(form.opening, party):
        if isinstance(part, Words):
            runs.append(Text(part.text))
        elif isinstance(part, Blank):
            field = part.name.partition(".")[2]
            address, value = f"parties.{name}.{field}", getattr(party, field)
            if value and field == SECRETARY:
                value = context.library.vocabulary["company_secretaries"][value]["over_signature"]
            runs.append(Value(value, address) if value else context.gap(field.replace("_", " "), address))
    return tuple(runs)


def _without_nothing(opening: Parts, party: Party) -> Parts:
    """The words over the signatures without a blank whose answer is that there is none, and its brackets.

    A body without a number in a register signs as "Example Trust", not as "Example Trust (none)".
    """
    parts = list(opening)
    for number, part in enumerate(opening):
        if isinstance(part, Blank) and getattr(party, part.name.partition(".")[2]) in NOTHING:
            before, after = parts[number - 1], parts[number + 1]
            if isinstance(before, Words) and isinstance(after, Words) and before.text.endswith(" ("):
                parts[number - 1] = replace(before, text=before.text.removesuffix(" ("))
                parts[number] = replace(after, text=after.text.removeprefix(")"))
                parts[number + 1] = Words("")
    return tuple(parts)


def _signers(form: Execution, name: str, party: Party) -> Iterator[tuple[Field, ...]]:
    """The fields of each person: those whom the spec names, in its order, where the form leaves it open who signs.

    Of those the form has as many places as the spec names people, and at least as many as have to sign.
    """
    taken = 0
    for signer in form.signers:
        places = signer.most if signer.heading else max(signer.fewest, min(signer.most, len(party.signatories) - taken))
        for number in range(taken, taken + places):
            person = party.signatories[number] if not signer.heading and number < len(party.signatories) else None
            yield tuple(_fields(signer, person, f"parties.{name}.signatories.{number}"))
        taken += 0 if signer.heading else places


def _fields(signer: Signer, person: Signatory | None, address: str) -> Iterator[Field]:
    for position, field in enumerate(signer.fields):
        label = signer.heading.rstrip(":") if signer.heading and position == 0 else field.label
        yield Field(label, _filled(field, person, address))


def _filled(field: SignField, person: Signatory | None, address: str) -> Runs:
    if field.text:
        return (Text(field.text),)
    if not field.source:
        return ()
    value, at = getattr(person, field.source) if person else None, f"{address}.{field.source}"
    return (Value(value, at),) if value else (Gap(f"[{field.label}]", at),)
