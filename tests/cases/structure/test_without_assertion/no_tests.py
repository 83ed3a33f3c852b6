# path: app/checks.py
def test_connection(url):
    url.open()
