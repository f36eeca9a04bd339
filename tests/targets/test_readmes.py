"""The numbers that READMEs tell, counted for a tiny project."""

from dataclasses import asdict, replace

from project import CATALOG, TinyProject

from generator.spec.language import COVERAGES
from generator.targets import readmes

README = "<!-- counts --><!-- /counts -->\n<!-- coverage -->\n<!-- /coverage -->\n"


def told(tiny: TinyProject) -> dict[str, int]:
    return asdict(readmes.numbers(tiny.spec()))


def test_titles_are_counted_on_the_list_and_beyond_it(tiny: TinyProject) -> None:
    numbers = told(tiny)
    assert numbers.pop("members") == tiny.spec().member_count > 10
    assert numbers == {
        "listed": 2,
        "beyond": 1,
        "typed": 2,
        "full": 1,
        "request": 0,
        "guessed": 0,
        "titles": 1,
        "beyond_full": 1,
        "beyond_named": 0,
        "permitted": 1,
    }


def test_what_is_known_less_well_is_counted_apart(tiny: TinyProject) -> None:
    tiny.edit(CATALOG, "  - {title: 店铺保存", "  - {title: 没有资料}\n  - {title: 店铺保存")
    spec = tiny.spec()
    level = COVERAGES["request"]
    apis = tuple(
        replace(api, coverage=level) if api.topic.name == "orders" else api for api in spec.apis
    )
    numbers = readmes.numbers(replace(spec, apis=apis))
    assert (numbers.full, numbers.request, numbers.typed) == (0, 1, 2)
    assert (numbers.beyond, numbers.beyond_full, numbers.beyond_named) == (2, 1, 1)


def test_both_readmes_print_them(tiny: TinyProject) -> None:
    for file in readmes.FILES:
        tiny.write(file, README)
    members = tiny.spec().member_count
    tiny.pipeline().build()
    english, chinese = ((tiny.root / file).read_text("utf-8") for file in readmes.FILES)
    assert words(english) == words(f"""
        <!-- counts --> 2 titles of the platform's list (and 1 methods beyond it), 2 methods
        with their parameters, {members} parameters and fields in all <!-- /counts -->
        <!-- coverage --> Of the platform's 2 titles, 1 have request and response, 0 the request
        only, 0 a method name that is only inferred (no typed call), and 1 are known by title
        alone. Beyond the list, 1 methods are fully described and 0 known by name. Of 1 methods it
        is known which permission packages grant them. The typed client calls 2 methods; each of
        them is called against the mock, sync and async, and each documented sample is decoded and
        encoded back in JSON, simplified JSON and XML, whenever the tests run.
        [Details by title](generated/docs/docs/coverage.md). <!-- /coverage -->
        """)
    assert words(chinese) == words(f"""
        <!-- counts --> 平台列表的 2 个标题（以及列表之外的 1 个方法），其中 2 个方法的参数已知，
        共 {members} 个参数与字段 <!-- /counts --> <!-- coverage --> 平台的 2 个标题中，
        1 个有请求与返回，0 个只有请求，0 个只有推断的方法名（不生成带类型的调用），1 个只有标题。
        列表之外，1 个方法有完整资料，0 个只知道名字。已知 1 个方法归哪些权限包。
        带类型的客户端可以调用 2 个方法；每次运行测试，都会对模拟网关同步、异步各调用一遍，
        并把每个文档样例以 JSON、精简 JSON、XML 三种形式解码再编码回去。
        [逐个标题的情况](generated/docs/docs/coverage.md)。 <!-- /coverage -->
        """)


def words(text: str) -> str:
    """A text without the blanks and breaks that only lay it out."""
    return "".join(text.split())
