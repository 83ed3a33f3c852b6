# path: app/my_services/users.py
# options: {"max-lines": 3}
class UserService:
    def get(self, key):
        return key
