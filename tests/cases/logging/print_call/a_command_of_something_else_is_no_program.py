from discord.ext import commands

from .argparse import defaults
from .click import style

bot = commands.Bot()


@bot.command()
async def ping(context: object) -> None:
    print("x")  # finding: QK401


def add(parser: object) -> None:
    parser.add_argument("x")
