"""The house: rooms in a line, no circles, one printer, one walker, no word of the product."""

import ast
import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import real
from project import REPOSITORY

from generator.output.outputs import View
from generator.targets import TARGETS, readmes
from generator.targets.folders import JINJA, template_files

GENERATOR = REPOSITORY / "generator"
TEMPLATES = REPOSITORY / "templates"
MOCK = TEMPLATES / "mock_server" / "src" / "{package}"
RUNTIME = TEMPLATES / "client" / "src" / "{package}" / "_runtime"
ROOMS = (
    "problems",
    "spec",
    "output",
    "targets",
    "importers",
    "project",
    "trial",
    "pipeline",
    "cli",
)
"""From left to right; a module imports from its own room and from those before it."""

MODULES = {
    ".".join(path.relative_to(REPOSITORY).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted(GENERATOR.rglob("*.py"))
}
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in MODULES.items()}


def by_module(test: Callable[[str], None]) -> Callable[[], None]:
    """A test of every module in turn; all modules that fail are listed."""

    @functools.wraps(test)
    def of_all() -> None:
        failures = []
        for module in MODULES:
            try:
                test(module)
            except AssertionError as error:
                failures.append(f"{module}: {error}")
        assert failures == []

    del of_all.__wrapped__  # pytest would ask for the argument.
    return of_all


def room(module: str) -> str:
    """`generator.spec.lint.texts` stands in `spec`."""
    return module.partition(".")[2].partition(".")[0]


def imported(module: str) -> Iterator[str]:
    """The modules of the generator that a module imports."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name in MODULES)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            base = node.module or ""
            inner = {f"{base}.{name.name}" for name in node.names} & MODULES.keys()
            yield from inner
            if base in MODULES and len(inner) < len(node.names):
                yield base


def test_every_module_stands_in_a_room() -> None:
    found = {room(module) for module in MODULES if module.count(".")}
    assert found == {*ROOMS, "__main__"}


@by_module
def test_imports_run_one_way(module: str) -> None:
    if module in ("generator", "generator.__main__"):
        return
    wrong = [
        other for other in imported(module) if ROOMS.index(room(other)) > ROOMS.index(room(module))
    ]
    assert wrong == []


def test_no_imports_run_in_a_circle() -> None:
    assert circle({module: [*imported(module)] for module in MODULES}) is None


def test_no_imports_of_the_mock_run_in_a_circle() -> None:
    imports = imports_below(MOCK)
    assert imports["server"] >= {"http", "mock"}, "imports are found"
    assert imports["state.state"] >= {"clock", "state.book"}, "in the package inside as well"
    assert circle(imports) is None


def test_no_imports_of_the_client_run_in_a_circle() -> None:
    imports = imports_below(RUNTIME)
    assert imports["clients"] >= {"call", "settings"}, "inside of functions as well"
    assert imports["errors"] >= {"models"}, "and those for types alone"
    assert circle(imports) is None


def imports_below(root: Path) -> dict[str, set[str]]:
    """The modules of a runtime, and what each imports of the others."""
    return {module_of(path, root): siblings(path, root) for path in sorted(root.rglob("*.py"))}


def module_of(path: Path, root: Path) -> str:
    return ".".join(path.relative_to(root).with_suffix("").parts)


def siblings(path: Path, root: Path) -> set[str]:
    """The modules of a runtime that a module imports, inside of functions as well."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            files = [base, *(base / name.name for name in node.names)]
            inside = [file for file in files if file.is_relative_to(root) and file != root]
            found |= {module_of(file, root) for file in inside if file.with_suffix(".py").exists()}
    return found


def circle(imports: Mapping[str, Iterable[str]]) -> str | None:
    """A circle of imports, if there is one."""
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> str | None:
        if module in trail:
            return " → ".join((*trail[trail.index(module) :], module))
        for other in () if module in done else imports[module]:
            if found := visit(other, (*trail, module)):
                return found
        done.add(module)
        return None

    return next(filter(None, (visit(module, ()) for module in imports)), None)


@by_module
def test_only_the_command_prints(module: str) -> None:
    names = {node.id for node in ast.walk(TREES[module]) if isinstance(node, ast.Name)}
    writes = [
        node
        for node in ast.walk(TREES[module])
        if isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr")
        if isinstance(node.value, ast.Name) and node.value.id == "sys"
    ]
    assert room(module) == "cli" or ("print" not in names and not writes)


@by_module
def test_the_generator_does_not_know_the_product(module: str) -> None:
    text = MODULES[module].read_text("utf-8")
    assert re.findall(r"taobaoke|Taobaoke|TAOBAOKE|Tbk|TBK", text) == []


def _functions(module: str) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(TREES[module]) if isinstance(node, ast.FunctionDef))


@by_module
def test_imports_inside_of_functions_say_why(module: str) -> None:
    """They are for what would slow every run down; a comment tells."""
    lines = MODULES[module].read_text("utf-8").splitlines()
    silent = [
        f"{function.name}:{node.lineno}"
        for function in _functions(module)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
        if "#" not in lines[node.lineno - 1] and not _comes_after_comment(lines, node.lineno)
    ]
    assert silent == []


def _comes_after_comment(lines: list[str], number: int) -> bool:
    """Whether a comment stands above a line, other imports between them aside."""
    above = number - 2
    while re.match(r"\s+(from|import) ", lines[above]):
        above -= 1
    return lines[above].lstrip().startswith("#")


def _walks(function: ast.FunctionDef) -> bool:
    """Whether a function calls itself with the members of something."""
    return any(
        isinstance(call, ast.Call)
        and (call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func))
        == function.name
        and "members" in {n.attr for n in ast.walk(call) if isinstance(n, ast.Attribute)}
        for call in ast.walk(function)
    )


@by_module
def test_one_module_walks_over_members(module: str) -> None:
    walkers = [function.name for function in _functions(module) if _walks(function)]
    assert bool(walkers) == (module == "generator.spec.ir"), walkers


@by_module
def test_every_module_says_its_task_in_one_sentence(module: str) -> None:
    path = MODULES[module]
    if not path.read_text("utf-8").strip():
        assert path.name == "__init__.py"
        return
    told = ast.get_docstring(TREES[module], clean=True)
    assert told
    first, _, rest = told.partition("\n")
    assert re.fullmatch(r"(tbkgen: )?[\w`].*[.:…]", first), first
    assert not rest or rest.startswith("\n")


def test_every_template_belongs_to_a_view_or_to_other_templates() -> None:
    spec = real.spec()
    used: set[str] = set()

    def use(output: object) -> None:
        if isinstance(output, View):
            used.add(output.template + JINJA)
            for parts in output.parts.values():
                for part in parts:
                    use(part)

    for target in TARGETS:
        for output in target.outputs(spec):
            use(output)
    written = {
        f"{target.name}/{path}"
        for target in TARGETS
        for path in template_files(TEMPLATES / target.name)
        if path.endswith(JINJA)
    }
    unused = {path for path in written - used if "/_parts/" not in path}
    assert (unused, used - written) == (set(), set())
    folders = {folder.name for folder in TEMPLATES.iterdir()}
    assert folders == {target.name for target in TARGETS} | {readmes.FOLDER}
    blocks = {view.template + JINJA for _, _, view in readmes.blocks(spec)}
    found = template_files(TEMPLATES / readmes.FOLDER)
    assert blocks == {f"{readmes.FOLDER}/{path}" for path in found}


def test_every_part_is_imported_by_some_template() -> None:
    texts = [path.read_text("utf-8") for path in TEMPLATES.rglob(f"*{JINJA}")]
    spec = real.spec()
    parts = {
        part.template + JINJA
        for target in TARGETS
        for output in target.outputs(spec)
        if isinstance(output, View)
        for views in output.parts.values()
        for part in views
    }
    for path in TEMPLATES.rglob(f"_parts/*{JINJA}"):
        name = path.relative_to(TEMPLATES).as_posix()
        assert name in parts or any(f'"{name}"' in text for text in texts), name
