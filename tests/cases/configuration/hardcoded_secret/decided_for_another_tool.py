API_KEY = "kh37Qdd0x81mPz4"  # noqa: S105
JWT_SECRET = "t0p-s3cr3t"  # nosec B105 only for the demo
DB_PASSWORD = "kh37Qd!"  # nosec
MAIL_PASSWORD = "kh37Qd!"  # noqa  # finding: QK504
HOOK_SECRET = "t0p-s3cr3t"  # noqa: E501  # finding: QK504


def connect(password: str = "kh37Qd!") -> Connection:  # noqa: S107
    return Connection(
        user="shop",
        password="kh37Qd!",  # noqa: S106
    )
