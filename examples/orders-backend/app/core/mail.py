"""Hands mail over to an SMTP server."""

from __future__ import annotations

import smtplib
from email.message import EmailMessage
from typing import Protocol

from app.core.config import MailSettings


class MailTransport(Protocol):
    """Something that can send a mail."""

    def send(self, recipient: str, subject: str, text: str) -> None:
        """Send one plain-text mail."""


class SmtpTransport:
    """Sends through the configured SMTP server, one connection per mail."""

    def __init__(self, settings: MailSettings) -> None:
        self._settings = settings

    def send(self, recipient: str, subject: str, text: str) -> None:
        """Send one plain-text mail.

        Raises:
            OSError: The server cannot be reached or refuses the mail.
        """
        message = EmailMessage()
        message["From"] = self._settings.sender
        message["To"] = recipient
        message["Subject"] = subject
        message.set_content(text)
        with smtplib.SMTP(self._settings.host, self._settings.port) as server:
            server.send_message(message)
