"""One run's contents: each is made when it is asked for, or taken from the last run."""

from collections.abc import Iterable, Iterator, Mapping

from generator.output.cache import Shelf
from generator.output.escape import Safe
from generator.output.json_text import NotJsonError, json_text
from generator.output.line_ends import read_text_file
from generator.output.outputs import Copy, Data, Planned, View
from generator.output.render import Renderer, output_key
from generator.problems import GeneratorError


class Rendering(Mapping[str, bytes]):
    """The files that were planned, by path below generated/; nothing is held that was given."""

    def __init__(self, renderer: Renderer, remembered: Shelf, planned: Iterable[Planned]) -> None:
        self._outputs = {file.path: file.output for file in planned}
        self._renderer = renderer
        self._remembered = remembered

    def __len__(self) -> int:
        return len(self._outputs)

    def __iter__(self) -> Iterator[str]:
        return iter(self._outputs)

    def __getitem__(self, path: str) -> bytes:
        output = self._outputs[path]
        if isinstance(output, Copy):
            return read_text_file(output.source)
        try:
            return self.text(output).encode("utf-8")
        except NotJsonError as error:
            assert isinstance(output, Data)
            made_by = f"{output.make.__module__}.{output.make.__qualname__}"
            raise GeneratorError(f"{path}, made by {made_by}: {error}") from error

    def text(self, output: View | Data) -> str:
        """The text of one output."""
        if isinstance(output, View) and output.parts:
            # Cheap beside its parts, and its text is as long as theirs together.
            parts = {
                name: [Safe(self.text(part)) for part in views]
                for name, views in output.parts.items()
            }
            return self._renderer.render(output, parts)
        key = output_key(output)
        text = self._remembered.get(key)
        if text is None:
            text = self._made(output)
            self._remembered.keep(key, text)
        return text

    def _made(self, output: View | Data) -> str:
        if isinstance(output, View):
            return self._renderer.render(output, {})
        return json_text(output.make(*output.inputs)) + "\n"

    def remember(self) -> None:
        """Keep what this run used, for the next one."""
        self._remembered.save()
