def build(client: Client, host: str, name: str, port: int) -> None:
    client.go(f"https://api.rates.io/{name}")  # finding: QK302
    client.go(f"http://localhost:8000/{name}")  # finding: QK302
    client.go(f"/var/data/{name}")  # finding: QK302
    client.go(f"https://api.rates.io/latest")  # finding: QK302
    client.go(f"https://{host}/latest")
    client.go(f"https://api.{host}")
    client.go(f"https://api{name}")
    client.go(f"http://localhost:{port}/")
    client.go(f"{host}/https://api.rates.io/")
    client.go(f"/users/{name}")
