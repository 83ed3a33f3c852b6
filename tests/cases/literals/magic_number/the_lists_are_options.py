# options: {"unit-factors": [30], "unit-bases": [3], "policies": ["rate"], "plain-calls": ["nap"], "bounds": ["Size"], "status-names": ["state"], "status-calls": ["fault"], "version-names": ["edition"], "policy-calls": ["Pause"], "sizes": ["rows"], "small-index": 5}
def work(value: int, rows: list[int], thing: Thing) -> None:
    month = value * 30 + value * 27
    hour = value * 60  # finding: QK301
    kibi = value * 1024  # finding: QK301
    send(timeout=30)
    send(rate=30, row_rate=40)  # finding: QK301, QK301
    send(rows_rate=30)
    nap(30)
    round(value, 3)  # finding: QK301
    Size(50)
    String(50)  # finding: QK301
    if thing.state == 404 or thing.edition >= (3, 5):
        raise Fault(404)
    if thing.status == 404 or thing.version >= 3:  # finding: QK301, QK301
        raise HTTPException(404)  # finding: QK301
    Pause(long=30)  # finding: QK301
    tail, far = rows[5:], rows[6:]  # finding: QK301
