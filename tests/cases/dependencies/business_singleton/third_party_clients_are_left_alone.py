# path: app/foreign.py
from logging.handlers import QueueHandler
from multiprocessing import Manager

import boto3
import httpx
import redis
from fastapi import APIRouter
from openai import OpenAI
from unknown_sdk import BillingService, SearchClient

client = OpenAI()
http_client = httpx.AsyncClient(timeout=3)
redis_client = redis.Redis()
s3_client = boto3.client("s3")
search = SearchClient.from_env()
billing_service = BillingService()
manager = Manager()
queue_handler = QueueHandler(None)
router = APIRouter()
