"""QK302 hardcoded-address."""

from __future__ import annotations

from fnmatch import fnmatchcase

import libcst as cst

from quality_kit.frameworks.decided import is_decided
from quality_kit.rule import Bad, FileRule, Good
from quality_kit.tree import ParsedFile
from quality_kit.tree.functions import enclosing_function
from quality_kit.tree.texts import text_of

from ._address_files import Files
from ._address_options import Options
from ._address_places import Places, Words
from ._addresses import LOOPBACK, WEB, Address, address_in
from ._destinations import Calls, Destinations
from ._own_machine import OwnMachine

_LOCALHOST = "localhost"
_IN_MEMORY = "mode=memory"
#: All other schemes are those of databases and brokers.
_NO_DATABASE = frozenset(("", *WEB))
_URL_KEYWORDS = frozenset(("url", "uri", "urls", "uris", "address"))
_PATH_KEYWORDS = frozenset(("path", "file", "filename", "dir", "src", "dst", "name"))


class HardcodedAddress(FileRule[Options]):
    """A URL, a host, an IP address or an absolute path in logic in place of a setting.

    What is right on one machine is wrong on the next: the address of a database, a folder, a broker
    differs between a laptop, the tests and production, and an address in the middle of a function is
    found by nobody who moves the service.

    Found are texts that are nothing but an address, and f-strings that start with one, where code goes
    there: where a request or a client takes it, or a call that uses a file, by way of variables too, or
    where a name says what it is (`base_url`, `webhook`, `allow_origins`, `log_file`). The address of a
    database or broker is found wherever code uses it. In data, commands and links it goes nowhere.
    What depends on where the program runs (localhost, an IP address, a name inside a network or of a
    staging system, a database, a path) is an error, the public address of another service a warning. Of
    one list or dictionary, and of one address in a function, the first is found.

    An address that has a name is left alone: constants in upper case, what modules and classes declare
    (fields of settings among them, also `self.data = {...}` in a class called Config), defaults of
    parameters, fields and lookups (`os.getenv("HOST", "localhost")`, `get_default(config, "dir", "/var/lib")`),
    fallbacks (`url or "http://localhost"`, what runs below `if uri is None:`, the branch that is left where
    another one takes what it is told, a path that `if args: path = args[0]` replaces, a dictionary that
    `**given` overrides), variables that are declared with their description
    (`{"RATES_URL": ("http://localhost", "where the rates are")}`), a function that does nothing but return
    it, or that is called a default or template, and modules of settings and constants.

    So is what only looks like an address: namespaces, schemas, scopes, licences, keys of claims,
    documentation, descriptions, log and error messages, comparisons and prefix tests, routes, example.com,
    devices and files that are the same on every machine, metadata services, mount points, files of
    containers and sandboxes, several paths that are tried, questions whether a file is there and what
    happens only if it is, the end of a longer path, lists of who may connect, an open address whose port is
    told elsewhere, samples, mocks and dummies. Tests, examples, migrations, scripts and the block of
    `if __name__ == "__main__":` are exempt.

    Way out: a field of the settings where an operator may want another address, else a constant in
    upper case that says what the address is.
    """

    code = "QK302"
    message = "hardcoded {kind} {address} in logic; take it from the settings, or name it as a constant"
    statements = ("SG3", "SG20", "RP6")
    examples = (
        Bad(
            """\
import redis


def make_cache() -> redis.Redis:
    return redis.Redis(host="localhost", port=6379)  # finding: QK302


async def send(client: Client, order: Order) -> None:
    await client.post("http://10.0.4.17:8080/orders", json=order.model_dump())  # finding: QK302
    with open("/var/data/orders.log", "a") as log:  # finding: QK302
        log.write(order.id)


async def rates(client: Client) -> Rates:
    return await client.get("https://api.rates.io/v2/latest")  # finding: QK302
""",
            why="Three that depend on the machine, and the public address of a service: a warning.",
        ),
        Good(
            """\
RATES_URL = "https://api.rates.io/v2/latest"


class CacheSettings(BaseSettings):
    redis_host: str = "localhost"
    log_path: Path = Path("/var/data/orders.log")


class Cache:
    def __init__(self, host: str = "localhost", url: str | None = None) -> None:
        self.url = url or "redis://localhost:6379/0"


async def rates(client: Client) -> Rates:
    return await client.get(RATES_URL)
""",
            why="Constants, fields and defaults name their address.",
        ),
        Good(
            """\
@router.get("/var/{name}", description="see https://rates.io/docs")
async def variable(name: str, origin: str) -> Variable:
    if origin.startswith("http://localhost:3000") or origin == "127.0.0.1":
        raise HTTPException(400, "https://rates.io/errors/origin")
    logger.info("reading %s", name, extra={"help": "https://docs.rates.io/variables"})
    return Variable(name, schema="http://www.w3.org/2001/XMLSchema")
""",
            why="Routes, questions, messages, documentation and identifiers go nowhere.",
        ),
    )

    def __init__(self, file: ParsedFile, options: Options) -> None:
        super().__init__(file, options)
        #: What is told once: a table of addresses, an address in one function.
        self._told: set[tuple[int, str]] = set()
        self._places = Places(file, Words(frozenset(options.text_names), frozenset(options.text_calls)))
        self._machine = OwnMachine(file)
        self._requests = Destinations(
            file, Calls(options.going_calls, _words(options.endpoint_names), _URL_KEYWORDS)
        )
        local = (*options.endpoint_names, *_URL_KEYWORDS)
        self._local = Destinations(file, Calls(options.going_calls, _words(local), _URL_KEYWORDS))
        self._files = Files(file.tree)
        self._going_files = Destinations(
            file, Calls(options.file_calls, _words(options.place_names), _PATH_KEYWORDS, on_receiver=True)
        )

    def visit_SimpleString(self, node: cst.SimpleString) -> None:
        # A long table has many texts: most are told by one look at their characters.
        if ":" not in node.value and "/" not in node.value and "." not in node.value:
            self._look_at_name(node)
            return
        parent = self.file.tree.parent(node)
        if isinstance(parent, cst.ConcatenatedString):
            return
        text = text_of(node)
        self._look(node, address_in(text) if text else None)

    def visit_FormattedString(self, node: cst.FormattedString) -> None:
        texts = [part.value for part in node.parts if isinstance(part, cst.FormattedStringText)]
        first = node.parts[0] if node.parts else None
        if isinstance(first, cst.FormattedStringText) and _IN_MEMORY not in "".join(texts):
            self._look(node, address_in(first.value, is_open=len(node.parts) > 1))

    def visit_ConcatenatedString(self, node: cst.ConcatenatedString) -> None:
        text = text_of(node)
        self._look(node, address_in(text) if text else None)

    def _look_at_name(self, node: cst.SimpleString) -> None:
        """``host="localhost"``."""
        if node.raw_value != _LOCALHOST or self._places.keyword_of(node) not in self.options.host_names:
            return
        if not self._places.is_only_named(node):
            self._look(node, Address("host", _LOCALHOST, _LOCALHOST, True))

    def _look(self, node: cst.BaseExpression, address: Address | None) -> None:
        if address is None or self._is_plain(address) or not self._places.is_logic(node):
            return
        if address.scheme in _NO_DATABASE and self._places.is_in_command(node):
            return
        if self._goes_nowhere(node, address):
            return
        keys = self._keys(node, address)
        if not self._told.isdisjoint(keys) or is_decided(self.file, node, self.options.accepted_codes):
            return
        self._told |= keys
        message = self.message.format(kind=address.kind, address=address.text)
        self.report(node, message, None if address.is_local else "warning")

    def _goes_nowhere(self, node: cst.BaseExpression, address: Address) -> bool:
        machine = self._machine
        if address.kind == "path":
            return not self._going_files.has(node) or self._files.is_left_alone(node)
        if address.kind == "IP address" and machine.is_asked_for(node):
            return True
        if address.is_any_port and self._places.is_way_back(node):
            return True
        if address.text in LOOPBACK and machine.is_meant(node):
            return True
        if address.is_local and (address.scheme not in _NO_DATABASE or not _is_number(address.host)):
            return False  # a database, a broker, a name inside a network: nothing else than a place to go to
        requests = self._local if address.is_local else self._requests
        return not (machine.has_port(node) or requests.has(node))

    def _keys(self, node: cst.BaseExpression, address: Address) -> set[tuple[int, str]]:
        """By which further addresses are known as told: those of the table, the same one in the function."""
        table, function = self._places.table_of(node), enclosing_function(self.file.tree, node)
        keys = {(id(table), str(address.is_local))} if table is not None else set()
        if function is not None and address.kind in ("URL", "path"):
            keys.add((id(function), address.text))
        return keys

    def _is_plain(self, address: Address) -> bool:
        """Whether the address is nobody's, or that of something to read."""
        options = self.options
        if address.kind == "path":
            return _matches(address.text, options.platform_paths)
        if _matches(address.host, options.platform_hosts):
            return True
        if address.kind == "URL" and not address.is_local:
            return _matches(address.host, options.example_hosts) or _matches(
                address.text, (*options.identifiers, *options.documentation)
            )
        return _matches(address.host, options.example_hosts)


def _is_number(host: str) -> bool:
    """Whether it is an IP address or localhost, which stand in examples and data as well."""
    return host in LOOPBACK or not any(letter.isalpha() for letter in host)


def _words(names: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(name.split("-")) for name in names)


def _matches(text: str, globs: tuple[str, ...]) -> bool:
    return any(fnmatchcase(text, glob) for glob in globs)
