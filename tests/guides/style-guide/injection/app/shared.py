# SG9: one client for all, made at import.
from app.clients import SpeechClient

speech_client = SpeechClient()  # finding: QK201


class CallService:
    def __init__(self):  # finding: QK102
        self.speech_client = speech_client  # finding: QK202
