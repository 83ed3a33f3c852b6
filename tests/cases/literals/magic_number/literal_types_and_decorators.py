from typing import Annotated, Literal

Size = Literal[16, 32, 64]
type Level = Literal[3, 4]


@retry(stop=stop_after_attempt(5), wait=wait_fixed(2) + wait_random(0, 3))
@lru_cache(256)
@app.task(max_retries=3, delay=lambda attempt: attempt * 30)
def fetch(size: Literal[16, 32], width: Annotated[int, Interval(3, 40 * 2)]) -> Literal[5]:
    chosen: Literal[7, 8] = pick(size)
    return cast(Literal[9], stop_after_attempt(5))  # finding: QK301


class Table(Base, limit=check(50)):
    pass
