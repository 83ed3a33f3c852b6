from argparse import ArgumentParser


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("--path")
    print(parser.parse_args().path)


def helper() -> None:
    print("x")
