# path: app/analytics/segment/customers.py
CRM_API_KEY = "KwnbpKJNe6gOjC2X5ilxafFv"  # finding: QK504
analytics_service_token = "5ee83d940754d63cacbf7d34daa6f44a"  # finding: QK504
POSTHOG_PERSONAL_API_KEY = "5ee83d940754d63cacbf7d34daa6f44a"  # finding: QK504
SHOP_POSTHOG_API_KEY = "5ee83d940754d63cacbf7d34daa6f44a"
SEGMENT_WRITE_KEY = "5ee83d940754d63cacbf7d34daa6f44a"
token = os.getenv("MIXPANEL_TOKEN", "5ee83d940754d63cacbf7d34daa6f44a")


class Settings(BaseSettings):
    analytics_api_key: str = "5ee83d940754d63cacbf7d34daa6f44a"  # finding: QK504
    mixpanel_token: str = "5ee83d940754d63cacbf7d34daa6f44a"  # finding: QK504
