"""Stations between finding and reporting: each marks findings or changes them, none drops any."""
