# path: app/base.py
import os


class BaseTestCase(TestCase):
    def setUp(self) -> None:
        self.timeout = int(os.environ.get("SHOP_TEST_TIMEOUT", 0))


class Testimony:
    def read(self) -> None:
        self.timeout = int(os.environ.get("SHOP_TIMEOUT", 0))  # finding: QK503
