def plain(a) -> None: ...  # finding: QK101


def typed(a: int) -> None: ...


def default_only(a=1) -> None: ...  # finding: QK101


def typed_default(a: int = 1) -> None: ...


def positional_only(a, /) -> None: ...  # finding: QK101


def keyword_only(*, a) -> None: ...  # finding: QK101


def variable(*args) -> None: ...  # finding: QK101


def keywords(**kwargs) -> None: ...  # finding: QK101


def underscored(_, __hidden, *_args, **_kwargs) -> None: ...  # finding: QK101


def all_typed(a: int, /, b: str, *args: object, c: bool = False, **kwargs: object) -> None: ...


def last_one_missing(a: int, /, b: str, *args: object, c: bool = False, **kwargs) -> None: ...  # finding: QK101


def none() -> None: ...


def spread_over_lines(  # finding: QK101
    first: int,
    second,
    third,
) -> None: ...
