"""A few faults of different kinds, tried for good: each must be noticed by the nearest tests."""

from collections.abc import Iterator

import pytest
from project import REPOSITORY

from mutants.areas import candidates
from mutants.copies import Copy
from mutants.runner import modules_of_tests, project_files
from mutants.trials import Trial, Verdict

CLIENT = "templates/client/src/{package}/_runtime"
FAULTS = (
    ("specs/_shared/fields/orders.yaml", "meanings swapped", "已付款", "facts"),
    ("specs/_shared/fields/orders.yaml", "unit", "pay_price", "facts"),
    ("generator/spec/lint/values.py", "yield dropped", "write a whole number", "spec"),
    ("specs/_schema/defs.schema.json", "schema", "[smhd]$", "spec"),
    (f"{CLIENT}/signing.py", "returns None", 'hmac.digest(secret, text, "sha256")', "client"),
    (f"{CLIENT}/retry.py", "boundary", "attempt >= self.attempts", "client"),
    ("templates/client/src/{package}/platform.py.jinja", "line dropped", "{{ row }}", "client"),
)
"""A file, a kind of fault, what its line holds, and the folder of the tests that must notice."""


@pytest.fixture(scope="module")
def copy() -> Iterator[Copy]:
    with Copy.of(REPOSITORY, project_files(REPOSITORY)) as made:
        assert made.warm_up().code == 0
        yield made


@pytest.mark.slow
@pytest.mark.parametrize(("file", "kind", "part", "noticed"), FAULTS)
def test_it_is_noticed(copy: Copy, file: str, kind: str, part: str, noticed: str) -> None:
    fault = next(
        fault
        for fault in candidates(REPOSITORY, [file])
        if fault.kind == kind and part in fault.before
    )
    trial = Trial(modules_of_tests(project_files(REPOSITORY)), {}, nearest_only=True)
    verdict = trial.of(fault, copy)
    assert verdict == Verdict("test", verdict.test), f"{fault.before} → {fault.after}"
    assert verdict.test.startswith(noticed)
