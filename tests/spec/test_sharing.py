"""Declarations with a single user move into it with all they say; those without any go."""

from decimal import Decimal
from typing import Any

import pytest
from tables import every

from generator.spec.comments import Note
from generator.spec.files import ENUMS, ERRORS, FIELDS, FIELDS_OF_TOPICS, LINKS, PLATFORM, TYPES
from generator.spec.sharing import Sheet, is_settled, settle, undefined

SHOPS = f"{FIELDS_OF_TOPICS}shops.yaml"
A, B = "specs/apis/common/a.yaml", "specs/apis/common/b.yaml"


def sheets(**data: Any) -> dict[str, Sheet]:
    files = {"fields": FIELDS, "types": TYPES, "enums": ENUMS, "errors": ERRORS, "a": A, "b": B}
    files |= {"shops": SHOPS, "links": LINKS, "platform": PLATFORM}
    return {files[key]: Sheet(files[key], value) for key, value in data.items()}


ERROR = {name: {"solution": name, "retry": "never"} for name in ("s", "t", "own")}


def a_set(**codes: str) -> dict[str, Any]:
    return {"description": "甲", "codes": {code: ERROR[error] for code, error in codes.items()}}


def test_what_two_use_stays() -> None:
    both = sheets(
        fields={"x": {"type": "integer", "enum": "E"}, "y": {"type": "T"}},
        types={"T": {"description": "甲", "use_in": "request", "fields": {"z": {"use": "x"}}}},
        enums={"E": {"description": "乙", "values": {"1": "丙"}}},
        errors={"s": {"codes": {"c": {"solution": "丁", "retry": "never"}}}},
        a={"request": {"p": {"use": "y"}}, "errors": {"use": ["s"]}},
        b={"request": {"q": {"type": "array", "items": {"use": "y"}}}, "errors": {"use": ["s"]}},
    )
    assert is_settled(both)
    assert settle(both) == []


def test_a_field_moves_and_what_stands_beside_use_wins() -> None:
    one = sheets(
        fields={
            "x": {"type": "string", "wire": "number", "description": "甲", "minimum": Decimal(1)},
            "nobody": {"type": "string"},
        },
        a={"response": {"o": {"type": "object", "fields": {
            "p": {"use": "x", "note": "乙", "description": "丙", "required": True},
        }}}},
    )  # fmt: skip
    assert not is_settled(one)
    assert settle(one) == [
        f"the field x: moved into {A}",
        "the field nobody: removed, for nothing uses it",
    ]
    member = one[A].data["response"]["o"]["fields"]["p"]
    assert list(member.items()) == [
        ("type", "string"), ("wire", "number"), ("required", True), ("minimum", 1),
        ("description", "丙"), ("note", "乙"),
    ]  # fmt: skip
    assert one[FIELDS].data == {}
    assert is_settled(one)


def test_a_type_moves_with_its_name_and_description() -> None:
    one = sheets(
        types={"T": {"description": "甲", "use_in": "response", "fields": {"z": {"type": "csv"}}}},
        a={
            "response": {
                "p": {"type": "array", "wrapper": "t", "items": {"type": "T"}},
                "q": {"type": "T", "description": "乙"},
                "r": {"type": "object", "name": "T2", "fields": {}},
            }
        },
    )
    assert settle(one) == [f"the type T: moved into {A}"]
    told = one[A].data["response"]
    fields = {"z": {"type": "csv"}}
    assert told["p"]["items"] == {
        "type": "object", "name": "T", "description": "甲", "fields": fields,
    }  # fmt: skip
    # Two objects of one method have two names.
    assert told["q"] == {"type": "object", "name": "T3", "description": "乙", "fields": fields}
    assert told["p"]["items"]["fields"] is not told["q"]["fields"]
    assert one[TYPES].data == {}


def test_what_a_moved_type_used_moves_after_it() -> None:
    one = sheets(
        fields={"x": {"type": "integer", "enum": "E", "description": "甲"}},
        types={
            "T": {"description": "乙", "use_in": "request", "fields": {"u": {"type": "U"}}},
            "U": {"description": "丙", "use_in": "request", "fields": {"z": {"use": "x"}}},
        },
        enums={"E": {"description": "丁", "values": {"1": "一", "2": "二"}}},
        a={"request": {"p": {"type": "T"}}},
    )
    assert len(settle(one)) == 4
    assert one[A].data["request"]["p"]["fields"]["u"]["fields"]["z"] == {
        "type": "integer", "enum": {"1": "一", "2": "二"}, "description": "甲",
    }  # fmt: skip
    assert one[FIELDS].data == one[TYPES].data == one[ENUMS].data == {}


def test_types_that_contain_each_other_stay() -> None:
    circle = sheets(
        types={
            "T": {"description": "甲", "use_in": "request", "fields": {"u": {"type": "U"}}},
            "U": {"description": "乙", "use_in": "request", "fields": {"t": {"type": "T"}}},
        },
        a={"request": {"p": {"type": "T"}}},
    )
    assert settle(circle) == []


def test_an_enum_that_only_one_field_uses_stands_in_it() -> None:
    """Two APIs use the field, but both have values of their own."""
    own = {"enum": {"9": "九"}}
    one = sheets(
        fields={"x": {"type": "integer", "enum": "E"}},
        enums={"E": {"description": "丁", "values": {"1": "一"}}},
        a={"request": {"p": {"use": "x"} | own}},
        b={"request": {"p": {"use": "x"} | own}},
    )
    assert settle(one) == [f"the enum E: moved into {FIELDS}"]
    assert one[FIELDS].data == {"x": {"type": "integer", "enum": {"1": "一"}}}


@pytest.mark.parametrize(
    ("own", "closed"),
    [
        ({}, "stated"),
        ({"closed": "refused"}, "refused"),
        ({"enum": {"9": "九"}}, None),
        ({"enum": {"9": "九"}, "closed": "refused"}, "refused"),
    ],
)
def test_that_a_list_is_complete_moves_with_the_list_alone(own: Any, closed: str | None) -> None:
    declared = {"type": "integer", "enum": {"1": "一"}, "closed": "stated", "description": "甲"}
    one = sheets(fields={"x": declared}, a={"request": {"p": {"use": "x"} | own}})
    assert settle(one) == [f"the field x: moved into {A}"]
    member = one[A].data["request"]["p"]
    assert member.get("closed") == closed
    assert member["enum"] == own.get("enum", {"1": "一"})


@pytest.mark.parametrize(
    ("use", "own", "expected"),
    [
        (["s"], {}, {"c": "s", "d": "s"}),
        (["s"], {"c": ERROR["own"]}, {"c": "own", "d": "s"}),
        (["t", "s"], {}, {"use": ["t"], "c": "s", "d": "s"}),
        (["s", "t"], {}, {"use": ["t"], "d": "s"}),
        (["s", "t"], {"c": ERROR["own"]}, {"use": ["t"], "d": "s", "c": "own"}),
    ],
)
def test_errors_keep_their_meaning(use: list[str], own: Any, expected: Any) -> None:
    """Later sets win over earlier ones, and a method's own errors over all."""
    one = sheets(
        errors={"s": a_set(c="s", d="s"), "t": a_set(c="t")},
        a={"errors": {"use": use} | own},
        b={"errors": {"use": ["t"]}} if "t" in use else {"errors": {}},
    )
    if "t" not in use:
        del one[ERRORS].data["t"]
    assert settle(one) == [f"the error set s: moved into {A}"]
    errors = {code: e if code == "use" else ERROR[e] for code, e in expected.items()}
    assert one[A].data["errors"] == errors


def test_a_set_of_former_years_is_its_codes() -> None:
    one = sheets(errors={"s": {"c": ERROR["s"]}}, a={"errors": {"use": ["s"]}})
    assert settle(one) == [f"the error set s: moved into {A}"]
    assert one[A].data["errors"] == {"c": ERROR["s"]}


def test_a_field_of_a_topic_moves_as_well() -> None:
    one = sheets(
        fields={"x": {"type": "integer"}},
        shops={"y": {"type": "string", "see": ["l"]}, "z": {"type": "csv"}},
        links={"l": {}},
        a={"request": {"y": {"use": "y"}, "x": {"use": "x"}}},
        b={"request": {"x": {"use": "x"}}},
    )
    one[SHOPS].notes = [Note("above", ("y",), "# of y")]
    assert settle(one) == [
        f"the field y: moved into {A}",
        "the field z: removed, for nothing uses it",
    ]
    assert one[SHOPS].data == {}
    assert one[A].data["request"]["y"] == {"type": "string", "see": ["l"]}
    assert one[A].notes == [Note("above", ("request", "y"), "# of y")]
    assert one[LINKS].data == {"l": {}}


@every(
    "user",
    [
        {"a": {"see": ["l"]}},
        {"a": {"request": {"p": {"type": "integer", "see": ["l"]}}}},
        {"a": {"response": {"p": {"type": "array", "items": {"see": ["l"]}}}}},
        {"a": {"errors": {"c": {"see": ["l"]}}}},
        {"platform": {"parameters": {"v": {"see": ["l"]}}, "errors": {}, "sub_errors": {}}},
        {"platform": {"parameters": {}, "errors": {"7": {"see": ["l"]}}, "sub_errors": {}}},
        {"platform": {"parameters": {}, "errors": {}, "sub_errors": {"*": {"see": ["l"]}}}},
        {"errors": {"s": {"codes": {"c": {"see": ["l"]}}}},
         "a": {"errors": {"use": ["s"]}}, "b": {"errors": {"use": ["s"]}}},
        {"types": {"T": {"description": "", "use_in": "request", "fields": {"p": {"see": ["l"]}}}},
         "a": {"request": {"p": {"type": "T"}}}, "b": {"request": {"p": {"type": "T"}}}},
    ],
)  # fmt: skip
def test_a_link_stays_while_somebody_refers_to_it(user: Any) -> None:
    one = sheets(links={"l": {"title": "甲"}, "m": {"title": "乙"}}, **user)
    one[LINKS].notes = [Note("above", ("l",), "# of l"), Note("above", ("m",), "# of m")]
    assert not is_settled(one)
    assert settle(one) == ["the link m: removed, for nothing uses it"]
    assert one[LINKS].data == {"l": {"title": "甲"}}
    assert one[LINKS].notes == [Note("above", ("l",), "# of l")]


def test_a_link_goes_with_the_last_error_that_names_it() -> None:
    one = sheets(links={"l": {}}, errors={"s": {"codes": {"c": {"see": ["l"]}}}}, a={})
    assert settle(one) == [
        "the error set s: removed, for nothing uses it",
        "the link l: removed, for nothing uses it",
    ]


def test_comments_move_along_or_go() -> None:
    one = sheets(
        fields={"x": {"type": "integer", "enum": "E"}, "y": {"type": "csv"}, "n": {"type": "csv"}},
        enums={"E": {"description": "丁", "values": {"1": "一"}}},
        a={"request": {"p": {"use": "x"}, "y": {"use": "y"}}},
        b={"request": {"y": {"use": "y"}}},
    )
    one[FIELDS].notes = [
        Note("above", ("x",), ""),
        Note("above", ("x",), "# of x"),
        Note("behind", ("x", "type"), "# of its type"),
        Note("above", ("y",), "# of y"),
        Note("above", ("n",), "# of n"),
    ]
    one[ENUMS].notes = [Note("behind", ("E", "values", "1"), "# of 1")]
    settle(one)
    assert one[FIELDS].notes == [Note("above", ("y",), "# of y")]
    assert one[A].notes == [
        Note("above", ("request", "p"), "# of x"),
        Note("behind", ("request", "p", "type"), "# of its type"),
        Note("behind", ("request", "p", "enum", "1"), "# of 1"),
    ]


def test_undefined_names_are_told() -> None:
    wrong = sheets(a={"request": {"p": {"use": "x"}}, "errors": {"use": ["s"]}, "see": ["l"]})
    assert [(p.file, p.path, p.message) for p in undefined(wrong)] == [
        (A, ("request", "p"), "no shared field is named 'x'"),
        (A, ("errors",), "no shared error set is named 's'"),
        (A, (), "no shared link is named 'l'"),
    ]


@pytest.mark.parametrize("data", [[], None, {"request": []}, {"request": {"p": 1}}, {"errors": 1}])
def test_sheets_that_are_too_wrong_are_not_settled(data: Any) -> None:
    assert not is_settled(sheets(a=data, fields={"x": {}}))
