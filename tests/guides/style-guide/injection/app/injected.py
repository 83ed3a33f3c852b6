# SG9: business objects come through the constructor.
from app.clients import SpeechClient, VoiceClient


class CallService:
    def __init__(self, speech_client: SpeechClient, voice_client: VoiceClient):
        self.speech_client = speech_client
        self.voice_client = voice_client
