import os
import sys


def read(record, names):
    first = os.environ[sys.argv[1]]
    second = os.getenv(record.variable)
    third = [os.environ.get(name) for name in names]
    fourth = os.environ.get(f"{record.name}_TOKEN")
    fifth = os.getenv("%s_TOKEN" % record.name)
    return first, second, third, fourth, fifth


def loop(text):
    text = text + "X"
    text = text + "Y"
    return os.getenv(text)


KNOWN = os.environ["KNOWN"]  # finding: QK501
