connect(
    password="kh37Qd!",  # finding: QK504
    token_password="kh37Qe!",  # noqa: S106
)
connect(  # noqa: S106
    password="kh37Qd!",
    account=Account(
        password="kh37Qd!",  # finding: QK504
    ),
)
connect(
    password="kh37Qd!",  # finding: QK504
)  # nosec
