"""YAML as people write it: any style, any indentation, comments and blank lines anywhere."""

from hypothesis import strategies as st

from generator.spec.layout import flow, scalar
from generator.spec.text import Json

Draw = st.DrawFn

words = st.text("ab中#:'\" -,{}[]", max_size=6) | st.sampled_from(
    ["x", "no", "1", "a #b", "a: b", "“x”", "\n", "x\ny\n"]
)
keys = st.sampled_from(
    ["a", "b", "c", "enum", "fields", "request", "items", "type", "name", "use", "1"]
)
scalars = words | st.integers(-5, 5) | st.booleans() | st.none()
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=14,
)
mappings = st.dictionaries(keys, values, min_size=1, max_size=5)


class Writer:
    """Writes data in styles that are drawn, and counts the comments."""

    def __init__(self, draw: Draw) -> None:
        self._draw = draw
        self.lines: list[str] = []
        self.comments = 0

    def _often(self, one_in: int) -> bool:
        return self._draw(st.integers(1, one_in)) == one_in

    def _comment(self) -> str:
        self.comments += 1
        return f"# note{self.comments}."

    def line(self, text: str) -> None:
        """One line, with what may stand around it."""
        while self._often(6):
            blank = self._often(2)
            self.lines.append(
                "" if blank else " " * self._draw(st.integers(0, 8)) + self._comment()
            )
        self.lines.append(f"{text} {self._comment()}" if self._often(6) else text)

    def value(self, data: Json, start: str, depth: int) -> None:
        """Data behind `key:` or `-`, which `start` ends with."""
        if not data or not isinstance(data, dict | list):
            text = "{}" if data == {} else "[]" if data == [] else scalar(data)
            if self._often(6):
                self.line(start)
                self.line(" " * (depth + 3) + text)
            else:
                self.line(f"{start} {text}")
        elif self._often(3):
            self.flow(data, start, depth)
        else:
            self.line(start)
            self.block(data, depth + self._draw(st.integers(1, 4)))

    def block(self, data: Json, depth: int) -> None:
        pad = " " * depth
        if isinstance(data, dict):
            for key, value in data.items():
                self.value(value, f"{pad}{scalar(key)}:", depth)
        else:
            assert isinstance(data, list)
            for value in data:
                if isinstance(value, dict) and value and self._often(2):
                    (key, inner), *rest = value.items()
                    self.value(inner, f"{pad}- {scalar(key)}:", depth + 2)
                    if rest:
                        self.block(dict(rest), depth + 2)
                else:
                    self.value(value, f"{pad}-", depth)

    def flow(self, data: Json, start: str, depth: int) -> None:
        pad = " " * (depth + self._draw(st.integers(1, 4)))
        opening, closing = "{}" if isinstance(data, dict) else "[]"
        self.line(f"{start} {opening}")
        pairs = data.items() if isinstance(data, dict) else enumerate(data)
        for step, value in pairs:
            name = f"{scalar(step)}: " if isinstance(data, dict) else ""
            self.line(f"{pad}{name}{flow(value)},")
        self.line(f"{' ' * (depth + 1)}{closing}")


@st.composite
def texts(draw: Draw) -> tuple[dict[str, Json], str, int]:
    """Data, a text of it, and how many comments that has."""
    data = draw(mappings)
    writer = Writer(draw)
    writer.block(data, 0)
    while draw(st.integers(1, 4)) == 4:
        writer.lines.append(" " * draw(st.integers(0, 4)) + writer._comment())
    ending = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return data, ending.join(writer.lines) + draw(st.sampled_from(["", ending])), writer.comments
