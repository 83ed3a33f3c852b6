# path: app/services/users.py
# options: {"max-lines": 5}
"""Users."""


# a comment  # finding: QK601

x = 1
