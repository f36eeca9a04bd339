"""Puts the rendered packages and the helpers of the tests on the import path."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent

for folder in ("generated/client/src", "generated/mock_server/src", "tests"):
    sys.path.insert(0, str(ROOT / folder))
