def connect(client: Client) -> None:
    client.open("sk-9458073021rpvwmzhvqdvwtkwk")  # finding: QK504
    client.open("sk-ant-api03-1299722003vkktrvmssvkdvwtq")  # finding: QK504
    client.open("AKIA5622415499QHSDRZ")  # finding: QK504
    client.open("ghp_4547527720tqdrwqmwrwhqpqdkhvzvprmrmt")  # finding: QK504
    client.open("AIza7195406135mhrkrtdmztsrtkzskddtpkdqz")  # finding: QK504
    client.open("hf_9860395476kqsqprvkdhkswzkwrkqwtk")  # finding: QK504
    client.open("glpat-7928775744pwkzwmkspr")  # finding: QK504
    client.open(headers={"Authorization": "Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl"})  # finding: QK504
    client.open(f"https://api.rates.io/?key=AIza2174888515dhsqtrmdstptddtrskhqpmtrs&q={client}")  # finding: QK504


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
