"""A tiny project in a temporary folder: two methods that use every part of the spec language."""

import contextlib
import functools
import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from generator.output.cache import Cache, Values
from generator.output.stamp import Stamp
from generator.pipeline import Pipeline
from generator.problems import Problem, SpecError
from generator.project import Project
from generator.spec.ir import Spec
from generator.spec.load import parse
from generator.spec.text import Json

REPOSITORY = Path(__file__).parent.parent
SCHEMAS = REPOSITORY / "specs" / "_schema"

PRODUCT = "specs/product.yaml"
PLATFORM = "specs/platform.yaml"
CATALOG = "specs/catalog.yaml"
FIELDS = "specs/_shared/fields.yaml"
SHOP_FIELDS = "specs/_shared/fields/shops.yaml"
TYPES = "specs/_shared/types.yaml"
ENUMS = "specs/_shared/enums.yaml"
ERRORS = "specs/_shared/errors.yaml"
LINKS = "specs/_shared/links.yaml"
ORDERS = "specs/apis/publisher/taobao.tbk.order.get.yaml"
SHOPS = "specs/apis/service_provider/taobao.tbk.sc.shop.save.yaml"

FILES = {
    PRODUCT: """\
# yaml-language-server: $schema=_schema/product.schema.json
version: "0.1.0"
title: {zh: 淘宝客, en: Taobao affiliate}
class_prefix: Taobaoke
title_prefix: 淘宝客-
extension_prefix: x-tbk
license: {name: MIT, file: LICENSE}
client: {distribution: taobaoke, package: taobaoke, description: A client}
mock: {distribution: taobaoke-mock, package: taobaoke_mock, description: A stub}
roles:
  publisher: {zh: 推广者, en: publishers}
  service_provider: {zh: 服务商, en: service providers}
  common: {zh: 公用, en: both}
topics:
  orders: {zh: 订单, en: orders}
  shops: {zh: 店铺, en: shops, note: 店名以平台为准}
  utilities: {zh: 其他工具, en: utilities}
guesses:
  role: {sc: service_provider, dg: publisher}
  topic: {order: orders, shop: shops}
  otherwise: {role: common, topic: utilities}
""",
    PLATFORM: """\
# yaml-language-server: $schema=_schema/platform.schema.json
sources: [a page]
gateways:
  production: {url: https://eco.taobao.com/router/rest, description: 正式环境}
clock: {utc_offset: "+08:00", tolerance: 10m}
naming:
  dropped_prefix: taobao.
  response_suffix: _response
  error_root: error_response
  request_id: request_id
parameters:
  method: {type: string, required: true, description: API 全名}
  app_key: {type: string, required: true, description: 应用的标识}
  sign_method: {type: string, required: true, enum: {md5: 摘要}, description: 签名算法}
  sign: {type: string, required: true, description: 签名的值}
  session: {type: string, description: 授权码}
  timestamp: {type: datetime, required: true, description: 发起时间}
  format:
    type: string
    default: xml
    enum:
      json: 文本
      xml: 标记
    description: 返回格式
  v: {type: string, required: true, example: "2.0", description: 协议版本}
  simplify: {type: boolean, default: false, description: 是否精简}
signing:
  md5:
    algorithm: md5
    description: 摘要
    vectors: [{name: sample, secret: helloworld, parameters: {a: "1"}, sign: AB12, source: a page}]
checks: ["21", "25", "40"]
errors:
  "7": {message: App Call Limited, solution: 稍候再调, class: rate_limit, limit: {scope: app, lasts: told}, retry: ban}
  "21": {message: Missing method, solution: 补上方法名, class: argument, retry: never}
  "25": {message: Invalid signature, solution: 核对签名, class: argument, retry: never, see: [guide]}
  "40": {message: Missing required arguments, solution: 补上参数, class: argument, retry: never}
sub_errors:
  "isp.*": {solution: 稍候重试, class: temporary, retry: later}
document_page: "https://open.taobao.com/doc.htm?id={doc}"
packages: {page: "https://open.taobao.com/apply.htm?doc={doc}&id={package}", legacy: ["381"]}
""",  # noqa: E501
    CATALOG: """\
# yaml-language-server: $schema=_schema/catalog.schema.json
titles:
  - {title: 订单查询, method: taobao.tbk.order.get, doc: 101}
  - {title: 尚无文档}
beyond:
  - {title: 店铺保存, method: taobao.tbk.sc.shop.save}
""",
    FIELDS: """\
# yaml-language-server: $schema=../_schema/fields.schema.json
page_no: {type: integer, description: 第几页}
status: {type: integer, enum: Status, closed: stated, description: 状态}
""",
    SHOP_FIELDS: """\
# yaml-language-server: $schema=../../_schema/fields.schema.json
title: {type: string, description: 店铺名称, see: [guide]}
""",
    TYPES: """\
# yaml-language-server: $schema=../_schema/types.schema.json
Shop:
  description: 店铺
  use_in: response
  fields:
    shop_id: {type: string, wire: number, example: "12", description: 店铺编号}
    title: {use: title}
""",
    ENUMS: """\
# yaml-language-server: $schema=../_schema/enums.schema.json
Status: {description: 处理的状态, values: {"1": 成功, "2": 失败}}
""",
    ERRORS: """\
# yaml-language-server: $schema=../_schema/errors.schema.json
busy:
  description: 忙时的错误
  codes:
    isv.busy: {message: 系统忙, solution: 稍候重试, class: temporary, retry: later}
""",
    LINKS: """\
# yaml-language-server: $schema=../_schema/links.schema.json
guide: {title: 使用说明, url: "https://open.taobao.com/doc.htm?docId=1"}
""",
    ORDERS: """\
# yaml-language-server: $schema=../../_schema/api.schema.json
method: taobao.tbk.order.get
title: 订单查询
summary: {zh: 查询订单, en: List orders}
description: 按时间查询
role: publisher
topic: orders
coverage: full
doc:
  id: 101
  source: {date: "2026-10", kind: page}
  verified: "2026-11-01"
  confidence: documented
  sources: [a page]
  notes: [有一处存疑]
auth: {session: optional, packages: ["27939", "381"]}
idempotent: true
request:
  start_time: {type: datetime, required: true, example: "2026-01-01 00:00:00", description: 起点}
  end_time: {type: datetime, description: 结束时间}
  page_no: {use: page_no, minimum: 1}
  page_size: {type: integer, minimum: 1, maximum: 100, default: 20, description: 每页条数}
  status: {use: status, example: 1}
  title: {use: title, max_length: 20, example: 小店}
  fields:
    type: csv
    example: "a,b"
    enum:
      a: 甲
      b: 乙
    description: 返回哪些列
constraints: [{at_least_one_of: [title, status]}]
response:
  has_next: {type: boolean, description: 是否还有下一页}
  results:
    type: array
    wrapper: order
    description: 订单的列表
    items:
      type: object
      name: Order
      description: 一笔订单
      fields:
        order_id: {type: string, description: 订单编号}
        fee: {type: decimal, unit: 元, placeholders: ["--"], description: 佣金}
        paid_at: {type: datetime, further_formats: [epoch_ms], description: 付款时间}
        is_first:
          type: boolean
          wire: string
          truth: {"yes": ["1", "Y"], "no": ["0"]}
          description: 是否首单
        shop: {type: Shop, description: 所在店铺}
        tags: {type: array, wrapper: string, description: 标签, items: {type: string}}
pagination: {style: page, items: results, page: page_no, size: page_size, more: has_next}
window: {start: start_time, end: end_time, longest: 3h}
errors:
  use: [busy]
  isv.none: {message: 没有结果, solution: 换个条件, class: not_found, retry: never}
example:
  response:
    has_next: false
    results:
      order: [{order_id: "1", fee: "1.50", shop: {shop_id: 12}, tags: {string: [新]}}]
""",
    SHOPS: """\
# yaml-language-server: $schema=../../_schema/api.schema.json
method: taobao.tbk.sc.shop.save
title: 店铺保存
summary: {zh: 保存店铺, en: Save a shop}
role: service_provider
topic: shops
coverage: full
doc: {confidence: sdk, sources: [a client library]}
auth: {session: required}
idempotent: false
request:
  title: {use: title, required: true, example: 小店, taken_from: {example: taobao.tbk.order.get}}
  page_no: {use: page_no}
  status: {use: status}
  detail:
    type: object
    name: Detail
    description: 细节
    fields:
      weight: {type: decimal, scale: 2, minimum: "0.5", example: 1.10, description: 重量}
response:
  shop: {type: Shop, description: 保存后的店铺}
errors:
  use: [busy]
""",
}


@functools.cache
def _read(folder: Path) -> dict[str, bytes]:
    """The files of a folder that no test changes."""
    return tree(folder)


class _SharedCache(Cache):
    """Remembers nothing but sound documents, in this process."""

    def values(self, name: str, made_by: str) -> Values:
        return _SharedValues(made_by)


class _SharedValues(Values):
    known: ClassVar[dict[tuple[str, str], Json]] = {}

    def __init__(self, made_by: str) -> None:
        self._made_by = made_by
        self.save = self.close = lambda: None

    def get(self, key: str) -> Json:
        return self.known.get((self._made_by, key))

    def keep(self, key: str, value: Json) -> None:
        self.known[self._made_by, key] = value


class _SharedStamp(Stamp):
    """Knows the generator's own code, which stays while tests run; it looks at no project.

    Nothing asks it whether something changed, and schemas are those of the repository.
    """

    def look(self, inputs: Iterable[str]) -> None:
        pass

    def look_at_single(self, paths: Iterable[str]) -> None:
        pass

    def digest(self, *folders: Path) -> str:
        return "today's code"


@dataclass(frozen=True, slots=True)
class TinyProject:
    """A project of its own, below a temporary folder."""

    root: Path

    @classmethod
    def create(cls, root: Path, *, templates: Path | None = None) -> "TinyProject":
        """A project with good specs and a copy of the repository's templates."""
        project = cls(root)
        for file, content in FILES.items():
            project.write(file, content)
        shutil.copytree(SCHEMAS, root / "specs" / "_schema")
        shutil.copytree(templates or REPOSITORY / "templates", root / "templates")
        shutil.copy(REPOSITORY / "LICENSE", root)
        return project

    def write(self, file: str, content: str | bytes) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)

    def read(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def edit(self, file: str, old: str, new: str) -> None:
        """Replace a text that stands there exactly once."""
        before = self.read(file)
        assert before.count(old) == 1, f"{old!r} stands {before.count(old)} times in {file}"
        self.write(file, before.replace(old, new))

    def restore(self) -> None:
        """Make its specs good again, whatever a test did to them."""
        good = {file: content.encode() for file, content in FILES.items()}
        good |= {f"specs/_schema/{path}": content for path, content in _read(SCHEMAS).items()}
        found = {f"specs/{path}": content for path, content in tree(self.root / "specs").items()}
        for file in found.keys() - good.keys():
            (self.root / file).unlink()
        for file, content in good.items():
            if found.get(file) != content:
                self.write(file, content)

    def looks(self) -> dict[str, tuple[int, ...]]:
        """Every file and folder, and what tells that somebody changed it; of specs, their kind."""
        found = {}
        for folder, folders, files in os.walk(self.root):
            below = os.path.relpath(folder, self.root)
            ours = below.startswith("specs")
            for name in (*folders, *files):
                look = os.lstat(f"{folder}{os.sep}{name}")
                changes = (look.st_size, look.st_mtime_ns, look.st_ctime_ns, look.st_ino)
                is_ours = ours or stat.S_ISDIR(look.st_mode)
                found[f"{below}/{name}"] = (look.st_mode, *(() if is_ours else changes))
        return found

    def pipeline(self, *, cached: bool = False) -> Pipeline:
        """The whole line; what it reads of the good specs, hundreds of tests share."""
        project = Project.at(self.root, cached=cached)
        names = {path.name for path in project.schemas.glob("*")}
        if cached or names != {*_read(SCHEMAS)} or tree(project.schemas) != _read(SCHEMAS):
            return Pipeline(project)
        project.cache = _SharedCache(None)
        return Pipeline(project, _SharedStamp(None))

    def spec(self) -> Spec:
        return self.pipeline().spec()

    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the specs, their layout aside; empty if nothing is."""
        pipeline = self.pipeline()
        try:
            pipeline.spec()
        except SpecError as error:
            found = error.problems
        else:
            found = pipeline.summary.warnings
        return tuple(problem for problem in found if problem.rule != "layout")

    def run(
        self, *arguments: str, cwd: Path | None = None, **environment: str
    ) -> "subprocess.CompletedProcess[str]":
        """`python -m generator` on this project, in a process of its own."""
        return subprocess.run(
            [sys.executable, "-m", "generator", "--root", str(self.root), *arguments],
            capture_output=True,
            encoding="utf-8",
            cwd=cwd or REPOSITORY,
            env=os.environ | environment,
            timeout=60,
            check=False,
        )


def product_without_calls() -> str:
    """Our own specs/product.yaml, for projects that lack the methods which it names."""
    product: Any = parse(PRODUCT, (REPOSITORY / PRODUCT).read_bytes()).data
    return json.dumps({key: product[key] for key in product if key not in ("first_call", "guides")})


def frozen_project(root: Path) -> Project:
    """The old specs of tests/frozen, ready to be built with today's templates.

    The language has grown one file since: the words of the product, which every project needs now,
    with the schema that describes it. They are the repository's own; first call and guides are left
    out, because their methods are not among the old ones.
    """
    shutil.copytree(REPOSITORY / "tests" / "frozen" / "specs", root / "specs")
    shutil.copytree(REPOSITORY / "templates", root / "templates")
    shutil.copy(REPOSITORY / "LICENSE", root)
    schema = "specs/_schema/product.schema.json"
    shutil.copy(REPOSITORY / schema, root / schema)
    (root / PRODUCT).write_text(product_without_calls(), encoding="utf-8")
    return Project.at(root, cached=False)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by path."""
    return dict(sorted(_files(os.fspath(folder), "")))


def _files(folder: str, below: str) -> Iterator[tuple[str, bytes]]:
    with contextlib.suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{below}{entry.name}/")
            elif entry.is_file():
                with open(entry.path, "rb", buffering=0) as file:
                    yield below + entry.name, file.read()
