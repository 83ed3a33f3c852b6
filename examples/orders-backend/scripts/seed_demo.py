"""Fill an empty database with a customer and some products: ``python -m scripts.seed_demo``."""

from __future__ import annotations

from app.core.database import SessionLocal, engine
from app.models.base import Base
from app.models.customer import Customer
from app.models.order import Product


def main() -> None:
    Base.metadata.create_all(engine)
    with SessionLocal.begin() as session:
        session.add(Customer(name="Blue Door Cafe", email="hello@bluedoor.example", country="NL"))
        session.add(Product(sku="CUP-250", name="Paper cup 250 ml", unit_cents=12, stock=4000))
        session.add(Product(sku="NAP-33", name="Napkin 33 cm", unit_cents=3, stock=9000))
    print("1 customer and 2 products written")


if __name__ == "__main__":
    main()
