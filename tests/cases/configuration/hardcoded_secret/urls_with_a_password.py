DATABASE_URL = "postgresql://shop:kh37Qd@db/shop"  # finding: QK504
BROKER_URL = "amqp://guest:guest@localhost:5672//"  # finding: QK504
SHOP_TEST_URL = "postgresql://postgres:postgres@db/shop_test"
PATTERN = "postgresql://user:password@host/name"
TEMPLATE = "postgresql://{user}:{password}@{host}/name"
MASKED = "postgresql://shop:***@db/shop"
WITHOUT_PASSWORD = "https://0123456789abcdef@sentry.rates.io/1"
PLAIN = "postgresql://db:5432/shop"
OTHER = "https://api.rates.io/@shop:latest"


def connect(host: str, password: str) -> None:
    engine(f"postgresql://shop:kh37Qd@{host}/shop")  # finding: QK504
    engine(f"postgresql://shop:{password}@{host}/shop")
    option("--url", help="postgresql://shop:kh37Qd@db/shop")
