"""The short forms of faults."""

import pytest
from taobaoke_mock.faults import FORMS, Fault, Manner, parse_fault, table

ORDERS = "taobao.tbk.order.details.get"
SHOPS = "taobao.tbk.shop.get"


@pytest.mark.parametrize(
    ("text", "fault", "manner"),
    [
        ("7", Fault("error", code="7"), Manner()),
        ("27", Fault("error", code="27"), Manner()),
        ("15:isv.x:q", Fault("error", code="15", sub_code="isv.x:q"), Manner()),
        ("3000", Fault("error", code="15", sub_code="3000"), Manner()),
        ("session-expired", Fault("error", code="27", sub_code="session-expired"), Manner()),
        (
            "isv.permission-ip-whitelist-limit",
            Fault("error", code="11", sub_code="isv.permission-ip-whitelist-limit"),
            Manner(),
        ),
        ("ban-30", Fault("ban", seconds=30), Manner()),
        ("ban-1", Fault("ban", seconds=1), Manner()),
        ("ban-86400", Fault("ban", seconds=86400), Manner()),
        ("ban-today", Fault("ban"), Manner()),
        ("http-502", Fault("http", status=502), Manner()),
        ("bad-json", Fault("bad-json"), Manner()),
        ("empty", Fault("empty"), Manner()),
        ("timeout", None, Manner(delay=(60, 60), drop=True)),
        ("timeout-0.3", None, Manner(delay=(0.3, 0.3), drop=True)),
        ("timeout-0", None, Manner(drop=True)),
        ("disconnect", None, Manner(drop=True)),
        ("delay-2+disconnect", None, Manner(delay=(2, 2), drop=True)),
        ("delay-2", None, Manner(delay=(2, 2))),
        ("delay-1-3.5", None, Manner(delay=(1, 3.5))),
        ("dribble-5", None, Manner(dribble=5)),
        ("cut", None, Manner(cut=10)),
        ("cut-100", None, Manner(cut=100)),
        ("cut-0", None, Manner(cut=0)),
        (" delay-2+7 ", Fault("error", code="7"), Manner(delay=(2, 2))),
        (
            "delay-1-2+dribble-3+cut-40+http-503",
            Fault("http", status=503),
            Manner(delay=(1, 2), dribble=3, cut=40),
        ),
    ],
)
def test_forms(text: str, fault: Fault | None, manner: Manner) -> None:
    assert parse_fault(text, None, ORDERS) == (fault, manner)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "+",
        "7+",
        "7+10",
        "sorry",
        "delay",
        "delay-",
        "delay--1",
        "delay-0",
        "delay-3-1",
        "delay-1+delay-2",
        "delay-2+timeout-3",
        "delay-9999999999",
        "delay-3601",
        "delay-1e9",
        "delay-nan",
        "delay-٣",
        "timeout-99999",
        "dribble-3601",
        "cut+cut",
        "cut--1",
        "cut-9999999999",
        "disconnect+7",
        "disconnect+cut",
        "ban-0",
        "ban-86401",
        "ban-tomorrow",
        "http-600",
    ],
)
def test_what_is_no_form(text: str) -> None:
    with pytest.raises(ValueError, match=r"\("):
        parse_fault(text)


def test_the_forms_that_are_told_are_understood_and_stand_in_a_table() -> None:
    for form in FORMS:
        assert "CODE" in form or parse_fault(form, None, ORDERS)
    lines = table().splitlines()
    starts = {line.index(meaning) for line, meaning in zip(lines, FORMS.values(), strict=True)}
    assert starts == {len("  15:isv.invalid-parameter  ")}


def test_the_sub_message_belongs_to_the_error() -> None:
    fault, _ = parse_fault("delay-1+7", "This ban will last for 9 more seconds")
    assert fault
    assert fault.sub_msg == "This ban will last for 9 more seconds"


def test_a_number_that_no_document_has_is_sent_and_doubted() -> None:
    fault, _ = parse_fault("99", None, SHOPS)
    assert fault == Fault("error", code="15", sub_code="99")
    assert str(fault.note) == (
        "taobao.tbk.shop.get 的文档没有错误码 99；确实要它时写 15:99 "
        "(taobao.tbk.shop.get has no documented code 99; if it is meant, write 15:99)"
    )
    for text, method in (("15:99", SHOPS), ("2007", ORDERS), ("9100", SHOPS), ("99", "*")):
        fault, _ = parse_fault(text, None, method)
        assert fault
        assert fault.note is None


def test_codes_of_a_family_are_known_without_their_star() -> None:
    for text in ("invalid-parameter", "invalid-parameter:q", "isv.invalid-parameter"):
        assert parse_fault(text, None, SHOPS)[0] == Fault("error", code="15", sub_code=text)
    with pytest.raises(ValueError, match="unknown fault") as caught:
        parse_fault("invalid-paramter", None, SHOPS)
    assert "是否想写 invalid-parameter？" in str(caught.value)
    assert "*" not in str(caught.value)
