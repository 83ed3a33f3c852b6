# options: {"text-names": ["note"], "example-hosts": ["*.rates.io"], "platform-paths": ["/srv/*"], "documentation": []}
def fetch(client: Client) -> None:
    client.go("https://api.rates.io")
    client.go("/srv/data")
    client.go(note="https://rates.com")
    client.go("https://docs.rates.com")  # finding: QK302
    client.go(description="https://rates.com")  # finding: QK302
    client.go("https://api.example.com/data")  # finding: QK302
