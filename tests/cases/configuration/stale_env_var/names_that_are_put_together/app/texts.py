def label(name: str) -> str:
    return f"{name}_TITLE"
