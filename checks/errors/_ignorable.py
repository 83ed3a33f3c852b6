"""Errors that may be ignored, because they are an answer rather than an error."""

from __future__ import annotations

#: The last part of the class's name, with ``*`` for anything.
IGNORABLE = tuple("""
    KeyError IndexError AttributeError *ValueError TypeError *ImportError ModuleNotFoundError
    *LookupError StopIteration StopAsyncIteration GeneratorExit KeyboardInterrupt EOFError NotImplementedError
    FileExistsError ProcessLookupError BrokenPipeError ConnectionResetError *NotFound* *NotExist*
    *Exists* *Missing* *Cancel* *Timeout* *Empty *Full *Disconnect* *Closed* *Lost* EndOfStream WouldBlock
    BrokenResourceError Unicode* *Decode* *Parse* *Syntax* NoResultFound *Skip* *Invalid* *Unsupported*
    OSError IOError *Permission* NotADirectoryError IsADirectoryError InterruptedError BlockingIOError
    Connection* *Validation* *NoSuch* MemoryError RecursionError *Duplicate* *Already* *NotModified*
    *Format*Error SSLError *NotInstalled* *NotSupported* *NotImplemented* *Unknown[A-Z]*Error
    """.split())
