"""Where faults are put, how many may survive there, and which tests look there first."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from mutants.faults import Fault
from mutants.python_faults import python_faults
from mutants.spec_faults import schema_faults, spec_faults
from mutants.template_faults import template_faults

CLIENT = "templates/client/src/{package}/_runtime"
MOCK = "templates/mock_server/src/{package}"


@dataclass(frozen=True, slots=True)
class Area:
    """Files that belong together."""

    name: str
    files: tuple[str, ...]
    """Patterns; the first area that has one for a file owns it."""
    weight: int
    """How many faults of a round are put here."""
    floor: int = 15
    """Percent of the faults that may survive."""
    watchers: tuple[str, ...] = ()
    """Folders and modules of tests that look here, the nearest first."""


_CLIENT = ("client", "wire", "products", "mock", "docs/test_programs.py", "targets")
_MOCK = ("mock", "wire", "products", "client", "openapi", "targets")

AREAS = (
    Area("signing", (f"{CLIENT}/signing.py", f"{MOCK}/signing.py"), 1, 10, _CLIENT),
    Area(
        "values",
        (
            *(f"{CLIENT}/{name}.py" for name in ("kinds", "values", "arguments", "models")),
            f"{MOCK}/arguments.py",
            "generator/spec/values.py",
        ),
        3,
        10,
        _CLIENT,
    ),
    Area(
        "errors",
        (
            *(f"{CLIENT}/{name}.py" for name in ("codes", "errors", "advice", "outcomes")),
            f"{MOCK}/errors.py",
            f"{MOCK}/faults.py",
        ),
        2,
        10,
        _CLIENT,
    ),
    Area(
        "retry",
        tuple(f"{CLIENT}/{name}.py" for name in ("retry", "transport", "base")),
        2,
        10,
        _CLIENT,
    ),
    Area("lint", ("generator/spec/lint/*.py",), 3, 10, ("spec/lint", "spec", "importers")),
    Area(
        "specs",
        ("specs/*.yaml",),
        5,
        10,
        ("facts", "specs", "targets", "docs", "openapi", "mock", "client", "wire"),
    ),
    Area("schemas", ("specs/_schema/*.schema.json",), 1, 15, ("spec", "specs", "importers")),
    Area("importers", ("generator/importers/*.py",), 2, 15, ("importers", "test_cli.py")),
    Area("targets", ("generator/targets/*.py",), 3, 15, ("targets", "docs", "openapi", "mock")),
    Area("generator", ("generator/*.py",), 4, 15, ("spec", "output", "test_cli.py")),
    Area("client", ("templates/client/*.py",), 2, 15, _CLIENT),
    Area("mock", ("templates/mock_server/*.py",), 2, 15, _MOCK),
    Area("catalogue", ("templates/catalogue/*",), 1, 15, ("targets/catalogue", "products")),
    Area("docs", ("templates/docs/*.jinja",), 1, 15, ("docs", "targets/docs", "hostile")),
    Area("templates", ("templates/*.jinja",), 2, 15, ("client", "mock", "openapi", "targets")),
)

_OWN_PROJECTS = ("importers", "spec", "output", "test_architecture.py", "test_rules.py")
"""Tests with texts and projects of their own, whatever templates and real specs say."""
_RUNNING = ("client", "mock", "wire", "docs", "openapi", "targets", "facts")
"""Tests of what is made from good specs."""
BLIND: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "templates/*/src/*.py",
        (*_OWN_PROJECTS, "facts", "specs", "openapi", "targets/openapi", "targets/docs"),
    ),
    ("templates/*", (*_OWN_PROJECTS, "facts", "specs")),
    ("generator/spec/lint/*", _RUNNING),
    ("generator/importers/*", (*_RUNNING, "specs", "products", "output")),
    ("generator/targets/*", (*_OWN_PROJECTS, "facts", "specs")),
    ("specs/_schema/*", _RUNNING),
    ("specs/*", ("importers", "output")),
)
"""By pattern of files, the first that fits: tests that never see what is made from these files."""

NEAREST: Mapping[str, tuple[str, ...]] = {
    f"{CLIENT}/signing.py": ("wire/test_signing.py", "client/test_calls.py"),
    f"{CLIENT}/kinds.py": ("wire/test_values.py", "client/test_arguments.py"),
    f"{CLIENT}/values.py": ("wire/test_values.py", "client/test_arguments.py"),
    f"{CLIENT}/arguments.py": ("client/test_arguments.py",),
    f"{CLIENT}/method.py": ("client/test_arguments.py", "client/test_calls.py"),
    f"{CLIENT}/models.py": ("client/test_models.py", "wire/test_samples.py"),
    f"{CLIENT}/codes.py": ("client/test_codes.py", "client/test_errors.py"),
    f"{CLIENT}/errors.py": ("client/test_errors.py", "client/test_codes.py"),
    f"{CLIENT}/advice.py": ("client/test_errors.py", "client/test_codes.py"),
    f"{CLIENT}/outcomes.py": ("client/test_errors.py", "client/test_calls.py"),
    f"{CLIENT}/retry.py": ("client/test_retries.py",),
    **dict.fromkeys(
        (f"{CLIENT}/urllib3_transport.py", f"{CLIENT}/aiohttp_transport.py", f"{CLIENT}/http.py"),
        ("client/test_connections.py", "client/test_fault_table.py"),
    ),
    f"{CLIENT}/call.py": (
        "client/test_calls.py",
        "client/test_errors.py",
        "client/test_retries.py",
    ),
    f"{CLIENT}/clients.py": ("client/test_calls.py", "client/test_retries.py"),
    f"{CLIENT}/limiter.py": ("client/limits/test_limiter.py",),
    f"{CLIENT}/windows.py": ("client/limits/test_windows.py",),
    f"{CLIENT}/redis_windows.py": ("client/limits/test_redis_windows.py",),
    f"{CLIENT}/paging.py": ("client/test_paging.py",),
    f"{CLIENT}/pid.py": ("client/test_arguments.py",),
    f"{CLIENT}/replies.py": ("client/test_calls.py", "client/test_models.py"),
    "generator/spec/mends.py": ("spec/test_load.py", "spec/test_load_rules.py"),
    "generator/spec/slips.py": ("spec/test_load.py", "spec/test_load_rules.py"),
    "generator/problems.py": ("test_cli.py", "spec/test_validate.py"),
    f"{MOCK}/signing.py": (
        "mock/test_signature.py",
        "mock/test_hints.py",
        "wire/test_signing.py",
    ),
    f"{MOCK}/arguments.py": (
        "mock/test_arguments.py",
        "mock/test_values.py",
        "mock/test_checks.py",
        "mock/test_edges.py",
    ),
    f"{MOCK}/asgi.py": ("mock/test_asgi.py",),
    f"{MOCK}/batch.py": ("mock/test_batch.py",),
    f"{MOCK}/cache.py": ("mock/test_hostile.py",),
    f"{MOCK}/checks.py": ("mock/test_checks.py", "mock/test_edges.py"),
    f"{MOCK}/cli.py": ("mock/test_command.py", "mock/state/test_end_to_end.py"),
    f"{MOCK}/clock.py": ("mock/state/test_clock.py", "mock/test_clock.py"),
    f"{MOCK}/contents.py": ("mock/test_rules.py",),
    f"{MOCK}/control.py": (
        "mock/test_control.py",
        "mock/state/test_control_http.py",
        "mock/test_faults.py",
    ),
    f"{MOCK}/errors.py": ("mock/test_faults.py", "mock/test_checks.py"),
    f"{MOCK}/faults.py": ("mock/test_fault_forms.py", "mock/test_faults.py"),
    f"{MOCK}/forms.py": ("mock/test_hostile.py", "mock/test_hints.py"),
    f"{MOCK}/gateway.py": (
        "mock/test_checks.py",
        "mock/test_methods.py",
        "mock/test_formats.py",
        "mock/test_batch.py",
    ),
    f"{MOCK}/hints.py": ("mock/test_hints.py", "mock/test_hostile.py"),
    f"{MOCK}/hosts.py": ("mock/test_server.py",),
    f"{MOCK}/http.py": ("mock/test_asgi.py", "mock/test_server.py"),
    f"{MOCK}/journal.py": ("mock/test_journal.py", "mock/test_checks.py"),
    f"{MOCK}/knowledge.py": ("mock/test_methods.py",),
    f"{MOCK}/matching.py": ("mock/test_rules.py", "mock/test_journal.py"),
    f"{MOCK}/methods.py": ("mock/test_methods.py", "mock/test_paging.py"),
    f"{MOCK}/memory.py": ("mock/state/test_memory.py", "mock/state/test_end_to_end.py"),
    f"{MOCK}/mistakes.py": ("mock/test_hints.py",),
    f"{MOCK}/mock.py": ("mock/test_surface.py", "mock/test_faults.py"),
    f"{MOCK}/ordering.py": ("mock/test_rules.py", "mock/test_scenario.py"),
    f"{MOCK}/pages.py": ("mock/test_command.py",),
    f"{MOCK}/reply.py": ("mock/test_methods.py", "mock/test_paging.py", "mock/test_formats.py"),
    f"{MOCK}/rules.py": ("mock/test_rules.py", "mock/test_faults.py"),
    f"{MOCK}/runner.py": ("mock/test_server.py", "mock/test_formats.py"),
    f"{MOCK}/server.py": ("mock/test_server.py", "mock/test_formats.py"),
    f"{MOCK}/state/answers.py": ("mock/state/test_documented_calls.py",),
    f"{MOCK}/state/audit.py": (
        "mock/state/test_audit.py",
        "mock/state/test_jobs.py",
    ),
    f"{MOCK}/state/book.py": (
        "mock/state/test_book.py",
        "mock/state/test_orders.py",
        "mock/state/test_refunds.py",
        "mock/state/test_control.py",
    ),
    f"{MOCK}/state/calls.py": (
        "mock/state/test_documented_calls.py",
        "mock/state/test_items.py",
        "mock/state/test_shops.py",
    ),
    f"{MOCK}/state/contents.py": ("mock/state/test_contents.py",),
    f"{MOCK}/state/conversions.py": ("mock/state/test_links.py",),
    f"{MOCK}/state/crowds.py": ("mock/state/test_crowds.py", "mock/state/test_publishers.py"),
    f"{MOCK}/state/cursors.py": ("mock/state/test_orders.py", "mock/state/test_pages.py"),
    f"{MOCK}/state/exports.py": ("mock/state/test_control.py",),
    f"{MOCK}/state/facts.py": (
        "mock/state/test_facts.py",
        "mock/state/test_orders.py",
        "mock/state/test_refunds.py",
        "mock/state/test_seeding.py",
        "mock/state/test_control.py",
    ),
    f"{MOCK}/state/fees.py": ("mock/state/test_fees.py",),
    f"{MOCK}/state/fields.py": ("mock/state/test_control.py",),
    f"{MOCK}/state/gifts.py": ("mock/state/test_gifts.py",),
    f"{MOCK}/state/goods.py": (
        "mock/state/test_goods.py",
        "mock/state/test_items.py",
        "mock/state/test_own_items.py",
        "mock/state/test_shops.py",
    ),
    f"{MOCK}/state/items.py": ("mock/state/test_items.py", "mock/state/test_own_items.py"),
    f"{MOCK}/state/items_control.py": ("mock/state/test_end_to_end.py",),
    f"{MOCK}/state/ledger.py": (
        "mock/state/test_orders.py",
        "mock/state/test_rows.py",
        "mock/state/test_seeding.py",
        "mock/state/test_order_forms.py",
    ),
    f"{MOCK}/state/links.py": ("mock/state/test_links.py",),
    f"{MOCK}/state/lives.py": ("mock/state/test_seeding.py",),
    f"{MOCK}/state/materials.py": ("mock/state/test_items.py", "mock/state/test_own_items.py"),
    f"{MOCK}/state/money.py": (
        "mock/state/test_control.py",
        "mock/state/test_order_forms.py",
    ),
    f"{MOCK}/state/orders.py": (
        "mock/state/test_orders.py",
        "mock/state/test_pages.py",
        "mock/state/test_order_forms.py",
    ),
    f"{MOCK}/state/orders_control.py": (
        "mock/state/test_control.py",
        "mock/state/test_orders.py",
        "mock/state/test_refunds.py",
        "mock/state/test_control_http.py",
    ),
    f"{MOCK}/state/passcodes.py": ("mock/state/test_passcodes.py",),
    f"{MOCK}/state/publishers.py": ("mock/state/test_publishers.py",),
    f"{MOCK}/state/refunds.py": (
        "mock/state/test_refunds.py",
        "mock/state/test_control.py",
        "mock/state/test_seeding.py",
        "mock/state/test_order_forms.py",
    ),
    f"{MOCK}/state/rows.py": (
        "mock/state/test_rows.py",
        "mock/state/test_order_forms.py",
        "mock/state/test_orders.py",
    ),
    f"{MOCK}/state/seeding.py": ("mock/state/test_seeding.py",),
    f"{MOCK}/state/shapes.py": ("mock/state/test_shapes.py",),
    f"{MOCK}/state/shops.py": ("mock/state/test_shops.py",),
    f"{MOCK}/state/state.py": (
        "mock/state/test_clock.py",
        "mock/state/test_end_to_end.py",
    ),
    f"{MOCK}/state/things.py": ("mock/state/test_things.py",),
    f"{MOCK}/state/users.py": ("mock/state/test_users.py",),
    f"{MOCK}/state/windows.py": (
        "mock/state/test_orders.py",
        "mock/state/test_end_to_end.py",
    ),
    f"{MOCK}/suggestions.py": ("mock/test_rules.py",),
    f"{MOCK}/surface.py": (
        "mock/test_surface.py",
        "mock/test_journal.py",
        "mock/state/test_end_to_end.py",
    ),
    f"{MOCK}/times.py": ("mock/state/test_clock.py", "mock/state/test_orders.py"),
    f"{MOCK}/tokens.py": ("mock/test_tokens.py", "mock/test_checks.py"),
}
"""The tests of files whose tests are not found by name."""
_FOLDERS = {
    "client": "client",
    "mock_server": "mock",
    "openapi": "openapi",
    "readmes": "targets/test_readmes.py",
}
"""The tests of a target's templates, where they are not those of the area."""
NOT_COUNTED = ("golden", "frozen", "mutants")
"""Expected bytes are taken anew with one command; they tell that something changed, not what."""


def area_of(file: str) -> Area | None:
    """The area that owns a file."""
    for area in AREAS:
        if any(fnmatchcase(file, pattern.replace("[", "[[]")) for pattern in area.files):
            return area
    return None


def candidates(root: Path, files: Iterable[str]) -> Iterator[Fault]:
    """All faults of some files, in a fixed order."""
    shared = frozenset(_shared_fields(root))
    for file in sorted(files):
        if area_of(file) is None:
            continue
        text = (root / file).read_bytes().decode()
        if file.endswith(".py"):
            yield from python_faults(file, text)
        elif file.endswith(".jinja"):
            yield from template_faults(file, text)
        elif file.endswith(".schema.json"):
            yield from schema_faults(file, text)
        elif file.endswith(".yaml"):
            yield from spec_faults(file, text, shared)


def _shared_fields(root: Path) -> Iterator[str]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    for path in sorted((root / "specs" / "_shared").glob("fields*")):
        for file in sorted(path.rglob("*.yaml")) if path.is_dir() else [path]:
            yield from yaml.load(file.read_text("utf-8"), loader) or ()


def sample(faults: Iterable[Fault], count: int, seed: int) -> list[Fault]:
    """A mixture of all areas and kinds. A smaller sample is the beginning of a larger one."""
    piles: dict[str, list[Fault]] = {area.name: [] for area in AREAS}
    by_kind: dict[str, dict[str, list[Fault]]] = {area.name: {} for area in AREAS}
    for fault in faults:
        area = area_of(fault.file)
        assert area
        by_kind[area.name].setdefault(fault.kind, []).append(fault)
    for name, kinds in by_kind.items():
        piles[name] = list(_mixed(kinds, f"{seed} {name}"))
    chosen: list[Fault] = []
    while len(chosen) < count and any(piles.values()):
        for area in AREAS:
            chosen += piles[area.name][: area.weight]
            del piles[area.name][: area.weight]
    return chosen[:count]


def _mixed(kinds: Mapping[str, list[Fault]], seed: str) -> Iterator[Fault]:
    """One fault of each kind, again and again.

    The order is that of digests, not of dice: an edit of one file moves no fault of another.
    """

    def chance(*parts: str) -> str:
        return hashlib.sha256("\0".join((seed, *parts)).encode()).hexdigest()

    def place(fault: Fault) -> tuple[str, int, str]:
        told = (fault.file, fault.old, fault.new, fault.before, fault.after)
        return chance(*told), fault.start, fault.name

    order = sorted(kinds, key=chance)
    piles = [sorted(kinds[kind], key=place, reverse=True) for kind in order]
    while piles:
        for pile in piles:
            yield pile.pop()
        piles = [pile for pile in piles if pile]


@dataclass(frozen=True, slots=True)
class Aim:
    """The tests that a fault meets: first the nearest, then all others that can see it."""

    nearest: tuple[str, ...]
    others: tuple[str, ...] = field(default=())


def aim(file: str, modules: Sequence[str], seconds: Mapping[str, float]) -> Aim:
    """Which modules of tests a fault in a file meets, paths below tests/."""
    area = area_of(file)
    assert area
    counted = [module for module in modules if not module.startswith(NOT_COUNTED)]
    blind = next((names for pattern, names in BLIND if fnmatchcase(file, pattern)), ())
    seeing = [module for module in counted if not _below(module, blind)]
    near = _nearest(file, seeing)

    def rank(module: str) -> tuple[int, float, str]:
        place = next(
            (at for at, folder in enumerate(area.watchers) if _below(module, (folder,))),
            len(area.watchers),
        )
        return place, seconds.get(module, 0.0), module

    return Aim(tuple(near), tuple(sorted((m for m in seeing if m not in near), key=rank)))


def _nearest(file: str, seeing: Sequence[str]) -> list[str]:
    """The tests of a file: those of its name, or of its folder, or of its area."""
    path = Path(file)
    names = NEAREST.get(file, ())
    if path.suffix == ".json":
        names = ("spec/test_validate.py", "spec/test_load_rules.py")
    folder = _FOLDERS.get(path.parts[1], "") if path.parts[0] == "templates" else ""
    if path.parts[0] == "generator" and not names:
        folder = path.parent.relative_to("generator").as_posix()
        folder = "test_cli.py" if folder == "cli" else folder
        names = ((Path(folder) / f"test_{path.stem}.py").as_posix(),)
    area = area_of(file)
    assert area
    for found in (names, (folder,), area.watchers[:1]):
        if near := [module for module in seeing if _below(module, found)]:
            return near
    return []


def _below(module: str, folders: Iterable[str]) -> bool:
    return any(module == folder or module.startswith(folder + "/") for folder in folders)
