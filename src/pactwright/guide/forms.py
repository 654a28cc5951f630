"""The form of seeds/guide.yml: what may stand under each key."""

from __future__ import annotations

from pactwright.library.reading import NO_KEYS, Count, Day, Form, Listed, Mapped, Texts


class EffectForm(Form):
    """What an answer brings with it beside other answers, or with some models."""

    models: Texts = ()
    when: Mapped[Texts] = NO_KEYS
    options: Mapped[Count] = NO_KEYS
    facts: Mapped[str] = NO_KEYS
    open: Mapped[str] = NO_KEYS


class AnswerForm(Form):
    """An answer."""

    says: str
    reason: str
    points: Mapped[Count] = NO_KEYS
    never: Mapped[str] = NO_KEYS
    options: Mapped[Count] = NO_KEYS
    facts: Mapped[str] = NO_KEYS
    open: Mapped[str] = NO_KEYS
    also: Listed[EffectForm] = ()


class QuestionForm(Form):
    """A question."""

    ask: str
    help: str
    answers: Mapped[AnswerForm]


class ClashForm(Form):
    """Answers that cannot stand side by side."""

    both: Mapped[Texts]
    because: str


class SourceForm(Form):
    """Where something was read."""

    title: str
    address: str
    checked_on: Day
    note: str


class InsteadForm(Form):
    """A form that fits better than an agreement."""

    title: str
    when: Mapped[Texts]
    reason: str
    nearest: str
    sources: Listed[SourceForm]


class GuideForm(Form):
    """The whole file."""

    models: Texts
    questions: Mapped[QuestionForm]
    close: Count = 0
    clashes: Listed[ClashForm] = ()
    instead: Mapped[InsteadForm] = NO_KEYS
