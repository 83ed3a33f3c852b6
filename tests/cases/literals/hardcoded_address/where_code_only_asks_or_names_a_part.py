import os
import socket
from pathlib import Path


def own_address() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        sock.connect(("10.255.255.255", 1))
        return sock.getsockname()[0]


def files(root: str, name: str) -> None:
    secondary = root + "/etc/secondary.conf"
    if os.path.exists("/etc/rates.conf") or Path("/var/lib/rates").is_dir():
        read(name)
    if not os.path.exists("/var/lib/rates/.lock"):
        open("/var/lib/rates/.lock", "w")  # finding: QK302
    open("/var/lib/rates/.lock")
    open("/var/lib/rates/" + name)  # finding: QK302


def volumes() -> dict[str, str]:
    return {"mountPath": "/etc/rates", "RATES_KEY": "/etc/rates/key", "RATES_TOKEN": "/etc/rates/token"}


def database(name: str) -> list[str]:
    return [f"sqlite:///file:{name}?mode=memory&uri=true", "sqlite:///file:rates?mode=memory", "sqlite:///file::memory:"]


def bind(is_open: bool) -> Server:
    ip = "" if is_open else "127.0.0.1"
    return Server(ip)


def defaults(path: str) -> str:
    CONF.set_default("web", "/usr/share/rates")
    options.set_defaults(CONF, connection="postgresql://localhost/rates")
    copy_into_container(path, "/var/rates/init")
    container_path = "/opt/rates"
    server_url = get_settings_value(RATES_SERVER, "http://localhost:8000")
    url = "sqlite:///{}".format(path) or "sqlite:///$state_path/rates.sqlite"
    text = open("/etc/issue").read()
    return os.environ.get(RATES_URL, "http://localhost:8000") + url + text + container_path


def form() -> dict[str, object]:
    return {"placeholders": {"extra": dumps({"endpoint_url": "http://localhost:4566"})}}


def context(url: str) -> dict[str, object]:
    return {"service": {"@context": "http://iiif.io/api/image/2/context", "@id": url}}
