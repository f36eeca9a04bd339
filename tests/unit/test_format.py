"""Formatted text is what black makes of it, from the cache or not, in one process or two."""

import black
import pytest

from generator.problems import GeneratorError
from generator.output.format import Formatter, format_text

CORPUS = (
    "x=1\n",
    '"""Doc."""\nfrom a import (b)\nclass C :\n  def f( self,*,a:int=1 )->None: pass\n',
    "call(" + ", ".join(f"argument_{n}={n}" for n in range(20)) + ")\n",
    "x = {'a': 'it\\'s', \"b\": '\"', }\n\n\n\n\ny = 1",
    'def f():\n    """中文 \\"""" \n    return "\\u202e"\n',
    "match x:\n  case [1,2]: pass\n",
    "already = 1\n",
    "# only a comment",
)
MODE = black.Mode(line_length=100, target_versions={black.TargetVersion.PY311})
LONG = {f"m{number}.py": f"text_{number}='{'x' * 9_000}'\n" for number in range(20)}


def formatted(
    texts: dict[str, str], remembered: dict[str, str], workers: int
) -> tuple[dict[str, str], dict[str, str]]:
    formatter = Formatter(remembered, workers)
    for path, text in texts.items():
        formatter.add(path, text)
    return formatter.results()


@pytest.mark.parametrize("text", CORPUS)
def test_it_is_what_black_writes(text: str) -> None:
    assert format_text(text) == black.format_str(text, mode=MODE)


def test_what_is_no_python_is_told() -> None:
    with pytest.raises(GeneratorError, match="rendered code is not Python"):
        format_text("def f(:\n")


def test_remembered_texts_equal_fresh_ones_and_only_needed_ones_are_kept() -> None:
    texts = {f"{number}.py": text for number, text in enumerate(CORPUS)}
    fresh, kept = formatted(texts, {}, 1)
    assert fresh == {path: black.format_str(text, mode=MODE) for path, text in texts.items()}
    again, kept_again = formatted(texts, kept | {"another": "x"}, 1)
    assert again == fresh
    assert kept_again == kept


def test_what_is_remembered_is_not_formatted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = {"a.py": "a=1\n", "b.py": "b=1\n"}
    _, kept = formatted(texts, {}, 1)
    seen: list[str] = []
    monkeypatch.setattr("generator.format.format_text", lambda text: seen.append(text) or "c = 1\n")
    assert formatted(texts | {"c.py": "c=1\n"}, kept, 1)[0] == {
        "a.py": "a = 1\n",
        "b.py": "b = 1\n",
        "c.py": "c = 1\n",
    }
    assert seen == ["c=1\n"]


def test_equal_texts_share_one_formatting() -> None:
    texts = {"a.py": "x=1\n", "b.py": "x=1\n"}
    results, kept = formatted(texts, {}, 1)
    assert results == {"a.py": "x = 1\n", "b.py": "x = 1\n"}
    assert len(kept) == 1


def test_two_workers_write_what_one_writes() -> None:
    assert sum(map(len, LONG.values())) > 150_000
    assert formatted(LONG, {}, 2) == formatted(LONG, {}, 1)
