"""Which calls block, by families; each is an option, and a default that a project extends or empties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, NamedTuple

from quality_kit.rule import RuleOptions

from ._patterns import compiled

_VERBS = "{request,get,options,head,post,put,patch,delete}"
_SESSION = "{sqlalchemy.orm.Session,sqlalchemy.orm.scoped_session(),sqlmodel.Session}"
_DRIVERS = "{psycopg2,psycopg,pymysql,MySQLdb,mysql.connector,sqlite3,pyodbc,oracledb}"
_REDIS = "redis.{Redis,StrictRedis,RedisCluster,Redis.from_url(),StrictRedis.from_url(),from_url()}"
_MONGO = "pymongo.{MongoClient,collection.Collection,database.Database}"
_BOTO = "boto3.{client(),resource(),Session.client(),Session.resource()}"

_HTTP = (
    f"requests.{_VERBS}",
    f"requests.{{Session,session()}}.{_VERBS}",
    "requests.{Session,session()}.send",
    f"httpx.{_VERBS}",
    "httpx.stream",
    f"httpx.Client.{_VERBS}",
    "httpx.Client.{send,stream}",
    "urllib.request.{urlopen,urlretrieve}",
    "urllib3.request",
    "urllib3.PoolManager.{request,urlopen}",
    "http.client.{HTTPConnection,HTTPSConnection}.{connect,request,getresponse}",
)
_DATABASES = (
    f"{_SESSION}.{{execute,exec,scalar,scalars,get,get_one,commit,flush,refresh,merge,bulk_*}}",
    f"{_SESSION}.query().**.{{all,first,one,one_or_none,scalar,count,delete,update,get}}",
    "sqlalchemy.{Engine,create_engine()}.{connect,begin,raw_connection}",
    "sqlalchemy.Connection.{execute,scalar,scalars,commit}",
    "sqlalchemy.{Engine,create_engine()}.{connect,begin}().{execute,scalar,scalars,commit}",
    f"{_DRIVERS}.connect",
    f"{_DRIVERS}.{{connect(),Connection,Cursor}}.{{execute,executemany,executescript,commit}}",
    f"{_DRIVERS}.{{connect(),Connection}}.cursor().{{execute,executemany,fetchone,fetchall,fetchmany}}",
    f"{_REDIS}.*",
    f"!{_REDIS}.{{close,from_url,get_connection_kwargs,lock,pipeline,pubsub,register_script}}",
    f"{_REDIS}.pipeline().execute",
    f"{_MONGO}.**.{{aggregate,bulk_write,command,count_documents,create_index,distinct,drop,find_one,"
    "find_one_and_*,insert_one,insert_many,replace_one,update_one,update_many,delete_one,delete_many}",
)
_SERVICES = (
    f"{_BOTO}.**.*",
    f"!{_BOTO}.**.{{[A-Z]*,can_paginate,close,generate_presigned_*,get_available_*,get_paginator,get_waiter}}",
    "google.cloud.storage.Client.**.{upload_*,download_*,exists,delete,get_bucket,get_blob}",
    "openai.{OpenAI,AzureOpenAI}.**.{create,parse,generate,edit,retrieve}",
    "anthropic.{Anthropic,AnthropicBedrock,AnthropicVertex}.**.{create,count_tokens}",
    "groq.Groq.**.create",
    "google.generativeai.GenerativeModel.generate_content",
    "google.genai.Client.models.{generate_content,generate_images,embed_content}",
    "smtplib.{SMTP,SMTP_SSL}",
    "smtplib.{SMTP,SMTP_SSL}.{connect,login,sendmail,send_message,starttls}",
    "imaplib.{IMAP4,IMAP4_SSL}",
    "ftplib.{FTP,FTP_TLS}",
    "paramiko.SSHClient.{connect,exec_command}",
)
_PROCESSES = (
    "subprocess.{run,call,check_call,check_output,getoutput,getstatusoutput}",
    "subprocess.Popen.{wait,communicate}",
    "os.{system,popen,wait,waitpid}",
)
_WAITING = (
    "time.sleep",
    "builtins.input",
    "concurrent.futures.{wait,as_completed}",
    "concurrent.futures.Future.{result,exception}",
    "concurrent.futures.{ThreadPoolExecutor,ProcessPoolExecutor,Executor}.submit().{result,exception}",
    "asyncio.run_coroutine_threadsafe().{result,exception}",
    "asyncio.{get_event_loop(),get_running_loop(),new_event_loop(),AbstractEventLoop}.run_until_complete",
    "threading.Thread.join",
    "threading.{Event,Condition,Barrier}.wait",
    "multiprocessing.Process.join",
    "queue.{Queue,LifoQueue,PriorityQueue,SimpleQueue}.{get,join}",
)
_HASHING = (
    "bcrypt.{hashpw,checkpw,kdf}",
    "hashlib.{pbkdf2_hmac,scrypt}",
    "passlib.context.CryptContext.{hash,encrypt,verify,verify_and_update}",
    "passlib.hash.*.{hash,encrypt,verify}",
    "argon2.PasswordHasher.{hash,verify}",
    "pwdlib.PasswordHash.{hash,verify,verify_and_update}",
    "pwdlib.PasswordHash.recommended().{hash,verify,verify_and_update}",
    "werkzeug.security.{generate_password_hash,check_password_hash}",
)
_FILES = (
    "{builtins,io}.open",
    "pathlib.Path.{open,read_text,read_bytes,write_text,write_bytes}",
    "pathlib.Path.{cwd,home}().{open,read_text,read_bytes,write_text,write_bytes}",
    "shutil.{copy,copy2,copyfile,copyfileobj,copytree,move,rmtree,make_archive,unpack_archive}",
    "zipfile.ZipFile.extractall",
    "tarfile.{TarFile,open()}.extractall",
)


class Family(NamedTuple):
    """Calls that block for one reason."""

    name: str
    #: What to do in place of the call.
    way_out: str
    #: Whether one finding for an async function says it all: the same object is asked again and again.
    once: bool = False


FAMILIES = (
    Family("http", "await an async client (`httpx.AsyncClient`)"),
    Family("databases", "await an async session or driver", once=True),
    Family("services", "await an async client", once=True),
    Family("processes", "await `asyncio.create_subprocess_exec`"),
    Family("waiting", "await what it waits for (`asyncio.sleep`, `asyncio.wrap_future`, ...)"),
    Family("hashing", "it is slow on purpose"),
    Family("files", "use an async file (`anyio.Path`, `aiofiles`)"),
)
FILES = "files"
_HELP = "patterns of calls that block; an empty list switches the family off"


@dataclass(frozen=True)
class Options(RuleOptions):
    exempt: Annotated[
        tuple[str, ...],
        "where the rule is silent: classes of paths (tests, migrations, scripts) or globs, among them those"
        " of command-line modules",
    ] = (
        *("tests", "migrations", "scripts", "cli.py", "cli/", "__main__.py", "manage.py", "commands/"),
        *("cmd/", "cmds/"),
    )
    http: Annotated[tuple[str, ...], f"synchronous HTTP: {_HELP}"] = _HTTP
    databases: Annotated[tuple[str, ...], f"synchronous sessions and drivers: {_HELP}"] = _DATABASES
    services: Annotated[tuple[str, ...], f"clouds, language models, mail: {_HELP}"] = _SERVICES
    processes: Annotated[tuple[str, ...], f"other programs: {_HELP}"] = _PROCESSES
    waiting: Annotated[tuple[str, ...], f"pauses, threads, futures: {_HELP}"] = _WAITING
    hashing: Annotated[tuple[str, ...], f"slow on purpose: {_HELP}"] = _HASHING
    files: Annotated[tuple[str, ...], f"reading and writing files (a warning): {_HELP}"] = _FILES
    helpers: Annotated[
        bool,
        "whether a call of the project's own function that blocks is found too, files apart",
    ] = True


def family_of(options: Options, name: str) -> Family | None:
    """The family of a called name; None for what does not block."""
    for family in FAMILIES:
        if compiled(getattr(options, family.name)).match(name):
            return family
    return None
