"""An amount held against a figure that counts with or without tax."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, Literal, NamedTuple, TypeAlias

from pactwright.figures.one_money import Amount
from pactwright.figures.problems import bad_percents, refuse

MOST_TAX: Final = Decimal(27)
"""The highest tax on a purchase that any place takes, in percent."""

Standing: TypeAlias = Literal["below", "reaches", "unsure"]


class Compared(NamedTuple):
    """Where an amount stands to a figure, and what it can be at least and at most on that figure's basis of tax."""

    standing: Standing
    least: Decimal
    most: Decimal


def compared(amount: Amount, figure: Amount, *, tax_pct: Decimal | None = None, only_above: bool = False) -> Compared:
    """Whether an amount lies below a figure (both money), on the basis of tax of the figure.

        amount without tax, figure with it:   amount x (1 + tax_pct / 100)
        amount with tax, figure without it:   amount / (1 + tax_pct / 100)

    A tax that is not known lies between nil and the highest there is; an amount that says nothing of tax has none. The
    very figure reaches it, unless the law catches only what lies above (`only_above`). Nothing is rounded. What cannot
    be said for certain is unsure: an amount in another currency, and one that its tax could lift over the figure. Nil
    lies below every figure but nil. Source: thresholds of procurement law, which count with tax in the United Kingdom
    and without it in the European Union. Raises FigureError for a tax above 100 percent, or below nil.
    """
    refuse(bad_percents(tax_pct=tax_pct) if tax_pct is not None else ())
    least, most = _on_basis(amount, figure, tax_pct)
    if amount.amount and amount.currency and amount.currency != figure.currency:
        return Compared("unsure", least, most)
    bound = figure.amount
    reached = [each > bound if only_above else each >= bound for each in (least, most)]
    return Compared("reaches" if all(reached) else "unsure" if any(reached) else "below", least, most)


def _on_basis(amount: Amount, figure: Amount, tax_pct: Decimal | None) -> tuple[Decimal, Decimal]:
    """The least and the most that an amount can be on a figure's basis of tax."""
    least, most = (Decimal(0), MOST_TAX) if tax_pct is None else (tax_pct, tax_pct)
    if amount.tax == "exclusive" and figure.tax != "exclusive":
        known = least if figure.tax == "inclusive" else Decimal(0)
        return amount.amount * (100 + known) / 100, amount.amount * (100 + most) / 100
    if amount.tax == "inclusive" and figure.tax != "inclusive":
        known = least if figure.tax == "exclusive" else Decimal(0)
        return amount.amount * 100 / (100 + most), amount.amount * 100 / (100 + known)
    return amount.amount, amount.amount
