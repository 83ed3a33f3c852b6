"""The doors that other programs use; the pre-commit and CI doors will lie here."""
