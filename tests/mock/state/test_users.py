"""Encrypted ids of users are known again."""

from mock.state.stand import Stand


def test_an_encrypted_user_is_known(state: Stand) -> None:
    asked = {"tk_domain": "3", "source_type": "1", "source_values": "123,456"}
    rows = state.ask("tbk.uvid.encrypt", **asked)["result_list"]
    assert [row["source_value"] for row in rows] == ["123", "456"]
    assert state.ask("tbk.sc.uvid.encrypt", **asked)["result_list"] == rows
    assert rows[0]["encrypted_uvid"] != rows[1]["encrypted_uvid"]
    (bound,) = state.ask("tbk.dg.uvid.bind.status.get", uvid=rows[0]["encrypted_uvid"])[
        "result_list"
    ]
    assert (bound["matched_user"], bound["uvid_domain"]) == (True, "社群")
    assert bound["bind_time"] == "20261002"


def test_an_unknown_user_is_not_matched(state: Stand) -> None:
    (row,) = state.ask("tbk.dg.uvid.bind.status.get", uvid="x")["result_list"]
    assert row == {"matched_user": False, "uvid": "x", "msg": "invalid"}


def test_a_call_without_users_says_so(state: Stand) -> None:
    (row,) = state.ask("tbk.uvid.encrypt", tk_domain="3")["result_list"]
    assert row == {"error_message": "miss source_values"}
