"""Where the present work comes from (an address, or the name of a task); set by the audit's middleware."""

from contextvars import ContextVar

origin: ContextVar[str] = ContextVar("origin", default="")
