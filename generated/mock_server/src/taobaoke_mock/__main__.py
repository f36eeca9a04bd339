"""python -m taobaoke_mock"""

from taobaoke_mock.cli import entry_point

entry_point()
