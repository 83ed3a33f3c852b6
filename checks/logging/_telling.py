"""Errors whose text says all."""

from __future__ import annotations

#: The last part of the class's name, with ``*`` for anything.
TELLING = tuple("""
    KeyError IndexError LookupError ValueError *NotFound* *Exist* *Timeout* *Timed* ImportError Connect*
    *Connection* *Disconnect* *Cancelled* KeyboardInterrupt *Decode* *Validation* HTTP* Request*
    *StatusError URLError *Permission* *Denied* *Unauthorized* *Auth* *Forbidden* *Invalid* *JWT*
    *Signature* *Token* *Expired* *RateLimit* SystemExit *CalledProcessError *Unavailable* BotoCoreError
    ClientError *Parse* SyntaxError YAMLError *Conflict* *Duplicate* IntegrityError API* *APIError
    OSError IOError *Api* ClientAPI* GeneratorExit *SDKException *Missing* *Unsupported*
    NotImplementedError StopIteration UnicodeError
    """.split())
