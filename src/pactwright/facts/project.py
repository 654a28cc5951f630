"""Facts about the document and the project."""

from pactwright.facts.fact import Fact, counted, stated

FACTS = (
    Fact(
        "document.kind",
        "choice",
        "Which document is drafted.",
        lambda _, around: around.document,
        words="documents",
        fields=("documents",),
    ),
    stated("agreement.date", "date", "The date of the agreement.", "date of the agreement", address="date"),
    stated("project.title", "text", "The name of the project.", "name of the project"),
    stated("project.description", "text", "What the project is, in a sentence or two.", "description of the project"),
    stated(
        "project.problem", "text", "The problem that the project is to solve.", "problem that the project is to solve"
    ),
    stated("project.public_benefit", "text", "What the public gains.", "public benefit of the project"),
    counted("project.outcomes", "How many outcomes are stated.", "project.outcomes"),
)
