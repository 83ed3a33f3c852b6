import jwt

API_KEY = "9f8e7d6c5b4a3210ffee"  # finding: QK504
SECRET_KEY = "my-super-secret-key"  # finding: QK504
SIGNING_SECRET_KEY = "supersecret"  # finding: QK504
app.config["SECRET_KEY"] = "kh37Qd!x"  # finding: QK504
auth_token = "0a1b2c3d4e5f6a7b8c9d"  # finding: QK504


def connect(password: str, token: str, secret: str = "kh37Qd") -> None:  # finding: QK504
    client(user="shop", password="hunter2")  # finding: QK504
    client({"password": "kh37Qd"})  # finding: QK504
    client(clientSecret="kh37Qd1234")  # finding: QK504
    client(password=b"kh37Qd")  # finding: QK504
    client(key="kh37Qd".encode(), private_key="kh37Qd99aa71".encode())  # finding: QK504
    jwt.encode({"sub": "1"}, "quiet-secret-2024x", algorithm="HS256")  # finding: QK504
    if password == "admin":  # finding: QK504
        raise RuntimeError


class Account(Base):
    password = Column(String)
    admin_password: str = "admin"  # finding: QK504
