"""A spec of one method with a hostile text wherever a spec can hold free text."""

import dataclasses

from hostile.texts import HOSTILE

from generator.spec.ir import Members, Spec
from generator.spec.text import SpecData, SpecText

METHOD = "taobao.tbk.spread.get"
TITLE = "</title><img src=x onerror=alert(1)> | `a` {{ 7 }} [a](javascript:alert) &lt; *b* # c"
TEXT = " ".join(text for text in HOSTILE if text.isprintable())


def poisoned(spec: Spec, title: str, text: str) -> Spec:
    api = next(api for api in spec.apis if api.method == METHOD)
    poison = SpecText(text)
    member = dataclasses.replace(
        api.parameters[0],
        description=poison,
        default=SpecData(text),
        example=SpecData(text),
        note=poison,
        deprecated=True,
        deprecation=poison,
    )
    error = dataclasses.replace(spec.platform.errors[0], message=poison, solution=poison)
    bad = dataclasses.replace(
        api,
        title=SpecText(title),
        summary=poison,
        summary_en=poison,
        description=poison,
        parameters=Members((member,)),
        errors=(error,),
        doc=dataclasses.replace(api.doc, sources=(poison,)),
        sample=SpecData({"text": text}),
    )
    entry = dataclasses.replace(
        spec.titles[0], title=SpecText(title), note=poison, method=api.method
    )
    return dataclasses.replace(spec, apis=(bad,), titles=(entry,))
