"""Modules that packages of ours need are written down: all of them, and for every Python."""

import re
import sys

from project import REPOSITORY

from generator.targets.modules import DISTRIBUTIONS, STANDARD_LIBRARY


def test_every_module_of_this_python_is_known() -> None:
    public = {name for name in sys.stdlib_module_names if not name.startswith("_")}
    assert public <= STANDARD_LIBRARY


def test_everything_that_the_packages_depend_on_is_known() -> None:
    files = [*(REPOSITORY / "templates").glob("*/pyproject.toml.jinja")]
    text = "".join(file.read_text("utf-8") for file in files)
    wanted = set(re.findall(r'"([a-z0-9-]+)>=[0-9.]+"', text)) - {"hatchling"}
    expected = "aiohttp httptools jsonschema msgspec multipart pyyaml urllib3"
    assert {*expected.split()} <= wanted <= DISTRIBUTIONS
