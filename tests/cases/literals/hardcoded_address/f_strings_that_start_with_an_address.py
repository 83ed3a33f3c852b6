def build(client: Client, host: str, name: str, port: int) -> None:
    client.get(f"https://api.rates.io/{name}")  # finding: QK302
    client.get(f"http://localhost:8000/{name}")  # finding: QK302
    open(f"/var/data/{name}")  # finding: QK302
    client.get(f"https://api.rates.io/latest")  # finding: QK302
    client.get(f"https://{host}/latest")
    client.get(f"https://api.{host}")
    client.get(f"https://api{name}")
    client.get(f"http://localhost:{port}/")
    client.get(f"{host}/https://api.rates.io/")
    client.get(f"/users/{name}")
