from typing import Any


def application(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    method = environ["REQUEST_METHOD"]
    length = environ.get("CONTENT_LENGTH", "0")
    start_response("200 OK", [])
    return [method.encode(), length.encode()]


class Request:
    def __init__(self, environ: dict[str, Any]) -> None:
        self.environ = environ

    def method(self) -> str:
        return str(self.environ["REQUEST_METHOD"])


def socket(server: Any, sid: str) -> Any:
    environ = server.get_environ(sid)
    return environ["HTTP_ORIGIN"]


def getenv(name: str) -> str:
    return name


class os:
    environ = {"INNER": "x"}


INNER = os.environ["INNER"]
OWN = getenv("OWN_FUNCTION")
