"""Contents of replies, and how they are written: JSON, simplified JSON, XML.

A *content* is what stands inside the response root, in full JSON form: every list is alone in an
object, under its wrapper.
"""

import copy
import html
import json
from collections.abc import Mapping
from typing import Any

from .arguments import argument, whole_number
from .knowledge import Api, Pagination
from .texts import NOT_XML

Content = dict[str, Any]

HOST_COMMENT = "<!--top011023105124.center.na61-->"
LARGEST_PAGE = 1_000
"""Results of a page, also if no limit is documented: a program is known that asks for so many."""
_CURSOR = "mock-"


# Contents


def page_of(api: Api, given: Mapping[str, Any], results: int | None) -> Content:
    """The sample of a method; of a paged method the page that the call asks for.

    There are as many results as the sample has, or `results` of them. Several lists are paged
    alike: a page holds the same stretch of each, and there are pages until the longest one ends.
    """
    content = copy.deepcopy(api["response"])
    paging = api.get("pagination")
    if paging is None:
        return content
    size = min(_number(given, paging.get("size"), paging["default_size"]), LARGEST_PAGE)
    start = _start(paging, given, size)
    total = 0
    for path in paging["items"]:
        holder, name = _holder(content, path)
        wrapper, sample = _wrapped(holder.get(name))
        count = len(sample) if results is None or not sample else results
        chosen = range(start, min(start + size, count))
        if chosen:
            holder[name] = {wrapper: [_item(paging, sample, index) for index in chosen]}
        else:
            holder.pop(name, None)
        total = max(total, count)
    _describe(paging, given, content, total=total, start=start, size=size)
    return content


def without_results(api: Api) -> Content:
    """The sample of a method as it is if nothing was found: lists are absent."""
    content = _without_lists(api["response"])
    paging = api.get("pagination")
    if paging is not None:
        _describe(paging, {}, content, total=0, start=0, size=paging["default_size"])
    return content


def _without_lists(content: Content) -> Content:
    return {
        key: _without_lists(value) if isinstance(value, dict) else value
        for key, value in content.items()
        if not _is_wrapped(value)
    }


def with_wrappers(api: Api, content: Content) -> Content:
    """A content whose lists may be bare, in full form."""

    def inside(value: Any, path: str) -> Any:
        if isinstance(value, list):
            return [inside(item, path) for item in value]
        if isinstance(value, dict):
            return {key: member(item, f"{path}.{key}") for key, item in value.items()}
        return value

    def member(value: Any, path: str) -> Any:
        wrapper = api["wrappers"].get(path.removeprefix("."))
        if wrapper is None:
            return inside(value, path)
        bare = value[wrapper] if isinstance(value, dict) and wrapper in value else value
        return {wrapper: inside(bare, path)}

    return {key: member(value, key) for key, value in content.items()}


def simplified(value: Any) -> Any:
    """A content without the wrappers of its lists."""
    if _is_wrapped(value):
        value = next(iter(value.values()))
    if isinstance(value, dict):
        return {key: simplified(item) for key, item in value.items()}
    return [simplified(item) for item in value] if isinstance(value, list) else value


def _is_wrapped(value: Any) -> bool:
    return (
        isinstance(value, dict) and len(value) == 1 and isinstance(next(iter(value.values())), list)
    )


# Pages


def _holder(content: Content, path: str) -> tuple[Content, str]:
    """The object in which the member at a path stands, and its name."""
    *steps, name = path.split(".")
    for step in steps:
        if not isinstance(content.get(step), dict):
            content[step] = {}  # an object without content is documented as null or ""
        content = content[step]
    return content, name


def _wrapped(value: Any) -> tuple[str, list[Any]]:
    """The wrapper of a list and its elements; none if the sample shows an empty one."""
    return next(iter(value.items())) if _is_wrapped(value) else ("", [])


def _number(given: Mapping[str, Any], path: str | None, default: int) -> int:
    value = None if path is None else whole_number(argument(given, path))
    return default if value is None else value


def _start(paging: Pagination, given: Mapping[str, Any], size: int) -> int:
    """The index of the first result that a call asks for."""
    cursor = None if "send" not in paging else argument(given, paging["send"])
    if cursor is not None:
        return whole_number(str(cursor).removeprefix(_CURSOR)) or 0
    if "offset" in paging:
        return _number(given, paging["offset"], 0)
    return max(_number(given, paging.get("page"), paging["first"]) - paging["first"], 0) * size


def _item(paging: Pagination, sample: list[Any], index: int) -> Any:
    """Result number `index`; those behind the sample's have ids of their own."""
    turn, place = divmod(index, len(sample))
    item = sample[place]
    if not turn or not isinstance(item, dict):
        return item
    return {
        key: _varied(value, turn, _span(sample, key)) if key in paging["ids"] else value
        for key, value in item.items()
    }


def _span(sample: list[Any], key: str) -> int:
    """By how much ids must grow to be those of no other result: neighbours are often close."""
    texts = (str(item[key]) for item in sample if isinstance(item, dict) and key in item)
    numbers = [int(text) for text in texts if text.isdecimal()]
    return max(numbers) - min(numbers) + 1 if numbers else 1


def _varied(value: Any, turn: int, span: int) -> Any:
    if value is None or value == "":
        return value
    if isinstance(value, int):
        return value + turn * span
    text = str(value)
    return str(int(text) + turn * span).zfill(len(text)) if text.isdecimal() else f"{text}-{turn}"


def _describe(
    paging: Pagination,
    given: Mapping[str, Any],
    content: Content,
    *,
    total: int,
    start: int,
    size: int,
) -> None:
    """Set the fields that tell how many results there are and where this page stands."""
    end = min(start + size, total)
    _set(content, paging.get("total"), total)
    _set(content, paging.get("more"), end < total)
    if "read" in paging:
        holder, name = _holder(content, paging["read"])
        holder[name] = end if isinstance(holder.get(name), int) else f"{_CURSOR}{end}"
    for path in paging["items"]:
        _describe_beside(paging, given, _holder(content, path)[0], start=start)


def _describe_beside(
    paging: Pagination, given: Mapping[str, Any], beside: Content, *, start: int
) -> None:
    """Set the fields beside a list that repeat the request."""
    if "has_pre" in beside:
        _set(beside, "has_pre", start > 0)
    for parameter in (paging.get("page"), paging.get("offset"), paging.get("size")):
        name = (parameter or "").rpartition(".")[2]
        if parameter and name in beside:
            value = whole_number(argument(given, parameter))
            if value is not None:
                is_size = parameter == paging.get("size")
                _set(beside, name, min(value, LARGEST_PAGE) if is_size else value)


def _set(content: Content, path: str | None, value: int) -> None:
    """Set a field in the form that the sample has: a number, true/false, or either as text."""
    if path is not None:
        holder, name = _holder(content, path)
        as_text = isinstance(holder.get(name), str)
        holder[name] = str(value).lower() if as_text else value


# Writing


def json_body(body: Mapping[str, Any]) -> bytes:
    """Compact JSON; the gateway escapes slashes."""
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return text.replace("/", "\\/").encode("utf-8", "replace")


def xml_body(root: str, content: Mapping[str, Any]) -> bytes:
    """XML with the declaration and the host comment of the gateway."""
    text = f'<?xml version="1.0" encoding="utf-8" ?>{_element(root, content)}{HOST_COMMENT}'
    return text.encode("utf-8", "replace")


def _element(name: str, value: Any) -> str:
    if isinstance(value, list):
        return "".join(_element(name, item) for item in value)
    if isinstance(value, Mapping):
        inner = "".join(_element(key, item) for key, item in value.items())
    elif value is None:
        return ""
    elif isinstance(value, bool):
        inner = "true" if value else "false"
    else:
        inner = html.escape(NOT_XML.sub("", str(value)), quote=False)
        inner = inner.replace("\r", "&#13;")  # else whoever reads it makes a \n of it
    return f"<{name}>{inner}</{name}>"


def html_escaped(text: str) -> str:
    """As the gateway escapes sub messages, in JSON as well."""
    return html.escape(text).replace("&#x27;", "&apos;")
