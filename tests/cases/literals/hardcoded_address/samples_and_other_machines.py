import requests


class Cluster:
    @classmethod
    def sample(cls) -> "Cluster":
        return cls(api_address="172.24.4.3", registry="10.238.100.100:5000")

    @classmethod
    def samples(cls) -> "Cluster":
        return cls(registry="10.238.100.100:5000")  # finding: QK302


class SandboxSession:
    def save(self, name: str) -> None:
        path = f"/tmp/{name}.tar"
        self.write_file(path)
        requests.get("http://10.0.0.5/rates")  # finding: QK302


class Session:
    def save(self, name: str) -> None:
        path = f"/tmp/{name}.tar"  # finding: QK302
        self.write_file(path)
        self.data_path = "/mnt/rates" if running_in_docker() else name
        self.data_path = "/mnt/rates" if name else name


def set_up(config: Config, port: int) -> dict[str, object]:
    config.add_file("/home/core/rates.sh", contents="echo")
    config.write_file("/home/core/rates.sh", contents="echo")  # finding: QK302
    config.update({"host": "0.0.0.0", "port": port})
    config.update({"host": "0.0.0.0", "port": 8000})  # finding: QK302
    config.links(base_url={"rel": "https://rates.io/rel", "href": port})
    return config.info(host="http://nobody.fake")


def query(packet: bytes) -> None:
    send(packet, host="224.0.0.252", port=5355)


class PodOperator:
    def commands(self, name: str) -> None:
        path = "/tmp/rates.py"
        write(path)


def upload(remote: Remote, r: Remote, name: str) -> None:
    remote.write_file("/tmp/rates.sh", name)
    r.write_file_to("/tmp/rates.sh", name)
    r.write_file("/tmp/rates.sh", name)  # finding: QK302


def may_be_unreadable() -> str:
    try:
        with open("/var/lib/rates/id", "r") as file:
            return file.read()
    except IOError:
        pass
    try:
        with open("/var/lib/rates/other", "w") as file:  # finding: QK302
            file.write("7")
        with open("/etc/nvme/hostid", "w") as file:
            file.write("7")
        return load("/var/lib/rates/third")  # finding: QK302
    except OSError:
        return ""
