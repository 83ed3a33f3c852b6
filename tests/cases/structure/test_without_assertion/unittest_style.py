# path: app/tests_app/test_views.py
import unittest


class ViewTests(unittest.TestCase):
    def testGet(self):  # finding: QK623
        self.client.get("/")

    def test_post(self):  # finding: QK623
        self.client.post("/")

    def test_equal(self):
        self.assertEqual(self.client.get("/"), 1)

    def test_of_an_unknown_base(self):
        self.run_everything()

    def test_super(self):
        super().test_everything()

    def test_get_by_own_method(self):  # finding: QK623
        self.visit()

    def visit(self):
        self.client.get("/")

    @unittest.skip("later")
    def test_later(self):
        self.client.get("/")


class EndTests(unittest.TestCase):
    def tearDown(self):
        self.assertEqual(self.open, 0)

    def test_get(self):
        self.client.get("/")


class TestInSteps(unittest.TestCase):
    def runTest(self):
        self.test_setup(1)
        self.assertTrue(self.done)

    def test_setup(self, number):
        self.done = number

    def test_owner_passes(self):
        self.suspend(1)

    def test_alone(self):  # finding: QK623
        self.client.get("/orders")
