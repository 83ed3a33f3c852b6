import time

from .core.db import SessionLocal


class Table:
    def count(self):
        with SessionLocal() as db:
            return db.query("a").count()


class Users(Table):
    def find(self, number):
        with SessionLocal() as db:
            return db.get("a", number)

    def append(self, user):
        with SessionLocal() as db:
            db.merge(user)

    def name(self):
        return "users"

    def load(self, path):
        with open(path) as file:
            return file.read()

    async def wait(self):
        time.sleep(1)  # finding: QK801


users = Users()
