SETTINGS = {"NOT_A_VARIABLE": "1"}


def get_setting(name):
    return SETTINGS[name]
