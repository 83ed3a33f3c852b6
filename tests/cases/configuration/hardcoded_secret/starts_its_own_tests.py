API_KEY = "KwnbpKJNe6gOjC2X5ilxafFv"  # finding: QK504


def test() -> None:
    import pytest

    pytest.main()
