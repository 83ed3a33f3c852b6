import requests


def token(names: list[str], url: str) -> None:
    requests.put("http://169.254.169.254/latest/api/token", timeout=1)
    requests.get(f"http://host.docker.internal:8080/{names[0]}")
    requests.get("https://kubernetes.default.svc/api")
    for path in ("/etc/rates/ca.pem", "/usr/local/etc/rates/ca.pem"):
        names.append(path)
    handles = [open(name) for name in ["/var/lib/rates"]]  # finding: QK302
    url += "/Users/AuthenticateByName"
    serve("0.0.0.0", 8000)  # noqa: S104
    open("/tmp/rates.csv")  # nosec B108
    open("/tmp/other.csv")  # noqa: E501  # finding: QK302


def dressed(names: list[str]) -> dict[str, str]:
    requests.get("http://localhost/rates")
    names.append("profile-rates.upgrades:0002")
    token = "http://rates.io/ns/sync"
    oauth.register(access_token_url="https://login.rates.io/token")  # finding: QK302
    return {"src": token, "dest": "/home/runner/rates"}


def own() -> str:
    with socket.socket() as sock:
        sock.connect(("8.8.8.8", 80))
        return sock.getsockname()[0]


def used_one_after_the_other(app: App) -> dict[str, str]:
    for path in ["/var/rates/a", "/var/rates/b"]:  # finding: QK302
        os.makedirs(path)
    for path in ["/etc/rates.conf", "/etc/rates/rates.conf"]:
        if os.path.isfile(path):
            app.read(path)
    return {
        "host": "0.0.0.0",  # noqa: S104
        "database": "postgresql://db.internal/rates",  # finding: QK302
    }
