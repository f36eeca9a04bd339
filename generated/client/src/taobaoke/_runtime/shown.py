"""Values of callers in messages: short, and never an error of their own."""

_USUALLY = 40


def shown(value: object, longest: int = _USUALLY) -> str:
    """A value as a message shows it; by its type if it cannot show itself."""
    try:
        text = repr(value)
    except Exception:  # objects of callers; a number of 5000 digits has no text either
        text = f"<{type(value).__name__}>"
    return text if len(text) <= longest else f"{text[: longest - 3]}..."
