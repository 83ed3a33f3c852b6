class Settings(BaseSettings):
    secret_key: str = "secret"  # finding: QK504
    jwt_secret: SecretStr = SecretStr("keep-it-quiet")  # finding: QK504
    db_password: str = Field(default="postgres")  # finding: QK504
    smtp_pass: str = Field("letters")  # finding: QK504
    api_key: str = "abc123"  # finding: QK504
    required_secret: str
    empty_secret: str = ""
    no_secret: str | None = None
    placeholder_secret: str = "changeme"
    your_secret: str = "your-secret-key"
    marked_secret: str = "<secret>"
    crossed_secret: str = "xxxxxxxx"
    api_key_header: str = "X-API-Key"
    token_url: str = "/auth/token"
    access_token_type: str = "bearer"
    password_hash_scheme: str = "bcrypt"
    secret_key_file: str = "/run/secrets/key"
    env_secret: str = "JWT_SECRET_KEY"


class FlaskConfig:
    SECRET_KEY = "dev"  # finding: QK504


class Form:
    secret_key: str = "dev"
