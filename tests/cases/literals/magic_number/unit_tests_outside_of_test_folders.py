class RowTestCase(TestCase):
    def first(self) -> list[Row]:
        return self.rows[:3]

    def test_rows(self) -> None:
        self.assertEqual(len(self.first()), 3)


class TestRows:
    def test_count(self) -> None:
        assert count(rows) == 7

    def load(self) -> list[Row]:
        return self.rows[:7]  # finding: QK301


class Connection:
    def test_connection(self) -> bool:
        return self.open() > 7  # finding: QK301


class Testimonial:
    def short(self) -> str:
        return self.text[:80]  # finding: QK301


def check(rows: list[Row]) -> None:
    case.assertEqual(len(rows), 5)
    assert_rows(rows, 5)  # finding: QK301
    assert len(rows) == 5  # finding: QK301
