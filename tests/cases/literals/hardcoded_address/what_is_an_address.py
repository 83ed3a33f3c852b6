def texts(client: Client) -> None:
    client.go("http://localhost:8000/orders")  # finding: QK302
    client.go("https://api.rates.io")  # finding: QK302
    client.go("wss://stream.rates.io/v1")  # finding: QK302
    client.go("postgresql+asyncpg://db.internal/orders")  # finding: QK302
    client.go("sqlite:///./orders.db")  # finding: QK302
    client.go("http://[::1]:8000/")  # finding: QK302
    client.go("http://worker:8000")  # finding: QK302
    client.go("broker.rates.io:9092")  # finding: QK302
    client.go("localhost:6379")  # finding: QK302
    client.go("10.0.4.17")  # finding: QK302
    client.go("/var/data/orders")  # finding: QK302
    client.go("/home/anna/orders.csv")  # finding: QK302
    client.go("/tmp/orders")  # finding: QK302
    client.go("C:\\data\\orders")  # finding: QK302
    client.go("https://api.rates.io" "/v1/latest")  # finding: QK302


def other_texts(client: Client, name: str) -> None:
    client.go("http://testserver")
    client.go("http://")
    client.go("orders/2024")
    client.go("/users/{id}")
    client.go("/api/v1/orders")
    client.go("sqlite://")
    client.go("sqlite:///:memory:")
    client.go("1.2.3.4")
    client.go("255.255.255.0")
    client.go("999.1.1.1")
    client.go("12:30")
    client.go("anthropic.claude-v2:1")
    client.go("llama3:8b")
    client.go("go to http://localhost:8000 and log in")
    client.go("https://api.example.com/data")
    client.go("urn:ietf:params:oauth:token-type:jwt")
    client.go("file:///var/data")
    client.go("http://%s/orders" % name)
    client.go("https://{}.rates.io/".format(name))
