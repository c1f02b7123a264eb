"""What proves that a form was ours, derived from a secret that only the browser's cookie holds."""

from __future__ import annotations

import base64
import hmac


def token(secret: str, purpose: str) -> str:
    """Return 43 characters that tell nothing of ``secret`` and fit only it and ``purpose``."""
    digest = hmac.digest(secret.encode(), purpose.encode(), "sha256")
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def fits(sent: str, secret: str, purpose: str) -> bool:
    """Return whether ``sent`` is that token, in the same time wherever they differ."""
    return hmac.compare_digest(sent.encode(), token(secret, purpose).encode())
