class Users:
    def usual(self) -> None: ...

    def other_name(this) -> None: ...

    def short(s) -> None: ...

    def underscored(_) -> None: ...

    def positional_only(self, /) -> None: ...

    def second(self, a) -> None: ...  # finding: QK101

    def second_underscored(self, _) -> None: ...  # finding: QK101

    def positional_only_second(self, a, /) -> None: ...  # finding: QK101

    def with_default(self=None) -> None: ...

    @classmethod
    def usual_class(cls) -> None: ...

    @classmethod
    def other_class(klass, a) -> None: ...  # finding: QK101

    @property
    def size(self) -> int:
        return 1

    @size.setter
    def size(self, value) -> None: ...  # finding: QK101

    def __new__(cls) -> "Users":
        return super().__new__(cls)

    def __init_subclass__(cls) -> None: ...

    def __class_getitem__(cls, item) -> None: ...  # finding: QK101

    async def later(self) -> None: ...

    def gathered(*args) -> None: ...  # finding: QK101

    def nothing() -> None: ...

    def keyword_only(*, a) -> None: ...  # finding: QK101

    if True:

        def below_if(self) -> None: ...

        def below_if_second(self, a) -> None: ...  # finding: QK101

    try:

        def below_try(self) -> None: ...

    finally:

        def below_finally(self, a) -> None: ...  # finding: QK101


class Meta(type):
    def __call__(mcs) -> None: ...

    def make(mcs, name) -> None: ...  # finding: QK101


def self(self) -> None: ...  # finding: QK101
