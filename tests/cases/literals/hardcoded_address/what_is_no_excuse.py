import os
import sys
from pathlib import Path

import httpx


class ConfigurationService:
    def __init__(self) -> None:
        self.client = httpx.Client(base_url="http://10.0.0.5:8000/api")  # finding: QK302
        self.table = {"base_url": "http://10.0.0.6:8000/api"}


def whole_machine(app: App) -> None:
    Redis.from_url("redis://localhost")  # finding: QK302
    make_app(broker="amqp://127.0.0.1")  # finding: QK302
    httpx.get("http://127.0.0.1")  # finding: QK302
    app.register({"redirect_uris": ["http://127.0.0.1"]})


def missing_but_needed() -> str:
    try:
        return read("/etc/rates/needed")  # finding: QK302
    except FileNotFoundError:
        raise RuntimeError
    try:
        return open("/etc/rates/first").read()  # finding: QK302
    except OSError as error:
        sys.exit(str(error))
    try:
        open(os.path.join("/var/rates", "log"), "w").close()  # finding: QK302
        Path("/var/rates/state").write_text("7")  # finding: QK302
        path = "/var/rates/read"
        return open(path).read()
    except FileNotFoundError:
        return ""
    try:
        open("/etc/rates/third", encoding="ascii")
        open("/etc/rates/fourth", mode="r+")  # finding: QK302
        open("/etc/rates/fifth", "rb")
    except OSError:
        return ""


def clients(data: Claims, data_client: Client, payload_session: Client, event_data: Claims) -> None:
    data_client.get("http://10.0.0.6/1")  # finding: QK302
    payload_session.get("http://10.0.0.6/2")  # finding: QK302
    data.get("http://10.0.0.6/3")
    event_data.get("http://10.0.0.6/4")


def places(report: Report, env: Environment, sandbox: Box) -> None:
    report.save_to("/srv/exports/rates.csv")  # finding: QK302
    env.write_file("/srv/exports/other.csv")  # finding: QK302
    sandbox.save_to("/srv/exports/third.csv")


class PaymentServiceStub:
    def pay(self) -> None:
        httpx.post("http://10.0.0.9:8000/pay")  # finding: QK302


class ServiceContainer:
    def store(self) -> Store:
        return open_store(open("/var/rates/store"))  # finding: QK302


class DockerContainer:
    def store(self) -> Store:
        return open_store(open("/var/rates/store"))


def without(file: str, server: object, host: str | None, url: str | None) -> Client:
    if not file:
        return httpx.post("http://10.0.0.9:8000/1")  # finding: QK302
    if not file:
        return connect("10.0.0.9", 8000)  # finding: QK302
    if server is True:
        return httpx.post("http://10.0.0.9:8000/2")  # finding: QK302
    if not host:
        httpx.post("http://10.0.0.9:8000/3")  # finding: QK302
        return httpx.Client(base_url="http://10.0.0.9:8000/4")
    if url is None:
        client = httpx.Client(base_url=f"" "http://10.0.0.9:8000/5")
        return client


def folder_of(folder: str | None) -> Path:
    if folder is None:
        return Path("/var/rates/cache").mkdir()
    return Path(folder)


def defaults(pool: Pool, config: Config) -> None:
    make_default_client(pool, base_url="http://10.0.0.9:8000/1")  # finding: QK302
    connect_default(pool, "http://10.0.0.9:8000/2")  # finding: QK302
    get_default(config, "rates", "http://10.0.0.9:8000/3")
    config.getDefault(pool, "http://10.0.0.9:8000/4")


def labels() -> None:
    connect(host="localhost", server_name="localhost")  # finding: QK302
    connect(host="localhost", display_name="localhost")


def lists_of_words(name: str) -> None:
    run(["celery", "-b", "redis://10.0.0.5:6379/0", "worker"])  # finding: QK302
    connect(("-", "http://10.0.0.5/1"))  # finding: QK302
    run(["curl", "-s", "http://10.0.0.5/2"])


def replaced_before(arguments: list[str]) -> Options:
    if arguments:
        path = arguments[0]
    path = "/etc/rates/rates.conf"  # finding: QK302
    return read(path)


def replaced_deeper(arguments: list[str], lock: Lock) -> Options:
    path = "/etc/rates/rates.conf"
    with lock:
        if arguments:
            path = arguments[0]
    return read(path)


def found(is_new: bool) -> None:
    if not is_new or not os.path.exists("/var/rates/1"):
        open("/var/rates/1")  # finding: QK302
    if is_new or os.path.exists("/var/rates/2"):
        open("/var/rates/2")  # finding: QK302
    if is_new and os.path.exists("/var/rates/3"):
        open("/var/rates/3")
    if os.path.isfile("/var/rates/4") or os.path.isdir("/var/rates/4"):
        open("/var/rates/4")
