"""Faults of Python source: what people get wrong, and what a type checker would not tell them."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

from mutants.faults import Fault, Source, distinct

_COMPARISONS = {
    ast.Lt: (("<", "<="), ("<", ">")),
    ast.LtE: (("<=", "<"), ("<=", ">")),
    ast.Gt: ((">", ">="), (">", "<")),
    ast.GtE: ((">=", ">"), (">=", "<")),
    ast.Eq: (("==", "!="),),
    ast.NotEq: (("!=", "=="),),
    ast.In: (("in", "not in"),),
    ast.NotIn: (("not in", "in"),),
    ast.Is: (("is", "is not"),),
    ast.IsNot: (("is not", "is"),),
}
_ARITHMETIC = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "+"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "*"),
}
_CALLS = {"any": "all", "all": "any", "min": "max", "max": "min"}
_MEANINGLESS = frozenset(
    "encoding errors slots frozen kw_only maxsize stacklevel usedforsecurity strict "
    "check capture_output help metavar description".split()
)
"""Arguments that change nothing here, or nothing but words for people."""
_CODECS = frozenset({"ascii", "latin-1", "utf-8"})
"""Names that Python understands with an underscore behind them, too."""
_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_.:/+-]{0,30}|[,;:|&=+./ -]|\n")
"""Texts that programs read; others are for people."""


def python_faults(file: str, text: str) -> Iterator[Fault]:
    """All faults that are known for a module."""
    return distinct(
        fault
        for fault in _Faults(file, text).find()
        if fault.kind not in ("argument dropped", "yield dropped") or compiles(fault.apply(text))
    )


def compiles(text: str) -> bool:
    """Whether a text is Python."""
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True


class _Faults:
    def __init__(self, file: str, text: str) -> None:
        self.source = Source(file, text)
        self.tree = ast.parse(text)

    def find(self) -> Iterator[Fault]:
        yield from self._visit(self.tree)

    def _span(self, node: ast.expr | ast.stmt | ast.keyword) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        start = self.source.at_byte(node.lineno - 1, node.col_offset)
        return start, self.source.at_byte(node.end_lineno - 1, node.end_col_offset)

    def _replace(self, kind: str, node: ast.expr | ast.stmt, new: str) -> Fault:
        return self.source.fault(kind, *self._span(node), new)

    def _text(self, node: ast.expr) -> str:
        start, end = self._span(node)
        return self.source.text[start:end]

    def _visit(self, node: ast.AST) -> Iterator[Fault]:
        match node:
            case ast.Assert() | ast.JoinedStr() | ast.Import() | ast.ImportFrom():
                return
            case ast.If(test=ast.Name("TYPE_CHECKING")):
                return
            case ast.Call(func=ast.Name("rule" | "cast" | "TypeVar" | "NewType" | "ParamSpec")):
                return  # words for people, or for type checkers
            case ast.AnnAssign(annotation=ast.Name("TypeAlias")):
                return
            case ast.Subscript(value=ast.Name("Literal")):
                return
            case ast.Expr(value=ast.Call(func=ast.Attribute(attr="__init__"))):
                return  # the message of an error
        yield from self._here(node)
        for name, value in ast.iter_fields(node):
            if name in ("annotation", "returns", "decorator_list", "type_params", "bases"):
                continue
            if name == "exc":  # the message of an error is for people
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.keyword) and child.arg in _MEANINGLESS:
                    continue
                if _is_docstring(child):
                    continue
                if isinstance(child, ast.AST):
                    yield from self._visit(child)

    def _here(self, node: ast.AST) -> Iterator[Fault]:
        match node:
            case ast.Compare():
                yield from self._comparison(node)
            case ast.BoolOp():
                yield from self._bool_op(node)
            case ast.UnaryOp(op=ast.Not()):
                yield self._replace("not dropped", node, self._text(node.operand))
            case ast.BinOp(op=op) if type(op) in _ARITHMETIC and _is_number(node):
                old, new = _ARITHMETIC[type(op)]
                yield from self._between("arithmetic", node.left, node.right, old, new)
            case ast.Constant(value=value):
                yield from self._constant(node, value)
            case ast.Return(value=ast.expr() as value) if not _is_constant(value):
                yield self._replace("returns None", value, "None")
            case ast.Expr(value=ast.Call() | ast.Await()):
                yield self._replace("statement dropped", node, "pass")
            case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
                yield self._replace("yield dropped", node, "if False: yield")
            case ast.Raise():
                yield self._replace("raise dropped", node, "pass")
            case ast.Continue():
                yield self._replace("continue, break", node, "break")
            case ast.AugAssign(op=ast.Add()):
                yield from self._between("arithmetic", node.target, node.value, "+=", "-=")
        match node:
            case ast.If(test=test) | ast.IfExp(test=test):
                yield self._replace("condition", test, "True")
                yield self._replace("condition", test, "False")
            case ast.comprehension(ifs=ifs):
                for test in ifs:
                    yield self._replace("condition", test, "True")
            case ast.match_case(guard=ast.expr() as test):
                yield self._replace("condition", test, "True")
                yield self._replace("condition", test, "False")
            case ast.Call():
                yield from self._call(node)

    def _between(
        self, kind: str, left: ast.expr, right: ast.expr, old: str, new: str
    ) -> Iterator[Fault]:
        """The change of an operator between two expressions."""
        start, end = self._span(left)[1], self._span(right)[0]
        words = r"\s+".join(map(re.escape, old.split()))
        edges = (r"(?<!\w)", r"(?!\w)") if old[0].isalpha() else ("", "")
        found = re.search(edges[0] + words + edges[1], self.source.text[start:end])
        if found:
            yield self.source.fault(kind, start + found.start(), start + found.end(), new)

    def _comparison(self, node: ast.Compare) -> Iterator[Fault]:
        for (left, right), op in zip(
            pairwise((node.left, *node.comparators)), node.ops, strict=True
        ):
            for old, new in _COMPARISONS[type(op)]:
                kind = "boundary" if new in (old + "=", old[:-1]) else "comparison"
                yield from self._between(kind, left, right, old, new)

    def _bool_op(self, node: ast.BoolOp) -> Iterator[Fault]:
        old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in pairwise(node.values):
            yield from self._between("and, or", left, right, old, new)
        if old == "and" or isinstance(node.values[-1], ast.Compare | ast.Call | ast.UnaryOp):
            for part in node.values:  # not of `given or usual`
                yield self._replace("condition", part, "True" if old == "and" else "False")

    def _constant(self, node: ast.Constant, value: object) -> Iterator[Fault]:
        if isinstance(value, bool):
            yield self._replace("constant", node, str(not value))
        elif isinstance(value, int):
            yield self._replace("boundary", node, str(value + 1 if value < 64 else value * 2))
            if 1 < value < 64:
                yield self._replace("boundary", node, str(value - 1))
        elif isinstance(value, float):
            yield self._replace("constant", node, repr(value * 2 or 1.0))
        elif isinstance(value, str) and _WORD.fullmatch(value) and value not in _CODECS:
            quoted = self._text(node)
            if quoted.count('"') == 2 and quoted.endswith('"'):
                yield self._replace("text", node, quoted[:-1] + '_"')

    def _call(self, node: ast.Call) -> Iterator[Fault]:
        if isinstance(node.func, ast.Name) and node.func.id in _CALLS:
            yield self._replace("any, all, min, max", node.func, _CALLS[node.func.id])
        before = self._span(node.func)[1]
        alone = not node.args
        for value in node.args:
            before = self._span(value)[1]
        for argument in node.keywords:
            start, end = self._span(argument)
            if argument.arg and argument.arg not in _MEANINGLESS:
                if alone:
                    end += len(re.match(r",?\s*", self.source.text[end:])[0])  # type: ignore[index]
                yield self.source.fault("argument dropped", start if alone else before, end, "")
            before, alone = self._span(argument)[1], False


def _is_constant(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant)


def _is_number(node: ast.BinOp) -> bool:
    """Whether an operation may be one of numbers: texts, lists and types give no other result."""
    for part in (node.left, node.right):
        match part:
            case ast.JoinedStr() | ast.List() | ast.Tuple() | ast.Constant(value=str()):
                return False
            case ast.BinOp() if not _is_number(part):
                return False
    return True


def _is_docstring(node: object) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
