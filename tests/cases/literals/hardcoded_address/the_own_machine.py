def listen(sock: socket, port: int) -> str:
    sock.bind(("127.0.0.1", port))
    sock.bind(("127.0.0.1", 0))
    sock.connect(("127.0.0.1", 8000))  # finding: QK302
    serve(host="127.0.0.1", port=port)
    serve("127.0.0.1", port)
    serve(host="localhost", port=6379)  # finding: QK302
    serve(host="localhost")  # finding: QK302
    serve("0.0.0.0", 8000)  # finding: QK302
    run(["--host", "127.0.0.1", "--port", str(port)])
    scope = {"type": "http", "client": ("127.0.0.1", 80)}
    label = first("localhost")
    return "127.0.0.1"
