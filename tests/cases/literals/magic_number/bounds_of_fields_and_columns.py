def declare(metadata: MetaData) -> None:
    table = Table("users", metadata, Column("name", String(50)), sa.Column("code", sa.CHAR(36)))
    amount = mapped_column(Numeric(10, 2))
    name = Field("x", min_length=3, max_length=80)
    limit = Query(20, ge=5, le=200)
    page, item, body = Path(3), Header(4), Body(5)
    text = constr(max_length=20)
    option = typer.Option(20, min=5)
    expiry = Field(timeout=30)


def use(name: str) -> None:
    remember("users", name, 50)  # finding: QK301
    resize(Shape(36))  # finding: QK301
