"""Sentences of our words and words of specs: plain they are text, as Markdown they are escaped."""

from tables import every

from generator.output.escape import Safe
from generator.output.phrases import Anchor, Code, Phrase, joined, phrase
from generator.spec.text import Name, SpecText

BOLD = SpecText("*b*")
PAGE = Anchor(BOLD, SpecText("https://a.cn/?x=1&y"))


@every(
    ("sentence", "plain", "markdown"),
    [
        (phrase("只有 *这些*"), "只有 *这些*", "只有 *这些*"),
        (phrase("{} 个", 3), "3 个", "3 个"),
        (phrase("见 {}。", Code(Name("a_b"))), "见 a_b。", "见 `a_b`。"),
        (phrase("见 {}。", Code(SpecText("`"))), "见 `。", "见 <code>&#96;</code>。"),
        (phrase("{}", BOLD), "*b*", r"\*b\*"),
        (
            phrase("见 {}。", PAGE),
            "见 *b* <https://a.cn/?x=1&y>。",
            r"见 [\*b\*](<https://a.cn/?x=1&amp;y>)。",
        ),
        (phrase("{}-{}", "a", phrase("[{}]", BOLD)), "a-[*b*]", r"a-[\*b\*]"),
        (joined("、", [Code(Name("a")), BOLD, phrase("x{}", 1)]), "a、*b*、x1", r"`a`、\*b\*、x1"),
        (joined("、", []), "", ""),
        (phrase(""), "", ""),
    ],
)
def test_both_forms(sentence: Phrase, plain: str, markdown: str) -> None:
    assert sentence.plain() == SpecText(plain)
    assert sentence.markdown() == markdown
    assert isinstance(sentence.markdown(), Safe)


def test_braces_of_a_text_are_no_gaps() -> None:
    assert phrase("{}{}", SpecText("{}"), 1).plain() == SpecText("{}1")
    assert joined(" ", [SpecText("{}"), SpecText("{0}")]).plain() == SpecText("{} {0}")
