# path: app/services/expressions.py
from functools import partial
from typing import Annotated

from fastapi import Depends
from sqlalchemy import select

from app.services.users import UserService, build_service, get_user_service

Service = UserService
service_class = UserService
make_service = partial(UserService, timeout=3)
service_factory = lambda: UserService()  # noqa: E731
service_query = select(UserService).where(UserService.active)
first_service = UserService.objects.filter(active=True)
named_service = UserService.query.filter_by(name="x").first()
service_name = UserService.name == "x"
service_table = UserService.__table__
current_service = Depends(UserService)
ServiceDep = Annotated[UserService, Depends(get_user_service)]
user_service = get_user_service()
order_service = build_service(UserService)
service_repository = UserService().repository
service_count = UserService().count()
string_service = "UserService()"
many_services = [UserService for _ in range(3)]
generic_service = UserService[int]
negated_service = not UserService()
compared_service = UserService() == 1
stored_service = {"a": UserService()}["a"]
