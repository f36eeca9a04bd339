"""Comments of a spec survive when an import writes it anew."""

import difflib
import re

import yaml

_SIGN = re.compile(r"(?m)(?:^|(?<=[ \t]))#")


def keep_comments(before: str, after: str) -> str:
    """`after`, which has none, with the comments of `before`, each at the line where it stood."""
    comments = _comments(before)
    lines = before.split("\n")
    old = [line[: comments.get(number)].rstrip() for number, line in enumerate(lines)]
    new = after.split("\n")
    above: dict[int, list[str]] = {}
    behind: dict[int, str] = {}
    places = _places(old, new)
    for number, column in comments.items():
        place, is_same = places[number]
        if is_same:
            behind[place] = lines[number][len(old[number]) :]
        else:
            above.setdefault(place, []).append(lines[number][column if old[number] else 0 :])
    return "\n".join(
        text
        for number, line in enumerate(new)
        for text in (*above.get(number, ()), line + behind.get(number, ""))
    )


def _comments(text: str) -> dict[int, int]:
    """Line and column of every comment; a # inside a scalar opens none."""
    scalars = [
        (token.start_mark.index, token.end_mark.index)
        for token in yaml.scan(text, Loader=yaml.SafeLoader)
        if isinstance(token, yaml.ScalarToken)
    ]
    found: dict[int, int] = {}
    for sign in _SIGN.finditer(text):
        if not any(start <= sign.start() < end for start, end in scalars):
            line_start = text.rfind("\n", 0, sign.start()) + 1
            found.setdefault(text.count("\n", 0, line_start), sign.start() - line_start)
    return found


def _places(old: list[str], new: list[str]) -> list[tuple[int, bool]]:
    """For every old line the new one that is the same, or else the next that is."""
    told = [number for number, line in enumerate(old) if line]
    matcher = difflib.SequenceMatcher(None, [old[number] for number in told], new, autojunk=False)
    same = {
        told[block.a + offset]: block.b + offset
        for block in matcher.get_matching_blocks()
        for offset in range(block.size)
    }
    places: list[tuple[int, bool]] = []
    following = len(new) - 1
    for number in reversed(range(len(old))):
        following = same.get(number, following)
        places.append((following, number in same))
    return places[::-1]
