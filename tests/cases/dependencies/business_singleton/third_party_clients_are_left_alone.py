# path: app/foreign.py
import boto3
import httpx
import redis
from logging.handlers import QueueHandler
from multiprocessing import Manager
from openai import OpenAI
from fastapi import APIRouter
from unknown_sdk import SearchClient, BillingService

client = OpenAI()
http_client = httpx.AsyncClient(timeout=3)
redis_client = redis.Redis()
s3_client = boto3.client("s3")
search = SearchClient.from_env()
billing_service = BillingService()
manager = Manager()
queue_handler = QueueHandler(None)
router = APIRouter()
