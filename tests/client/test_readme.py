"""Every program of the two READMEs runs as it stands, against the mock."""

import re
from pathlib import Path
from typing import Any

import pytest
import taobaoke
import taobaoke_mock
from taobaoke import TaobaokeError
from taobaoke_mock import MockServer

ACCOUNT = '"你的 AppKey", "你的 AppSecret"'
PROGRAMS = [
    program
    for package in (taobaoke, taobaoke_mock)
    for program in re.findall(
        r"^```python\n(.*?)^```$",
        Path(package.__file__ or "").parents[2].joinpath("README.md").read_text("utf-8"),
        re.DOTALL | re.MULTILINE,
    )
]


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_of_a_readme(program: str, capsys: pytest.CaptureFixture[str]) -> None:
    with MockServer() as server:
        account = f'"12345678", "helloworld", gateway="{server.url}"'
        defined: dict[str, Any] = {}
        exec(compile(program.replace(ACCOUNT, account), "README.md", "exec"), defined)
        for test in (defined[name] for name in defined if name.startswith("test_")):
            test(taobaoke_mock=server)
        printed = capsys.readouterr().out
        assert not re.search(r"\b(None|code=)", printed)
        assert bool(printed) == ("print(" in program)


def test_the_classes_of_errors_are_listed() -> None:
    text = Path(taobaoke.__file__ or "").parents[2].joinpath("README.md").read_text("utf-8")
    classes = "rate_limit、permission、session、argument、not_found、business、temporary"
    assert f"`error.error_class` 是错误的大类\n（{classes}）" in text


def test_both_have_programs() -> None:
    assert len(PROGRAMS) == 10


def test_the_readme_names_every_error() -> None:
    errors = {name for name in taobaoke.__all__ if isinstance(getattr(taobaoke, name), type)}
    errors = {name for name in errors if issubclass(getattr(taobaoke, name), TaobaokeError)}
    text = Path(taobaoke.__file__ or "").parents[2].joinpath("README.md").read_text("utf-8")
    tree = text.partition("## 错误\n\n```text\n")[2].partition("```")[0]
    assert len(errors) > 10
    assert [name for name in sorted(errors) if name not in tree] == []
