"""Processes and threads: every one gets its own replies, and nothing waits for ever.

The programs run in a process of their own, for a fork copies whatever the tests have opened.
"""

import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import taobaoke
from taobaoke import Client

from client.conftest import APP_KEY, SECRET
from client.server import Gateway, Reply

forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")

PROGRAM = """
import asyncio, multiprocessing, os, signal, sys, threading, time
from taobaoke import AsyncClient, Client, HeldBack, Limiter, RetryPolicy

KEYS = "12345678", "the-app-secret"
URL = sys.argv[1]
ONCE = RetryPolicy(attempts=1)

def client(**options):
    return Client(*KEYS, gateway=URL, timeout=5, retries=ONCE, **options)

def asynchronous():
    return AsyncClient(*KEYS, gateway=URL, timeout=5, retries=ONCE)

def check(client, name, count=25):
    for number in range(count):
        q = f"{name}-{number}"
        reply = client.call("taobao.some.thing", {"q": q})
        assert reply["q"] == q, (reply["q"], q)

async def check_async(client, name, count=25):
    for number in range(count):
        q = f"{name}-{number}"
        reply = await client.call("taobao.some.thing", {"q": q})
        assert reply["q"] == q, (reply["q"], q)

def forked(work):
    pid = os.fork()
    if pid == 0:
        signal.alarm(20)
        work()
        sys.exit()
    return pid

def succeeded(*pids):
    for pid in pids:
        assert os.waitpid(pid, 0)[1] == 0

signal.alarm(30)
"""


@pytest.fixture
def echo(gateway: Gateway) -> Gateway:
    """A gateway that answers with what it was asked."""
    gateway.answer = lambda request: Reply({"some_thing_response": {"q": request.form["q"]}})
    return gateway


def run(program: str, gateway: Gateway, warnings: str = "always") -> None:
    """Run a program, which must neither fail nor complain of anything left open."""
    command = [sys.executable, "-W", f"{warnings}::ResourceWarning", "-c", PROGRAM + program]
    folder = Path(taobaoke.__file__).parents[1]
    done = subprocess.run(
        [*command, gateway.url], capture_output=True, text=True, check=False, cwd=folder, timeout=50
    )
    assert (done.returncode, done.stderr) == (0, "")


def connections(gateway: Gateway, name: str) -> set[int]:
    """The connections on which the calls of somebody came."""
    return {
        request.connection
        for request in gateway.requests
        if request.form["q"].startswith(f"{name}-")
    }


@forking
def test_a_child_leaves_the_connections_to_its_parent(echo: Gateway) -> None:
    program = """
with client() as shared:
    check(shared, "parent", 1)
    children = [forked(lambda name=name: check(shared, name)) for name in ("first", "second")]
    check(shared, "parent")
    succeeded(*children)
    check(shared, "parent", 1)
"""
    run(program, echo)
    parent, first, second = (connections(echo, name) for name in ("parent", "first", "second"))
    assert len(parent) == len(first) == len(second) == 1
    assert len(parent | first | second) == 3
    assert len(echo.requests) == 77


@forking
def test_a_client_made_before_its_workers(echo: Gateway) -> None:
    """As `gunicorn --preload` does it: nothing was called yet, and workers have threads."""
    program = """
def work(name):
    names = [f"{name}{number}" for number in range(4)]
    threads = [threading.Thread(target=check, args=[shared, each, 5]) for each in names]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    shared.close()

shared = client(pool_size=2)
succeeded(*[forked(lambda name=name: work(name)) for name in "abc"])
"""
    run(program, echo)
    assert len(echo.requests) == 60
    assert len({request.connection for request in echo.requests}) <= 6


@forking
def test_a_fork_while_threads_hold_all_locks(echo: Gateway) -> None:
    program = """
limiter = Limiter(app=100000)
shared = client(limiter=limiter, pool_size=1)
shared._shared.charge(1)  # there is a quota
locks = [shared._shared._lock, shared._shared.quota._lock, limiter._windows._lock]
for lock in locks: lock.acquire()
def work():
    check(shared, "child", 3)
    assert shared._shared.charge(1)
    shared.close()
child = forked(work)
for lock in locks: lock.release()
succeeded(child)

check(shared, "parent", 1)  # there are connections, and the only one is taken
shared._shared.transport._free.get(timeout=1)
child = forked(work)
shared._shared.transport._free.put(None)
succeeded(child)
check(shared, "parent", 1)
shared.close()
"""
    run(program, echo)
    assert len(connections(echo, "parent")) == 1


@forking
def test_processes_of_multiprocessing(echo: Gateway) -> None:
    program = """
forks = multiprocessing.get_context("fork")
shared = client()
check(shared, "parent", 1)
threads = [threading.Thread(target=check, args=[shared, "parent", 20]) for _ in range(3)]
for thread in threads: thread.start()
children = [forks.Process(target=check, args=[shared, name, 10]) for name in "abc"]
for child in children: child.start()
for child in children: child.join()
for thread in threads: thread.join()
assert [child.exitcode for child in children] == [0, 0, 0]
shared.close()
"""
    run(program, echo, warnings="ignore")  # threads that the fork left behind have open sockets
    used = [connections(echo, name) for name in ("parent", *"abc")]
    assert sum(map(len, used)) == len(set().union(*used))


@forking
def test_a_client_of_tasks_in_a_forked_process(echo: Gateway) -> None:
    program = """
shared = asynchronous()
def work():
    async def calls():
        async with shared:
            await check_async(shared, "child")
    asyncio.run(calls())

with asyncio.Runner() as runner:
    runner.run(check_async(shared, "parent", 1))
    succeeded(forked(work))
    runner.run(check_async(shared, "parent"))
    runner.run(shared.close())
"""
    run(
        program, echo, warnings="ignore"
    )  # asyncio complains of the loop that it got from its parent
    parent, child = connections(echo, "parent"), connections(echo, "child")
    assert len(parent) == len(child) == 1
    assert parent != child


@forking
def test_a_forked_process_that_calls_nothing_ends_nothing(echo: Gateway) -> None:
    """Connections of asyncio are in a selector that parent and child share."""
    program = """
shared = asynchronous()
with asyncio.Runner() as runner:
    runner.run(check_async(shared, "parent", 1))
    succeeded(forked(lambda: None))
    runner.run(check_async(shared, "parent"))
    runner.run(shared.close())
"""
    run(program, echo, warnings="ignore")
    assert len(connections(echo, "parent")) == 1


@forking
def test_permits_are_remembered_by_a_forked_process(echo: Gateway) -> None:
    program = """
from taobaoke import Rate
shared = client(limiter=Limiter(app=Rate(2, 600)), deadline=20)
check(shared, "parent", 1)
def work():
    check(shared, "child", 1)
    try:
        check(shared, "child", 1)
    except HeldBack as error:
        assert 500 < error.retry_after <= 600
    else:
        sys.exit(1)
    shared.close()
succeeded(forked(work))
shared.close()
"""
    run(program, echo)
    assert len(echo.requests) == 2


def test_threads_that_begin_at_once_share_one_pool(echo: Gateway) -> None:
    barrier = threading.Barrier(20)

    def call(number: int) -> str:
        barrier.wait()
        return str(client.call("taobao.some.thing", {"q": f"{number}"})["q"])

    with (
        Client(APP_KEY, SECRET, gateway=echo.url, pool_size=1) as client,
        ThreadPoolExecutor(20) as threads,
    ):
        assert list(threads.map(call, range(20))) == [str(number) for number in range(20)]
    assert len({request.connection for request in echo.requests}) == 1
