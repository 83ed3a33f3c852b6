def texts(client: Client) -> None:
    client.get("http://localhost:8000/orders")  # finding: QK302
    client.get("https://api.rates.io")  # finding: QK302
    client.get("wss://stream.rates.io/v1")  # finding: QK302
    client.get("postgresql+asyncpg://db.internal/orders")  # finding: QK302
    client.get("sqlite:///./orders.db")  # finding: QK302
    client.get("http://[::1]:8000/")  # finding: QK302
    client.get("http://worker:8000")  # finding: QK302
    links.append("https://shop.internal.rates.io/latest")  # finding: QK302
    links.append("https://api-staging.rates.io")  # finding: QK302
    client.get("broker.rates.io:9092")  # finding: QK302
    client.get("localhost:6379")  # finding: QK302
    client.get("10.0.4.17")  # finding: QK302
    open("/var/data/orders")  # finding: QK302
    open("/home/anna/orders.csv")  # finding: QK302
    open("/tmp/orders")  # finding: QK302
    open("C:\\data\\orders")  # finding: QK302
    client.get("https://api.rates.io" "/v1/latest")  # finding: QK302


def other_texts(client: Client, name: str) -> None:
    client.get("http://testserver")
    client.get("http://")
    client.get("orders/2024")
    client.get("/users/{id}")
    client.get("/api/v1/orders")
    client.get("sqlite://")
    client.get("sqlite:///:memory:")
    client.get("1.2.3.4")
    client.get("255.255.255.0")
    client.get("999.1.1.1")
    client.get("12:30")
    client.get("anthropic.claude-v2:1")
    client.get("llama3:8b")
    client.get("go to http://localhost:8000 and log in")
    client.get("https://api.example.com/data")
    client.get("urn:ietf:params:oauth:token-type:jwt")
    client.get("file:///var/data")
    client.get("http://%s/orders" % name)
    client.get("https://{}.rates.io/".format(name))
