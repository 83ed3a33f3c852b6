"""Which texts are addresses: of a server, a service or a place on a disk."""

from __future__ import annotations

import ipaddress
import re
from typing import Literal, NamedTuple

Kind = Literal["URL", "host", "IP address", "path"]

_URL = re.compile(
    r"""(?P<scheme>[a-z][a-z0-9]*(?:[+.-][a-z0-9]+)*)://
    (?:[^\s/@?\#]*@)? (?P<host>\[[0-9a-f:]+\]|[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?) (?P<port>:[0-9]*)?
    (?P<rest>[/?\#]\S*)?""",
    re.VERBOSE | re.IGNORECASE,
)
#: A database in a file has no host; one in memory is no address.
_FILE_URL = re.compile(
    r"(?P<scheme>sqlite(?:\+\w+)?)://(?P<rest>/+(?![{%$]|:memory:|file::memory:|\S*mode=memory)[^\s?]+)\S*"
)
_SCHEMES = re.compile(
    r"""https?|wss?|ftps?|sftp|grpcs?|tcp|udp|rediss?|amqps?|mqtts?|nats|kafka|ldaps?|smtps?|socks5h?
    |(?:postgres(?:ql)?|mysql|mariadb|mssql|oracle|mongodb|cockroachdb|clickhouse|neo4j|bolt)(?:\+\w+)?""",
    re.VERBOSE | re.IGNORECASE,
)
_HOST_AND_PORT = re.compile(
    r"(?P<host>localhost|(?:[a-z0-9_-]+\.)+[a-z]{2,}|(?:[0-9]{1,3}\.){3}[0-9]{1,3}):[1-9][0-9]{1,4}",
    re.IGNORECASE,
)
_IP = re.compile(
    r"(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
)
_PATH = re.compile(r"/(?:etc|var|usr|opt|home|root|mnt|srv|Users)/[^\s*?%|()\[\]\\^$]+|/tmp(?:/\S*)?")
_DOCUMENTED = tuple(map(ipaddress.ip_network, ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")))
_DRIVE = re.compile(r"[A-Za-z]:(?:\\{1,2}|/)[\w.\\/ -]+")
_LOCAL_HOST = re.compile(
    r"""localhost|[0-9.]+|\[.*\]|[^.]+|.*\.(?:local|internal|lan|svc|localdomain)
    |(?:.*[.-])?(?:internal|intranet|corp|staging)[.-].*""",
    re.VERBOSE | re.IGNORECASE,
)
#: Four such small numbers are rather a version.
_SMALL = 10
_MOST_SHOWN = 60
#: Schemes of what links may lead to as well.
WEB = frozenset(("http", "https", "ws", "wss"))
#: How a program speaks of the machine that it runs on.
LOOPBACK = frozenset(("localhost", "127.0.0.1", "0.0.0.0", "[::1]"))


class Address(NamedTuple):
    """An address as written, without what may be secret in it."""

    kind: Kind
    text: str
    #: Empty for a path.
    host: str
    #: Whether it depends on where the program runs: not so the public address of another service.
    is_local: bool
    scheme: str = ""

    @property
    def is_any_port(self) -> bool:
        """Whether it is all of this machine: where a browser comes back to, whatever the port."""
        return self.scheme in WEB and self.text.partition("://")[2] in LOOPBACK


def address_in(text: str, is_open: bool = False) -> Address | None:
    """The address that a text is; None for any other text.

    Args:
        text: All of a literal, or the start of one that goes on with a value.
        is_open: Whether a value follows.
    """
    if len(text) < len("/tmp") or " " in text or "\n" in text:
        return None
    return _url(text, is_open) or _host(text, is_open) or _path(text, is_open)


def _url(text: str, is_open: bool) -> Address | None:
    if "://" not in text:
        return None
    on_disk = _FILE_URL.fullmatch(text)
    if on_disk is not None:
        return Address("URL", _shown(f"{on_disk['scheme']}://{on_disk['rest']}"), "", True, on_disk["scheme"])
    found = _URL.fullmatch(text)
    if found is None or not _SCHEMES.fullmatch(found["scheme"]) or not _is_whole(found, is_open):
        return None
    host, port, rest = found["host"].lower(), found["port"] or "", found["rest"] or ""
    if "." not in host and host != "localhost" and not (port[1:] or host.startswith("[")):
        return None  # http://testserver: a name that nobody resolves
    if is_open and host in LOOPBACK and port == ":":
        return None  # a server on this machine, whose port is told elsewhere
    if host == "localhost" and not port and found["scheme"].lower() in WEB:
        return None  # where a request is only pretended
    shown = f"{found['scheme']}://{found['host']}{port}{rest.partition('?')[0]}"
    return Address("URL", _shown(shown), host, bool(_LOCAL_HOST.fullmatch(host)), found["scheme"].lower())


def _is_whole(found: re.Match[str], is_open: bool) -> bool:
    """Whether the host is all written: not that of ``f"https://api.{region}"``."""
    return not is_open or found["port"] is not None or found["rest"] is not None


def _host(text: str, is_open: bool) -> Address | None:
    if is_open:
        return None
    if _IP.fullmatch(text):
        numbers = [int(number) for number in text.split(".")]
        is_version = any(numbers) and len(set(numbers)) > 1 and max(numbers) < _SMALL
        if is_version or text.startswith("255.255.") or _is_nobodys(text):
            return None
        return Address("IP address", text, text, not ipaddress.ip_address(text).is_global)
    found = _HOST_AND_PORT.fullmatch(text)
    return Address("host", text, found["host"].lower(), True) if found else None


def _is_nobodys(ip: str) -> bool:
    """Whether no machine has the address for itself: reserved, of a protocol for many, for documentation."""
    address = ipaddress.ip_address(ip)
    return address.is_reserved or address.is_multicast or any(address in network for network in _DOCUMENTED)


def _path(text: str, is_open: bool) -> Address | None:
    found = _PATH.fullmatch(text) or (None if is_open else _DRIVE.fullmatch(text))
    return Address("path", _shown(text), "", True) if found and "{" not in text else None


def _shown(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "..."
