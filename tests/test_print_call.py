"""What QK401 says about a print, how badly it takes it, and where."""

from __future__ import annotations

import pytest

from tests.examples import findings

ADVICE = "writes past the log; use a module logger (`logging.getLogger(__name__)`)"


@pytest.mark.parametrize(
    ("call", "message", "severity"),
    [
        ("print(1)", "`print` call", "error"),
        ("show(1)", "`pprint.pprint` call", "error"),
        ("print(1, file=sys.stdout)", "`print` call", "error"),
        ("print(1, file=sys.stderr)", "`print` call to stderr", "warning"),
        ("print(1, file=stream)", "`print` call to stderr", "warning"),
        ("print(1, file=sys.stderr if sys.argv else sys.__stderr__)", "`print` call to stderr", "warning"),
        ("print(1, file=sys.stdout if sys.argv else sys.stderr)", "`print` call", "error"),
        ("show(1, sys.stderr)", "`pprint.pprint` call to stderr", "warning"),
        ("list(map(print, []))", "`print` callback", "error"),
        ("partial(print, file=sys.stderr)", "`print` callback to stderr", "warning"),
    ],
)
def test_a_finding_names_the_function_and_is_a_warning_on_stderr(
    call: str, message: str, severity: str
) -> None:
    imports = (
        "import sys\nfrom functools import partial\nfrom pprint import pprint as show\nstream = sys.stderr\n"
    )
    (finding,) = findings({"app/users.py": imports + call + "\n"}, "QK401")
    assert (finding.message, finding.severity) == (f"{message} {ADVICE}", severity)


def test_a_finding_covers_the_call() -> None:
    code = "def load() -> None:\n    rows = [print(\n        1\n    )]\n"
    (finding,) = findings({"app/users.py": code}, "QK401")
    assert finding.location.place == (2, 13, 4, 6)


def test_a_finding_about_a_callback_covers_the_name() -> None:
    (finding,) = findings({"app/users.py": "map(print, [])\n"}, "QK401")
    assert finding.location.place == (1, 5, 1, 10)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("app/service.py", "def main():\n    print('ready')\n"),
        ("app/progress_bar.py", "def step(done):\n    print(done)\n"),
        ("app/orders.py", "def load(verbose=False):\n    if verbose:\n        print('loading')\n"),
        (
            "app/orders.py",
            "def load(self):\n    if not self.quiet and self.rows:\n        print('loading')\n",
        ),
        ("app/orders.py", "def load(chunk):\n    print(chunk, end='', flush=True)\n"),
        ("app/orders.py", "def load(rows):\n    print(f'\\033[1m{rows}')\n"),
        ("app/orders.py", "def load(rows):\n    print(Fore.RED + rows)\n"),
        ("app/orders.py", "def make(verbose):\n    if verbose:\n        def say(x):\n            print(x)\n"),
        ("app/orders.py", "def load(rows):\n    print(f'  Loaded {rows}')\n"),
        ("app/orders.py", "def load(rows):\n    print('\\n' + rows)\n"),
        ("app/orders.py", "def load(rows, show_progress):\n    if show_progress:\n        print(rows)\n"),
        ("app/orders.py", "def load(rows):\n    if settings.debug:\n        print(rows)\n"),
        ("app/orders.py", "def load(rows, is_quiet):\n    if not is_quiet:\n        print(rows)\n"),
        ("app/evaluation/score.py", "def load(rows):\n    print(rows)\n"),
        ("app/orders.py", "def load(rows):\n    print('└── ' + rows)\n"),
        ("app/orders.py", "def load(rows):\n    print(green('LOADED'), rows)\n"),
        ("app/orders.py", "def plan(rows):\n    lines = make(rows)\n    print('; '.join(lines))\n"),
        ("app/orders.py", "def plan(rows):\n    text = json.dumps(rows)\n    print(text)\n"),
        ("app/orders.py", "def plan(rows):\n    for row in tree(rows):\n        print(row)\n"),
        (
            "app/orders.py",
            "def plan(rows, is_text):\n    text = make(rows)\n    if is_text:\n        return text\n    print(text)\n",
        ),
        (
            "app/orders.py",
            "def plan(rows, path):\n    text = make(rows)\n    if path:\n        path.write_text(text)\n"
            "    else:\n        print(text)\n",
        ),
        ("eval_models/services/score.py", "def load(rows):\n    print(rows)\n"),
        ("shop/plan.py", "import logging\n\n\ndef load(rows):\n    print(f'\\n{rows}')\n"),
        ("shop/plan.py", "async def load(rows):\n    print(f'\\n{rows}')\n"),
        ("app/orders.py", "def load(rows):\n    if os.environ.get('SHOP_DEBUG'):\n        print(rows)\n"),
        ("app/orders.py", "def load(rows):\n    line = '-' * len(rows)\n    print(line, rows)\n"),
        ("app/orders.py", "def load(rows):\n    print('[1/2] Loading')\n"),
        ("app/orders.py", "def load(rows):\n    print()\n    print(rows)\n"),
        ("app/orders.py", "def load(rows):\n    print(f'{bold_color}{rows}')\n"),
        ("app/orders.py", "def load(rows):\n    print()\n"),
        ("app/orders.py", "def load(rows):\n    print('')\n"),
        ("app/orders.py", "def load(rows):\n    print('-' * 40)\n"),
        ("app/orders.py", "def load(rows):\n    print('======')\n"),
        ("app/command/orders.py", "def load(rows):\n    print(rows)\n"),
        ("app/tables.py", "def _show(rows):\n    print(rows)\n"),
        ("shop/tables.py", "def show_rows(rows):\n    print(rows)\n"),
        ("app/90-orders.py", "def load(rows):\n    print(rows)\n"),
        ("app/orders.py", "def load(rows):\n    text = f'\\033[1m{rows}'\n    print(text)\n"),
        ("app/orders.py", "def load(rows):\n    print(READY, flush=True)\n"),
        ("app/notebook.py", "def load(rows):\n    print(rows)\n"),
        ("app/orders.py", "async def echo(socket):\n    print(socket)\n"),
        ("app/orders.py", 'def load(rows):\n    """Write the rows to the console."""\n    print(rows)\n'),
        ("shop/services/orders.py", "def load(rows):\n    for line in rows:\n        print(line.rstrip())\n"),
        ("shop/services/orders.py", "class Pack(Command):\n    def run(self):\n        print(self)\n"),
        ("shop/services/orders.py", "def get_banner(user):\n    print('-' * 9)\n    return user\n"),
        ("shop/services/orders.py", "def explain_charge(charge):\n    print(charge)\n"),
        ("shop/domain/pricing.py", "def load(rows, verbose):\n    if verbose:\n        print(rows)\n"),
        ("shop/pricing.py", "import asyncpg\n\n\ndef load(rows):\n    print(f'\\n{rows}')\n"),
    ],
)
def test_what_seems_meant_for_a_terminal_is_a_warning(path: str, code: str) -> None:
    (finding,) = findings({path: code}, "QK401")
    expected = f"`print` call {ADVICE}, unless it is meant for a terminal"
    assert (finding.message, finding.severity) == (expected, "warning")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("app/tables.py", "def print_table(rows):\n    print(rows)\n"),
        ("app/sinks.py", "class ConsoleSink:\n    def write(self, text):\n        print(text)\n"),
        ("app/orders.py", "def load(rows):\n    name = ui.prompt_for_input()\n    print('saving', name)\n"),
        ("app/orders.py", "def load(rows):\n    name = Prompt.ask('name')\n    print('saving', name)\n"),
        ("app/orders.py", "class Import(BaseCommand):\n    def handle(self):\n        print('importing')\n"),
        (
            "app/orders.py",
            "from traitlets.config import Application\n\n\nclass Import(Application):\n    def start(self):\n"
            "        print('importing')\n",
        ),
        (
            "app/orders.py",
            "def load():\n    try:\n        wait()\n    except KeyboardInterrupt:\n        print('stopped')\n",
        ),
        ("app/orders.py", "def load(rows):\n    if rows and sys.stdout.isatty():\n        print(rows)\n"),
        ("eval_models/score.py", "def load(rows):\n    print(rows)\n"),
        ("dev/score.py", "def load(rows):\n    print(rows)\n"),
        ("shop/plan.py", "def load(rows):\n    print(f'\\n{rows}')\n"),
        ("shop/plan.py", "def load(rows, verbose):\n    if verbose:\n        print(rows)\n"),
        (
            "app/orders.py",
            "def load(rows, print_rows=False):\n    if not print_rows:\n        return\n    print(rows)\n",
        ),
        ("app/orders.py", "def load(rows, is_dry_run):\n    if is_dry_run:\n        print(rows)\n"),
        (
            "app/orders.py",
            "def drop(rows, dry_run):\n    if not dry_run:\n        go()\n    else:\n        print(rows)\n",
        ),
        ("app/orders.py", "def load(rows, print_rows, /):\n    print(rows)\n"),
        (
            "shop/services/orders.py",
            "import click\n\n\nclass Pack(click.Command):\n    def run(self):\n        print(self)\n",
        ),
        ("app/orders.py", "def load(rows):\n    # list the rows on stdout\n    print(rows)\n"),
        (
            "app/orders.py",
            "class Orders:\n    @args('--day', help='of the orders')\n    def load(self, day):\n        print(day)\n",
        ),
        (
            "app/orders.py",
            "class OrderCommands(base.Commands):\n    def load(self, day):\n        print(day)\n",
        ),
        ("app/orders.py", "def load(rows):\n    print(tabulate(rows))\n"),
        ("app/orders.py", "def load(rows):\n    print(f'\\r{rows} left')\n"),
        ("app/orders.py", "def load(rows):\n    for line in rows:\n        print(line)\n"),
        ("app/orders.py", "class DebugRows:\n    def load(self, rows):\n        print(rows)\n"),
        ("app/orders.py", "def load(parser):\n    print(parser.parse_args().day)\n"),
        ("app/orders.py", "def test(rows):\n    print(rows)\n"),
        ("app/orders.py", "def visualize(rows):\n    print(rows)\n"),
        ("app/orders.py", "import curses\n\n\ndef load(rows):\n    print(rows)\n"),
        ("app/orders.py", "def load(rows):\n    if in_ipython_shell():\n        print(rows)\n"),
        ("app/cmd/orders.py", "def load(rows):\n    print(rows)\n"),
        ("app/console.py", "def load(rows):\n    print(rows)\n"),
        ("app/orders.py", "def load(rows):\n    print(rows)  # noqa: T201\n"),
        ("app/orders.py", "# ruff: noqa: T201\ndef load(rows):\n    print(rows)\n"),
        ("app/orders.py", "def sign_in(url):\n    print('open', url)\n    webbrowser.open(url)\n"),
        ("app/testing_orders.py", "def load(rows):\n    print(rows)\n"),
    ],
)
def test_what_nobody_doubts_is_left_alone(path: str, code: str) -> None:
    assert findings({path: code}, "QK401") == []


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("app/prompts.py", "def load_table(rows):\n    print(rows)\n"),
        ("app/orders.py", "def load(rows):\n    if rows:\n        print('loading')\n"),
        ("app/orders.py", "def load(rows):\n    print(rows, flush=True, sep='')\n"),
        (
            "app/orders.py",
            "def load(debug):\n    def inner():\n        print(debug)\n    if debug:\n        inner()\n",
        ),
        ("app/orders.py", "def load(rows):\n    print(f'{rows}  ', ' x')\n"),
        ("app/orders.py", "def load(user):\n    if not user.display_name:\n        print(user)\n"),
        ("app/orders.py", "def load(user):\n    if display.user == user:\n        print(user)\n"),
        ("app/orders.py", "def load(user):\n    if user.can_show_orders:\n        print(user)\n"),
        ("app/dev.py", "def load(rows):\n    print(rows)\n"),
        ("app/evaluations/score.py", "def load(rows):\n    print(rows)\n"),
        ("app/blueprints.py", "def blueprint(rows):\n    print('[1m', rows)\n"),
        ("app/orders.py", "def load(rows):\n    print('--', rows, '-' * rows)\n"),
        ("app/orders.py", "def load(rows):\n    print(rows['green'])\n"),
        ("app/orders.py", "def load(rows):\n    text = json.dumps(rows)\n    print(text)\n    save(text)\n"),
        ("app/orders.py", "def load(rows):\n    text = json.dumps(rows)\n    print(text)\n    return text\n"),
        ("app/orders.py", "async def load(rows):\n    print(json.dumps(rows))\n"),
        ("app/orders.py", "def load(rows):\n    response = post(rows)\n    print(response)\n"),
        (
            "app/orders.py",
            "def load(rows):\n    try:\n        save(rows)\n    except ValueError as error:\n"
            "        print('; '.join(error.args))\n",
        ),
        ("app/orders.py", "class Import(CommandBus):\n    def handle(self):\n        print('importing')\n"),
        ("app/orders.py", "class Web(web.Application):\n    def start(self):\n        print('serving')\n"),
        ("app/orders.py", 'def load(rows):\n    """Wait for a terminal state."""\n    print(rows)\n'),
        ("app/orders.py", "def dumping(rows):\n    print(rows)\n"),
        ("app/orders.py", "def test_run(rows):\n    print(rows)\n"),
        ("app/orders.py", "def load(rows):\n    print(rows)  # noqa: E501\n"),
        ("app/orders.py", "def load(rows):\n    files.open(rows)\n    print(rows)\n"),
        ("app/orders.py", 'def load(rows):\n    """Return what it wrote to stdout."""\n    print(rows)\n'),
        ("app/orders.py", 'def load(rows):\n    "\\x"\n    print(rows)\n'),
        ("app/orders.py", "def load(rows):\n    # TODO: do not print to stdout\n    print(rows)\n"),
        ("shop/services/orders.py", "def load(rows):\n    # list them on stdout\n    print(rows)\n"),
        ("shop/services/orders.py", "def get(self):\n    args = parser.parse_args()\n    print(args)\n"),
        (
            "app/orders.py",
            "from flask_restful import reqparse\n\n\ndef get():\n    print(parser.parse_args())\n",
        ),
        ("app/orders.py", "def load(order):\n    for line in order.lines:\n        print(line.total())\n"),
        ("app/orders.py", "def drop(rows, dry_run):\n    if not dry_run:\n        print(rows)\n"),
        (
            "app/orders.py",
            "def drop(rows, dry_run):\n    if dry_run:\n        plan()\n    else:\n        print(rows)\n",
        ),
        ("app/orders.py", "def drop(rows, print_job):\n    print(rows)\n"),
        (
            "app/orders.py",
            "def load():\n    try:\n        wait()\n    except ():\n        print('stopped')\n",
        ),
    ],
)
def test_other_prints_are_errors(path: str, code: str) -> None:
    (finding,) = findings({path: code}, "QK401")
    assert (finding.message, finding.severity) == (f"`print` call {ADVICE}", "error")


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("app.py", "print('hi')\n"),
        ("shop/plan.py", "def load(rows):\n    print('loading the rows')\n"),
        ("shop/services/plan.py", "def load(rows):\n    print('loading the rows')\n"),
        ("shop/plan.py", "def load(rows):\n    print('now the rows are', rows)\n    return 0\n"),
        ("shop/plan.py", "async def load(rows):\n    print('loading the rows')\n"),
        ("shop/plan.py", "def load(rows):\n    print(f'rows: {rows}')\n"),
        ("shop/plan.py", "def load(rows):\n    rows.each(print)\n"),
    ],
)
def test_a_print_that_nothing_explains_is_an_error(path: str, code: str) -> None:
    (finding,) = findings({path: code}, "QK401")
    assert finding.severity == "error"
