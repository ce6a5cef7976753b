"""One person at a real server over HTTP, signed in through the page of the demo. Nothing of Django is needed."""

import http.client
import secrets
from collections.abc import Iterable
from http.cookies import SimpleCookie
from urllib.parse import urlencode

SEE_OTHER, OK, CONFLICT = 303, 200, 409
NO_ANSWER = (OSError, http.client.HTTPException)
LONGEST_WAIT = 60.0  # seconds until somebody gives up waiting for a page


class Browser:
    """Keeps cookies and sends the token against forged forms. `account` empty: somebody without an account."""

    def __init__(self, port: int, account: str = "", wait: float = LONGEST_WAIT) -> None:
        self.port, self.account, self.wait = port, account, wait
        self.cookies: dict[str, str] = {}

    def sign_in(self) -> None:
        """As a person of the demo."""
        self.ask("GET", "/demo")
        status, _ = self.ask("POST", "/demo", {"account": self.account})
        if status != SEE_OTHER:
            raise RuntimeError(f"Nobody could sign in: the page answered {status}.")

    def ask(
        self, method: str, path: str, fields: dict[str, str] | None = None, accept: str = "text/html"
    ) -> tuple[int, str]:
        """One request and its answer. Raises one of NO_ANSWER where none came."""
        if fields is None:
            return self._exchange(method, path, None, {"Accept": accept})
        headers = {"Accept": accept, "Content-Type": "application/x-www-form-urlencoded"}
        return self._exchange(method, path, urlencode(fields).encode(), headers)

    def upload(self, path: str, fields: dict[str, str], name: bytes, content: bytes) -> tuple[int, str]:
        """A form with one file, called `file`. The name goes as it is, whatever bytes are in it."""
        edge = secrets.token_hex(16)
        parts = [
            f'--{edge}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'.encode()
            for key, value in fields.items()
        ]
        head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="'.encode()
        kind = b'"\r\nContent-Type: application/octet-stream\r\n\r\n'
        body = b"".join([*parts, head, name, kind, content, f"\r\n--{edge}--\r\n".encode()])
        return self._exchange("POST", path, body, {"Content-Type": f"multipart/form-data; boundary={edge}"})

    def stream(self, path: str, pieces: Iterable[bytes], headers: dict[str, str]) -> tuple[int, str]:
        """A body sent piece by piece; without a Content-Length it goes in chunks."""
        return self._exchange(
            "POST", path, pieces, {"Content-Type": "multipart/form-data; boundary=edge"} | headers
        )

    def _exchange(
        self, method: str, path: str, body: bytes | Iterable[bytes] | None, headers: dict[str, str]
    ) -> tuple[int, str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=self.wait)
        sent = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())} | headers
        if method == "POST":
            sent["X-CSRFToken"] = self.cookies.get("csrftoken", "")
        try:
            connection.request(method, path, body, sent)
            response = connection.getresponse()
            for line in response.headers.get_all("Set-Cookie") or []:
                self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
            return response.status, response.read().decode()
        finally:
            connection.close()
