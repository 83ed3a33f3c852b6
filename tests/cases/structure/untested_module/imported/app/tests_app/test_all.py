from ..relative import run
import app.whole
from app.deep import inner
from app import part
