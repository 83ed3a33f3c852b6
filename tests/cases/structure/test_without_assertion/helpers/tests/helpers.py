def place(client, item):
    assert client.post(item)


def send(client, item):
    return client.post(item)
