"""Sample programs: calls of the client as Python source, with exact values and recent windows."""

import ast
import dataclasses
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from project import TinyProject
from real import SAMPLES

from generator.spec import language
from generator.spec.ir import Api, ArrayType, Member, Members, ScalarType, Spec, Truth, Window
from generator.spec.text import Name, SpecText
from generator.targets.programs import Source, call_source
from targets.ir import an_object, member, orders, scalar


def _api(tiny: TinyProject, *parameters: Member, **more: Any) -> Api:
    cleared: dict[str, Any] = {"constraints": (), "pagination": None, "window": None}
    return orders(tiny, parameters=Members(parameters), **{**cleared, **more})


def _argument(tiny: TinyProject, one: Member) -> Source:
    """The call with one required parameter."""
    return call_source(_api(tiny, dataclasses.replace(one, required=True)), SAMPLES)


def a_list(items: Any, separator: str = ",") -> ArrayType:
    return ArrayType(items, None, False, SpecText(separator))


ONE_OR_ZERO = Truth((SpecText("1"),), (SpecText("0"),))
MONEY = an_object("Money", member("fee", "decimal", example=Decimal("0.10"), required=True))


@pytest.mark.parametrize(
    ("one", "source", "names"),
    [
        (member(example="女装"), 'x="女装"', ""),
        (member(example='"; import os'), "x='\"; import os'", ""),
        (member(python_name="class_", example="a"), 'class_="a"', ""),
        (member(type_="integer", example=7), "x=7", ""),
        (member(type_="boolean", example=False), "x=False", ""),
        (member(type_=ScalarType("boolean", "string", truth=ONE_OR_ZERO)), "x=True", ""),
        (
            member(type_=ScalarType("boolean", "string", truth=ONE_OR_ZERO), example="0"),
            "x=False",
            "",
        ),
        (member(type_="decimal", example=Decimal("0.10")), 'x=Decimal("0.10")', "Decimal"),
        (member(type_="decimal", example="0.1"), 'x=Decimal("0.1")', "Decimal"),
        (member(type_=MONEY), 'x={"fee": Decimal("0.10")}', "Decimal"),
        (member(type_=a_list(MONEY)), 'x=[{"fee": Decimal("0.10")}]', "Decimal"),
        (
            member(type_=an_object("Any"), example={"a": [1, {"b": None}], "c": "d"}),
            'x={"a": [1, {"b": None}], "c": "d"}',
            "",
        ),
        (member(type_="date", example="2026-02-03"), "x=date(2026, 2, 3)", "date"),
        (
            member(type_="datetime", example="2026-02-03 04:05:00"),
            "x=datetime(2026, 2, 3, 4, 5)",
            "datetime",
        ),
        (
            member(type_="datetime", example="2026-02-03 04:05:06"),
            "x=datetime(2026, 2, 3, 4, 5, 6)",
            "datetime",
        ),
        (
            member(type_=scalar("datetime", "number", "epoch_ms")),
            "x=datetime(2024, 6, 18, 12, 0)",
            "datetime",
        ),
        (member(type_=a_list(scalar("integer")), example=[1, 2]), "x=[1, 2]", ""),
        (member(type_=a_list(scalar("string"), ";"), example=["a", "b"]), 'x=["a", "b"]', ""),
        (member(type_="csv", example="a,b"), 'x="a,b"', ""),
        (member(type_="bytes"), 'x=Path("image.png").read_bytes()', "Path"),
        (member(type_=a_list(scalar("bytes"))), 'x=[Path("image.png").read_bytes()]', "Path"),
    ],
)
def test_an_argument(tiny: TinyProject, one: Member, source: str, names: str) -> None:
    made = _argument(tiny, one)
    assert made.text == f"client.tbk_order_get({source})"
    assert made.names == frozenset(names.split())


def test_money_is_never_a_float(spec: Spec) -> None:
    for api in spec.typed:
        tree = ast.parse(call_source(api, SAMPLES).text)
        numbers = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
        assert not [number for number in numbers if isinstance(number, float)], api.method


def test_imports_follow_from_the_names(tiny: TinyProject) -> None:
    made = Source(
        _argument(tiny, member()).text, frozenset({"Decimal", "date", "UTC", "Path", "timedelta"})
    )
    assert made.imports() == (
        "from datetime import UTC, date, timedelta",
        "from decimal import Decimal",
        "from pathlib import Path",
    )
    assert _argument(tiny, member()).imports() == ()


def test_a_long_call_stands_on_several_lines(tiny: TinyProject) -> None:
    many = [member(f"parameter_{number}", required=True) for number in range(6)]
    made = call_source(_api(tiny, *many), SAMPLES, "    ")
    lines = made.text.split("\n")
    assert lines[0] == "client.tbk_order_get("
    assert lines[1] == '        parameter_0="示例",'
    assert lines[-1] == "    )"
    ast.parse(made.text)


START, END = member("start", "datetime", required=True), member("end", "datetime", required=True)


@pytest.mark.parametrize(
    ("longest", "peak", "within", "minutes"),
    [
        (10800, None, 7776000, 90),
        (10800, 1200, 7776000, 10),
        (None, None, 7200, 60),
    ],
)
def test_a_window_that_must_be_recent_ends_now_and_is_well_inside_of_its_limit(
    tiny: TinyProject, longest: int | None, peak: int | None, within: int, minutes: int
) -> None:
    window = Window(Name("start"), Name("end"), longest, peak, within)
    made = call_source(_api(tiny, START, END, window=window), SAMPLES)
    assert made.text == (
        "client.tbk_order_get(\n"
        f"    start=datetime.now(UTC) - timedelta(minutes={minutes}),\n"
        "    end=datetime.now(UTC),\n"
        ")"
    )
    assert made.names == {"UTC", "datetime", "timedelta"}
    assert timedelta(minutes=minutes) < timedelta(seconds=peak or longest or within)


def test_a_window_of_long_ago_is_a_fixed_one(tiny: TinyProject) -> None:
    window = Window(Name("start"), Name("end"), longest=10800)
    made = call_source(_api(tiny, START, END, window=window), SAMPLES)
    assert made.text == (
        "client.tbk_order_get(\n"
        "    start=datetime(2024, 6, 18, 12, 0),\n"
        "    end=datetime(2024, 6, 18, 13, 30),\n"
        ")"
    )


def test_every_window_of_the_specs_is_well_inside_of_its_limit(spec: Spec) -> None:
    checked = 0
    for api in spec.typed:
        window = api.window
        sent = SAMPLES.request(api)
        if window and window.end and window.longest and {window.start, window.end} <= sent.keys():
            ends = [api.parameters.find(path) for path in (window.start, window.end)]
            moments = []
            for end in ends:
                assert end
                form = getattr(end.type, "format", None)
                assert form
                moments.append(form.parse(sent[end.name], timedelta(hours=8)))
            assert (
                timedelta()
                < moments[1] - moments[0]
                < timedelta(seconds=window.peak or window.longest)
            ), api.method
            checked += 1
    assert checked


def test_a_method_of_which_only_the_name_is_known_is_called_by_name(tiny: TinyProject) -> None:
    api = dataclasses.replace(orders(tiny), coverage=language.COVERAGES["name"])
    assert call_source(api, SAMPLES).text == 'client.call("taobao.tbk.order.get", {})'


def test_what_is_printed_runs(tiny: TinyProject) -> None:
    """All names are imported, and values come to the call as they stand in the spec."""
    api = _api(
        tiny,
        member("when", "datetime", required=True, example="2026-02-03 04:05:06"),
        member("day", "date", required=True, example="2026-02-03"),
        member("money", MONEY, required=True),
    )
    made = call_source(api, SAMPLES)

    class Recorder:
        def tbk_order_get(self, **arguments: Any) -> dict[str, Any]:
            return arguments

    names: dict[str, Any] = {"client": Recorder(), "Path": Path}
    exec("\n".join(made.imports()), names)
    assert eval(made.text, names) == {
        "when": datetime(2026, 2, 3, 4, 5, 6),
        "day": date(2026, 2, 3),
        "money": {"fee": Decimal("0.10")},
    }
