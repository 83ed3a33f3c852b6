# path: app/core/config.py
def default_url(name: str) -> str:
    if name:
        return f"https://api.rates.io/{name}"
    return "http://localhost:8000"
