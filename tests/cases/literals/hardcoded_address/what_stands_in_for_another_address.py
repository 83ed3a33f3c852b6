import os


class Model:
    def __init__(self, config: dict[str, str] | None = None) -> None:
        if config is None or "model_host" not in config:
            self.host = "http://localhost:8000"
        else:
            self.host = config["model_host"]


def log_file(options: Options) -> str:
    if options.log_path is not None:
        path = options.log_path
    elif options.is_test:
        path = "/var/log/rates/test.log"
    else:
        path = "/var/log/rates/rates.log"
    return path


def both_written_here(is_test: bool) -> str:
    if is_test:
        host = "http://localhost:8000"  # finding: QK302
    else:
        host = "http://rates.internal"  # finding: QK302
    return host


def grpc_host() -> str:
    host = os.environ.get("RATES_HOST")
    if host:
        return f"{host}:4001"
    return "localhost:4001"


def host_not_at_the_end(name: str) -> str:
    if name:
        return "localhost:4001"  # finding: QK302
    return other(name)


def run(app: App, **given: object) -> None:
    app.run({"host": "0.0.0.0", "port": 5000, **given})
    app.run({**given, "host": "0.0.0.0", "port": 5000})  # finding: QK302


def redis_url(config: Config) -> str:
    raw = config.redis_url
    if not raw:
        return "redis://127.0.0.1:6379/0"
    return raw


def base_url(self: Client) -> str:
    if self.url is None:
        return "http://localhost:8001"
    return self.url


def url_by_debug(is_debug: bool) -> str:
    if is_debug:
        return "http://localhost:8001"  # finding: QK302
    return load()
