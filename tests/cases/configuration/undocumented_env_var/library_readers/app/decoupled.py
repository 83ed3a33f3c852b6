import decouple
from decouple import AutoConfig, Config, Csv, RepositoryEnv, config
from decouple import config as read

A = config("DECOUPLE_A")  # finding: QK501
B = config("DECOUPLE_B", default=1, cast=int)  # finding: QK501
C = decouple.config("DECOUPLE_C", cast=Csv())  # finding: QK501
D = read("DECOUPLE_D")  # finding: QK501
E = config("DOCUMENTED")
own = Config(RepositoryEnv(".env"))
auto = AutoConfig(search_path=".")
F = own("DECOUPLE_F")  # finding: QK501
G = auto.get("DECOUPLE_G")  # finding: QK501
H = own.repository["NO_READ"]
