# path: tests/test_planted_errors.py
"""Errors that happen in what a test calls."""


def test_send_to_stub(mail):  # finding: QK623
    class Stub:
        def close(self):
            raise NotImplementedError

    mail.send(Stub())


def test_send_unused(mail):  # finding: QK623
    def stub():
        raise ValueError("never called")

    mail.send(1)


def test_send_of_a_local(mail):  # finding: QK623
    broken = mail.parts(1)
    mail.send(broken)


def test_send_to_nobody(mail):
    def refuse(text):
        raise ConnectionError(text)

    mail.send(1, to=refuse)


def test_send_by_hook(mail):
    @mail.hook
    def refuse(text):
        raise ConnectionError(text)

    mail.send(1)


def test_send_to_a_class(mail):
    class Refusing:
        def close(self):
            raise NotADirectoryError

    mail.target = Refusing()
    mail.send(1)


def test_send_to(mail, broken_socket):
    mail.send(broken_socket)


def test_send_to_a_made_one(mail):
    mail.send(failing_socket())
