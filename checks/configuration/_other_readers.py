"""Who else reads variables: libraries under names of their own, and files that are no Python."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_SERVERS = """
    UVICORN_* GUNICORN_* GRANIAN_* HYPERCORN_* WEB_CONCURRENCY FORWARDED_ALLOW_IPS FLASK_APP FLASK_ENV FLASK_DEBUG
    FLASK_RUN_* DJANGO_SETTINGS_MODULE DJANGO_SUPERUSER_* CELERY_BROKER_URL CELERY_RESULT_BACKEND FLOWER_*
    DYNACONF_* PIP_* UV_* POETRY_* PYTHON* STREAMLIT_* GRADIO_* DAGSTER_* AIRFLOW_* PREFECT_* MLFLOW_* JUPYTER_*
    RAY_* GIT_*
"""
_CLOUDS = """
    AWS_* BOTO_* AZURE_OPENAI_* AZURE_CLIENT_* AZURE_TENANT_ID AZURE_AUTHORITY_HOST AZURE_STORAGE_CONNECTION_STRING
    ARM_* GOOGLE_APPLICATION_CREDENTIALS GOOGLE_CLOUD_* GOOGLE_API_KEY GOOGLE_GENAI_* GCLOUD_* CLOUDSDK_*
    FIREBASE_CONFIG FIRESTORE_EMULATOR_HOST CLOUDFLARE_API_TOKEN CLOUDFLARE_ACCOUNT_ID DIGITALOCEAN_* HEROKU_* FLY_*
    RAILWAY_* VERCEL_* MODAL_* TF_VAR_* KUBECONFIG
"""
_MODELS = """
    OPENAI_* ANTHROPIC_* HF_* HUGGINGFACE* HUGGING_FACE_* TRANSFORMERS_* SENTENCE_TRANSFORMERS_* TOKENIZERS_*
    COHERE_API_KEY CO_API_KEY MISTRAL_API_KEY GROQ_* GEMINI_API_KEY TOGETHER_API_KEY FIREWORKS_API_KEY
    REPLICATE_API_* DEEPSEEK_API_KEY OPENROUTER_API_KEY PERPLEXITY_API_KEY XAI_API_KEY VERTEXAI_* OLLAMA_* LITELLM_*
    LANGCHAIN_* LANGSMITH_* LANGGRAPH_* LANGFUSE_* PINECONE_API_KEY TAVILY_API_KEY EXA_API_KEY SERPAPI_API_KEY
    SERPER_API_KEY ELEVENLABS_API_KEY ELEVEN_API_KEY DEEPGRAM_API_KEY ASSEMBLYAI_API_KEY VOYAGE_API_KEY JINA_API_KEY
    NVIDIA_* WANDB_* COMET_* TRACELOOP_* HELICONE_API_KEY E2B_API_KEY FIRECRAWL_API_KEY CREWAI_* CHROMA_*
"""
_WATCHING = """
    OTEL_* SENTRY_* DD_* DATADOG_* NEW_RELIC_* ELASTIC_APM_* HONEYCOMB_* LOGFIRE_* PROMETHEUS_MULTIPROC_DIR GF_*
    POSTHOG_* DO_NOT_TRACK SCARF_* ANONYMIZED_TELEMETRY
"""
_SERVICES = """
    POSTGRES_USER POSTGRES_PASSWORD POSTGRES_DB POSTGRES_INITDB_ARGS POSTGRES_HOST_AUTH_METHOD PGHOST PGPORT PGUSER
    PGPASSWORD PGDATABASE PGDATA PGSSLMODE PGADMIN_* MYSQL_ROOT_PASSWORD MYSQL_USER MYSQL_PASSWORD MYSQL_DATABASE
    MARIADB_* MONGO_INITDB_* RABBITMQ_DEFAULT_* MINIO_ROOT_* KEYCLOAK_ADMIN* KC_* COMPOSE_* DOCKER_* BUILDKIT_*
    TRAEFIK_* LETSENCRYPT_* VIRTUAL_HOST GITHUB_TOKEN GITLAB_TOKEN TWILIO_ACCOUNT_SID TWILIO_AUTH_TOKEN NGROK_*
"""
_FRONTENDS = """
    VITE_* NEXT_PUBLIC_* NEXT_TELEMETRY_* NEXTAUTH_* REACT_APP_* NUXT_* VUE_APP_* GATSBY_* PUBLIC_* EXPO_* NG_APP_*
    NODE_* NPM_* YARN_*
"""
#: Globs of variables that libraries, servers, images and frontends read by themselves.
OTHER_READERS: tuple[str, ...] = tuple(
    f"{_SERVERS}{_CLOUDS}{_MODELS}{_WATCHING}{_SERVICES}{_FRONTENDS}".split()
)

#: Files that hand variables on or read them; ``$NAME``, ``${NAME}`` or just the name.
READING_FILES: tuple[str, ...] = (
    *("*.yml", "*.yaml", "*.sh", "*.bash", "*.toml", "*.ini", "*.cfg", "*.conf", "*.tf", "*.service", "*.mk"),
    *(
        "Dockerfile*",
        "*.dockerfile",
        "Makefile",
        "justfile",
        "Procfile",
        "Caddyfile",
        "Vagrantfile",
        "Tiltfile",
    ),
    *("entrypoint*", ".envrc", "*.tpl", "*.ps1", "*.bat"),
)
#: Beside it an example file is that of a program in another language.
FOREIGN_PROJECT = "package.json"
_WORD = re.compile(r"[A-Za-z_]\w*", re.ASCII)


def words_in(texts: Mapping[str, str], wanted: Iterable[str]) -> frozenset[str]:
    """Those of the wanted names that a text holds as a whole word."""
    left = set(wanted)
    found: set[str] = set()
    for text in texts.values():
        found.update(left.intersection(_WORD.findall(text)))
    return frozenset(found)
