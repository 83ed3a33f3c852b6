# SG1: the environment is read beside the settings.
import os


def speech_key() -> str:
    return os.environ["SPEECH_API_KEY"]  # finding: QK503
