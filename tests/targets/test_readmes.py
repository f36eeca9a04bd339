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
    tiny.pipeline().build()
    english, chinese = ((tiny.root / file).read_text("utf-8") for file in readmes.FILES)
    assert "Of the platform's 2 titles, 1 have request and response, 0 the request only" in english
    assert "平台的 2 个标题中，1 个有请求与返回" in chinese
