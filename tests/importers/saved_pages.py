"""Where the saved pages are, and what the tests of the importer share."""

from pathlib import Path

HERE = Path(__file__).parent
PAGES = HERE / "pages"
SPECS = HERE.parent.parent / "specs"
SPEC = "specs/apis/service_provider/taobao.tbk.demo.parcel.list.yaml"
"""The spec of the invented method that the pages describe."""


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its content."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
