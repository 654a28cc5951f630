"""What the parts of a spec must say of each other. One function per rule; its docstring is its manual page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from pactwright.spec.checks import (
    absurd,
    bands,
    bodies,
    currency,
    dates,
    disputes,
    duties,
    identity,
    limits,
    places,
    slips,
    sources,
    sums,
    tax,
    texts,
    weights,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from pactwright.findings import Finding
    from pactwright.spec.root import Spec

Check: TypeAlias = "Callable[[Spec], Iterator[Finding]]"

CHECKS: Final[Mapping[str, Check]] = {
    "id-form": places.id_form,
    "unknown-party": places.unknown_party,
    "unknown-address": places.unknown_address,
    "one-version": places.one_version,
    "disputed-value": disputes.disputed_value,
    "placeholder": texts.placeholder,
    "public-body": bodies.public_body,
    "side-names": bodies.side_names,
    "authority": bodies.authority,
    "stands-in": bodies.stands_in,
    "community-body": bodies.community_body,
    "trustee": bodies.trustee,
    "opening-words": bodies.opening_words,
    "signed-for": bodies.signed_for,
    "signs-twice": bodies.signs_twice,
    "unbound": duties.unbound,
    "same-party": duties.same_party,
    "party-name": identity.party_name,
    "party-called": identity.party_called,
    "called-role": identity.called_role,
    "called-capital": identity.called_capital,
    "pilot-dates": dates.pilot_dates,
    "milestone-dates": dates.milestone_dates,
    "date-year": dates.date_year,
    "date-order": dates.date_order,
    "far-start": dates.far_start,
    "rate-rule": currency.rate_rule,
    "whole-amount": currency.whole_amount,
    "text-currency": currency.text_currency,
    "share-bands": bands.share_bands,
    "idle-target": bands.idle_target,
    "milestone-sum": sums.milestone_sum,
    "stage-sum": sums.stage_sum,
    "limits": limits.limits,
    "tax-basis": tax.tax_basis,
    "risk-shares": sums.risk_shares,
    "same-entry": slips.same_entry,
    "same-body": slips.same_body,
    "paper-rank": slips.paper_rank,
    "no-unit": slips.no_unit,
    "option-value": slips.option_value,
    "outcome-source": sources.outcome_source,
    "huge-amount": absurd.huge_amount,
    "no-saving": absurd.no_saving,
    "outcome-weights": weights.outcome_weights,
}


def problems(spec: Spec) -> Iterator[Finding]:
    """What every rule finds, rule by rule, in what the spec says for certain; an address may name what it does not."""
    for check in CHECKS.values():
        yield from check(spec if check is places.unknown_address else spec.settled)
