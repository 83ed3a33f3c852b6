# path: app/voice.py
stt_client = STTClient()


class VoiceService:
    def __init__(self):
        self.stt_client = stt_client  # finding: QK202
