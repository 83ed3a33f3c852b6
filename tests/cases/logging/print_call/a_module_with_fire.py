import fire


def count(path: str) -> None:
    print(len(path))


fire.Fire(count)
