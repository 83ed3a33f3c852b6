# path: tests/test_orders.py
import subprocess

import pytest
from hypothesis import given


def test_nothing():  # finding: QK623
    pass


async def test_dots():  # finding: QK623
    ...


def test_call_only(client):  # finding: QK623
    client.get("/orders")


def test_forgotten_assert(client):  # finding: QK623
    client.get("/orders").status_code == 200


@pytest.mark.parametrize("item", [1, 2])
def test_get_parametrized(client, item):  # finding: QK623
    print(client.get(f"/orders/{item}"))


def test_fake_that_raises(client):
    def boom():
        raise ValueError

    client.on_error = boom
    client.get("/orders")


class TestOrders:
    def test_get(self, client):  # finding: QK623
        client.get("/orders")

    def test_assert(self, client):
        assert client.get("/orders")

    class TestInner:
        def test_inner(self, client):  # finding: QK623
            client.get("/orders")


class Orders:
    def test_is_no_test_class(self, client):
        client.get("/orders")


def test_assert(client):
    assert client.get("/orders")


def test_raises(client):
    with pytest.raises(ValueError):
        client.get("/x")


def test_mock(mocker, client):
    client.get("/orders")
    mocker.spy.get.assert_called_once_with("/orders")


def test_raise_for_status(client):
    client.get("/orders").raise_for_status()


def test_expect(page, expect):
    expect(page.locator("h1")).to_have_text("Orders")


def test_process():
    subprocess.run(["true"], check=True)


def test_own_raise(client):
    if client.get("/orders") is None:
        raise AssertionError


def test_snapshot(client, data_regression):
    data_regression.add(client.get("/orders"))


@given(...)
def test_any(item):
    item.parse()


@pytest.mark.skip
def test_skipped(client):
    client.get("/orders")


@pytest.mark.xfail(reason="bug")
def test_broken(client):
    client.get("/orders")


def test_import_module():
    import app.main


def test_get_does_not_raise(client):
    client.get("/orders")


def test_close(client):
    client.close()
    client.close()  # must not raise


def test_hands_on(client):
    return client.run()


@pytest.fixture
def test_client():
    return object()


def testing_helper(client):
    client.get("/orders")


def ask(client):
    ask_twice(client)


def ask_twice(client):
    assert client.get("/orders")


def test_by_helper(client):
    ask(client)


@pytest.fixture
def counted():
    yield 1
    assert True


def test_by_fixture(client, counted):
    client.get("/orders")


def test_nested_assert(client):
    def callback(answer):
        assert answer

    client.get("/orders", callback)


def test_machine(client):
    run_state_machine_as_test(lambda: OrderMachine(client))


def test_owner(client):
    _require_owner(client, "ada")


def test_only_the_provider_is_fine(client):
    client.configure(provider="local")


def test_list_requests(client):  # finding: QK623
    client.requests()


def test_parse_requirements(load):  # finding: QK623
    parse_requirements("a==1")
    load.requirements()


def test_require(access):
    access.require("admin")


def test_get_status_that_is_ok(client):  # finding: QK623
    client.status()


def test_enforced(policy, user):
    policy.enforce(user, "read")


def test_setting_it_again(pool):
    # The same size is fine.
    pool.set_size(1)
    pool.set_size(1)


def test_unicode(parser):
    # Parsed without a UnicodeDecodeError.
    parser.parse("\u00e4")


def test_over_quota(quota, other):
    quota.use(other, 300)
    # This one should pass the quota.
    quota.use(quota.owner, 100)


def test_render(page):
    """Rendering a comment whose hook throws an error"""
    page.render()


def test_render_in_vain(page):  # finding: QK623
    """Rendering a comment whose hook throws an error"""
    try:
        page.render()
    except ValueError:
        pass


def test_send_later(mocker, mail):
    mocker.patch("app.mail.connect", side_effect=ConnectionError())
    mail.send()


def test_send_once_more(mock_connect, mail):
    mock_connect.side_effect = app.mail.MailError("full")
    mail.send()


def test_send_answers(mocker, mail):  # finding: QK623
    mocker.patch("app.mail.connect", side_effect=["one", "two"])
    mail.send()


def test_hook(request):
    request.done = True


def test_avatar(user, size=50):
    print(user, size)


def test_name_of_path(path):  # finding: QK623
    return path.name


def test_total(order):  # finding: QK623
    total = order.total
    return total == 5


def test_save(order):  # finding: QK623
    order.save()
    return None


async def test_hands_on_later(client):
    return await client.run()


hooks.register("before", test_hook)


def test_editor_can_publish(editor, page):
    publish(editor, page)


def test_guest(guest, page):
    with pytest.raises(PermissionError):
        publish(guest, page)


async def test_read(guest, page):
    """Verifies that a guest with permission can read"""
    await page.read(guest)


def test_no_guest(self, page):
    self.assertRaises(PermissionError, page.read, None)


def test_publish(editor, page):  # finding: QK623
    publish(editor, page)


def test_can_print(editor, page):  # finding: QK623
    page.print(editor)


def test_valid_print(page):
    with page.opened() as opened:
        page.render(opened)


def test_print_of_nothing(page):
    with pytest.raises(ValueError):
        page.render(None)


def test_flow(mock_load, flow):
    mock_load.side_effect = flow.verify_tasks
    flow.run()


def test_flow_at_once(mocker, flow):
    mocker.patch("app.load", side_effect=check_tasks)
    flow.run()


def test_tree_accepts_bytes(tree):
    tree.add(b"x")


def test_in_a_process(pool, client):
    pool.submit(ask, client)


def test_fetch_in_a_process_in_vain(pool, client):  # finding: QK623
    pool.submit(client.get, "/orders")


async def test_policy(policy):
    await policy.authorize_action("list")
