# path: app/injected.py
user_service = UserService()  # finding: QK201
mailer = Mailer()
service = dict()
error_handler = ValueError()
service_manager = list[int]()
