# path: app/pytest_fixtures/storage.py
DATABASE = {"database_username": "guest", "database_password": "guest"}
