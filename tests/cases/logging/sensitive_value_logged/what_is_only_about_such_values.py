import hashlib
import logging

import jwt

logger = logging.getLogger(__name__)
ENV_NAME = "OPENAI_API_KEY"
KEY_HEADER_TOKEN = "X-Api-Key"


def log_in(user: User, password: str, token: str, emails: list[str], send_email: bool) -> None:
    logger.info("password given: %s", bool(password))
    logger.info("password given: %s", password is not None)
    logger.info("password given: %s", not password)
    logger.info("password %s", "set" if password else "not set")
    logger.info(f"password {'*' * len(password)}")
    logger.info("length %d", len(password))
    logger.info("%d mails", len(emails))
    logger.info("has %s", user.has_password)
    logger.info("hash %s", user.password_hash)
    logger.info("hash %s", user.hashed_password)
    logger.info("hash %s", hashlib.sha256(token.encode()).hexdigest())
    logger.info("masked %s", mask(token))
    logger.info("masked %s", user.token.to_masked())
    logger.info("text %s", user.note.get_plaintext())
    logger.info("name %s", user.token.get_name())
    logger.info("masked %s", user.masked_token)
    logger.info("masked %s", token[:4])
    logger.info(f"masked {token[-4:]} {token:.4}")
    logger.info("type %s", type(token))
    logger.info("id %s", user.token_id)
    logger.info("id %s", user.api_key_id)
    logger.info("id %s", user.credentials.id)
    logger.info("name %s", user.secret_name)
    logger.info("url %s", user.token_url)
    logger.info("expires %s", user.token_expires_at)
    logger.info("valid %s", validate_token(token))
    logger.info("error %s", user.password_error)
    logger.info("errors %s", user.errors["password"])
    logger.info("counts %s", user.counts.get("token"))
    logger.info("flag %s", send_email)
    logger.info("keys %s", list(user.keys()))
    logger.info("key %s", user.key)
    logger.info("set %s", ENV_NAME)
    logger.info("read %s", KEY_HEADER_TOKEN)
    logger.info("grant %s", GrantType.PASSWORD)
    logger.info("user", extra={"password": "***", "token": mask(token), "has_secret": True})
    logger.info("user", extra={"password_length": len(password)})
    logger.info("password", exc_info=password)
    password_state = password == user.password
    logger.info("same %s", password_state)
    shown = redact(password)
    logger.info("shown %s", shown)
    password = redact(password)
    logger.info("shown %s", password)
    store(password, token)
    shown_token = f"{token[:4]}***{token[-4:]}" if len(token) > 8 else "*" * 8
    logger.info("shown %s", shown_token)
    short_token = token[:4] + "..."
    logger.info("shown %s", short_token)
    one_time_otp = OtpMaker(user.seed)
    logger.info("made %s", one_time_otp)
    logger.info("claims %s", jwt.decode(user.note))
