"""The gateway's facts and the product's names in the client's own modules."""

import pytest
from project import PLATFORM, PRODUCT, TinyProject

from generator.spec.ir import Spec
from generator.targets.client import platform
from generator.trial import program


@pytest.mark.parametrize(
    ("offset", "minutes"), [("+08:00", 480), ("-05:30", -330), ("+00:00", 0), ("-00:30", -30)]
)
def test_the_offset_of_the_gateway_has_its_sign(
    tiny: TinyProject, offset: str, minutes: int
) -> None:
    tiny.edit(PLATFORM, '"+08:00"', f'"{offset}"')
    assert platform.platform(tiny.spec().platform).utc_offset_minutes == minutes


@pytest.mark.parametrize(
    ("ways", "default", "told"),
    [
        ({"md5": "md5"}, "md5", "md5"),
        ({"md5": "md5", "hmac": "hmac_md5"}, "hmac", "hmac 或 md5"),
        (
            {"md5": "md5", "b": "hmac_sha256", "hmac": "hmac_md5", "a": "hmac_sha256"},
            "b",
            "b、a、hmac 或 md5",
        ),
    ],
)
def test_clients_sign_with_the_strongest_method_that_there_is(
    tiny: TinyProject, ways: dict[str, str], default: str, told: str
) -> None:
    head, _, rest = tiny.read(PLATFORM).partition("signing:\n")
    rows = "".join(
        f"  {name}: {{algorithm: {algorithm}, description: 摘要}}\n"
        for name, algorithm in ways.items()
    )
    tiny.write(PLATFORM, f"{head}signing:\n{rows}{rest[rest.index('checks:'):]}")
    tiny.edit(PLATFORM, "  production:", "  live:")
    files = tiny.pipeline().render()
    facts = files["client/src/taobaoke/platform.py"].decode()
    assert f'DEFAULT_SIGN_METHOD: SignMethod = "{default}"\n' in facts
    assert 'DEFAULT_GATEWAY = "live"\n' in facts
    for module in ("client", "async_client"):
        client = files[f"client/src/taobaoke/{module}.py"].decode()
        assert f"sign_method: 签名算法，{told}\n" in client


def test_errors_are_rows_with_solution_retry_class_and_limit(tiny: TinyProject) -> None:
    view = platform.platform(tiny.spec().platform)
    assert view.errors == (
        '"7": Advice("稍候再调", "ban", "rate_limit", Limit("app", "told")),',
        '"21": Advice("补上方法名", "never", "argument"),',
        (
            '"25": Advice(\n        "核对签名", "never", "argument", '
            'see=("使用说明 https://open.taobao.com/doc.htm?docId=1",)\n    ),'
        ),
        '"40": Advice("补上参数", "never", "argument"),',
    )
    assert view.sub_errors == ('"isp.*": Advice("稍候重试", "later", "temporary"),',)
    assert view.advice_import == "from ._runtime.advice import Advice, Limit"


def test_words_of_the_language_are_taken_over() -> None:
    view = platform.language_words()
    assert view.retries == ('"never"', '"later"', '"ban"', '"clock"', '"sub_code"')
    assert '"not_found"' in view.error_classes
    assert [name for name, _ in view.limit_scopes] == [
        *('"account"', '"app"', '"method"', '"user"', '"partner"')
    ]
    assert dict(view.limit_scopes)['"account"'] == '"同一账号"'
    assert view.limit_spans == ('"told"', '"today"', '"shortly"', '"unknown"')
    assert dict(view.formats)['"yyyy-MM-dd"'] == '"%Y-%m-%d"'
    assert view.epochs == (('"epoch_ms"', 1000), ('"epoch_s"', 1))


def test_without_a_first_call_one_by_name_is_shown(tiny: TinyProject) -> None:
    spec = tiny.spec()
    assert platform.first_call(spec.product, None) == 'client.call("taobao.time.get", {})'


def _with_first_call(tiny: TinyProject) -> Spec:
    call = 'method: taobao.tbk.sc.shop.save, arguments: {title: "a\\"b", page_no: 2}'
    tiny.edit(PRODUCT, "guesses:", f"first_call: {{{call}, show: [shop.title]}}\nguesses:")
    return tiny.spec()


def test_the_first_call_as_source(tiny: TinyProject) -> None:
    spec = _with_first_call(tiny)
    assert platform.first_call(spec.product, spec.first) == (
        "client.tbk_sc_shop_save(title='a\"b', page_no=2)"
    )


def test_the_trial_program_makes_the_first_call_and_shows_what_it_should(
    tiny: TinyProject,
) -> None:
    source = program(_with_first_call(tiny))
    compile(source, "trial", "exec")
    assert "from taobaoke import Client" in source
    assert "reply = client.tbk_sc_shop_save(title='a\"b', page_no=2)" in source
    assert 'print(f"  .shop.title = {reply.shop.title!r}")' in source


def test_version_and_licence_stand_in_the_package(tiny: TinyProject) -> None:
    tiny.edit(PRODUCT, 'version: "0.1.0"', 'version: "3.2.1"')
    files = tiny.pipeline().render()
    assert b'VERSION = "3.2.1"' in files["client/src/taobaoke/_product.py"]
    assert b'VERSION = "3.2.1"' in files["mock_server/src/taobaoke_mock/_product.py"]
    for package in ("client", "mock_server"):
        assert b'version = "3.2.1"' in files[f"{package}/pyproject.toml"]
        assert files[f"{package}/LICENSE"].startswith(b"MIT License")
    assert b'version: "3.2.1"' in files["openapi.yaml"]
