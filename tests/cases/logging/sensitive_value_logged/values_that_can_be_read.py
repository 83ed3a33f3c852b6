import json
import logging
import os
from pprint import pprint

import structlog

logger = logging.getLogger(__name__)
events = structlog.get_logger()
API_KEY = os.environ["API_KEY"]


def log_in(user: User, password: str, data: dict[str, str], headers: dict[str, str]) -> None:
    logger.info("password %s", password)  # finding: QK403
    logger.info("password %r for %s", user.new_password, user.id)  # finding: QK403
    logger.info(f"password {password}")  # finding: QK403
    logger.info(f"password {password!r:>20}")  # finding: QK403
    logger.info("pass" f"word {password}")  # finding: QK403
    logger.info("password %s" % password)  # finding: QK403
    logger.info("password %s of %s" % (password, user.id))  # finding: QK403
    logger.info("password {}".format(password))  # finding: QK403
    logger.info("password {it}".format(it=password))  # finding: QK403
    logger.info("password " + password)  # finding: QK403
    logger.info(password)  # finding: QK403
    logger.info("user", extra={"id": user.id, "password": data["value"]})  # finding: QK403
    logger.info("user", extra={"value": user.api_key})  # finding: QK403
    logger.info("user", extra=dict(secret=user.value))  # finding: QK403
    events.info("user", password=password)  # finding: QK403
    events.info("user", api_key=user.value)  # finding: QK403
    events.bind(user=user.id).info("user", value=user.api_key)  # finding: QK403
    logger.info("data %s", data["password"])  # finding: QK403
    logger.info("data %s", data.get("access_token"))  # finding: QK403
    logger.info("header %s", headers["Authorization"])  # finding: QK403
    logger.info("header %s", headers.get("X-Api-Key", ""))  # finding: QK403
    logger.info("key %s", os.environ["STRIPE_SECRET_KEY"])  # finding: QK403
    logger.info("key %s", os.getenv("OPENAI_API_KEY"))  # finding: QK403
    logger.info("key %s", API_KEY)  # finding: QK403
    logger.info("text %s", str(password))  # finding: QK403
    logger.info("text %s", json.dumps({"password": user.value}))  # finding: QK403
    logger.info("text %s", password.strip().encode())  # finding: QK403
    logger.info("text %s", user.password.get_secret_value())  # finding: QK403
    logger.info("text %s", user.token.get_plaintext_or_error())  # finding: QK403
    logger.info("text %s", user.password.to_string())  # finding: QK403
    logger.info("text %s", get_password(user))  # finding: QK403
    logger.info("text %s", password or "none")  # finding: QK403
    logger.info("text %s", password if user.is_new else "none")  # finding: QK403
    logger.info("text %s", [user.id, password])  # finding: QK403
    logger.exception("text %s", password)  # finding: QK403
    print(password)  # finding: QK403
    print("password:", password, sep="")  # finding: QK403
    pprint({"password": user.value})  # finding: QK403


def kinds(card: Card, user: User, client: Client) -> None:
    logger.info("%s", user.passwd)  # finding: QK403
    logger.info("%s", client.clientSecret)  # finding: QK403
    logger.info("%s", client.credentials)  # finding: QK403
    logger.info("%s", client.private_key)  # finding: QK403
    logger.info("%s", client.refresh_token)  # finding: QK403
    logger.info("%s", client.access_tokens)  # finding: QK403
    logger.info("%s", client.reset_token)  # finding: QK403
    logger.info("%s", client.token)  # finding: QK403
    logger.info("%s", card.card_number)  # finding: QK403
    logger.info("%s", card.cvv)  # finding: QK403
    logger.info("%s", user.ssn)  # finding: QK403
    logger.info("%s", user.email)  # finding: QK403
    logger.info("%s", user.email_address.lower())  # finding: QK403
    logger.info(
        "%s %s %s",
        user.email,
        user.password,  # finding: QK403
        user.token,
    )


def made(header: str, parts: list[str], user: User) -> None:
    bearer_token = header[7:]
    logger.info("%s", bearer_token)  # finding: QK403
    split_token = header.split(" ")[1]
    logger.info("%s", split_token)  # finding: QK403
    full_token = f"{parts[0]}.{parts[1]}"
    logger.info("%s", full_token)  # finding: QK403
    shown_token = f"{parts[0][:4]}{parts[1]}"
    logger.info("%s", shown_token)  # finding: QK403
    new_password = SecretStr(user.note)
    logger.info("%s", new_password)  # finding: QK403
    user_credentials = Credentials(user.note)
    logger.info("%s", user_credentials)  # finding: QK403
    user_otp = make_otp(user)
    logger.info("%s", user_otp)  # finding: QK403
    token = AccessToken(user.note)
    logger.info("%s", token)  # finding: QK403
    login_token = AccessToken(user.note)
    logger.info("%s", login_token)  # finding: QK403
    api_key = ApiKey(user.note)
    logger.info("%s", api_key)  # finding: QK403
    old_password = Password(user.note)
    logger.info("%s", old_password)  # finding: QK403
    client_secret = ClientSecret(user.note)
    logger.info("%s", client_secret)  # finding: QK403
