from enum import Enum, IntEnum

MAX_ROWS = 500
TIMEOUT: float = 2.5
page_size = 50
cutoff = len(ROWS) * 0.8
limits = {"rows": min(MAX_ROWS, 250), "names": [30, 40]}
WINDOW = timedelta(minutes=15)
first, second = (3, 4 * MAX_ROWS)

if DEBUG:
    cutoff = len(ROWS) * 0.9


class Level(IntEnum):
    LOW = 10
    HIGH = 10 * 3


class Color(Enum):
    RED = (255, 0, 0)


class Settings(BaseSettings):
    port: int = 8000
    timeout: float = Field(30.0, gt=0, le=300)
    lifetime: timedelta = timedelta(days=14)
    ratio: float = 3 / 8


@dataclass
class Page:
    size: int = 50
    names: list[int] = field(default_factory=lambda: [3, 5])
    expires: datetime = field(default_factory=lambda: now() + timedelta(days=7))


def search(text: str, limit: int = 50, *, factor: float = 1.5 * 3, wait: float = seconds(20)) -> None:
    LONGEST = 40 * len(text)
    THRESHOLD: float = compute(0.3)
    local = lambda size=7: size


def logic(text: str) -> None:
    longest = 40 * len(text)  # finding: QK301
    threshold: float = compute(0.3)  # finding: QK301


if len(sys.argv) > 5:  # finding: QK301
    schedule(600)  # finding: QK301
