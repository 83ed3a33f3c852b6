import os

JWT_SECRET = os.getenv("JWT_SECRET", "t0p-s3cr3t")  # finding: QK504
DB_PASSWORD = os.environ.get("DB_PASSWORD", "postgres")  # finding: QK504
NESTED_KEY = os.environ.get("SECRET_KEY", os.environ.get("JWT_SECRET_KEY", "quiet"))  # finding: QK504
SIGNING_KEY = config("SECRET_KEY", default="quiet")  # finding: QK504
API_KEY = os.getenv("OPENAI_API_KEY") or "quiet-0123abcd4567"  # finding: QK504
OPENAI_API_KEY = os.getenv("OPENAI_API_KEY", "EMPTY")
OTHER_KEY = os.getenv("OPENAI_API_KEY", "")
SECRET = os.environ["JWT_SECRET"]
MODE = os.getenv("MODE", "production")
