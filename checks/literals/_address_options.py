"""The options of hardcoded-address: every list of what is no address of a service, and where one may stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from quality_kit.rule import RuleOptions


@dataclass(frozen=True)
class Options(RuleOptions):
    """Names are compared in lower case and without their module."""

    exempt: Annotated[
        tuple[str, ...], "where the rule is silent: classes of paths or globs, among them those of settings"
    ] = (
        *(
            "tests",
            "testing/",
            "migrations",
            "scripts",
            "examples/",
            "example/",
            "demo/",
            "e2e/",
            "docs/",
            "benchmarks/",
            "*templates/",
            "*testutils/",
            "*test_utils/",
            "testing.py",
            "testutils.py",
            "conftest.py",
            "*fixtures/",
            "*fixtures.py",
        ),
        *(
            "settings.py",
            "urls.py",
            "*_urls.py",
            "config.py",
            "conf.py",
            "configuration.py",
            "constants.py",
            "const.py",
            "consts.py",
        ),
        *("settings/", "config/", "conf/", "constants/", "*_settings.py", "*_config.py", "*_constants.py"),
        *("env.py", "environment.py", "defaults.py"),
    )
    example_hosts: Annotated[tuple[str, ...], "globs of hosts that stand for no real one"] = (
        *("example.com", "example.org", "example.net", "*.example.com", "*.example.org", "*.example.net"),
        *(
            "*.example",
            "*.test",
            "*.invalid",
            "*.fake",
            "yourdomain.com",
            "*.yourdomain.com",
            "your-*",
            "*.your-*",
        ),
    )
    identifiers: Annotated[
        tuple[str, ...], "globs of URLs that name a thing (schema, namespace, scope, licence, type)"
    ] = (
        *("*://www.w3.org/*", "*://schemas.*", "*://schema.*", "*://*json-schema.org/*", "*://purl.*"),
        *("*://*.xsd", "*://*.dtd", "*://ns.*", "*/schema#", "*/ns#", "*/schema.json", "*/schemas/*"),
        *("*://www.googleapis.com/auth/*", "*/.default", "*://*.apache.org/licenses/*"),
        *(
            "*://creativecommons.org/*",
            "*://opensource.org/*",
            "*://spdx.org/*",
            "*://datatracker.ietf.org/*",
        ),
        *("*://www.opengis.net/*", "*://tools.ietf.org/*", "*://www.rfc-editor.org/*"),
    )
    documentation: Annotated[tuple[str, ...], "globs of URLs that people read"] = (
        *("*://docs.*", "*://doc.*", "*://developer.*", "*://developers.*", "*://help.*", "*://support.*"),
        *("*://wiki.*", "*://blog.*", "*.readthedocs.io*", "*.readthedocs.org*", "*://*.github.io/*", "*.md"),
        *(
            "*/docs",
            "*/docs/*",
            "*/wiki/*",
            "*/blob/*",
            "*/issues/*",
            "*/issues",
            "*/discussions*",
            "*/pull/*",
        ),
        *("*://github.com/*", "*://stackoverflow.com/*", "*://discord.gg/*", "*://*.wikipedia.org/*"),
        *("*://go.microsoft.com/*", "*://console.aws.amazon.com/*", "*://console.cloud.google.com/*"),
        "*://portal.azure.com/*",
    )
    platform_paths: Annotated[tuple[str, ...], "globs of paths that are the same on all machines"] = (
        *("/etc/os-release", "/etc/hosts", "/etc/passwd", "/etc/group", "/etc/resolv.conf", "/etc/localtime"),
        *("/etc/timezone", "/etc/hostname", "/etc/machine-id", "/etc/lsb-release", "/etc/*-release"),
        *(
            "/etc/issue",
            "/etc/fstab*",
            "/etc/mtab",
            "/etc/environment",
            "/etc/services",
            "/etc/protocols",
            "/etc/shells",
            "/etc/nsswitch.conf",
        ),
        *(
            "/etc/ld.so*",
            "/etc/sysctl*",
            "/etc/modprobe*",
            "/etc/init.d/*",
            "/etc/rc.d/*",
            "/etc/conf.d/*",
            "/etc/sysconfig/*",
            "/etc/default/*",
            "/etc/network/*",
            "/etc/netplan/*",
        ),
        *("/etc/nvme/*", "/etc/iscsi/*", "/etc/multipath*", "/etc/lvm/*", "/etc/udev/*", "/etc/exports*"),
        *("/etc/shadow", "/etc/sudoers*", "/etc/pam.d/*", "/etc/security/*", "/etc/cron*", "/etc/logrotate*"),
        *("/etc/apt/*", "/etc/yum*", "/etc/dnf/*", "/etc/docker/*", "/etc/containers/*", "/etc/fonts*"),
        *("/etc/profile*", "/usr/share/fonts*", "/etc/krb5.conf", "/etc/selinux/*"),
        *("/etc/debian_version", "/etc/mime.types", "/etc/ssl/*", "/etc/pki/*", "/etc/ssh/*"),
        *(
            "/usr/bin/*",
            "/usr/sbin/*",
            "/usr/local/bin*",
            "/opt/homebrew/*",
            "/usr/share/zoneinfo*",
            "/var/run/secrets/*",
            "/var/run/docker.sock",
            "/var/run/syslog",
            "/var/run/netns*",
            "/var/lib/dbus/*",
            "/var/lib/dpkg/*",
            "/etc/systemd/*",
            "/usr/lib/systemd/*",
        ),
    )
    platform_hosts: Annotated[
        tuple[str, ...],
        "globs of hosts that are the same wherever the platform is (metadata, container hosts)",
    ] = (
        *(
            "169.254.*",
            "metadata.google.internal",
            "metadata",
            "host.docker.internal",
            "gateway.docker.internal",
        ),
        *("kubernetes.default", "kubernetes.default.*"),
    )
    accepted_codes: Annotated[
        tuple[str, ...],
        "codes of other tools for the same: where a comment on the line silences one, it was decided",
    ] = ("S104", "S108", "B104", "B108")
    text_names: Annotated[
        tuple[str, ...], "words in keywords, keys and names whose value is text for a reader"
    ] = (
        *("description", "help", "title", "summary", "example", "examples", "doc", "docs", "documentation"),
        *("docstring", "href", "link", "links", "homepage", "license", "contact", "terms", "message", "msg"),
        *("detail", "details", "error", "reason", "hint", "label", "placeholder", "prompt", "instructions"),
        *("epilog", "usage", "text", "content", "note", "notes", "readme", "comment", "reference", "xmlns"),
        *("namespace", "namespaces", "ns", "schema", "scope", "scopes", "agent", "generator", "icon", "logo"),
        *(
            "avatar",
            "image",
            "referer",
            "default",
            "defaults",
            "fallback",
            "footer",
            "html",
            "template",
            "regex",
            "pattern",
            "version",
            "issuer",
            "audience",
            "favicon",
            "js",
            "css",
        ),
    )
    text_calls: Annotated[
        tuple[str, ...], "calls that ask about a text, change it or tell it, rather than go to the address"
    ] = (
        *(
            "startswith",
            "endswith",
            "removeprefix",
            "removesuffix",
            "remove_prefix",
            "remove_suffix",
            "replace",
            "split",
            "rsplit",
            "partition",
        ),
        *(
            "rpartition",
            "find",
            "index",
            "count",
            "strip",
            "lstrip",
            "rstrip",
            "match",
            "search",
            "fullmatch",
            "exists",
            "isfile",
            "isdir",
            "is_file",
            "is_dir",
            "access",
            "samefile",
            "commonpath",
            "commonprefix",
            "relpath",
            "relative_to",
            "is_relative_to",
        ),
        *(
            "sub",
            "compile",
            "findall",
            "finditer",
            "print",
            "pprint",
            "echo",
            "secho",
            "warn",
            "debug",
            "info",
        ),
        *("warning", "error", "exception", "critical", "log", "ip_address", "ip_network", "deprecated"),
        *("register_namespace", "Literal", "Namespace", "QName", "cast", "TypeVar", "add_argument"),
    )
    going_calls: Annotated[
        tuple[str, ...], "globs of calls, in lower case, that go to the public address that they are given"
    ] = (
        *(
            "get",
            "post",
            "put",
            "patch",
            "delete",
            "head",
            "options",
            "stream",
            "send",
            "ping",
            "load",
            "load_*",
        ),
        *(
            "*request*",
            "*fetch*",
            "*download*",
            "*upload*",
            "*connect*",
            "*websocket*",
            "*crawl*",
            "*scrape*",
        ),
        *("urlopen", "urlretrieve", "http_*", "*_http", "get_json*", "from_url", "serverproxy"),
        *("*client", "*session", "*connection", "*loader", "*transport", "run", "serve", "*server", "bind"),
    )
    file_calls: Annotated[tuple[str, ...], "globs of calls, in lower case, that use a file or folder"] = (
        *(
            "open",
            "read*",
            "write*",
            "mkdir",
            "makedirs",
            "chdir",
            "listdir",
            "scandir",
            "walk",
            "glob",
            "iglob",
        ),
        *(
            "iterdir",
            "copy*",
            "move",
            "rename",
            "remove",
            "unlink",
            "rmtree",
            "rmdir",
            "touch",
            "chmod",
            "chown",
        ),
        *("symlink*", "mkdtemp", "mkstemp", "*temporary*", "save*", "dump*", "load*", "to_csv", "to_json"),
        *("to_parquet", "*handler", "*file", "fileconfig", "basicconfig", "connect", "extractall"),
    )
    place_names: Annotated[
        tuple[str, ...],
        "words, or words with dashes between, in names whose value is a file or folder that is used",
    ] = (
        *("filename", "logfile", "log-file", "log-path", "log-dir", "data-dir", "data-path", "upload-dir"),
        *(
            "output-dir",
            "cache-dir",
            "temp-dir",
            "tmp-dir",
            "work-dir",
            "storage-path",
            "storage-dir",
            "db-path",
        ),
    )
    endpoint_names: Annotated[
        tuple[str, ...],
        "words, or words with dashes between, in names of keywords, keys, variables and functions whose value is a"
        " public endpoint",
    ] = (
        *("api", "endpoint", "endpoints", "base", "host", "hosts", "hostname", "server", "servers"),
        *("gateway", "authority", "webhook", "webhooks", "upstream", "service", "broker", "backend"),
        *("proxy", "proxies", "mirror", "mirrors", "origin", "origins", "registry", "nameserver"),
        *("token-url", "token-uri", "auth-url", "auth-uri", "authorize-url", "authorization-url"),
        *("callback-url", "redirect-uri"),
    )
    host_names: Annotated[tuple[str, ...], 'keywords that make "localhost" an address'] = (
        *("host", "hostname", "server", "broker", "address", "bootstrap_servers"),
    )
