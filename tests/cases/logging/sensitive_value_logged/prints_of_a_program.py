import argparse


def main() -> None:
    parser = argparse.ArgumentParser()
    password = parser.parse_args().password
    print("the new password is", password)
