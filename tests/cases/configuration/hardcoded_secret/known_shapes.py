def connect(client: Client) -> None:
    client.open("sk-0123456789abcdefghijklmnop")  # finding: QK504
    client.open("sk-ant-api03-0123456789abcdefghijklmnop")  # finding: QK504
    client.open("AKIA0123456789ABCDEF")  # finding: QK504
    client.open("ghp_0123456789abcdefghijklmnopqrstuvwxyz")  # finding: QK504
    client.open("AIza0123456789abcdefghijklmnopqrstuvwxy")  # finding: QK504
    client.open("hf_0123456789abcdefghijklmnopqrstuv")  # finding: QK504
    client.open("glpat-0123456789abcdefghij")  # finding: QK504
    client.open(headers={"Authorization": "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl"})  # finding: QK504
    client.open(f"https://api.rates.io/?key=AIza0123456789abcdefghijklmnopqrstuvwxy&q={client}")  # finding: QK504


PEM = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDabc"  # finding: QK504


def harmless(client: Client, text: str) -> None:
    """Give a key such as sk-0123456789abcdefghijklmnop."""
    client.open("sk-xxxxxxxxxxxxxxxxxxxxxxxx")
    client.open("sk-your-key-0123456789abcdefgh")
    client.open("AKIAIOSFODNN7EXAMPLE")
    client.open("sk-toggleable__content")
    client.open("eyJ")
    if "-----BEGIN PRIVATE KEY-----" in text or text.startswith("ghp_"):
        client.open(text)
    client.describe(description="sk-0123456789abcdefghijklmnop")
