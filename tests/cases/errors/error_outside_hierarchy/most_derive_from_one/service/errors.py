class Trouble(Exception): ...


class Missing(Trouble): ...


class Refused(Trouble): ...


class Broken(Exception): ...  # finding: QK706
