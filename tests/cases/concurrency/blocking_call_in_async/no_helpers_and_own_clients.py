# options: {"helpers": false, "http": ["app.http.{get,post}", "app.http.Client.*", "!app.http.Client.close"], "waiting": []}
import time

import requests

from app import http


def load():
    return http.get("a")


async def handler(client: http.Client):
    load()
    http.get("a")  # finding: QK801
    client.fetch("a")  # finding: QK801
    client.close()
    requests.get("a")
    time.sleep(1)
