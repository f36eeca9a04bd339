"""Whatever stands wherever in the specs: problems with places, or specs that can be rendered."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from project import FILES, TinyProject

from generator.problems import SpecError
from generator.spec.load import parse
from hostile.texts import HOSTILE

ODD: tuple[Any, ...] = (
    *(HOSTILE[3], HOSTILE[17], HOSTILE[18], HOSTILE[10]),
    *("", " ", "x" * 3000, "9" * 5000, "NaN", "1e400", "_", "a.b", "None", "import", "../x"),
    *(0, -1, 10**40, 1.5, True, None, [], {}, ["x"], {"type": "string"}, {"a": {"b": []}}),
)
"""What somebody might write in the place of something else."""

Steps = tuple[str | int, ...]


def places(value: Any, steps: Steps = ()) -> Iterator[Steps]:
    """The paths of all values inside of a document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in inner:
        yield (*steps, key)
        if isinstance(child, dict | list):
            yield from places(child, (*steps, key))


def replaced(document: Any, steps: Steps, value: Any, *, key: bool) -> Any:
    """The document with another value, or another key, at a place."""
    changed = copy.deepcopy(document)
    owner = changed
    for step in steps[:-1]:
        owner = owner[step]
    if key and isinstance(owner, dict):
        owner[str(value)] = owner.pop(steps[-1])
    else:
        owner[steps[-1]] = value
    return changed


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES)
def test_any_value_at_any_place_is_a_problem_or_is_rendered(tiny: TinyProject, file: str) -> None:
    document = parse(file, FILES[file].encode()).data
    failures = []
    for number, steps in enumerate(places(document)):
        for round_ in range(4):
            odd = ODD[(number * 5 + round_ * 7) % len(ODD)]
            changed = replaced(document, steps, odd, key=round_ == 3)
            tiny.write(file, json.dumps(changed, ensure_ascii=False, default=str))
            where = ".".join(map(str, steps)), repr(odd)[:40], "key" if round_ == 3 else "value"
            try:
                tiny.pipeline().render()
            except SpecError as error:
                failures += [(*where, str(p)[:200]) for p in error.problems if not p.line]
            except Exception as error:
                failures.append((*where, repr(error)[:200]))
    assert failures == []
