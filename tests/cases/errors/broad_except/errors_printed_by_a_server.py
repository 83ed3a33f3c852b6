def read_all(paths: list[Path]) -> None:
    for path in paths:
        try:
            parse(path)
        except Exception as error:  # finding: QK701
            print(f"{path} cannot be read: {error}")
