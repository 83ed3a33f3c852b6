from app.objects import user_service as users
