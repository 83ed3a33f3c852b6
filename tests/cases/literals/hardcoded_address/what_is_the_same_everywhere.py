import requests


def token(names: list[str], url: str) -> None:
    requests.put("http://169.254.169.254/latest/api/token", timeout=1)
    requests.get(f"http://host.docker.internal:8080/{names[0]}")
    requests.get("https://kubernetes.default.svc/api")
    for path in ("/etc/rates/ca.pem", "/usr/local/etc/rates/ca.pem"):
        names.append(path)
    names.append(["/var/lib/rates"])  # finding: QK302
    url += "/Users/AuthenticateByName"
    serve("0.0.0.0", 8000)  # noqa: S104
    open("/tmp/rates.csv")  # nosec B108
    open("/tmp/other.csv")  # noqa: E501  # finding: QK302
