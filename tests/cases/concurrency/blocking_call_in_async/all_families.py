import os
import queue
import shutil
import smtplib
import sqlite3
import subprocess
import threading
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import bcrypt
import boto3
import httpx
import psycopg2
import pymongo
import redis
import requests as rq
from openai import OpenAI
from passlib.context import CryptContext
from pymongo import MongoClient

pwd_context = CryptContext(schemes=["bcrypt"])
s3 = boto3.client("s3")
users = MongoClient()["shop"].users
llm = OpenAI()


async def http(url, session: rq.Session):
    rq.get(url)  # finding: QK801
    rq.Session().post(url)  # finding: QK801
    session.put(url)  # finding: QK801
    httpx.get(url)  # finding: QK801
    with httpx.Client() as client:
        client.get(url)  # finding: QK801
    with urllib.request.urlopen(url) as answer:  # finding: QK801
        return [rq.head(each) for each in answer]  # finding: QK801


async def databases(dsn):
    connection = psycopg2.connect(dsn)  # finding: QK801
    connection.cursor().execute("select 1")
    return connection.commit()


async def more_databases(path):
    with sqlite3.connect(path) as connection:  # finding: QK801
        connection.execute("select 1")


async def cache(key, store: redis.Redis):
    pipe = store.pipeline()
    pipe.get(key)
    return store.get(key)  # finding: QK801


async def cache_by_address(address):
    return redis.Redis.from_url(address).get("a")  # finding: QK801


async def documents():
    return users.find_one({})  # finding: QK801


async def clouds():
    address = s3.generate_presigned_url("get_object")
    s3.put_object(Key=address)  # finding: QK801


async def tables():
    boto3.resource("dynamodb").Table("a").put_item(Item={})  # finding: QK801


async def models():
    return llm.chat.completions.create(messages=[])  # finding: QK801


async def mail(message):
    with smtplib.SMTP("localhost") as server:  # finding: QK801
        server.send_message(message)


async def processes():
    subprocess.run(["ls"])  # finding: QK801
    process = subprocess.Popen(["ls"])
    process.wait()  # finding: QK801
    os.system("ls")  # finding: QK801


async def waiting(work: queue.Queue, pool: ThreadPoolExecutor):
    time.sleep(1)  # finding: QK801
    work.get()  # finding: QK801
    pool.submit(print).result()  # finding: QK801
    thread = threading.Thread(target=print)
    thread.join()  # finding: QK801


async def hashing(password):
    bcrypt.hashpw(password, b"")  # finding: QK801
    return pwd_context.verify(password, "")  # finding: QK801


async def files(path: Path):
    with open("a") as file:  # finding: QK801
        file.read()
    (path / "b").resolve().write_text("")  # finding: QK801
    Path("c").open()  # finding: QK801
    shutil.rmtree(path)  # finding: QK801
