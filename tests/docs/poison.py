"""A spec of one method with a hostile text wherever a spec can hold free text."""

import dataclasses

from hostile.texts import HOSTILE

from generator.spec.ir import EnumValue, Link, Members, PermissionPackage, Spec
from generator.spec.text import Name, SpecData, SpecText

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
        enum=(EnumValue(poison, poison),),
        see=(Link(Name("poison"), poison, poison),),
    )
    error = dataclasses.replace(
        spec.platform.errors[0],
        message=poison,
        solution=poison,
        see=member.see,
        note=poison,
    )
    package = PermissionPackage(Name("1"), poison, True)
    bad = dataclasses.replace(
        api,
        title=SpecText(title),
        summary=poison,
        summary_en=poison,
        description=poison,
        see=member.see,
        topic=dataclasses.replace(api.topic, note=poison),
        auth=dataclasses.replace(api.auth, packages=(package,)),
        idempotent_reason=poison,
        sample_note=poison,
        parameters=Members((member,)),
        errors=(error,),
        doc=dataclasses.replace(api.doc, sources=(poison,), notes=(poison,)),
        sample=SpecData({"text": text}),
    )
    entry = dataclasses.replace(
        spec.titles[0], title=SpecText(title), note=poison, method=api.method
    )
    platform = dataclasses.replace(spec.platform, errors=(error,), sub_errors=(error,))
    return dataclasses.replace(spec, platform=platform, apis=(bad,), titles=(entry,))
