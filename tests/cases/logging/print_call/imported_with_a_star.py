from pprint import *

pprint({})  # finding: QK401
pp({})  # finding: QK401
pformat({})


def show(pp: object) -> None:
    pp({})
