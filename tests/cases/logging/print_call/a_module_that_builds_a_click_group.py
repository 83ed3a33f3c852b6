from click import group


@group()
def main() -> None:
    print("x")
