"""A new spec that is correct in form and marks what people must write (`tbkgen new`)."""

from generator.spec.layout import dump
from generator.spec.lint.texts import PLACEHOLDER

HEADER = "# yaml-language-server: $schema=../../_schema/api.schema.json\n"
"""First line of every API spec: editors then check it and show each key's meaning."""


def guess_role(method: str) -> str:
    """`sc` in the name is a service provider's method, `dg` a publisher's."""
    parts = method.split(".")
    return "service_provider" if "sc" in parts else "publisher" if "dg" in parts else "common"


def spec_path(method: str, role: str) -> str:
    """Where the spec of a method stands."""
    return f"specs/apis/{role}/{method}.yaml"


def skeleton(method: str, role: str, title: str, today: str) -> str:
    """The text of a new spec. Lint reports each placeholder until it is replaced."""
    return HEADER + dump(
        {
            "method": method,
            "title": title,
            "summary": {"zh": PLACEHOLDER, "en": PLACEHOLDER},
            "role": role,
            "topic": "utilities",
            "coverage": "full",
            "doc": {
                "verified": today,
                "confidence": "documented",
                "sources": [f"{PLACEHOLDER}: where the facts come from"],
            },
            "auth": {"session": "unknown"},
            "idempotent": False,
            "request": {
                "name": {"type": "string", "required": True, "description": PLACEHOLDER},
            },
            "response": {
                "data": {
                    "type": "object",
                    "name": "Data",
                    "description": PLACEHOLDER,
                    "fields": {"id": {"type": "string", "description": PLACEHOLDER}},
                },
            },
        }
    )
