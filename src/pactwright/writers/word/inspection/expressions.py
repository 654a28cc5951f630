"""What may stand inside a tag: a name, a name of a row, a loop over rows, a condition on a boolean; nothing else.

jinja2 parses each tag, and then the very text that docxtpl makes of a part; every node of what it parsed is held
against a list. No template is run to find out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from pactwright.findings import Finding
from pactwright.writers.word.inspection.tags import Tag

MOST_TAGS = 1_000
CLOSERS = {"endif": "if", "endfor": "for", "else": "if"}
_WORDS_OF_JINJA = ["set", "include", "import", "from", "extends", "block", "macro", "call", "filter", "raw", "with"]
_WORDS_OF_OTHERS = ["autoescape", "do", "trans", "debug", "break", "continue", "colspan", "cellbg", "vm", "hm"]
_STATEMENTS = frozenset(_WORDS_OF_JINJA + _WORDS_OF_OTHERS)
_ALLOWED = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.If, nodes.Not, nodes.For)
_PLAIN_WORDS = {
    nodes.Call: "a call",
    nodes.Filter: "a filter",
    nodes.Test: "a test",
    nodes.Const: "a number or a text of its own",
    nodes.Getitem: "a name in brackets",
    nodes.BinExpr: "arithmetic",
    nodes.UnaryExpr: "arithmetic",
    nodes.Compare: "a comparison",
    nodes.CondExpr: "a condition inside",
}


def forbidden_tags(tags: tuple[Tag, ...]) -> Iterator[Finding]:
    """Each tag that could compute, call or reach anything."""
    fix = "a tag holds a name of the list, and no more; delete it"
    if len(tags) > MOST_TAGS:
        yield _danger(tags[0].where, f"more than {MOST_TAGS} tags", fix)
        return
    for tag in tags:
        if what := _in_tag(tag):
            yield _danger(tag.where, f"{tag} holds {what}", fix)


def forbidden_sources(sources: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """The same of whole parts, by name, as jinja2 gets them.

    A finding with the rule "template-tag" is no danger, but a part that jinja2 cannot read.
    """
    for name, source in sources:
        try:
            for what in _in_source(source):
                yield _danger(name, f"the tags together hold {what}", "type the tags again")
        except TemplateSyntaxError as error:
            seen = f"jinja2 says: {error.message or 'a tag cannot be read'}"
            fix = "look at the tags near it; every for and if needs its end"
            yield Finding("template-tag", "error", name, seen, fix=fix)


def _in_source(source: str) -> Iterator[str]:
    """What a text holds that no tag may hold; raises TemplateSyntaxError when jinja2 cannot read it."""
    parsed = SandboxedEnvironment().parse(source)
    yield from dict.fromkeys(what for node in (parsed, *parsed.find_all(nodes.Node)) if (what := _in_node(node)))


def _in_tag(tag: Tag) -> str:
    """What is wrong with a tag, or nothing; a tag that cannot be read is no danger, since it is never rendered."""
    try:
        return next(_in_source(_whole(tag)), "") or _statement(tag)
    except (TemplateSyntaxError, RecursionError):
        return _statement(tag)


def _whole(tag: Tag) -> str:
    """The tag with the end that jinja2 wants."""
    if tag.mark == "{{":
        return f"{{{{ {tag.words} }}}}"
    first = tag.words.split()[0]
    if first in CLOSERS:
        return ""
    if first == "elif":
        return f"{{% if is_draft %}}{{% {tag.words} %}}{{% endif %}}"
    return f"{{% {tag.words} %}}" + (f"{{% end{first} %}}" if first in {"if", "for"} else "")


def _statement(tag: Tag) -> str:
    first = tag.words.split()[0]
    return f'the statement "{first}"' if tag.mark == "{%" and first in _STATEMENTS else ""


def _in_node(node: nodes.Node) -> str:
    if not isinstance(node, _ALLOWED):
        return next(
            (said for kind, said in _PLAIN_WORDS.items() if isinstance(node, kind)), type(node).__name__.lower()
        )
    if isinstance(node, nodes.Getattr):
        return "" if isinstance(node.node, nodes.Name) and not node.attr.startswith("_") else "a name behind a name"
    if isinstance(node, nodes.Name):
        return "a name that begins with _" if node.name.startswith("_") else ""
    if isinstance(node, nodes.If):
        asked = node.test.node if isinstance(node.test, nodes.Not) else node.test
        return "" if isinstance(asked, nodes.Name) else "a condition on more than one name"
    if isinstance(node, nodes.For):
        return _in_loop(node)
    return ""


def _in_loop(node: nodes.For) -> str:
    plain = isinstance(node.target, nodes.Name) and isinstance(node.iter, nodes.Name)
    if not plain or node.test or node.recursive or node.else_:
        return "a loop over more than a name"
    return "a loop inside a loop" if any(True for each in node.body for _ in _loops(each)) else ""


def _loops(node: nodes.Node) -> Iterable[nodes.Node]:
    return [node] if isinstance(node, nodes.For) else node.find_all(nodes.For)


def _danger(where: str, seen: str, fix: str) -> Finding:
    return Finding("template-expression", "error", where, seen, fix=fix)
