# path: app/icons.py
class Icon:
    def __init__(self, name): ...


class Clock: ...


icon_house = Icon("house")
icon_tree = Icon("tree")
icon_home = Icon("home")
icon_store = Icon("store")

clock = Clock()
other_clock = Clock()
clock_manager = Clock()  # finding: QK201
