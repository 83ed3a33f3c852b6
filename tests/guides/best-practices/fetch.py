# path: services/prices.py
# BP10: asynchronous code does not block.
"""Prices of others."""

import httpx
import requests


async def fetch() -> dict:
    """The prices."""
    async with httpx.AsyncClient() as client:
        answer = await client.get("https://prices.example.com/all")
        return answer.json()


async def fetch_blocking() -> dict:
    """The prices, while all others wait."""
    answer = requests.get("https://prices.example.com/all")  # finding: QK801
    return answer.json()
