# path: app/audio/types.py
# SG8: the same function with types and without.
from app.audio.results import Transcript


async def transcribe(
    chunk: bytes,
    call_id: str,
    threshold: float = 0.5,
) -> Transcript:
    ...


async def transcribe_untyped(chunk, call_id, threshold=0.5):  # finding: QK101, QK102
    ...
