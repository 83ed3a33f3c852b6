import random


def joined(names: list[str]) -> str:
    size = len(names)
    if size == 2:
        return " and ".join(names)
    return "many" if size > 12 else "several"  # finding: QK301


def region(host: str, cap: int) -> list[str]:
    labels = labels_of(host)
    if len(labels) < 3 or len(labels) > 5:  # finding: QK301
        return []
    head = labels[:-2]
    total = count_of(host)
    if total == 2 or len(head) > 7:  # finding: QK301, QK301
        return head[:cap]
    return labels


def digests(file: File, key: str, part: str) -> bool:
    if len(file.sha256) != 64 or len(file.md5) == 32:
        return False
    return len(file.sha1) == 64 or len(part) == 64  # finding: QK301


def protocols(ip_v: int, family: int) -> bool:
    return ip_v == 6 or family == 6  # finding: QK301


def drawn() -> None:
    port = random.randint(1024, 65535)
    ticket = random.randint(1000, 9999)  # finding: QK301, QK301


def unpacked(data: bytes, offset: int) -> int:
    length = struct.unpack_from("!I", data, offset)
    return data[offset + 12] + length


def not_unpacked(data: bytes, offset: int) -> int:
    return data[offset + 12]  # finding: QK301


def answered(error: Refusal) -> str:
    match code := error.reply_code:
        case 409:
            return "there already"
        case 503:
            return "busy"
    return ""


def retried(client: Client) -> None:
    client.mount(Retry(status_forcelist=range(500, 600)))
    client.mount(Rows(places=range(500, 600)))  # finding: QK301, QK301


class Directory:
    def _server_port_default(self) -> int:
        return 636 if self.is_safe else 389

    def _server_wait_default(self) -> int:
        return 636 if self.is_safe else 389  # finding: QK301, QK301


def get_default_port(config: Config) -> int:
    return 27017


def get_default_part(config: Config) -> int:
    return 27017  # finding: QK301


def settings(config: Config) -> None:
    port = get_default(config, "web", "port", 9000)
    port = get_value(config, "web", "port", 9000)  # finding: QK301


def triangle(gamma: float, width: float) -> float:
    return 90 - gamma if gamma > 90 else width - 90  # finding: QK301


def tried(shape: Shape) -> None:
    _try_shape(shape, 2)
    retry(shape, 2)  # finding: QK301
