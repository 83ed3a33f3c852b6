# path: app/services/users.py
# options: {"max-lines": 3, "count": "code"}
"""Users: this docstring
has two lines."""

# A comment.


def get(key):
    """Get one."""
    # Another comment.

    return key


names = [
    # The first.
    "anna",  # finding: QK601
]
