"""Comments stay with what they are about, also when an import changes the facts."""

from tables import every

from generator.spec.comments import Note, keep_comments, read_notes
from generator.spec.layout import dump

SPEC = """\
# yaml-language-server: $schema=x
method: m # the name
request:
  # above a
  a: {type: string} # behind a
  # above b
  b: {type: string, example: "a # b"}
  # below b

errors:
  x: 1
"""


@every(
    ("text", "notes"),
    [
        ("a: 1 # x\n", [Note("behind", ("a",), "# x")]),
        ("a: 1\n# x\n# y\nb: 2\n", [Note("above", ("b",), "# x"), Note("above", ("b",), "# y")]),
        ("a: 1\n\n\n# x\nb: 2\n", [*2 * [Note("above", ("b",), "")], Note("above", ("b",), "# x")]),
        ("a:\n\n  b: 1\n", []),
        ("a:\n  # x\n  b: 1\n", [Note("above", ("a", "b"), "# x")]),
        ("a:\n  b: 1\n  # x\nc: 1\n", [Note("below", ("a", "b"), "# x")]),
        ("a:\n  b: 1\n# x\nc: 1\n", [Note("above", ("c",), "# x")]),
        ("a:\n  b: 1\n  # x\n", [Note("below", ("a", "b"), "# x")]),
        ("a:\n  b: 1\n# x\n", [Note("below", (), "# x")]),
        ("a:\n    # x\n  b: 1\n", [Note("above", ("a", "b"), "# x")]),
        ("a:\n- b: 1 # x\n  c: 2 # y\n",
         [Note("behind", ("a", 0), "# x"), Note("behind", ("a", 0, "c"), "# y")]),
        ("a:\n  - 1\n  # x\n  - 2\n  # y\nb: 1\n",
         [Note("above", ("a", 1), "# x"), Note("below", ("a", 1), "# y")]),
        ("a: {b: 1, # x\n    c: 2 # y\n    } # z\n",
         [Note("behind", ("a",), "# x"), Note("behind", ("a", "c"), "# y"),
          Note("behind", ("a", "c"), "# z")]),
        ("a: [1,\n  # x\n  2]\n", [Note("above", ("a", 1), "# x")]),
        ("a: # x\n  b\n", [Note("behind", ("a",), "# x")]),
        ("- # x\n  a: 1\n", [Note("above", (0,), "# x")]),
        ("a: 'b # c' # x\n", [Note("behind", ("a",), "# x")]),
        ("a: \"b \\\" # c\"\nd: b#c\n", []),
        ("a: |\n  # b\n\n  c\n# x\nd: 1\n", [Note("above", ("d",), "# x")]),
        ("a: > # x\n  b # c\n", [Note("behind", ("a",), "# x")]),
        ("淘: 宝 # x\n", [Note("behind", ("淘",), "# x")]),
    ],
)  # fmt: skip
def test_what_a_comment_is_about(text: str, notes: list[Note]) -> None:
    assert read_notes(text) == notes


def test_comments_follow_what_is_about() -> None:
    after = dump({
        "method": "other",
        "request": {"new": {"type": "string"}, "b": {"type": "integer"}, "a": {"type": "csv"}},
        "errors": {"x": 2},
    })  # fmt: skip
    assert keep_comments(SPEC, after) == """\
# yaml-language-server: $schema=x
method: other # the name
request:
  new: {type: string}
  # above b
  b: {type: integer}
  # below b
  # above a
  a: {type: csv} # behind a

errors:
  x: 2
"""


def test_the_comment_of_what_is_gone_goes_to_what_came_after_it() -> None:
    after = dump({"request": {"b": {"type": "integer"}}})
    assert keep_comments(SPEC, after) == """\
# yaml-language-server: $schema=x
# the name
request:
  # above a
  # behind a
  # above b
  b: {type: integer}
  # below b
"""
    assert keep_comments("a: 1\nb: 2 # x\n", "a: 1\n") == "a: 1\n# x\n"


def test_what_has_no_comments_is_not_changed() -> None:
    assert keep_comments("a: {b: 1}\n", "a: {b: 2}\n") == "a: {b: 2}\n"
