# path: tests/test_voice.py
class UserService: ...


user_service = UserService()


def test_find():
    assert user_service.find() == 1
