def connect(url: str) -> None:
    engine = create_async_engine(url, pool_size=20, max_overflow=10, pool_timeout=30, pool_recycle=1800)
    client = AsyncMongoClient(url, maxPoolSize=50, minPoolSize=5)
    limits = httpx.Limits(max_connections=100, max_keepalive_connections=20)
    with ThreadPoolExecutor(8) as pool, ThreadPoolExecutor(max_workers=8):
        pool.map(work, chunk_size=64)
    redis = ConnectionPool(url, 50)


def wait(url: str) -> None:
    client = httpx.AsyncClient(timeout=30)  # finding: QK301
    queue = asyncio.Queue(100)  # finding: QK301
    gate = asyncio.Semaphore(5)  # finding: QK301
