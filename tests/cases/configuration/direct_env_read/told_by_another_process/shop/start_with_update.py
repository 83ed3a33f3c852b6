import os


def start(env: Environment) -> None:
    env.update(SHOP_STEP="1")
    env.update({"SHOP_STAGE": "2"})
    options.update({"SHOP_OPTION": "3"})
    env.update(SHOP_KEY=os.environ["SHOP_KEY"])
