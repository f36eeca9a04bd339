"""A change of a fee is applied for, decided, and only then followed by another one."""

from typing import Any

from mock.state.stand import NOON, Stand


def apply(state: Stand, request: str, campaign: str = "123") -> Any:
    return state.ask(
        "tbk.seed.event.fee.update",
        change_request_id=request,
        change_type="1",
        change_request_time="2026-10-02 12:00:00",
        media_event_id="55",
        advertising_campaign_id=campaign,
        media_total_fee="1.00",
        change_media_total_fee="2.00",
    )


def results(state: Stand, **arguments: str) -> Any:
    return state.ask("tbk.seed.event.fee.update.result.get", **arguments)["data"]


def test_an_application_is_found_and_agreed_to_after_a_while(state: Stand) -> None:
    assert apply(state, "1") == {"data": {"media_event_id": "55"}, "result_code": 200}
    (row,) = results(state)["result"]
    assert (row["change_result"], row["change_media_total_fee"]) == (2, "2.00")
    assert "change_response_time" not in row
    state.time = NOON + 600
    (row,) = results(state)["result"]
    assert (row["change_result"], row["change_response_time"]) == (3, "2026-10-02 12:10:00")


def test_there_is_one_at_a_time(state: Stand) -> None:
    apply(state, "1")
    assert apply(state, "1")["result_code"] == 200
    refused = apply(state, "2")
    assert refused == {"biz_error_code": 40133, "biz_error_desc": "有进行中的子任务改价"}
    assert apply(state, "3", campaign="124")["result_code"] == 200
    state.time = NOON + 600
    assert apply(state, "4")["result_code"] == 200


def test_applications_are_filtered_and_paged(state: Stand) -> None:
    for number in range(3):
        apply(state, str(number), campaign=str(number))
    found = results(state, advertising_campaign_id_list="0,2", page_no="2", page_size="1")
    assert [row["change_request_id"] for row in found["result"]] == ["2"]
    assert (found["total_count"], found["page_no"], found["page_size"]) == (2, 2, 1)
    assert results(state, request_status="3") == {"total_count": 0}
