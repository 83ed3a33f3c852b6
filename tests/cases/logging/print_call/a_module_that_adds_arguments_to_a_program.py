import argparse


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser("load")
    parser.set_defaults(run=load)


def load(options: argparse.Namespace) -> None:
    print(options.path)
