# path: app/main.py
# CS11: one handler for the errors of the application.
"""The application."""

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from app.core.exceptions import InterviewError

app = FastAPI()


@app.exception_handler(InterviewError)
async def answer_error(request: Request, error: InterviewError) -> JSONResponse:
    """The response to an error of ours."""
    return JSONResponse(status_code=400, content={"error": error.code, "message": error.message})
