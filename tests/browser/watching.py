"""What a browser was heard to ask and to complain of while a test drove it."""

from __future__ import annotations

from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

#: Addresses that reach no host.
LOCAL = ("data:", "blob:", "about:")


@dataclass
class Watch:
    """`asked` are addresses, in order; `wrong` tells what should not have been, a line each."""

    root: str
    lost: tuple[str, ...] = ()
    asked: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def listen(self, context: BrowserContext) -> None:
        context.on("request", self._request)
        context.on("response", self._response)
        context.on("requestfailed", self._failed)
        context.on("console", self._console)
        context.on("weberror", self._error)

    def expect_lost(self, address: str) -> None:
        """The next test step asks for a page that is not there."""
        self.lost = (*self.lost, address)

    def _request(self, request: Request) -> None:
        self.asked.append(request.url)
        if not request.url.startswith((self.root, *LOCAL)):
            self.wrong.append(f"asks {request.url}, which is not under {self.root}")

    def _response(self, response: Response) -> None:
        wanted = 404 if response.url in self.lost else 200
        if response.status not in (wanted, 304):
            self.wrong.append(f"{response.url} answers {response.status}, expected {wanted}")

    def _failed(self, request: Request) -> None:
        # What a page was still fetching when the test left it.
        if request.failure != "net::ERR_ABORTED":
            self.wrong.append(f"{request.url} fails: {request.failure}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and message.location["url"] not in self.lost:
            self.wrong.append(f"console, {message.location['url']}: {message.text}")

    def _error(self, error: WebError) -> None:
        where = error.page.url if error.page else "?"
        self.wrong.append(f"script, {where}: {error.error}")
