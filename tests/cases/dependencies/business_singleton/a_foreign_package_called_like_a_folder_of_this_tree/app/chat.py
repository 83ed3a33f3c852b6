from app.redis import Cluster as AppCluster
from openai import AsyncOpenAI, OpenAI
from redis import Redis, RedisCluster
from stripe import StripeClient

openai_client = OpenAI()
async_client = AsyncOpenAI()
redis_client = Redis()
cluster_client = RedisCluster()
stripe = StripeClient()
app_cluster_client = AppCluster()
