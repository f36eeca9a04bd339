"""Tables in one test are as strict as one test a row."""

import pytest
from tables import every


def test_all_rows_are_tried_and_all_wrong_ones_told() -> None:
    tried = []

    @every(("a", "b"), [(1, 1), (2, 3), (4, 4), (5, 6)])
    def equal(a: int, b: int) -> None:
        tried.append(a)
        assert a == b, "they differ"

    with pytest.raises(pytest.fail.Exception) as told:
        equal()
    assert tried == [1, 2, 4, 5]
    text = str(told.value)
    assert text.startswith("2 of 4 rows are wrong\n\nrow 1: a=2, b=3\n  test_tables.py:")
    assert "row 3: a=5, b=6\n" in text
    assert text.count("AssertionError: they differ") == 2
    assert "row 0" not in text


def test_tables_multiply_and_leave_fixtures_and_parameters_to_pytest() -> None:
    seen = []

    @every("a", [1, 2], ids="{}!".format)
    @every("b", ["x", "y"])
    def pairs(a: int, b: str, fixture: str) -> None:
        seen.append((a, b, fixture))
        if (a, b) == (2, "y"):
            pytest.fail("no")

    with pytest.raises(pytest.fail.Exception) as told:
        pairs(fixture="f")
    assert seen == [(1, "x", "f"), (1, "y", "f"), (2, "x", "f"), (2, "y", "f")]
    assert str(told.value).startswith("1 of 2 rows are wrong\n\nrow 2!: a=2\n")
    assert "row 1: b='y'" in str(told.value)


@pytest.mark.parametrize("rows", [[], [(1, 2, 3)], [(1,)]])
def test_a_table_that_proves_nothing_is_an_error(rows: list[tuple[int, ...]]) -> None:
    def anything(a: int, b: int) -> None:
        pass

    with pytest.raises((AssertionError, ValueError)):
        every(("a", "b"), rows)(anything)()


def test_a_name_that_the_test_does_not_take_is_an_error() -> None:
    with pytest.raises(AssertionError, match="does not take all of"):

        @every("c", [1])
        def other(a: int) -> None:
            pass
