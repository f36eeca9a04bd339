"""Which faults are made of a text: small ones, each at its place, and none that changes nothing."""

import ast
from collections.abc import Iterator

import pytest
import yaml
from project import REPOSITORY
from tables import every

from mutants.areas import candidates
from mutants.faults import Fault, Source
from mutants.python_faults import python_faults
from mutants.spec_faults import schema_faults, spec_faults
from mutants.template_faults import template_faults


def lines(faults: Iterator[Fault], kind: str) -> list[str]:
    """What a kind of faults makes of the first changed line."""
    return [fault.after for fault in faults if fault.kind == kind]


def test_a_fault_changes_its_own_place_and_tells_the_first_line_that_differs() -> None:
    text = "a = 1\nb = (2,\n     3)\n"
    fault = Source("x.py", text).fault("boundary", 19, 20, "4")
    assert (fault.place, fault.before, fault.after) == ("x.py:3", "3)", "4)")
    assert fault.apply(text) == "a = 1\nb = (2,\n     4)\n"
    with pytest.raises(AssertionError, match=r"x\.py is another text"):
        fault.apply(text.replace("3", "5"))


def test_places_are_counted_in_characters_not_in_bytes() -> None:
    faults = python_faults("x.py", 'f("元", 分 == x)\n')
    (fault,) = (fault for fault in faults if fault.kind == "comparison")
    assert fault.after == 'f("元", 分 != x)'


TESTS = [
    "if True: pass",
    "if False: pass",
    "if True and b < 1: pass",
    "if a and True: pass",
]


@every(
    ("line", "kind", "expected"),
    [
        ("x = a < b", "boundary", ["x = a <= b"]),
        ("x = a < b", "comparison", ["x = a > b"]),
        ("x = a >= b", "boundary", ["x = a > b"]),
        ("x = a == b", "comparison", ["x = a != b"]),
        ("x = a not in b", "comparison", ["x = a in b"]),
        ("x = a is b", "comparison", ["x = a is not b"]),
        ("x = inner in b", "comparison", ["x = inner not in b"]),
        ("x = a and b and c", "and, or", ["x = a or b and c", "x = a and b or c"]),
        ("x = not a", "not dropped", ["x = a"]),
        ("x = f(3)", "boundary", ["x = f(4)", "x = f(2)"]),
        ("x = f(0)", "boundary", ["x = f(1)"]),
        ("x = f(100)", "boundary", ["x = f(200)"]),
        ("if a and b < 1: pass", "condition", TESTS),
        ("x = given or ()", "condition", []),
        ("x = True", "constant", ["x = False"]),
        ("x = 0.5", "constant", ["x = 1.0"]),
        ('x = y["json"]', "text", ['x = y["json_"]']),
        ('x = "a sentence for people"', "text", []),
        ("x = n - 1", "arithmetic", ["x = n + 1"]),
        ('x = "a" + y', "arithmetic", []),
        ("x = f(a, b=1, c=2)", "argument dropped", ["x = f(a, c=2)", "x = f(a, b=1)"]),
        ("x = f(b=1, c=2)", "argument dropped", ["x = f(c=2)", "x = f(b=1)"]),
        ('x = open(a, encoding="utf-8")', "argument dropped", []),
        ("x = any(y)", "any, all, min, max", ["x = all(y)"]),
        ("if a: pass", "condition", ["if True: pass", "if False: pass"]),
        ("x = b if a else c", "condition", ["x = b if True else c", "x = b if False else c"]),
        ("x = [b for b in c if a]", "condition", ["x = [b for b in c if True]"]),
        ("check(a)", "statement dropped", ["pass"]),
        ("def f(): return x + 1", "returns None", ["def f(): return None"]),
        ("def f(): return None", "returns None", []),
        ("async def f():\n    yield x", "yield dropped", ["if False: yield"]),
        ("if a: raise E", "raise dropped", ["if a: pass"]),
        ("for a in b: continue", "continue, break", ["for a in b: break"]),
    ],
)
def test_faults_of_python(line: str, kind: str, expected: list[str]) -> None:
    assert lines(python_faults("x.py", line + "\n"), kind) == expected


@every(
    "text",
    [
        '"""A docstring."""\n',
        "from a import b\n",
        "assert a is not None\n",
        'x: Literal["a", "b"]\n',
        'A = Literal["a", "b"]\n',
        'R = rule("name", "title")\n',
        "@dataclass(frozen=True)\nclass A:\n    pass\n",
        'x = f"{a}:{b}"\n',
    ],
)
def test_what_changes_nothing_or_only_words_is_left_alone(text: str) -> None:
    assert list(python_faults("x.py", text)) == []


def test_faults_of_templates() -> None:
    text = "a\n{% if x %}\n- {{ x }}\n{% elif not y %}\n{% set z = 1 %}\n{% endif %}\n{# c #}\n"
    faults = list(template_faults("x.jinja", text))
    assert lines(iter(faults), "condition negated") == [
        "{% if not (x) %}",
        "{% elif not (not y) %}",
    ]
    assert [f.before for f in faults if f.kind == "line dropped"] == ["a", "- {{ x }}"]
    assert faults[-1].apply(text) == text.replace("- {{ x }}\n", "")


SPEC = """\
# a comment
method: a.b
coverage: full
doc: {id: 5, sources: [a page]}
auth: {session: none, packages: ["1", "2"]}
idempotent: true
request:
  unit: {type: decimal, unit: 元, minimum: 1, required: true}
  page_no:
    use: page_no
    default: 1

    # about the next
  tk_status:
    type: integer
    enum:
      "12": 已付款
      "13": 已关闭
    closed: refused
constraints: [{together: [unit, page_no]}, {together: [unit, tk_status]}]
window: {longest: 3h}
response:
  results:
    type: array
    wrapper: row
    items: {type: string, placeholders: ["--"]}
errors:
  use: [one, two]
  "3": {class: argument, limit: {scope: app, lasts: told}, retry: never}
"""


def made(kind: str) -> list[object]:
    """What a kind of faults makes of the spec above, where it differs."""
    good = yaml.safe_load(SPEC)
    found: list[object] = []
    for fault in spec_faults("specs/apis/a.yaml", SPEC, frozenset({"page_no", "page_no__text"})):
        if fault.kind == kind:
            bad = yaml.safe_load(fault.apply(SPEC))
            (key,) = (key for key in {**good, **bad} if good.get(key) != bad.get(key))
            found.append(bad.get(key))
    return found


@every(
    ("kind", "path", "expected"),
    [
        ("unit", ("unit", "unit"), "分"),
        ("unit dropped", ("unit", "unit"), None),
        ("required dropped", ("unit", "required"), None),
        ("limit of values", ("unit", "minimum"), 2),
        ("default", ("page_no", "default"), 2),
        ("another declaration", ("page_no", "use"), "page_no__text"),
        ("closed dropped", ("tk_status", "closed"), None),
        ("meanings swapped", ("tk_status", "enum"), {"12": "已关闭", "13": "已付款"}),
        ("value dropped", ("tk_status", "enum"), {"13": "已关闭"}),
    ],
)
def test_faults_of_members(kind: str, path: tuple[str, ...], expected: object) -> None:
    value = made(kind)[0]
    for step in path:
        assert isinstance(value, dict)
        value = value.get(step)
    assert value == expected


@every(
    ("kind", "expected"),
    [
        ("idempotent", [False]),
        ("session", [{"session": "required", "packages": ["1", "2"]}]),
        (
            "package dropped",
            [{"session": "none", "packages": ["2"]}, {"session": "none", "packages": ["1"]}],
        ),
        ("document", [{"id": 6, "sources": ["a page"]}]),
        ("coverage", ["request"]),
        ("span of time", [{"longest": "4h"}]),
        ("window dropped", [None]),
        (
            "constraint dropped",
            [[{"together": ["unit", "tk_status"]}], [{"together": ["unit", "page_no"]}]],
        ),
    ],
)
def test_faults_of_methods(kind: str, expected: list[object]) -> None:
    assert made(kind) == expected


def test_faults_of_errors_and_wrappers() -> None:
    code = {"class": "argument", "limit": {"scope": "app", "lasts": "told"}, "retry": "never"}
    both = ["one", "two"]
    assert made("error code dropped") == [
        {"use": ["two"], "3": code},
        {"use": ["one"], "3": code},
        {"use": both},
    ]
    assert made("class") == [{"use": both, "3": code | {"class": "not_found"}}]
    assert made("retry") == [{"use": both, "3": code | {"retry": "later"}}]
    assert len(made("limit")) == 2
    assert [fault for fault in made("wrapper") if "rows" in str(fault)]
    assert [fault for fault in made("placeholders dropped") if "--" not in str(fault)]


def test_lines_are_dropped_as_a_whole() -> None:
    faults = spec_faults("specs/apis/a.yaml", SPEC)
    (dropped,) = (fault for fault in faults if fault.kind == "closed dropped")
    assert dropped.old == "    closed: refused\n"


def test_faults_of_schemas() -> None:
    text = '{"additionalProperties": false, "pattern": "^a$", "maxLength": 3, "required": ["a"]}\n'
    made = [fault.apply(text) for fault in schema_faults("a.schema.json", text)]
    assert len(made) == 4
    assert '"additionalProperties": true' in made[0]


def test_all_faults_of_the_real_files_can_be_made_and_python_stays_python() -> None:
    files = ["generator/output/line_ends.py", "specs/platform.yaml", "specs/_shared/fields.yaml"]
    files.append("templates/docs/docs/errors.md.jinja")
    texts = {file: (REPOSITORY / file).read_bytes().decode() for file in files}
    names = set()
    for fault in candidates(REPOSITORY, files):
        text = fault.apply(texts[fault.file])
        assert text != texts[fault.file]
        names.add(fault.name)
        if fault.file.endswith(".py"):
            ast.parse(text)
    assert len(names) > 300
