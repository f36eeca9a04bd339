"""State files: opened, held against what they should be, and what is told of those that are not."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import BookError
from .logs import lost_transactions

APPLICATION = 0x746D6F63
"""Tells our files from other SQLite files."""
_LONG_LOG = 4_000_000
"""Bytes."""
_FIXED_PART = 0xFF
"""Of a code of SQLite; the rest tells the kind more exactly."""
_REASONS = {
    sqlite3.SQLITE_BUSY: "正被另一个模拟网关使用 (in use by another mock)",
    sqlite3.SQLITE_LOCKED: "正被另一个模拟网关使用 (in use by another mock)",
    sqlite3.SQLITE_READONLY: "只读，改成可写的或换一个文件 "
    "(read-only: make it writable or take another)",
    sqlite3.SQLITE_PERM: "没有权限读写 (no permission to read and write it)",
    sqlite3.SQLITE_CANTOPEN: "打不开：它或它所在的文件夹不可读写 "
    "(cannot be opened: it or its folder is not readable and writable)",
    sqlite3.SQLITE_FULL: "所在的磁盘已满 (the disk is full)",
    sqlite3.SQLITE_IOERR: "读写时磁盘出错 (the disk failed)",
    sqlite3.SQLITE_MISUSE: "已经关闭，重新取 mock.orders (it was closed: take mock.orders anew)",
}
"""What is not the fault of what the file holds."""


@contextmanager
def read_only(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection for a look at a file: neither it nor its log is another one afterwards."""
    alone = "" if log_of(path).exists() else "&immutable=1"  # else SQLite would make an empty log
    db = _connected(f"{path.absolute().as_uri()}?mode=ro{alone}")
    try:
        yield db
    finally:
        db.close()


def opened(path: Path | None) -> sqlite3.Connection:
    """A connection to a file, or to memory, that nobody else has."""
    if path is None:
        db = _connected(":memory:")
        db.execute("PRAGMA journal_mode = MEMORY")
        return db
    db = _connected(path.absolute().as_uri())
    try:
        # Whoever has looked at it has left an index of its log behind; SQLite takes that away again
        # if it meets it before it is told to keep everybody else out.
        db.execute("SELECT count(*) FROM sqlite_master")
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
    except BaseException:
        db.close()
        raise
    return db


def _connected(address: str) -> sqlite3.Connection:
    return sqlite3.connect(
        address, isolation_level=None, check_same_thread=False, timeout=1, uri=True
    )


def log_of(path: Path) -> Path:
    """Where SQLite keeps what was written last until it is in the file."""
    return Path(f"{path}-wal")


def keep_log(db: sqlite3.Connection) -> None:
    """Write to the log first, which needs no waiting for the disk; nobody else empties it."""
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("PRAGMA wal_autocheckpoint = 0")
    db.execute("PRAGMA journal_size_limit = 0")


def empty_log(db: sqlite3.Connection) -> None:
    """Have everything in the file itself; the log stays as long until something is written."""
    db.execute("PRAGMA wal_checkpoint(FULL)")


def is_log_long(path: Path) -> bool:
    """Whether the log is long enough to be emptied."""
    log = log_of(path)
    return log.exists() and log.stat().st_size > _LONG_LOG


def mark(format_: int) -> str:
    """The statements that mark a file as ours."""
    return f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {format_};"


# What is wrong with a file


def check_place(path: Path) -> None:
    """BookError if no file can be there, or none that can be written, or if it was cut."""
    folder = path.parent
    told = None
    if "\0" in str(path):
        told = "文件名里不能有 NUL (no name of a file has NUL)"
    elif path.is_dir():
        told = "是文件夹，应为其中的一个文件 (a folder: tell a file in it)"
    elif path.exists() and not path.is_file():
        told = "不是普通的文件 (no regular file)"
    elif not folder.is_dir():
        told = f"所在的文件夹 {folder} 不存在，先建立它 (no such folder: make it first)"
    elif not os.access(folder, os.W_OK | os.X_OK):
        told = (
            f"所在的文件夹 {folder} 不可写，SQLite 要在文件旁写日志 "
            "(its folder is not writable: SQLite writes a log beside the file)"
        )
    elif path.exists() and not os.access(path, os.R_OK | os.W_OK):
        told = (
            "不可读写，改权限或换一个文件 (not readable and writable: change that or take another)"
        )
    elif path.exists() and path.stat().st_size == 0:
        raise damaged(path, "文件是空的 (the file is empty)")
    if told:
        raise BookError(f"状态文件 {str(path)!r:.300} {told}")
    if path.exists() and not log_of(path).exists():
        _check_length(path)


def _check_length(path: Path) -> None:
    """BookError if the file is shorter than it says. SQLite would tell only when it comes there."""
    with path.open("rb") as file:
        head = file.read(32)
    size = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    if head.startswith(b"SQLite format 3\0") and path.stat().st_size < pages * (size or 65536):
        raise damaged(path, "文件被截短 (the file was cut)")


def check(path: Path | None, db: sqlite3.Connection, schema: str, format_: int) -> None:
    """BookError if a file is not ours, of another format, or damaged."""
    _check_format(path, db, format_)
    with sqlite3.connect(":memory:") as made:
        made.executescript(schema)
    found = {*_schema(db)}
    wrong = sorted({name for name, sql in _schema(made) if (name, sql) not in found})
    made.close()
    if wrong:
        names = "、".join(wrong)
        raise damaged(
            path, f"缺少表或索引，或不是原样：{names} (missing, or not as they were made)"
        )
    (told,) = db.execute("PRAGMA integrity_check(1)").fetchone()
    if told != "ok":
        raise damaged(path, " ".join(told.split()))  # it may take several lines


def _schema(db: sqlite3.Connection) -> list[tuple[str, str]]:
    return db.execute("SELECT name, coalesce(sql, '') FROM sqlite_master").fetchall()


def _check_format(path: Path | None, db: sqlite3.Connection, format_: int) -> None:
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (found,) = db.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION:
        raise BookError(
            f"{path} 是别的程序的 SQLite 文件，没有改动它；换一个文件名 "
            "(a SQLite file of another program, left alone: take another name)"
        )
    if found != format_:
        newer = found > format_
        raise BookError(
            f"{path} 的格式是 {found}，这个版本读写格式 {format_}；"
            f"{'升级模拟网关' if newer else '用旧版导出 JSON 后导入'}，或换一个文件名 "
            f"(format {found}, this version has {format_}: "
            f"{'upgrade the mock' if newer else 'export JSON with the old one and load it'},"
            " or take another name)"
        )


# What is told


def unusable(path: Path | None, error: Exception) -> BookError:
    """What is told of an error of SQLite or of the system."""
    if isinstance(error, sqlite3.ProgrammingError):
        code = sqlite3.SQLITE_MISUSE
    else:
        code = getattr(error, "sqlite_errorcode", 0) & _FIXED_PART
    if isinstance(error, OSError):
        return BookError(f"状态文件 {path} 读写不了：{error.strerror} (cannot be read or written)")
    if path is None and code == sqlite3.SQLITE_MISUSE:
        return BookError(
            "订单簿已经关闭，重新取 mock.orders (it was closed: take mock.orders anew)"
        )
    if reason := _REASONS.get(code):
        return BookError(f"状态文件 {path} {reason}")
    return damaged(path, error)


def damaged(path: Path | None, what: object) -> BookError:
    """A file that does not hold what a mock has written."""
    return BookError(
        f"状态文件 {path} 已损坏或不是状态文件：{what}；没有改动它，移开它或换一个文件名 "
        "(damaged, or no state file; left alone: move it away or take another name)"
    )


def check_log(path: Path, *, needed: bool) -> None:
    """BookError if what was written last cannot be read any more: that of a file which was open
    when its mock was killed, or when it was copied. `needed`: the file says that there is more."""
    log = log_of(path)
    if not log.exists():
        if needed:
            raise _log_is(path, "不在旁边", "missing")
        return
    if log.stat().st_size or needed:
        lost = lost_transactions(log)
        if lost or (lost is None and needed):
            raise _log_is(path, "已损坏", "damaged")


def _log_is(path: Path, zh: str, en: str) -> BookError:
    log = log_of(path).name
    return BookError(
        f"状态文件 {path} 未经关闭就停用或被复制，最后写下的内容在 {log} 里，而它{zh}；"
        f"把它原样放回，或换一个文件名 ({log}, which holds what was written last, is {en}: "
        "put it back beside the file as it was, or take another name)"
    )


def made_otherwise(path: Path | None, name: str, made: float, asked: float) -> BookError:
    """A file keeps what it was made with."""
    return BookError(
        f"{path} 是用 {name}={made:.0f} 建立的，现在要的是 {asked:.0f}；"
        "换一个文件，或不要指定 "
        f"(it was made with {name}={made:.0f}: take another file, or do not tell {name})"
    )
