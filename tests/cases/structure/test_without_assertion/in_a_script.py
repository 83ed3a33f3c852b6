# path: scripts/test_login.py
def test_login(client):
    client.post("/login")
