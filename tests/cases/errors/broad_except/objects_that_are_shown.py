import logging
import pprint


class Shown:
    def __repr__(self) -> str:
        try:
            return f"<{self.read_name()}>"
        except Exception:
            return "<?>"

    def _repr_html_(self) -> str:
        try:
            return self.render()
        except Exception:
            return ""

    def render(self) -> str:
        try:
            return self.read_name()
        except Exception:  # finding: QK701
            return ""


class Shelf(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        try:
            self.rows.add(record)
        except Exception:
            self.lost += 1


def safe_text(value: object) -> str:
    try:
        return repr(value)
    except Exception:
        return "?"


def dump(values: list[object]) -> str:
    text = ""
    for value in values:
        try:
            text += pprint.pformat(value) + "\n"
        except Exception:
            text += "?\n"
    try:
        return str(text) + render(values)
    except Exception:  # finding: QK701
        return text
