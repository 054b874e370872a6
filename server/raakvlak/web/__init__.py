"""Routes, pages and security headers (Starlette)."""
