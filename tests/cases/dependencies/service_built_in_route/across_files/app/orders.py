from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query, Request, UploadFile

from app import services
from app.db import SessionDep, get_session
from app.schemas import OrderCreate
from app.services import OrderRepository, OrderService, PriceProvider
from app.settings import settings

router = APIRouter()


@router.get("/plain")
def plain():
    return OrderService().all()  # finding: QK204


@router.get("/session")
async def with_a_session(session: SessionDep):
    service = OrderService(session)  # finding: QK204
    return await service.all()


@router.get("/parts")
def with_parts(session=Depends(get_session)):
    repository = OrderRepository(session)  # finding: QK204
    service = OrderService(repository=repository)  # finding: QK204
    return service.all()


@router.get("/parts-inside")
def with_parts_inside(session=Depends(get_session)):
    service = OrderService(  # finding: QK204
        session, OrderRepository(session)
    )
    rest = OrderRepository(session)  # finding: QK204
    return service.all(rest)


@router.get("/twice")
def twice():
    OrderService().all()  # finding: QK204
    return OrderService().all()


@router.get("/created")
def created():
    return services.OrderService.create()  # finding: QK204


@router.get("/state")
def of_the_application(request: Request):
    return OrderService(request.app.state.session, settings.url).all()  # finding: QK204


@router.get("/inside")
def imported_inside():
    from app.services import OrderService as Orders

    with Orders() as service:  # finding: QK204
        return service.all()


@router.get("/opened")
def opened():
    with get_session() as session:
        return OrderService(session).all()  # finding: QK204


@router.get("/by-number/{number}")
def of_the_path(number: int):
    return OrderService(number).all()


@router.post("/body")
def of_the_body(order: OrderCreate):
    return OrderService(order.total).all()


@router.post("/derived")
def derived_from_the_body(order: OrderCreate):
    total = settings.rate * order.total
    parsed = settings.load(order)
    OrderRepository(total)
    return OrderService(parsed).all()


@router.get("/query")
def of_the_query(name: Annotated[str, Query()], page=Query(1)):
    OrderRepository(page)
    return OrderService(name).all()


@router.post("/upload")
def of_an_upload(file: UploadFile):
    return OrderService(file.file).all()


@router.get("/values")
def values():
    raise HTTPException(PriceProvider("x"))


@router.get("/default")
def in_a_default(service=OrderService()):
    return service.all()


def get_order_service(session=Depends(get_session)):
    return OrderService(session)


def no_route():
    return OrderService()
