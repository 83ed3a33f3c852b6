"""https://api.rates.io"""

import re


@router.get("/var/data", description="https://api.rates.io")
def talk(origin: str, hosts: list[str], scope: dict[str, str]) -> None:
    """https://api.rates.io"""
    if origin == "http://localhost:3000" or origin in ("127.0.0.1", "10.0.0.1"):
        raise OriginError("https://api.rates.io/errors")
    if origin.startswith("https://api.rates.io/") or re.match("https://api.rates.io", origin):
        logger.warning("https://api.rates.io")
    local = {"127.0.0.1", "10.0.0.1"}
    known = hosts["https://api.rates.io"]
    labels = {"https://api.rates.io": 1, "help": "https://api.rates.io"}
    help_text = "https://api.rates.io"
    print("http://localhost:8000")
    make(docs_url="https://api.rates.io", license_info={"url": "https://api.rates.io"})
    client.get("https://docs.rates.io/latest")
    client.get("https://github.com/rates/rates")
    client.get("http://www.w3.org/2001/XMLSchema")
    client.get("https://www.googleapis.com/auth/drive")
    open("/etc/os-release")
    open("/dev/null")
    page(favicon_url="https://rates.io/logo.svg", redoc_js_url="https://cdn.rates.io/redoc.js")
    candidates = ["/opt/homebrew/bin", "/usr/local/bin"]
    remove_prefix(origin, "https://api.rates.io/v2/")
    Volume(VolumeMount(name="rates", mount_path="/var/rates"), BindMount("/var/lib/rates", "/data/rates"))
    Volumes(mountPath="/var/rates", MOUNT_PATH="/var/rates", target=unmount("/var/rates"))
    open_file(amount_path=open("/var/rates/1"))  # finding: QK302
    Volume(mountain_path=Path("/var/rates/2").read_text())  # finding: QK302
    fetch_amount("http://10.0.0.5/rates")  # finding: QK302
    fetch(mount_url="http://10.0.0.5/more")  # finding: QK302
    link = f"https://console.cloud.google.com/logs/{origin}"
    volume = Volume(path="/var/rates/3")
    log_file = "/var/rates/4"  # finding: QK302
    open("/proc/self/status")
    origin.replace("https://api.rates.io", "")
    match origin:
        case "https://api.rates.io":
            pass
    client.post("https://api.rates.io".rstrip("/"))
    client.post(origin, {"target": "https://api.rates.io"})
    client.post(origin, {"target": "http://rates.internal"})  # finding: QK302


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=8000)
