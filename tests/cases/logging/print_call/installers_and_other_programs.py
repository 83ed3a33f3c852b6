# path: app/packaging.py
from setuptools import Command


class Bundle(Command):
    def run(self) -> None:
        print("bundling")
