"""Edits of the good tiny specs that break a rule, and the place where that must be told."""

from dataclasses import dataclass

from project import TinyProject

from generator.problems import Problem


@dataclass(frozen=True)
class Case:
    """An edit to the good specs, and the problem that it must give."""

    rule: str
    file: str
    old: str
    new: str
    at: str
    """The text in the edited file where the problem stands."""
    message: str
    hint: str = ""
    reported_in: str = ""
    """The file that is reported, if it is another one."""

    def __str__(self) -> str:
        return f"{self.rule}-{self.message[:24]}"


def place_of(text: str, marker: str) -> tuple[int, int]:
    """Line and column of a text that stands somewhere in another one."""
    start = text.index(marker)
    return text.count("\n", 0, start) + 1, start - (text.rfind("\n", 0, start) + 1) + 1


def assert_reported(tiny: TinyProject, case: Case) -> None:
    """The edit gives the problem, at its place and with its hint."""
    if case.old:
        tiny.edit(case.file, case.old, case.new)
    else:
        tiny.write(case.file, case.new)
    file = case.reported_in or case.file
    problems = tiny.problems()
    found = [
        problem
        for problem in problems
        if problem.rule == case.rule and case.message in problem.message and problem.file == file
    ]
    assert found, [str(problem) for problem in problems]
    assert case.hint in found[0].hint
    level = "warning: " if found[0].warning else ""
    place = f"{file}:{found[0].line}:{found[0].column}: "
    assert str(found[0]).startswith(f"{place}{level}{case.rule}: ")
    if case.at:
        assert (found[0].line, found[0].column) == place_of(tiny.read(file), case.at)


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    """Rules and files, for tests that want to see all problems."""
    return [(problem.rule, problem.file) for problem in problems]
