# path: app/targets.py
class Users: ...


user_service = Users()  # finding: QK201
user_client = Users()  # finding: QK201
user_manager = Users()  # finding: QK201
user_repository = Users()  # finding: QK201
user_repo = Users()  # finding: QK201
user_dao = Users()  # finding: QK201
user_crud = Users()  # finding: QK201
USER_SERVICE = Users()  # finding: QK201
_user_service = Users()  # finding: QK201
userService = Users()  # finding: QK201
service = Users()  # finding: QK201
plain = user_gateway = Users()  # finding: QK201
users = Users()
service_users = Users()
microservice = Users()
user_services_by_name = Users()
manager_of_users = Users()
user_service_config = Users()
