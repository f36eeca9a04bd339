"""Pages saved as HTML: what browsers and page builders put around the tables does no harm."""

import re

from saved_pages import PAGES
from tables import every

from generator.importers.read import read
from generator.importers.read.apidoc import ApiDocument

PAGE = (PAGES / "parcel_list.html").read_text(encoding="utf-8")
BODY = PAGE[PAGE.index("<body>") + len("<body>") : PAGE.index("</body>")]


def document_of(text: str) -> ApiDocument:
    document, problems = read("page.html", text)
    assert [str(problem) for problem in problems] == []
    return document


def facts_of(document: ApiDocument) -> list[tuple[str, str, bool | None, str, str]]:
    members = [*(document.request or ()), *(document.response or ())]
    return [(m.name, m.type, m.required, m.example, m.description) for m in members]


WHOLE = facts_of(document_of(PAGE))


@every(
    "text",
    [
        PAGE.replace(
            BODY, f"<table><tr><td><ul><li>menu</li></ul></td><td>{BODY}</td></tr></table>"
        ),
        PAGE.replace("<td><span>", '<td><i class="icon"></i><a href="#"><span>').replace(
            "</span></td>", "</span></a><svg><text>x</text></svg></td>"
        ),
        re.sub(r"<td><span>(\w+)</span></td><td>", r'<th scope="row">\1</th><td>', PAGE),
        re.sub(r"<(/?)(table|tr|td|th)\b", lambda tag: f"<{tag[1]}{tag[2].upper()}", PAGE),
        PAGE.replace("</td>", "").replace("</tr>", ""),
        f"<h2>API</h2>{BODY}",
    ],
    ids=["layout table", "icons", "row headings", "upper case", "implied ends", "fragment"],
)
def test_the_wrapping_changes_nothing(text: str) -> None:
    assert facts_of(document_of(text)) == WHOLE


def test_a_table_inside_a_description_is_text() -> None:
    values = (
        "<table><tr><td>1：</td><td>待揽收</td></tr><tr><td>2：</td><td>运输中</td></tr></table>"
    )
    document = document_of(
        PAGE.replace("包裹状态，1：待揽收，2：运输中，3：已签收", f"状态{values}")
    )
    assert [member.name for member in document.request or ()][:3] == [
        "parcel_id",
        "state",
        "page_no",
    ]
    state = (document.request or ())[1]
    assert state.description.split() == ["状态", "1：", "待揽收", "2：", "运输中"]


def test_a_sample_in_a_cell_of_a_layout_table_keeps_its_pipes() -> None:
    sample = '{"tbk_demo_parcel_list_response": {"total": 2, "note": "a|b"}}'
    text = BODY[: BODY.index('<div class="syntaxhighlighter">')]
    errors = BODY[BODY.rindex("<table>") :]
    call = "<pre>-d 'method=taobao.tbk.demo.parcel.list'</pre>"
    cell = f"<table><tr><td>{text}{call}<pre>{sample}</pre>{errors}</td></tr></table>"
    reply = document_of(f"<html>{cell}</html>").reply
    assert reply
    assert reply["note"] == "a|b"
