from app.parts import part
