# options: {"text-names": ["note"], "example-hosts": ["*.rates.io"], "platform-paths": ["/srv/*"], "documentation": [], "going-calls": ["get"], "endpoint-names": ["description"]}
def fetch(client: Client) -> None:
    client.get("https://api.rates.io")
    client.get("/srv/data")
    client.get(note="https://rates.com")
    client.get(url="https://rates.com")  # finding: QK302
    client.get("https://docs.rates.com")  # finding: QK302
    client.visit("https://rates.com/go")
    client.visit(description_of_page="https://rates.com/3")  # finding: QK302
    client.get("https://api.example.com/data")  # finding: QK302
