import os
from enum import Enum

RATES_URL = "https://api.rates.io"
MIRRORS = frozenset(["https://a.rates.io", "https://b.rates.io"])
DATABASE = make_url("postgresql://localhost/orders")
base_url = "https://api.rates.io"
folder = Path("/var/rates/cache")
base = str(URL("https://api.rates.io/v2"))
opened = open(Path("/var/rates/list.csv"))  # finding: QK302
by_region = {"eu": "https://eu.rates.io"}
engine = create_engine("postgresql://localhost/orders")  # finding: QK302
app.add_middleware(CORSMiddleware, allow_origins=["http://localhost:3000"])  # finding: QK302


class Region(Enum):
    EU = "https://eu.rates.io"


class Settings(BaseSettings):
    url: str = "http://localhost:8000"
    redis: RedisDsn = Field("redis://localhost:6379/0")


def fetch(url: str | None = None, base: str = "http://localhost:8000") -> None:
    first = os.getenv("RATES_URL", "http://localhost:8000")
    second = config.get("url", "https://api.rates.io")
    third = url or "https://api.rates.io"
    fourth = url if url else "https://api.rates.io"
    fifth = "https://api.rates.io" if not url else url.rstrip("/")
    sixth = getattr(config, "url", "https://api.rates.io")
    seventh = env("RATES_URL", default="https://api.rates.io")
    if url is None:
        url = "https://api.rates.io"
    default_url = "https://api.rates.io"
    schema = {"default": "https://api.rates.io"}
    variables = {"RATES_URL": ("http://localhost:8000/v1", "where the rates are")}
    environment = {"RATES_URL": "http://localhost:8000/v1"}  # finding: QK302
    FALLBACK = "https://api.rates.io"
    ninth = "https://api.rates.io"
    base_of_all = "https://api.rates.io"  # finding: QK302
    tenth_url = "http://localhost:1" if base else "http://localhost:2"  # finding: QK302, QK302


def by_environment() -> str:
    try:
        url = os.environ["RATES_URL"]
    except KeyError:
        url = "https://api.rates.io"
    try:
        connect(url)
    except OSError:
        other = "http://localhost:9"  # finding: QK302
        connect(other)
    return url


def tables() -> list[dict[str, str]]:
    rates = [
        {"name": "eu", "url": "http://eu.internal"},  # finding: QK302
        {"name": "us", "url": "http://us.internal"},
    ]
    stores = [
        {"api": "https://eu.rates.io"},  # finding: QK302
        {"api": "http://localhost:8080/rates"},  # finding: QK302
        {"api": "https://us.rates.io"},
        {"api": "postgresql://rates@db.internal/rates"},
    ]
    return rates + stores + [{"name": "asia", "url": "http://asia.internal"}]  # finding: QK302


def rates_url() -> str:
    """Where the rates are."""
    return "https://api.rates.io"


def some_url(name: str) -> str:
    if name == "eu":
        return "http://eu.internal"  # finding: QK302
    return "http://rates.internal"  # finding: QK302
