"""The doors that other programs use: pre-commit; CI will follow."""
