"""One fault against build and tests."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mutants.areas import Aim, aim
from mutants.copies import Copy, Ran
from mutants.faults import Fault

_PASSED = (0, 5)
"""Exit codes of pytest: all passed; there was nothing to run."""
_SHORTEST = 90.0
_PATIENCE = 6.0
"""How many times the usual time tests may take before a fault counts as one that hangs."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who noticed a fault."""

    by: str
    """`build`, `test`, `time`; empty if nobody did."""
    test: str = ""
    first_look: bool = False
    """It survived the nearest tests; nobody knows about the others."""

    @property
    def survived(self) -> bool:
        return not self.by


@dataclass(frozen=True, slots=True)
class Trial:
    """What faults meet."""

    modules: Sequence[str]
    """All modules of tests, paths below tests/."""
    seconds: Mapping[str, float]
    """What they take without a fault."""
    slow: bool = False
    """Whether faults that survive the quick tests meet the slow ones, too."""
    nearest_only: bool = False

    def limit(self, modules: Sequence[str]) -> float:
        """The seconds that modules may take."""
        usual = sum(self.seconds.get(module, 2.0) for module in modules)
        return max(_SHORTEST, _PATIENCE * usual)

    def of(self, fault: Fault, copy: Copy) -> Verdict:
        """Put a fault into the copy, and see whether anybody notices."""
        with copy.changed(fault.file, fault.apply):
            # The layout of a spec is mended with one command, so it tells nothing.
            if _is_spec(fault.file) and copy.build("fmt").code != 0:
                return Verdict("build")
            built = copy.build()
            if built.code is None:
                return Verdict("time", "build")
            if built.code:
                return Verdict("build")
            copy.forget_changed()
            return self._tests(aim(fault.file, self.modules, self.seconds), copy)

    def _tests(self, aimed: Aim, copy: Copy) -> Verdict:
        others = () if self.nearest_only else aimed.others
        for modules, again in ((aimed.nearest, False), (others, True)):
            if modules and (verdict := self._run(modules, "not slow", copy, again=again)):
                return verdict
        if self.slow and (verdict := self._run([*aimed.nearest, *others], "slow", copy)):
            return verdict
        return Verdict("", first_look=self.nearest_only)

    def _run(
        self, modules: Sequence[str], marked: str, copy: Copy, *, again: bool = False
    ) -> Verdict | None:
        limit = self.limit(modules) if marked != "slow" else 900.0
        ran = copy.pytest(modules, limit, "-m", marked)
        if again and ran.code == 1 and ran.failed_test and not self._fails(ran, copy, limit):
            # It failed by chance, somewhere far away: the rest decides.
            ran = copy.pytest(modules, limit, "-m", marked)
        if ran.code in _PASSED:
            return None
        if ran.code is None:
            return Verdict("time", modules[0])
        return Verdict("test", ran.failed_test or ran.told.strip().rpartition("\n")[2][:200])

    @staticmethod
    def _fails(ran: Ran, copy: Copy, limit: float) -> bool:
        return copy.pytest([ran.failed_test], limit).code not in _PASSED


def _is_spec(file: str) -> bool:
    return file.startswith("specs/") and file.endswith(".yaml")
