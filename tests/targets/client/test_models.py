"""Classes of replies and request objects: of names as long as the schemas allow."""

from pathlib import Path

import pytest
from formatting import assert_black
from project import CATALOG, ORDERS, PRODUCT, SHOP_FIELDS, SHOPS, TinyProject

METHOD = f"taobao.{'m' * 53}"
TOPIC = "t" * 30
MEMBER = "f" * 80
OBJECTS = f"""\
  {"l" * 80}:
    type: array
    required: true
    description: 多个细节
    items:
      type: object
      name: {"L" * 60}
      fields:
        {"o" * 80}:
          type: array
          required: true
          description: 更多细节
          items:
            type: object
            name: {"O" * 60}
            fields:
              weight: {{type: decimal, description: 重量}}
response:
  {"r" * 80}:
    type: array
    wrapper: {"w" * 80}
    description: 多个结果
    items:
      type: object
      name: {"R" * 60}
      fields:
        {MEMBER}: {{type: datetime, format: epoch_ms, description: 时间}}
        {"g" * 80}: {{type: datetime, description: 另一时间}}
"""


@pytest.mark.slow
def test_the_longest_names_are_laid_out_as_black_would(tiny: TinyProject, tmp_path: Path) -> None:
    tiny.edit(PRODUCT, "shops: {zh", f"{TOPIC}: {{zh")
    tiny.edit(PRODUCT, "shop: shops", f"shop: {TOPIC}")
    tiny.edit(CATALOG, "taobao.tbk.sc.shop.save", METHOD)
    spec = tiny.read(SHOPS).replace("taobao.tbk.sc.shop.save", METHOD)
    spec = spec.replace("topic: shops", f"topic: {TOPIC}").replace("response:\n", OBJECTS)
    (tiny.root / SHOPS).unlink()
    (tiny.root / SHOP_FIELDS).rename((tiny.root / SHOP_FIELDS).with_stem(TOPIC))
    tiny.write(f"specs/apis/service_provider/{METHOD}.yaml", spec)
    assert [str(problem) for problem in tiny.problems()] == []
    output = tmp_path / "output"
    for path, content in tiny.pipeline().render().items():
        if path.endswith(".py"):
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (output / path).write_bytes(content)
    module = output / "client" / "src" / "taobaoke"
    assert (module / "topics" / f"{TOPIC}.py").is_file()
    assert "L" * 60 in (module / "params.py").read_text("utf-8")
    assert_black(output)


def test_longer_names_are_refused(tiny: TinyProject) -> None:
    tiny.edit(PRODUCT, "shops: {zh", f"{TOPIC}t: {{zh")
    tiny.edit(ORDERS, "method: taobao.tbk.order.get", f"method: {METHOD}m")
    told = {(problem.file, problem.message) for problem in tiny.problems()}
    assert (PRODUCT, "31 characters are more than 30") in told
    assert (ORDERS, "61 characters are more than 60") in told
