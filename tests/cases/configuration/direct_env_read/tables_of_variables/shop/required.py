REQUIRED_ENV = {"SHOP_DB_URL": "the database", "SHOP_QUEUE": "the queue"}
child: dict[str, str] = {"SHOP_MODE": "fast"}
JOB_ENV["SHOP_JOB"] = "1"


def start() -> None:
    limits = {"SHOP_LIMIT": 3}
    run(["work"], env={**child, "SHOP_DEPTH": str(limits)})
    describe(required_env={"SHOP_QUEUE": "the queue"})
