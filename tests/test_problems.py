"""What problems are told with."""

import pytest

from generator.problems import shortened


@pytest.mark.parametrize(
    ("text", "most", "shown"),
    [("", 3, ""), ("店铺名", 3, "店铺名"), ("店铺名称", 3, "店铺…"), ("abcdef", 5, "abcd…")],
)
def test_a_text_is_shortened_where_it_does_not_fit(text: str, most: int, shown: str) -> None:
    assert shortened(text, most) == shown


def test_sixty_characters_fit_usually() -> None:
    assert shortened("x" * 60) == "x" * 60
    assert shortened("x" * 61) == "x" * 59 + "…"
