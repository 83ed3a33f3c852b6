def order():
    return {"number": 1}
