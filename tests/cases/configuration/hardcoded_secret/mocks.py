# path: app/authorizer.py
class MockAuthorizer:
    def generate(self) -> Token:
        return make(password="kh37Qd")


class Authorizer:
    def generate(self) -> Token:
        return make(password="kh37Qd")  # finding: QK504

    def by_ftp(self) -> None:
        password = "anonymous@7"
        self.connect("rates", password)


settings = dict(  # nosec B106
    cookie_secret="12oETzKXQAGaYdkL5gEmGeJJFuYh7EQnp2XdTP1o/Vo=",
)
settings = dict(
    cookie_secret="12oETzKXQAGaYdkL5gEmGeJJFuYh7EQnp2XdTP1o/Vo=",  # finding: QK504
)
