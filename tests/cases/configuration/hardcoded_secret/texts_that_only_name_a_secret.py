from enum import Enum

API_KEY_HEADER = "X-API-Key"
API_KEY = "api_key"
X_API_KEY = "x-api-key"
OPENAI_API_KEY = "OPENAI_API_KEY"
PASSWORD = "password"
CLIENT_SECRET = "client_secret"
SECRET_ID_KEY = "secret-id-0123456789"
DEFAULT_TOKEN = "access"
KEYS = {"API_KEY": "web.search.api_key", "password": "string", "secret": "settings.secret_2"}
labels = {"password": "Your password", "token": "Token (from 2024 on)"}
hashed_password = "$2b$12$abcdefghijklmnopqrstuv0123456789"
cache_key = "users:0123456789abcdef"
primary_key = "a1b2c3d4e5f6a7b8"
pad_token = "[PAD0123456789]"
eos_token = "</s0123456789>"


class Grant(Enum):
    PASSWORD = "password1234"
    SECRET = "kh37Qd!x"


def connect(settings: Settings, type: str, password: str = "") -> None:
    client(password=settings.password, api_key="${API_KEY_2}", token="{token_1234567}")
    client(token="claude-3-5-sonnet-20241022", api_key="not-needed", secret="your-secret-1234")
    client(password="--password-2024", secret="/run/secrets/key1", api_key="ollama")
    client(token_type="bearer1234567890", auth="basic0123456789", name="0123456789abcdef")
    client(grant_type="password", password="sha256", secret="base64")
    if type == "password" or password == "":
        raise ValueError("password must not be kh37Qd1234")
