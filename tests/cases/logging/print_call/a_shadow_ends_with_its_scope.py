import contextlib
import logging

logger = logging.getLogger(__name__)


def by_parameter(print: object) -> None:
    print("x")


def by_keyword_parameter(*, print: object = None) -> None:
    print("x")


def by_variable_parameter(*print: object) -> None:
    print("x")


def by_assignment() -> None:
    print = logger.info
    print("x")


def by_unpacking() -> None:
    print, other = logger.info, logger.debug
    print("x")


def by_annotation() -> None:
    print: object = logger.info
    print("x")


def by_walrus() -> None:
    if print := logger.info:
        print("x")


def by_import() -> None:
    from rich import print

    print("x")


def by_import_as() -> None:
    from rich import inspect as print

    print("x")


def by_definition() -> None:
    def print(text: str) -> None: ...

    print("x")


def by_class() -> None:
    class print: ...

    print("x")


def by_loop() -> None:
    for print in (logger.info,):
        print("x")


def by_with() -> None:
    with contextlib.nullcontext() as print:
        print("x")


def by_except() -> None:
    try:
        pass
    except ValueError as print:
        print("x")


def by_match(value: object) -> None:
    match value:
        case [print]:
            print("x")


def by_closure() -> None:
    print = logger.info

    def inner() -> None:
        print("x")

    inner()


def by_lambda() -> None:
    call = lambda print: print("x")
    call(logger.info)


def by_comprehension() -> None:
    [print("x") for print in (logger.info,)]
    print("x")  # finding: QK401


def not_by_the_name_of_a_keyword() -> None:
    dict(print=1)
    print("x")  # finding: QK401


def not_by_another_function() -> None:
    print("x")  # finding: QK401


def not_by_a_nested_function() -> None:
    def inner(print: object) -> None:
        print("x")

    print("x")  # finding: QK401


lambda_of_the_module = lambda text: print(text)  # finding: QK401
print("x")  # finding: QK401
