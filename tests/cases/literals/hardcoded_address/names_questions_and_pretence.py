import os

import httpx
import requests


def questions(out: str, options: Options) -> str:
    known_file = "/var/lib/rates/known"
    if os.path.samefile(os.path.dirname(out), "/tmp") or os.path.isfile(known_file):
        return os.path.relpath(out, "/var/lib/rates")
    state = get_default(options, "rates", "state_dir", "/var/lib/rates", expand=True)
    for name in os.listdir(state):
        os.remove(name)
    connect_default("http://localhost:8000")  # finding: QK302
    return state


def may_be_missing() -> str:
    try:
        with open("/etc/rates/profile") as profile:
            return profile.read()
    except FileNotFoundError:
        pass
    try:
        return read("/etc/rates/other")  # finding: QK302
    except (KeyError, ValueError):
        pass
    try:
        return read(read("/etc/rates/first"))
    except (PermissionError, FileNotFoundError):
        return read("/etc/rates/second")  # finding: QK302


def from_where(proxy: str) -> None:
    httpx.HTTPTransport(local_address="0.0.0.0")
    httpx.HTTPTransport(address="0.0.0.0")  # finding: QK302
    OAuth(redirect_uri="http://127.0.0.1")
    OAuth(redirect_uri="http://127.0.0.1:8000")  # finding: QK302
    requests.get("http://127.0.0.1/rates")  # finding: QK302


def names(claims: dict[str, str], code: str) -> dict[str, str]:
    team = claims.get("https://rates.io/team")
    requests.post(code, data={"resource": "https://management.rates.io/", "code": code})
    requests.post(code, data={"resource_server": "https://management.rates.io/", "code": code})  # finding: QK302
    requests.post(code, headers={"Origin": "https://rates.io", "Referer": code})
    requests.post(code, json={"origin": "https://rates.io", "team": team})  # finding: QK302
    return requests.get("https://api.rates.io/team")  # finding: QK302


def make_form() -> Form:
    return Form(init={"endpoint": "http://localhost:8686"}, initial={"host": "http://localhost:8080"})


def configuration_template() -> dict[str, object]:
    if os.name == "nt":
        return {"host": "http://localhost:1", "base_url": "https://api.rates.io"}
    return {"server": connect("http://localhost:2")}  # finding: QK302


def configuration() -> dict[str, object]:
    if os.name == "nt":
        return {"host": "http://localhost:1"}  # finding: QK302
    return {"host": "http://localhost:2"}  # finding: QK302


class DummyEngine:
    def __init__(self) -> None:
        self.cluster_url = "http://localhost:8000"
        self.public_url = "https://api.rates.io"


class MockingbirdEngine:
    def __init__(self) -> None:
        self.cluster_url = "http://localhost:8000"  # finding: QK302


def fake_rates(client: Client) -> Rates:
    return client.get("http://localhost:8000/rates")


def platform_files(name: str) -> None:
    open(f"/var/run/netns/{name}")
    open("/etc/default/rates")
    open("/var/lib/dbus/machine-id")
