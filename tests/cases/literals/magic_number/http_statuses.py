def answer(response: Response, error: HTTPError, order: Order) -> Response:
    if response.status_code == 404 or 500 <= response.status_code < 600:
        raise HTTPException(404, "no such order")
    if response.status in (301, 302) or response.status not in {200, 204}:
        raise HTTPException(503 if response.retry else 502)
    if response.status // 100 == 2 or response.status_code in range(200, 300):
        return JSONResponse({"ok": True}, 201)
    if order["status"] == 409 or order.get("http_status") == 410 or error.code == 429:
        return _error_response(409, "conflict")
    if getattr(response, "status_code", 500) >= 400:
        abort(400)
    if 404 == (await fetch(order)).status_code:
        raise ApiError(404, "gone")
    return Response(status_code=204)


def named(response: Response) -> str:
    match response.status_code:
        case 200 | 201:
            return "fine"
        case 404:
            return "missing"
    match response:
        case Reply(status_code=500):
            return "broken"
        case {"status": 503}:
            return "busy"
    return "other"


def error_status(error: Exception) -> int:
    return 409 if isinstance(error, Conflict) else 500


@router.get("/orders", status_code=200, responses={404: {"description": "none"}})
def orders() -> None:
    raise HTTPException(status_code=418, detail="teapot")


def under_other_names(error: HTTPError, status: Status, kind: str, status_int: int) -> int:
    if int(error.code) >= 500 or status.value == 403 or status_int == 429:
        _reject("no key given", 401)
    if cast_status_to_int(status) not in (401, 403):
        self._respond(400, "no such page")
    render_error_page(kind, 500)
    return STATUS_OF.get(kind, 500) or STATUS.get(kind, 404) or KIND_STATUS.get(kind, 502)  # finding: QK301


class GoneError(ServiceError):
    def __init__(self) -> None:
        super().__init__("gone", 410)


class Order(Base):
    def __init__(self) -> None:
        super().__init__("order", 410)  # finding: QK301


def other_numbers(response: Response, order: Order, error: HTTPError) -> None:
    if order.count == 404:  # finding: QK301
        raise TooMany("orders", 37)  # finding: QK301
    if response.status_count > 200:  # finding: QK301
        collect(404)  # finding: QK301
    if error.code == 1062:  # finding: QK301
        pass
    match order.count:
        case 200:  # finding: QK301
            pass


def other_calls(status: Status, kind: str) -> None:
    retry_on_error_after(300)  # finding: QK301
    fail(17, "no status")  # finding: QK301
    COLORS.get(kind, 500)  # finding: QK301


def error_limit() -> int:
    return 409  # finding: QK301


def colours(code_int: int) -> str:
    if 400 <= code_int < 600:
        return "red"
    return "green" if 200 <= code_int < 300 else "blue"
