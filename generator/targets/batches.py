"""Which methods have a call for any number of values, and its name."""

from generator.spec.ir import Api, ObjectType
from generator.spec.text import Name


def many_name(api: Api) -> Name | None:
    """The name of the call; None if nothing can be cut, or no answer be found."""
    if not (api.typed and api.batch):
        return None
    answers = api.fields.find(api.batch.items)
    assert answers, api.batch.items
    return Name(f"{api.python_name}_many") if isinstance(answers.element, ObjectType) else None
