# path: app/foreign.py
# options: {"third-party-clients": true}
import boto3
import httpx
from concurrent.futures import ThreadPoolExecutor
from openai import OpenAI
from fastapi import APIRouter
from unknown_sdk import SearchClient, BillingService, Connection

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
