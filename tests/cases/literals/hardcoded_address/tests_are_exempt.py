# path: tests/test_rates.py
def test_rates(client: Client) -> None:
    client.get("http://localhost:8000")
