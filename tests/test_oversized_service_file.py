"""What QK601 says about a service module that is too long: its size and how to split it."""

from __future__ import annotations

from tests.examples import findings

#: Parts from four lines on are worth a module of their own.
LIMIT = 40


def message(code: str, **options: object) -> str:
    """What the rule says about the code, which it must report once."""
    found = findings({"app/services/orders.py": code}, "QK601", {"max-lines": LIMIT, **options})
    assert len(found) == 1
    return found[0].message


def padded(lines: int, indent: str = "    ") -> str:
    return "".join(f"{indent}x = {number}\n" for number in range(lines))


def function(name: str, *uses: str, lines: int = 8) -> str:
    calls = "".join(f"    {use}\n" for use in uses)
    return f"def {name}(order):\n{padded(lines)}{calls}    return order\n\n\n"


def method(name: str, *uses: str, lines: int = 8) -> str:
    calls = "".join(f"        {use}\n" for use in uses)
    return f"    def {name}(self, order):\n{padded(lines, '        ')}{calls}        return order\n\n"


def test_all_lines_and_lines_of_code_are_given_beside_the_limit() -> None:
    said = message('"""Orders."""\n\n# A comment.\n' + "x = 1\n" * 40)
    assert said.startswith("43 lines (40 of code), the limit is 40; ")


def test_a_limit_of_code_lines_says_so() -> None:
    assert message("x = 1\n" * 41, count="code").startswith(
        "41 lines (41 of code), the limit is 40 of code; "
    )


def test_functions_that_do_not_use_each_other_are_separable_and_named_for_what_they_share() -> None:
    prices = function("discount_price", "round_price(order)") + function("round_price")
    invoices = function("create_invoice", "render_invoice(order)", lines=10) + function("render_invoice")
    assert message(prices + invoices).partition("; ")[2] == (
        "separable: invoice (create_invoice, render_invoice: 23 lines), "
        "price (discount_price, round_price: 21 lines)"
    )


def test_a_group_whose_names_share_no_word_is_told_by_its_definitions() -> None:
    one = function("calculate_discount", "rate_of(order)") + function("rate_of")
    two = function("create_invoice", "render(order)", lines=10) + function("render")
    assert message(one + two).partition("; ")[2] == (
        "separable: create_invoice, render (23 lines), calculate_discount, rate_of (21 lines)"
    )


def test_functions_for_the_same_thing_belong_together_though_they_do_not_call_each_other() -> None:
    things = ("user", "invoice")
    code = "".join(function(f"get_{thing}") + function(f"list_{thing}s") for thing in things)
    assert message(code).partition("; ")[2] == (
        "separable: user (get_user, list_users: 20 lines), invoice (get_invoice, list_invoices: 20 lines)"
    )


def test_functions_that_all_use_each_other_hang_together_and_the_largest_are_named() -> None:
    names = ("alpha", "beta", "gamma", "delta", "epsilon")
    code = "".join(
        function(name, *(f"{other}(order)" for other in names if other != name), lines=9 - number)
        for number, name in enumerate(names)
    )
    assert message(code).partition("; ")[2] == (
        "its definitions hang together; the largest: alpha (15 lines), beta (14 lines), gamma (13 lines)"
    )


def test_a_module_of_one_long_function_hangs_together() -> None:
    assert message(function("settle", lines=50)).endswith("the largest: settle (52 lines)")


def test_a_module_without_definitions_has_nothing_to_move() -> None:
    assert message("print()\n" * 50).endswith("; it defines nothing that a split could move")


def test_methods_are_grouped_by_the_state_that_they_share() -> None:
    head = "class Service:\n    def __init__(self, session):\n        self.session = session\n"
    state = "        self.rates = {}\n        self.queue = []\n\n"
    rates = method("discount", "self.rates[order] = 1") + method("refresh", "self.rates.clear()")
    mails = method("send", "self.queue.append(order)") + method("deliver", "self.queue.pop()", lines=9)
    assert message(head + state + rates + mails).partition("; ")[2] == (
        "separable: deliver, send (23 lines), discount, refresh (22 lines)"
    )


def test_collaborators_from_the_constructor_tie_no_methods_together() -> None:
    head = "class Service:\n    def __init__(self, session):\n        self.session = session\n\n"
    code = "".join(method(name, "self.session.add(order)") for name in ("alpha", "beta", "gamma", "delta"))
    assert message(head + code).partition("; ")[2] == (
        "separable: alpha (11 lines), beta (11 lines), gamma (11 lines), delta (11 lines)"
    )


def test_state_that_all_methods_change_ties_them_together() -> None:
    head = "class Service:\n    def __init__(self):\n        self.orders = []\n\n"
    code = "".join(method(name, "self.orders.append(order)") for name in ("alpha", "beta", "gamma", "delta"))
    assert message(head + code).partition("; ")[2] == (
        "its definitions hang together; the largest: alpha (11 lines), beta (11 lines), gamma (11 lines)"
    )


def test_a_logger_ties_no_functions_together_and_a_shared_cache_does() -> None:
    names = ("alpha", "beta", "gamma", "delta")
    logging = "".join(function(name, "logger.info(order)") for name in names)
    caching = "".join(function(name, "_orders[order] = 1") for name in names)
    assert "separable: alpha (11 lines)" in message("logger = get_logger()\n\n\n" + logging)
    assert "its definitions hang together" in message("_orders = {}\n\n\n" + caching)


def test_a_shadowed_name_is_no_use_of_the_function() -> None:
    one = function("alpha", "beta = 1", "beta()", lines=20)
    two = function("beta", lines=20)
    assert message(one + two).endswith("separable: alpha (24 lines), beta (22 lines)")


def test_a_base_class_and_an_annotation_are_uses() -> None:
    order = f"class Order:\n{padded(14)}\n\n"
    paid = f"class Paid(Order):\n{padded(14)}\n\n"
    total = f"def total(paid: Paid) -> int:\n{padded(14)}\n\n"
    assert message(order + paid + total).endswith(
        "hang together; the largest: Order (15 lines), Paid (15 lines), total (15 lines)"
    )


def test_what_is_separable_is_told_beside_the_largest_of_a_rest_that_is_more() -> None:
    names = ("alpha", "beta", "gamma", "delta")
    rest = "".join(function(name, *(f"{other}(order)" for other in names if other != name)) for name in names)
    assert message(rest + function("send_mail")).partition("; ")[2] == (
        "separable: send_mail (10 lines); "
        "the largest of the rest: alpha (13 lines), beta (13 lines), gamma (13 lines)"
    )


def test_four_groups_are_named_and_the_others_counted() -> None:
    names = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta")
    assert message("".join(function(name) for name in names)).endswith("delta (10 lines) and 2 more groups")
    assert message("".join(function(name) for name in names[:5])).endswith(
        "delta (10 lines) and 1 more group"
    )


def test_very_long_names_are_cut() -> None:
    assert message(function("a" * 80, lines=50)).endswith(f"the largest: {'a' * 47}... (52 lines)")


def test_decorators_and_every_overload_belong_to_the_definition() -> None:
    overloads = "@overload\ndef alpha(order): ...\n\n\n@cached\n" + function("alpha", lines=20)
    assert message(overloads + function("beta", lines=20)).endswith(
        "separable: alpha (25 lines), beta (22 lines)"
    )


def test_the_finding_keeps_its_fingerprint_while_the_module_changes() -> None:
    before = findings({"app/services/a.py": "x = 1\n" * 50}, "QK601", {"max-lines": LIMIT})
    after = findings({"app/services/a.py": "y = 2\n" * 60}, "QK601", {"max-lines": LIMIT})
    assert [finding.fingerprint for finding in before] == [finding.fingerprint for finding in after]
    assert [finding.location.line for finding in (*before, *after)] == [LIMIT + 1, LIMIT + 1]
    assert [finding.measure for finding in (*before, *after)] == [50, 60]
