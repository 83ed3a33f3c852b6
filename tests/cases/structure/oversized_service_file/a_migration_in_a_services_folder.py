# path: app/services/migrations/0001_initial.py
# options: {"max-lines": 3}
class UserService:
    def get(self, key):
        return key
