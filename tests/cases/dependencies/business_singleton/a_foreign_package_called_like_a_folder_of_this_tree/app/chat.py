from openai import AsyncOpenAI, OpenAI
from redis import Redis
from redis import RedisCluster
from stripe import StripeClient
from app.redis import Cluster as AppCluster

openai_client = OpenAI()
async_client = AsyncOpenAI()
redis_client = Redis()
cluster_client = RedisCluster()
stripe = StripeClient()
app_cluster_client = AppCluster()
