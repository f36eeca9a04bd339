"""Which methods have a call that gives everything of a period, and its name."""

from generator.spec.ir import Api, ScalarType
from generator.spec.text import Name


def pull_name(api: Api) -> Name | None:
    """The name of the call; None if no period can be cut, or no element be found."""
    if not (api.typed and api.window and api.pagination):
        return None
    start = api.parameters.find(api.window.start)
    is_moment = start and isinstance(start.type, ScalarType) and start.type.kind == "datetime"
    lists = (api.fields.find(path) for path in api.pagination.items)
    have_models = all(list_ and list_.members for list_ in lists)
    is_near = api.window.start.count(".") < 2
    return Name(f"{api.python_name}_all") if is_moment and have_models and is_near else None
