# path: services/shared.py
# BP7 has providers build services; a rule that is on for everybody finds one that is built at import.
"""A service for all."""

from services.user_service import UserService

user_service = UserService()  # finding: QK201
