# path: backend/services/rag.py
# BP2: imports begin at the layer, not above it.
"""Answers from documents."""

from backend.models.user import User  # finding: QK212
from models.document import Document
from services.search import find

__all__ = ["Document", "User", "find"]
