import webbrowser

import requests


class Rates:
    def __init__(self) -> None:
        self.base_url = "https://api.rates.io"  # finding: QK302
        self.authority = "https://login.rates.io"  # finding: QK302
        self.latest = "https://latest.rates.io"  # finding: QK302
        self.tile = "https://tiles.rates.io/{z}/{x}"
        self.home = "https://rates.io"

    def load(self) -> bytes:
        return requests.get(self.latest, headers={"Referer": self.home}).content


def fetch(name: str, client: Client, links: list[str]) -> str:
    requests.get("https://api.rates.io/1")  # finding: QK302
    requests.get(url="https://api.rates.io/2")  # finding: QK302
    requests.request("GET", "https://api.rates.io/3")  # finding: QK302
    client.get_json_response("https://api.rates.io/4".format(name))  # finding: QK302
    download_file(urljoin("https://api.rates.io/5", name))  # finding: QK302
    make(base_url="https://api.rates.io/6")  # finding: QK302
    OpenSearchClient("https://api.rates.io/7")  # finding: QK302
    mail = {"webhook": "https://api.rates.io/8"}  # finding: QK302
    requests.post(name, json={"origin_page": "https://rates.io/9"})  # finding: QK302
    requests.post(name, json={"page": "https://rates.io/a"}, proxies=links)
    webbrowser.open("https://rates.io/b")
    links.append("https://rates.io/" + name)
    register("rates", "https://rates.io/c", "A model")
    page = Manifest(url="https://rates.io/d", view=View("https://rates.io/e"))
    html = f"https://rates.io/{name}"
    return "https://rates.io/f"


def through_variables(names: list[str]) -> None:
    root = "https://api.rates.io/1"  # finding: QK302
    url = f"{root}/{names[0]}"
    urls = {"eu": "https://eu.rates.io"}  # finding: QK302
    servers = ["https://a.rates.io", "https://b.rates.io"]  # finding: QK302
    for each in ("https://c.rates.io", "https://d.rates.io"):  # finding: QK302
        urlopen(each)
    for server in servers:
        urlopen(server)
    found = [urlopen(each) for each in ["https://e.rates.io"]]  # finding: QK302
    requests.get(url)
    requests.get(urls[names[0]])
    requests.post(url, json=found, headers={"Referer": names})
    schema_url = "https://rates.io/2"
    names.append(schema_url)


def token_url(name: str) -> str:
    if name:
        return f"https://login.rates.io/{name}"  # finding: QK302
    return "https://login.rates.io"  # finding: QK302


def page_of(name: str) -> str:
    if name:
        return f"https://rates.io/{name}"
    return "https://rates.io"
