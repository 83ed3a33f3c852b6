# path: app/services/users.py
# options: {"max-lines": 3, "count": "code"}
"""Users."""

# A comment.


def get(key):
    """Get one.

    # It looks like a comment, and is a docstring.
    """
    return key


class Missing(KeyError):
    """There is none."""
