import os


def key(provider: str, number: int) -> str:
    first = os.environ[f"{provider.upper()}_API_KEY"]
    second = os.environ["REGION_" + provider]
    third = os.environ[provider + "_REALM"]
    return first + second + third + read(prefix="shop_mail")
