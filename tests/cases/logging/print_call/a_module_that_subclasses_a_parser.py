import argparse


class Parser(argparse.ArgumentParser):
    def error(self, message: str) -> None:
        print(message)
