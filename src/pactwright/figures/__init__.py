"""The arithmetic of risk and reward: who pays and who gains how much, by the formulas that clauses state in words.

Decimal in, frozen values out; nothing here reads a file, a clock, a spec or a clause. Amounts are in one currency and
on one basis of tax (`one_money` says so of amounts as people type them), percentages count from 0 to 100, and results
keep every digit until somebody pays: `rounding.paid` is the one place that rounds money, half up to the smallest unit.
`unit` is that unit: a cent, or 1 in a currency without cents.

What makes no sense is refused where it comes in, with all its problems at once: `problems.FigureError`.
"""
