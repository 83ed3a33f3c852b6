# path: app/foreign.py
# options: {"third-party-clients": true}
from concurrent.futures import ThreadPoolExecutor

import boto3
import httpx
from fastapi import APIRouter
from openai import OpenAI
from unknown_sdk import BillingService, Connection, SearchClient

client = OpenAI()  # finding: QK201
http_client = httpx.AsyncClient(timeout=3)  # finding: QK201
search = SearchClient.from_env()  # finding: QK201
s3_client = boto3.client("s3")  # finding: QK201
s3 = boto3.client("s3")  # finding: QK201
billing_service = BillingService()
connection = Connection()
client_pool = Connection()
router_client = APIRouter()
executor_client = ThreadPoolExecutor()
