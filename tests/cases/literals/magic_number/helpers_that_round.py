def shown(price: float, servers: list[Server]) -> str:
    value = round_half_up(price, 2) + round_to(price, 3) + self.round_value(price, 4)
    server = round_robin(37)  # finding: QK301
    trip = round_trip(servers, 5)  # finding: QK301
    steps = round_up(price, 25)  # finding: QK301
    return f"{value} {server} {trip} {steps}"
