import os
import subprocess

import pymongo


def configuration(arguments: list[str]) -> Options:
    path = "/etc/rates/rates.conf"
    if arguments:
        path = arguments[0]
    return read(path)


def same_path_extended(arguments: list[str]) -> Options:
    path = "/etc/rates/rates.conf"  # finding: QK302
    if arguments:
        path = os.path.join(path, arguments[0])
    return read(path)


def replaced_by_what_was_not_asked(self: Rates) -> None:
    url = "http://localhost:3000/"  # finding: QK302
    if self.is_old:
        url = self.make()
    self.client.get(url)


def custom(self: Rates) -> None:
    url = "http://localhost:3000/"
    if self.custom_url:
        if invalid(self.custom_url):
            return
        url = self.custom_url
    self.client.get(url)


def both_in_one_block(self: Rates, name: str) -> None:
    if name:
        url = "http://localhost:3000/"  # finding: QK302
        url = self.named(name)
        self.client.get(url)


def database(uri: str | None, is_old: bool) -> Database:
    if uri is None:
        shown = "mongodb://localhost:27017/rates"
        return pymongo.MongoClient(shown)
    if not is_old:
        return pymongo.MongoClient("mongodb://localhost:27017/old")  # finding: QK302
    return pymongo.MongoClient(uri)


def system_log() -> list[str]:
    log_file = ""
    if os.path.exists("/var/log/syslog"):
        log_file = "/var/log/syslog"
    elif os.path.exists("/var/log/messages"):
        log_file = "/var/log/other"  # finding: QK302
    return list(open(log_file))


def commands(name: str) -> None:
    subprocess.run(["redis-cli", "-h", "10.0.0.5:6379", name])
    subprocess.run(CONTROL + ["-s", "http://localhost:9001", "start", name])
    subprocess.run(["python3", "/opt/rates/load.py"])
    connect(["http://localhost:9001", name])  # finding: QK302


async def test_write(box: Box) -> None:
    await box.write_file("/tmp/rates/data", "data")
    assert await box.read_file("/tmp/rates/data") == "data"


async def test_connection(box: Box) -> None:
    await box.write_file("/tmp/rates/data", "data")  # finding: QK302


async def in_a_sandbox(sandbox: Box, name: str) -> None:
    path = f"/tmp/{name}"
    await sandbox.write_file(path, "data")
    Computer(label="localhost", hostname="localhost", name=name)
    Computer(label="own", hostname="localhost", name=name)  # finding: QK302
    share = {"hosts allow": "127.0.0.1", "hosts": "127.0.0.1"}  # finding: QK302
    connect(share, allowed_hosts="127.0.0.1")


class ConfigStore:
    def __init__(self) -> None:
        self.data = {"proxy_url": "socks5h://localhost:9050"}

    def connect(self) -> Proxy:
        proxy_url = "socks5h://localhost:9050"  # finding: QK302
        return Proxy(proxy_url)
