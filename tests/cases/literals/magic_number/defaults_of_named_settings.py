def settings() -> None:
    workers = get_env_int("WORKERS", 4)
    port = config("PORT", 8000) or get_setting("server.port", 8000)
    wait = env_float("TIMEOUT_SECONDS", 2.5)  # finding: QK301
    lifetime = _get_int(options.get("cache_ttl"), 300)  # finding: QK301


def other(name: str) -> None:
    workers = get_env_int(name, 4)  # finding: QK301
    page = load("orders", 50)  # finding: QK301
    text = config("two words", 50)  # finding: QK301
    port = config("PORT", str, 8000)  # finding: QK301
