"""Tables of many small cases, asked in one test: to run a test costs more than such a case."""

import functools
import inspect
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


def every(
    names: str | tuple[str, ...],
    rows: Iterable[Any],
    ids: Iterable[str] | Callable[[Any], str] | None = None,
) -> Callable[[Any], Any]:
    """Like `pytest.mark.parametrize`, in one test: it tries all rows and tells each that fails.

    For tests without state, since all rows share the fixtures of one test.
    """
    wanted = (names,) if isinstance(names, str) else names
    rows = list(rows)
    table = [row if len(wanted) > 1 else (row,) for row in rows]
    assert table, "a table without rows proves nothing"
    labels = [*map(ids, rows)] if callable(ids) else [*(ids or map(str, range(len(rows))))]

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        signature = inspect.signature(test)
        assert {*wanted} <= {*signature.parameters}, f"{test.__name__} does not take all of {names}"

        @functools.wraps(test)
        def asked(**fixtures: Any) -> None:
            complaints = []
            for label, row in zip(labels, table, strict=True):
                case = dict(zip(wanted, row, strict=True))
                try:
                    test(**fixtures, **case)
                except (Exception, pytest.fail.Exception) as error:
                    shown = ", ".join(f"{name}={value!r:.200}" for name, value in case.items())
                    complaints.append(f"row {label}: {shown}\n{_told(error)}")
            if complaints:
                head = f"{len(complaints)} of {len(table)} rows are wrong"
                pytest.fail("\n\n".join([head, *complaints]), pytrace=False)

        left = [one for name, one in signature.parameters.items() if name not in wanted]
        asked.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
        return asked

    return decorate


def _told(error: BaseException) -> str:
    """What went wrong, and the line of the test where it did."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if HERE in Path(frame.filename).parents][1:] or frames
    text = "\n".join(f"    {line}" for line in f"{type(error).__name__}: {error}".splitlines())
    return f"  {Path(ours[-1].filename).name}:{ours[-1].lineno}: {ours[-1].line}\n{text}"
