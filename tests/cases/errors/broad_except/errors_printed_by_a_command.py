# path: shop/management/commands/read_all.py
def read_all(paths: list[Path]) -> None:
    for path in paths:
        try:
            parse(path)
        except Exception as error:
            print(f"{path} cannot be read: {error}")
