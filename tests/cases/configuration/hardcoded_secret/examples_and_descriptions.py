class Login(BaseModel):
    password: str = Field(..., examples=["kh37Qd99"], description="kh37Qd99")
    model_config = {"json_schema_extra": {"example": {"password": "kh37Qd99"}}}


CONNECTIONS = {"connection_examples": [{"url": "postgresql://shop:kh37Qd@db/shop"}]}
DEMO_URL = "postgresql://demo:demo@db/shop"


connection_args_example = dict(client_secret="5A52C1A1E21DF9012IODC9", access_token="dap1234567890ab1cde2")
connection_args = dict(client_secret="5A52C1A1E21DF9012IODC9")  # finding: QK504
