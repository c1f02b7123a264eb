"""Headers that every answer carries, and who else's pages may call the API."""

from __future__ import annotations

from flask import Flask, Response, request

# No inline script or style, nothing from anywhere else, no framing.
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
    )
)
# For a page that shows how far something is while it goes on: our own scripts, and what they ask of us.
_LIVE_POLICY = f"{_POLICY}; script-src 'self'; connect-src 'self'"
_ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# The API and the badge are public and know no cookies, so that any page or
# extension may read them; everything else stays with its own origin.
_PUBLIC = ("/v1/", "/badge/", "/openapi.json")
_SHARED = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Content-Language",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
_OWN = {"Cross-Origin-Resource-Policy": "same-origin"}
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Content-Type, Accept-Language, If-None-Match",
    "Access-Control-Max-Age": "86400",
}


def install(app: Flask) -> None:
    """Set the headers on every answer of ``app``, errors included."""

    @app.after_request
    def set_headers(response: Response) -> Response:
        public = request.path.startswith(_PUBLIC)
        headers = _ALWAYS | (_SHARED if public else _OWN)
        if public and request.method == "OPTIONS":
            headers |= _PREFLIGHT
        response.headers.update(headers)
        if response.headers.get("Content-Security-Policy") != _LIVE_POLICY:
            response.headers["Content-Security-Policy"] = _POLICY
        return response


def live(response: Response) -> Response:
    """Let this one page run our own scripts, and them ask us how far something is (docs/decisions/0014).

    For pages that work without them and show nothing of others' making unescaped.
    """
    response.headers["Content-Security-Policy"] = _LIVE_POLICY
    return response
