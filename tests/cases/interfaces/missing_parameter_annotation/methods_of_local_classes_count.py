def build() -> type:
    class Local:
        def get(self, key) -> int:  # finding: QK101
            return 1

        def all(self) -> int:
            return 1

        class Deeper:
            def put(self, key) -> None: ...  # finding: QK101

            def clear(self) -> None: ...

    return Local
