"""The doors that other programs use: pre-commit and CI."""
