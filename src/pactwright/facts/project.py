"""Facts about the document and the project."""

from pactwright.facts.fact import Fact

FACTS = (
    Fact(
        "document.kind",
        "choice",
        "Which document is drafted.",
        lambda _, document: document,
        words="documents",
    ),
    Fact(
        "agreement.date",
        "date",
        "The date of the agreement.",
        lambda spec, _: spec.date,
        "date of the agreement",
        "date",
    ),
    Fact(
        "project.title",
        "text",
        "The name of the project.",
        lambda spec, _: spec.project.title,
        "name of the project",
        "project.title",
    ),
    Fact(
        "project.description",
        "text",
        "What the project is, in a sentence or two.",
        lambda spec, _: spec.project.description,
        "description of the project",
        "project.description",
    ),
    Fact(
        "project.problem",
        "text",
        "The problem that the project is to solve.",
        lambda spec, _: spec.project.problem,
        "problem that the project is to solve",
        "project.problem",
    ),
    Fact(
        "project.public_benefit",
        "text",
        "What the public gains.",
        lambda spec, _: spec.project.public_benefit,
        "public benefit of the project",
        "project.public_benefit",
    ),
    Fact("project.outcomes", "number", "How many outcomes are stated.", lambda spec, _: len(spec.project.outcomes)),
)
