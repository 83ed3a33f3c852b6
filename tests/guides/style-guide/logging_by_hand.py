# path: app/audio/logs.py
# SG11 SG21: print, messages put together, secrets, a logger without the module's name.
import logging

logger = logging.getLogger("app")  # finding: QK404


def report(call_id: str, password: str) -> None:
    print("Call began")  # finding: QK401
    logger.info(f"Call {call_id} began")  # finding: QK402
    logger.info("Signed in", extra={"password": password})  # finding: QK403
