# path: app/models.py
def create_mock_llm() -> Model:
    return Model("sk-proj-a8Zk31mQw90xLtYv5RbN2cJh7")  # finding: QK504


def mock_llm() -> Model:
    return Model(client_secret="kh37Qd!")


def noop_or_charge(amount: int) -> None:
    charge(amount, password="kh37Qd!")  # finding: QK504
    charge(amount, "sk_live_9f8e7d6c5b4a3210ffee")  # finding: QK504


class FakeNewsDetector:
    def load(self) -> Model:
        return Model(api_key="KwnbpKJNe6gOjC2X5ilxafFv")  # finding: QK504


class FakeStore:
    def load(self) -> Model:
        self.connect("postgresql://shop:kh37Qd@db/shop")
        self.log_in("sk-proj-a8Zk31mQw90xLtYv5RbN2cJh7")  # finding: QK504
        return Model(api_key="KwnbpKJNe6gOjC2X5ilxafFv")


class StoreOfFakes:
    API_KEY = "KwnbpKJNe6gOjC2X5ilxafFv"  # finding: QK504
