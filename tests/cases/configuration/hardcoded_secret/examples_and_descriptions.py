class Login(BaseModel):
    password: str = Field(..., examples=["kh37Qd99"], description="kh37Qd99")
    model_config = {"json_schema_extra": {"example": {"password": "kh37Qd99"}}}


CONNECTIONS = {"connection_examples": [{"url": "postgresql://shop:kh37Qd@db/shop"}]}
DEMO_URL = "postgresql://demo:demo@db/shop"
