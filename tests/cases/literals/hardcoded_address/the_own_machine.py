def listen(sock: socket, port: int) -> str:
    sock.bind(("127.0.0.1", port))
    sock.bind(("127.0.0.1", 0))
    sock.connect(("127.0.0.1", 8000))  # finding: QK302
    serve(host="127.0.0.1", port=port)
    serve("127.0.0.1", port)
    serve(host="localhost", port=6379)  # finding: QK302
    serve(host="localhost")  # finding: QK302
    serve("0.0.0.0", 8000)  # finding: QK302
    run(["--host", "127.0.0.1", "--port", str(port)])
    scope = {"type": "http", "client": ("127.0.0.1", 80)}
    label = first("localhost")
    return "127.0.0.1"


class Redis:
    def __init__(self) -> None:
        self.host = "127.0.0.1"  # finding: QK302
        self.port = 6379


class Tunnel:
    def __init__(self, port: int) -> None:
        self.bind_host = "127.0.0.1"
        self.port = port


def routes(gateway: str) -> list[dict[str, str]]:
    ignored = [(4, "127.0.0.1"), (4, "10.0.0.9")]
    probe(arp_spa="10.1.1.1", ip=IPAddress("240.0.0.1"), name=ignored)
    resolve(nameserver="8.8.8.8")  # finding: QK302
    connect("10.1.1.1")  # finding: QK302
    listen(("10.1.1.1", 9000))  # finding: QK302
    Cluster(hosts=["10.1.1.2", "10.1.1.3"])  # finding: QK302
    connect(host="203.0.113.9", port=9000)
    return [{"network": "0.0.0.0", "netmask": "0.0.0.0", "gateway": gateway}]
