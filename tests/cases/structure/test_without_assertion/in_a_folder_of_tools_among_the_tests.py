# path: tests/tools/test_login.py
def test_login(client):  # finding: QK623
    client.post("/login")
