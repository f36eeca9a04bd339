"""What a saved document states, free of the form it was saved in."""

from dataclasses import dataclass

from generator.spec.text import Json


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and its number in the saved file."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class RawMember:
    """A row of a parameter table, in the words of the document."""

    name: str
    type: str
    line: int
    required: bool | None = None
    example: str = ""
    limits: str = ""
    description: str = ""
    level: int = 0
    children: tuple["RawMember", ...] = ()
    wrapper: str | None = None
    """The key around the list, where a sample shows it."""
    is_list: bool = False
    from_sample: bool = False
    """Only the sample shows it; no table does."""
    nesting_guessed: bool = False


@dataclass(frozen=True, slots=True)
class RawError:
    """A row of the table of error codes."""

    code: str
    message: str
    solution: str
    line: int


@dataclass(frozen=True, slots=True)
class ApiDocument:
    """Everything that one saved document states. None: the document does not speak of it."""

    file: str
    method: str | None = None
    title: str | None = None
    doc_id: int | None = None
    date: str | None = None
    """The day on which the platform showed the page, yyyy-MM-dd."""
    request: tuple[RawMember, ...] | None = None
    response: tuple[RawMember, ...] | None = None
    errors: tuple[RawError, ...] | None = None
    reply: dict[str, Json] | None = None
    """A sample body: what stands inside its root."""
    failure: dict[str, Json] | None = None
    session: str | None = None
    """none, optional or required where a label says so; sent or unsent where samples show it."""
    titles: tuple[Line, ...] = ()
