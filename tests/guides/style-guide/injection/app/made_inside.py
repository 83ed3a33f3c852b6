# SG9: a service that makes the client it needs.
from app.clients import SpeechClient


class CallService:
    def __init__(self, language: str):
        self.language = language
        self.speech_client = SpeechClient()  # finding: QK203
