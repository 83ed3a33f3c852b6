# path: app/orders/prices.py
# SG18 SG20 SG23: numbers without names, addresses, secrets, code in comments.
import httpx

FREE_SHIPPING_FROM = 50
API_TOKEN = "9f8e7d6c5b4a39281706f5e4d3c2b1a0"  # finding: QK504


def price(total: float) -> float:
    if total > 250:  # finding: QK301
        return total * 0.85  # finding: QK301
    return total if total >= FREE_SHIPPING_FROM else total + shipping()


def shipping() -> float:
    return httpx.get("https://prices.internal.shop.com/shipping").json()["price"]  # finding: QK302


# def old_price(total: float) -> float:  # finding: QK622
#     return total * TAX
