# path: app/docs/service.py
def render(name: str) -> str:
    print(name)  # finding: QK401
    return name
