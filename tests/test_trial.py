"""The trial call works wherever the project stands."""

from pathlib import Path

import pytest
from project import PLATFORM, TinyProject


@pytest.mark.slow
def test_a_folder_whose_name_holds_the_separator_of_paths(tmp_path: Path) -> None:
    tiny = TinyProject.create(tmp_path / "a:b;c 'd' 淘")
    # The client signs with it unless it is told otherwise.
    tiny.write(
        PLATFORM,
        tiny.read(PLATFORM)
        .replace("  md5:", "  hmac-sha256:")
        .replace("{md5:", "{hmac-sha256:")
        .replace("algorithm: md5", "algorithm: hmac_sha256"),
    )
    pipeline = tiny.pipeline()
    pipeline.build()
    assert "request_id=" in pipeline.trial()
