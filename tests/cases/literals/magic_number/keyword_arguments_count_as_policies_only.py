def policies(session: Session, user: User) -> None:
    session.get("/orders", timeout=30)  # finding: QK301
    session.get("/orders", connect_timeout=5, max_retries=3)  # finding: QK301, QK301
    session.get("/orders", serverSelectionTimeoutMS=5000)  # finding: QK301
    sleep(delay=0.2)  # finding: QK301
    cache.set("a", 1, ttl=300)  # finding: QK301
    find(limit=limit or 100)  # finding: QK301
    find(limit=100 if user else 20)  # finding: QK301, QK301
    ask(temperature=0.7)  # finding: QK301
    until = now() + timedelta(minutes=20)  # finding: QK301
    since = now() - datetime.timedelta(days=7, hours=12)  # finding: QK301
    wait(timeout=5 * 60)  # finding: QK301
    wait(timeout=size * 5)  # finding: QK301
    client(timeout=ClientTimeout(total=300))  # finding: QK301
    seconds = config.get("timeout", 30)  # finding: QK301
    found = getattr(settings, "RETENTION_DAYS", 90)  # finding: QK301
    setattr(client, "_retries", 3)  # finding: QK301


def plain(session: Session, user: User) -> None:
    session.get("/orders", timeout=TIMEOUT, retries=0, delay=1)
    open_window(width=1024, height=768)
    parser.add_argument("--count", default=10)
    uvicorn.run(app, port=8000, workers=4)
    moment.replace(hour=23, minute=59, microsecond=999_999)
    warn("old", stacklevel=2)
    xadd("events", maxlen=10_000)
    port = getattr(settings, "port", 3000)
    setattr(client, "port", 3000)
    rate = config.get("sample_rate", 24_000)
    payload = {"timeout": 30, "limit": 50}
