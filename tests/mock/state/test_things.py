"""What was created survives in its database."""

from pathlib import Path

from taobaoke_mock.state.book import Book

from mock.state.stand import Stand


def test_another_process_finds_what_was_created(tmp_path: Path) -> None:
    file = tmp_path / "state"
    before = Stand(Book(file))
    made = before.ask("tbk.tpwd.create", url="https://uland.taobao.com/x")["data"]["model"]
    before.book.close()
    after = Stand(Book(file))
    parsed = after.ask("tbk.tpwd.parse", password_content=made)["data"]
    assert parsed["origin_url"] == "https://uland.taobao.com/x"


def test_an_id_is_taken_once_for_each_kind() -> None:
    book = Book()
    things = book.things
    first = things.add("a", "1", {"x": 1}, 5.0)
    assert things.add("a", "1", {"x": 2}, 6.0) == first
    assert things.add("b", "1", {"x": 3}, 7.0).data == {"x": 3}
    things.change("a", "1", {"x": 4})
    assert [(thing.created, thing.data) for thing in things.all("a")] == [(5.0, {"x": 4})]
    assert (things.count("a"), things.count("c"), things.find("c", "1")) == (1, 0, None)
