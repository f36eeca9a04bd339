"""Resolve: `use:`, `type: Name`, `enum: Name` and error sets become what they refer to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.problems import Origin, Problem, rule
from generator.spec.files import (
    ENUMS,
    ERRORS,
    FIELDS,
    FIELDS_OF_TOPICS,
    LINKS,
    PRODUCT,
    TYPES,
    is_fields,
)
from generator.spec.language import CONTAINERS, SCALARS, TIME_FORMATS, USUAL_FORMATS, WIRES
from generator.spec.load import Document
from generator.spec.names import did_you_mean

UNDEFINED = rule(
    "undefined-reference",
    "Every reference leads to a declaration",
    "`use`, `type: Name`, `enum: Name`, `see` and `errors: {use: […]}` name entries of "
    "specs/_shared.",
    "Correct the name, or add the declaration.",
)
UNUSED = rule(
    "unused-declaration",
    "A shared declaration is used by at least two APIs",
    "A declaration with one user is an indirection; with none it is dead.",
    "Move it into the one spec that uses it, or remove it.",
)
CIRCULAR = rule(
    "circular-reference",
    "No type contains itself",
    "A value of such a type would have no end, and no sample.",
    "Break the circle: give one of the members `type: object` without fields.",
)
WRONG_SIDE = rule(
    "wrong-side",
    "A request takes types of requests, a response types of responses",
    "Requests are sent as JSON text with required members; responses have list wrappers.",
    "Declare a type for the other side under another name.",
)
INCOMPLETE_TYPE = rule(
    "incomplete-type",
    "A type says all that it needs",
    "An array needs `items`; `fields` and `name` belong to an object; with fields it needs a name. "
    "A time has a format, what joins values a separator, and only some types go as numbers.",
    "Add or remove the key that the message names.",
)
OVERRIDE = rule(
    "use-override",
    "What takes a shared declaration has its type, its JSON kind and its format",
    "A member that differs in these is another member; whoever edits the declaration would not "
    "know whom it is for.",
    "Remove the key if the declaration is right. Otherwise use one that fits (`<wire "
    "name>__<which>` where there are several), or write the member out without `use`.",
)
SHARED_NAME = rule(
    "shared-name",
    "A shared field is named like the member it describes",
    "Who reads `use: x` knows the wire name, and who looks for one finds it.",
    "Name it after the wire name; where one wire name has several meanings, name the others "
    "`<wire name>__<which>`. Those of one topic stand in specs/_shared/fields/<topic>.yaml.",
)

_OWNERS = {
    "items": ("array",),
    "wrapper": ("array",),
    "fields": ("object",),
    "name": ("object",),
    "format": ("datetime", "date"),
    "separator": ("csv", "array"),
    "further_formats": ("datetime", "date"),
    "truth": ("boolean",),
}
"""The types that a key belongs to, where it does not belong to all."""

_OF_ELEMENTS = frozenset(
    "type name fields items wire format further_formats truth placeholders separator description "
    "wrapper".split()
)
"""The keys of what a list holds; all else is said of the list."""

_SIGNS = {
    "integer": "+-",
    "decimal": "+-.",
    "datetime": "-: ",
    "date": "-: ",
    "json": '{}[]",:.+- ',
}
"""What values hold beside letters and digits."""

VARIANT = "__"
"""Between the wire name and what tells one of its meanings from the others."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The declarations of specs/_shared, as data."""

    fields: Mapping[str, Any]
    """Of all files."""
    homes: Mapping[str, str]
    """The file of each field."""
    types: Mapping[str, Any]
    enums: Mapping[str, Any]
    errors: Mapping[str, Any]
    links: Mapping[str, Any]


class Resolver:
    """Resolves the documents of a spec tree and gathers what is wrong with its references."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        def data(file: str) -> Mapping[str, Any]:
            found = documents[file].data if file in documents else {}
            return found if isinstance(found, dict) else {}

        self.problems: list[Problem] = []
        files = [file for file in sorted(documents) if is_fields(file)]
        fields, homes = self._fields({file: data(file) for file in files})
        self.shared = Shared(fields, homes, data(TYPES), data(ENUMS), data(ERRORS), data(LINKS))
        topics = data(PRODUCT).get("topics")
        if isinstance(topics, dict):
            self._check_topics(files, topics)
        self._users: dict[tuple[str, str], set[str]] = {}
        self._user = ""

    def _fields(
        self, files: Mapping[str, Mapping[str, Any]]
    ) -> tuple[dict[str, Any], dict[str, str]]:
        """The shared fields of all files, and where each stands."""
        fields: dict[str, Any] = {}
        homes: dict[str, str] = {}
        for file, declarations in files.items():
            for name, declaration in declarations.items():
                if name in homes:
                    message = f"{name!r} is declared in {homes[name]} as well"
                    self._report(SHARED_NAME, message, Origin(file, (name,)), on_key=True)
                else:
                    fields[name], homes[name] = declaration, file
        return fields, homes

    def _check_topics(self, files: Iterable[str], topics: Mapping[str, Any]) -> None:
        for file in files:
            topic = file.removeprefix(FIELDS_OF_TOPICS).removesuffix(".yaml")
            if file != FIELDS and topic not in topics:
                hint = did_you_mean(topic, topics) or f"one of {', '.join(topics)}"
                self._report(SHARED_NAME, f"{topic!r} is none of the topics", Origin(file), hint)

    def api(self, document: Document) -> dict[str, Any]:
        """The data of one API with all member references replaced."""
        self._user = document.file
        data: dict[str, Any] = dict(document.data) if isinstance(document.data, dict) else {}
        origin = Origin(document.file)
        for side in ("request", "response"):
            if side in data:
                data[side] = self.members(data[side], side, origin.at(side))
        if "errors" in data:
            data["errors"] = self._errors(data["errors"], origin.at("errors"))
        self._see(data, origin)
        return data

    def platform(self, document: Document) -> dict[str, Any]:
        """The data of the platform with all references replaced."""
        data: dict[str, Any] = dict(document.data) if isinstance(document.data, dict) else {}
        origin = Origin(document.file)
        self._user = document.file
        data["parameters"] = self.members(data["parameters"], "request", origin.at("parameters"))
        for key in ("errors", "sub_errors"):
            data[key] = self._with_links(data[key], origin.at(key))
        return data

    def types(self) -> dict[str, Any]:
        """The shared types, resolved; members of types count as users of what they refer to."""
        resolved = {}
        for name, declaration in self.shared.types.items():
            self._user = f"{TYPES}#{name}"
            origin = Origin(TYPES, (name, "fields"))
            side = declaration["use_in"]
            resolved[name] = declaration | {
                "fields": self.members(declaration["fields"], side, origin)
            }
        self._find_circles(resolved)
        return resolved

    def vocabulary(self) -> dict[str, Any]:
        """The shared fields, resolved."""
        self._user = FIELDS
        return {
            name: self.member(name, data, "response", Origin(self.shared.homes[name], (name,)))
            for name, data in self.shared.fields.items()
        }

    def members(self, members: Mapping[str, Any], side: str, origin: Origin) -> dict[str, Any]:
        """All members of a request, a response or an object."""
        return {
            name: self.member(name, data, side, origin.at(name)) for name, data in members.items()
        }

    def member(
        self, wire_name: str, data: Mapping[str, Any], side: str, origin: Origin
    ) -> dict[str, Any]:
        """One member, or what its list holds, with `use`, `enum` and nested members resolved."""
        merged = dict(data)
        home = origin
        if name := merged.pop("use", None):
            declaration = self._take("field", name, self.shared.fields, origin.at("use"))
            if "enum" in data:  # and whether that one is complete is for it to say
                declaration.pop("closed", None)
            merged = {**declaration, **merged}
            home = Origin(self.shared.homes.get(name, FIELDS), (name,))
            self._check_use(wire_name, name, data, origin)

        def stands(key: str) -> Origin:
            return (origin if key in data else home).at(key)

        kind = merged.get("type")
        if kind is None:
            # An undefined `use` is reported already.
            if "use" not in data:
                self._report(INCOMPLETE_TYPE, "needs `type` or `use`", origin, on_key=True)
            merged["type"] = kind = "string"
        if isinstance(merged.get("enum"), str):
            name = merged["enum"]
            declaration = self._take("enum", name, self.shared.enums, stands("enum"))
            merged["enum"] = declaration.get("values", {})
        self._see(merged, origin)
        self._check_shape(merged, kind, origin, stands)
        self._check_keys(merged, kind, stands)
        if kind == "array" and "items" in merged:
            where = origin.at("items")
            merged["items"] = self.member(wire_name, merged["items"], side, where)
            self._check_element(merged["items"], where)
        elif kind == "object" and "fields" in merged:
            merged["fields"] = self.members(merged["fields"], side, origin.at("fields"))
        elif kind not in SCALARS and kind not in CONTAINERS:
            declaration = self._take("type", kind, self.shared.types, stands("type"))
            if declaration and declaration["use_in"] != side:
                self._report(
                    WRONG_SIDE,
                    f"{kind} is a type of the {declaration['use_in']}",
                    origin.at("type"),
                )
        return merged

    def _check_element(self, data: Mapping[str, Any], origin: Origin) -> None:
        """Keys that are about the list and not about its elements: nobody would read them here."""
        for key in data:
            if key not in _OF_ELEMENTS:
                message = f"`{key}` is a key of the list, not of its elements"
                hint = "write it beside `items`"
                self._report(INCOMPLETE_TYPE, message, origin.at(key), hint, on_key=True)

    def _check_use(
        self, wire_name: str, name: str, data: Mapping[str, Any], origin: Origin
    ) -> None:
        """That a declaration is taken for what it is.

        Specs are older than these rules, and build all the same: hence warnings.
        """
        for key in ("type", "wire", "format"):
            if key in data:
                message = f"`{key}` beside `use: {name}` makes this another member"
                self._report(OVERRIDE, message, origin.at(key), on_key=True, warning=True)
        described = name.partition(VARIANT)[0]
        if described != wire_name and name in self.shared.fields:
            message = f"{wire_name!r} takes what describes {described!r}"
            hint = f"declare {wire_name}{VARIANT}… for it, or write the member out"
            self._report(SHARED_NAME, message, origin.at("use"), hint, warning=True)

    def _see(self, data: dict[str, Any], origin: Origin) -> None:
        """Replace the names of links by what they stand for."""
        if "see" in data:
            data["see"] = [
                {"name": name, **self._take("link", name, self.shared.links, origin.at("see", i))}
                for i, name in enumerate(data["see"])
            ]

    def _check_shape(
        self, data: Mapping[str, Any], kind: str, origin: Origin, stands: Callable[[str], Origin]
    ) -> None:
        """Keys that this type lacks."""
        if kind == "array" and "items" not in data:
            self._report(INCOMPLETE_TYPE, "an array needs `items`", origin, on_key=True)
        if kind == "object" and "fields" in data and "name" not in data:
            self._report(
                INCOMPLETE_TYPE, "an object with fields needs a `name`", origin, on_key=True
            )
        if "closed" in data and "enum" not in data:
            message = "`closed` says of an `enum` that it is complete; there is none"
            self._report(INCOMPLETE_TYPE, message, stands("closed"), on_key=True)

    def _check_keys(
        self, data: Mapping[str, Any], kind: str, stands: Callable[[str], Origin]
    ) -> None:
        """Keys that this type does not have, or not with these values."""
        for key, owners in _OWNERS.items():
            if key in data and kind not in owners:
                message = f"`{key}` belongs to type {' or '.join(owners)}, not {kind}"
                self._report(INCOMPLETE_TYPE, message, stands(key), on_key=True)
        if "placeholders" in data and kind not in SCALARS:
            message = f"`placeholders` belongs to scalars, not {kind}"
            self._report(INCOMPLETE_TYPE, message, stands("placeholders"), on_key=True)
        if "wire" in data:
            self._check_wire(data, kind, stands("wire"))
        if kind == "array" and data.get("items", {}).get("type") == "array":
            # One member has one wrapper, and what is joined twice cannot be taken apart.
            message, hint = "a list cannot hold lists", "let it hold objects with a list"
            self._report(INCOMPLETE_TYPE, message, stands("items"), hint, on_key=True)
        elif "separator" in data and kind in ("csv", "array"):
            self._check_separator(data, stands("separator"))

    def _check_wire(self, data: Mapping[str, Any], kind: str, origin: Origin) -> None:
        if kind not in SCALARS:
            message = f"`wire` belongs to scalars, not {kind}"
            self._report(INCOMPLETE_TYPE, message, origin, on_key=True)
        elif data["wire"] not in (wires := _wires(kind, data)):
            message = f"a {data['wire']} cannot carry {kind}{_of_format(data)}"
            self._report(INCOMPLETE_TYPE, message, origin, f"it goes as {' or '.join(wires)}")

    def _check_separator(self, data: Mapping[str, Any], origin: Origin) -> None:
        element = data["type"] if data["type"] == "csv" else data.get("items", {}).get("type", "")
        if element in SCALARS and any(_may_hold(element, sign) for sign in data["separator"]):
            message = f"{data['separator']!r} may stand inside of the values that it joins"
            self._report(INCOMPLETE_TYPE, message, origin, "the usual one is a comma")

    def _errors(self, data: Mapping[str, Any], origin: Origin) -> dict[str, Any]:
        errors: dict[str, Any] = {}
        for index, name in enumerate(data.get("use", ())):
            taken = self._take("error set", name, self.shared.errors, origin.at("use", index))
            errors |= self._with_links(codes_of(taken), Origin(ERRORS, (name, "codes")))
        own = {code: error for code, error in data.items() if code != "use"}
        return errors | self._with_links(own, origin)

    def _with_links(self, errors: Mapping[str, Any], origin: Origin) -> dict[str, Any]:
        linked = {code: error | {"origin": origin.at(code)} for code, error in errors.items()}
        for error in linked.values():
            self._see(error, error["origin"])
        return linked

    def _take(
        self, kind: str, name: str, declarations: Mapping[str, Any], origin: Origin
    ) -> dict[str, Any]:
        self._users.setdefault((kind, name), set()).add(self._user)
        if name in declarations:
            return dict(declarations[name])
        hint = did_you_mean(name, declarations) or "declare it in specs/_shared"
        self._report(UNDEFINED, f"no shared {kind} is named {name!r}", origin, hint)
        return {}

    def _report(
        self,
        name: str,
        message: str,
        origin: Origin,
        hint: str = "",
        *,
        on_key: bool = False,
        warning: bool = False,
    ) -> None:
        self.problems.append(
            Problem(name, message, origin.file, origin.path, hint, on_key, warning=warning)
        )

    def _find_circles(self, types: Mapping[str, Any]) -> None:
        edges = {
            name: set(_type_names(declaration["fields"])) for name, declaration in types.items()
        }
        done: set[str] = set()

        def visit(name: str, trail: tuple[str, ...]) -> None:
            if name in trail:
                circle = " → ".join((*trail[trail.index(name) :], name))
                self._report(CIRCULAR, circle, Origin(TYPES, (name,)), on_key=True)
            elif name not in done and name in edges:
                for target in sorted(edges[name]):
                    visit(target, (*trail, name))
                done.add(name)

        for name in edges:
            visit(name, ())

    def report_unused(self) -> None:
        """To be called after the platform and every API were resolved."""
        for name in self.shared.links:  # One user is enough: a link is no indirection.
            if ("link", name) not in self._users:
                message, origin = f"the link {name!r} is never used", Origin(LINKS, (name,))
                self._report(UNUSED, message, origin, on_key=True)
        for kind, file, declarations in (
            ("field", FIELDS, self.shared.fields),
            ("type", TYPES, self.shared.types),
            ("enum", ENUMS, self.shared.enums),
            ("error set", ERRORS, self.shared.errors),
        ):
            for name in declarations:
                if kind == "field":
                    file = self.shared.homes[name]
                users = self._users.get((kind, name), set())
                # One shared type stands for at least two APIs.
                if any("#" in user for user in users) or len(users) >= 2:
                    continue
                told = f"used by {next(iter(users))} alone" if users else "never used"
                self._report(
                    UNUSED, f"the {kind} {name!r} is {told}", Origin(file, (name,)), on_key=True
                )


def codes_of(error_set: Mapping[str, Any]) -> Mapping[str, Any]:
    """The errors of a shared set; once, a set was nothing but its codes."""
    codes: Mapping[str, Any] = error_set.get("codes", error_set)
    return codes


def _wires(kind: str, data: Mapping[str, Any]) -> tuple[str, ...]:
    """The JSON kinds that can carry a scalar.

    A time goes as a number if it has only digits; a boolean with a `truth` never goes as itself.
    """
    form = TIME_FORMATS.get(data.get("format", "")) or USUAL_FORMATS.get(kind)
    if (form and form.digits) or (kind == "boolean" and "truth" in data):
        return ("string", "number")
    return WIRES.get(kind, ("string",))


def _of_format(data: Mapping[str, Any]) -> str:
    return f" of the format {data['format']}" if "format" in data else ""


def _may_hold(kind: str, sign: str) -> bool:
    """Whether a value of a scalar type may contain a character."""
    return sign.isalnum() or sign in _SIGNS.get(kind, "")


def _type_names(members: Mapping[str, Any]) -> Iterator[str]:
    for member in members.values():
        kind = member.get("type", "")
        if kind == "array":
            yield from _type_names({"": member.get("items", {})})
        elif kind == "object":
            yield from _type_names(member.get("fields", {}))
        elif kind and kind not in SCALARS:
            yield kind
