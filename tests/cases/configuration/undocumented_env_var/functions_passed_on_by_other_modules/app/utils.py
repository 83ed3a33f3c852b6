from app.secrets import get_secret
