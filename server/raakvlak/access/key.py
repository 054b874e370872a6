"""The server's key, from which invites and cookies are derived: a file in the data folder, or given by a setting."""

import hashlib
import hmac
import os
import secrets
from pathlib import Path

KEY_FILE = "key"


class Key:
    """Signs. Two servers with one key trust each other's signatures."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    def sign(self, purpose: str, what: str) -> str:
        """A signature of 32 hex digits (128 bits) over `what`, for this purpose only."""
        return hmac.new(self._secret, f"{purpose}\n{what}".encode(), hashlib.sha256).hexdigest()[:32]

    def signed(self, purpose: str, what: str, signature: str) -> bool:
        """Whether this key made the signature. Takes the same time either way."""
        return hmac.compare_digest(self.sign(purpose, what).encode(), signature.encode())


def load_key(folder: Path, given: str | None) -> Key:
    """The key that was given, or the one in the folder, made at the first start. Raises OSError."""
    if given:
        return Key(given.encode())
    file = folder / KEY_FILE
    folder.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return Key(file.read_bytes())
    with os.fdopen(handle, "wb") as opened:
        secret = secrets.token_hex(32).encode()
        opened.write(secret)
        opened.flush()
        os.fsync(opened.fileno())
    return Key(secret)
