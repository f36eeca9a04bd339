"""Connections that do not come about: where, why in the system's words, and what to do."""

import errno
import os
import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from taobaoke import RetryPolicy, TransportError

from client.conftest import Caller, Callers
from client.sockets import SELF_SIGNED, Act, Breaker, breaking, deaf, http, nobody

ONCE = RetryPolicy(attempts=1)
REFUSED = os.strerror(errno.ECONNREFUSED)


def fails(callers: Callers, *, passing: bool = True, **options: Any) -> TransportError:
    """The error of a write, which was not sent and tells so."""
    caller = callers(**{"retries": ONCE, "timeout": 9, "allow_http": True, **options})
    with pytest.raises(TransportError) as caught:
        caller.tbk_adzone_create(site_id="1", adzone_name="x")
    error = caught.value
    assert (error.sent, error.status, error.excerpt) == (False, None, "")
    assert error.passing is passing
    assert error.is_write
    assert not error.may_have_taken_effect
    text = str(error)
    assert text.startswith("taobao.tbk.adzone.create: no usable reply / 没有可用的应答：")
    assert text.endswith(" | 请求没有发出")
    return error


def origin(url: str) -> str:
    found = re.match(r"https?://[^/]+", url)
    assert found
    return found[0]


def test_nobody_listens_on_this_machine(callers: Callers) -> None:
    url = nobody()
    error = fails(callers, gateway=url)
    assert error.reason == (
        f"无法连接 {origin(url)}：{REFUSED}；本机没有程序在听，模拟网关 taobaoke-mock 在运行吗？"
    )


def test_nobody_listens_under_another_name_of_this_machine(callers: Callers) -> None:
    url = nobody().replace("127.0.0.1", "localhost")
    reason = fails(callers, gateway=url).reason
    assert reason.startswith(f"无法连接 {origin(url)}：")
    assert reason.endswith("模拟网关 taobaoke-mock 在运行吗？")


def test_a_port_that_is_shut_for_everybody_is_no_matter_of_the_mock(callers: Callers) -> None:
    reason = fails(callers, gateway="http://0.0.0.0:1/").reason
    assert reason == f"无法连接 http://0.0.0.0:1：{REFUSED}"


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_names_that_nobody_knows(callers: Callers, scheme: str) -> None:
    reason = fails(callers, gateway=f"{scheme}://no-such-host.invalid/router/rest").reason
    port = {"http": 80, "https": 443}[scheme]
    start = f"无法连接 {scheme}://no-such-host.invalid:{port}："
    assert reason.startswith(start)
    with pytest.raises(socket.gaierror) as known:
        socket.getaddrinfo("no-such-host.invalid", port)
    assert reason == start + str(known.value.strerror)


@pytest.mark.parametrize("host", ["a..b", f"{'a' * 64}.cn", "a" * 300])
def test_names_that_are_none(callers: Callers, host: str) -> None:
    assert fails(callers, gateway=f"https://{host}/").reason.startswith(f"无法连接 https://{host}:")


def test_nobody_answers(callers: Callers) -> None:
    with deaf() as url:
        assert fails(callers, gateway=url, timeout=0.1).reason == f"0.1 秒内没有连上 {origin(url)}"


# TLS


def untrusted(callers: Callers, url: str, **options: Any) -> str:
    return fails(callers, gateway=url.replace("http:", "https:"), passing=False, **options).reason


def test_a_certificate_that_nobody_trusts(callers: Callers) -> None:
    with breaking(tls=True) as breaker:
        reason = untrusted(callers, breaker.url)
        assert reason.startswith(
            f"与 https://127.0.0.1:{breaker.port} 的 TLS 握手或证书校验失败："
            "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self"
        )
        assert reason.endswith("；自己的 CA 请用 ssl_context 给出")
        trusting = ssl.create_default_context(cafile=str(SELF_SIGNED))
        breaker.acts.append(Act(http(b'{"time_get_response":{"request_id":"r"}}')))
        url = breaker.url.replace("http:", "https:")
        caller = callers(gateway=url, ssl_context=trusting, retries=ONCE)
        assert caller.call("taobao.time.get").request_id == "r"


def test_a_certificate_for_another_name(callers: Callers) -> None:
    trusting = ssl.create_default_context(cafile=str(SELF_SIGNED))
    with breaking(tls=True) as breaker:
        url = breaker.url.replace("127.0.0.1", "localhost")
        reason = untrusted(callers, url, ssl_context=trusting)
    assert "CERTIFICATE_VERIFY_FAILED" in reason
    assert "localhost" in reason


def test_a_version_of_tls_that_the_server_does_not_speak(callers: Callers) -> None:
    old = ssl.create_default_context(cafile=str(SELF_SIGNED))
    old.minimum_version = old.maximum_version = ssl.TLSVersion.TLSv1_2
    with server_of_tls_1_3() as port:
        url = f"https://127.0.0.1:{port}/"
        reason = fails(callers, gateway=url, passing=False, ssl_context=old).reason
    assert reason.startswith(f"与 https://127.0.0.1:{port} 的 TLS 握手或证书校验失败：[SSL: ")


@contextmanager
def server_of_tls_1_3() -> Iterator[int]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(SELF_SIGNED))
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def shake() -> None:
            connection, _ = listener.accept()
            with connection, pytest.raises(OSError, match="SSL"):
                context.wrap_socket(connection, server_side=True)

        thread = threading.Thread(target=shake)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(9)


def test_a_server_that_speaks_no_tls(callers: Callers) -> None:
    with breaking() as breaker:
        breaker.greeting = b"HTTP/1.1 400 Bad Request\r\n\r\n"
        reason = untrusted(callers, breaker.url)
    assert reason.startswith(f"与 https://127.0.0.1:{breaker.port} 的 TLS ")
    assert reason.endswith("；对方在这个端口上说的不是 TLS")


@pytest.mark.parametrize("proxied", [False, True])
def test_a_server_that_hangs_up_in_the_handshake(callers: Callers, proxied: bool) -> None:
    with breaking() as breaker:
        url = breaker.url.replace("http:", "https:")
        options: dict[str, Any] = {"gateway": url}
        if proxied:
            options = {"gateway": "https://a.invalid/", "proxy": breaker.url[: -len("router/rest")]}
        with socket_that_closes() as port:
            options = {
                name: re.sub(r"127\.0\.0\.1:\d+", f"127.0.0.1:{port}", text)
                for name, text in options.items()
            }
            reason = fails(callers, **options, passing=True).reason
    assert f"127.0.0.1:{port}" in reason


@contextmanager
def socket_that_closes() -> Iterator[int]:
    """A server that reads what comes first, and ends the connection."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def one() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(9999)

        thread = threading.Thread(target=one)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(9)


# Proxies


def proxy_of(url: str, account: str = "") -> str:
    return url.removesuffix("/router/rest").replace("http://", f"http://{account}")


@pytest.mark.parametrize("target", ["http://a.invalid/", "https://a.invalid/"])
class TestProxies:
    def test_a_proxy_that_does_not_run(self, callers: Callers, target: str) -> None:
        proxy = proxy_of(nobody(), "me:word@")
        reason = fails(callers, gateway=target, proxy=proxy).reason
        told = proxy.replace("me:word@", "")
        assert reason == f"无法连接 代理 {told}：{REFUSED}；代理在运行吗？"

    def test_a_proxy_that_nobody_knows(self, callers: Callers, target: str) -> None:
        reason = fails(callers, gateway=target, proxy="http://me:word@no-such.invalid:1").reason
        assert reason.startswith("无法连接 代理 http://no-such.invalid:1：")
        assert "word" not in reason

    def test_a_proxy_that_does_not_answer(self, callers: Callers, target: str) -> None:
        with deaf() as url:
            reason = fails(callers, gateway=target, proxy=proxy_of(url), timeout=0.1).reason
        assert reason == f"0.1 秒内没有连上 代理 {proxy_of(url)}"


@pytest.mark.parametrize(
    ("status", "passing", "hint"),
    [
        ("403 Forbidden", False, ""),
        ("407 Authentication Required", False, "；网址里的用户名或密码不对？"),
        ("502 Bad Gateway", True, ""),
        ("503 Unavailable", True, ""),
    ],
)
def test_a_proxy_that_opens_no_tunnel(
    callers: Callers, status: str, passing: bool, hint: str
) -> None:
    with breaking() as breaker:
        breaker.greeting = http(b"<h1>no</h1>", status)
        proxy = proxy_of(breaker.url, "me:word@")
        reason = fails(callers, gateway="https://a.invalid/", proxy=proxy, passing=passing).reason
    told = proxy_of(breaker.url)
    assert reason == f"代理 {told} 拒绝打开通道：HTTP 状态码 {status[:3]}{hint}"


@pytest.mark.parametrize(
    "greeting", [b"\r\n", b"SSH-2.0\r\n", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 what?\r\n\r\n"]
)
def test_a_proxy_that_is_none(callers: Callers, greeting: bytes) -> None:
    with breaking() as breaker:
        breaker.greeting = greeting
        reason = fails(callers, gateway="https://a.invalid/", proxy=proxy_of(breaker.url)).reason
    assert proxy_of(breaker.url) in reason or "a.invalid" in reason


def test_a_tunnel_to_somebody_that_nobody_trusts(callers: Callers) -> None:
    with breaking(tls=True) as breaker, tunnel_to(breaker) as proxy:
        options = {"gateway": f"https://127.0.0.1:{breaker.port}/", "proxy": proxy}
        reason = fails(callers, passing=False, **options).reason
    assert reason.startswith(
        f"与 https://127.0.0.1:{breaker.port} 的 TLS 握手或证书校验失败（经过代理 {proxy}）：[SSL: "
    )


@contextmanager
def tunnel_to(breaker: Breaker) -> Iterator[str]:
    """A proxy that opens one tunnel to a server."""

    def copy(source: socket.socket, target: socket.socket) -> None:
        try:
            while piece := source.recv(9999):
                target.sendall(piece)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            return

    def one() -> None:
        client, _ = listener.accept()
        with client, socket.create_connection(("127.0.0.1", breaker.port)) as server:
            client.recv(9999)
            client.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            back = threading.Thread(target=copy, args=(server, client))
            back.start()
            copy(client, server)
            back.join(9)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=one)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread.join(9)


def test_writes_go_out_again_as_nothing_was_sent(callers: Callers) -> None:
    caller: Caller = callers(gateway=nobody())
    with pytest.raises(TransportError) as caught:
        caller.tbk_adzone_create(site_id="1", adzone_name="x")
    assert len(caller.pauses) == 2
    assert len(caught.value.attempts) == 3
    assert "共发送 3 次" in str(caught.value)
