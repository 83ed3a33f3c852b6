# path: shop/orders.py
import click

from shop.logs import log


class Orders:
    def get(self, parser):
        password = parser.parse_args().password
        self.logger.info("asked with %s", password)  # finding: QK403
        log.info("asked with %s", password)  # finding: QK403


@bot.command()
async def sign_in(self, password):
    self.log.info("signed in with %s", password)  # finding: QK403


@click.command()
def make(password):
    log.info("the password, shown once: %s", password)
