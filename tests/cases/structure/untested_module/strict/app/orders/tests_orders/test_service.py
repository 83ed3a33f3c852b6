from app.orders import other
