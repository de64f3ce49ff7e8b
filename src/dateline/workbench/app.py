"""A ledger's path -> the application that serves it."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import Depends, FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from dateline import __version__
from dateline.ledger import Ledger
from dateline.ledger.store import WAIT_S
from dateline.workbench import (
    assets,
    claim_page,
    claims_page,
    exports_page,
    incident_page,
    incidents_page,
    interface,
    overview,
    places_page,
    refusals,
    report_page,
    reports_page,
    review_pages,
    review_posts,
    search_page,
    team_pages,
)
from dateline.workbench.desk import PATIENCE_S, Desk
from dateline.workbench.door import Door, Doorkeeper, Keeper, guarded
from dateline.workbench.guarding import Guarded

# Every module of pages, each with its router; a new one is added here and nowhere else.
ROUTERS = (
    assets.router,
    interface.router,
    overview.router,
    incidents_page.router,
    places_page.router,
    review_pages.router,
    review_posts.router,
    team_pages.router,
    claims_page.router,
    reports_page.router,
    exports_page.router,
    search_page.router,
    report_page.router,
    claim_page.router,
    incident_page.router,
)
SWITCH_S = 0.0005
# The names under which this computer calls itself. A page of another site that has its own name lead here is refused.
LOCAL = ("127.0.0.1", "localhost", "[::1]", "::1")


def create_app(
    ledger_path: str | Path,
    *,
    hosts: tuple[str, ...] = LOCAL,
    keeper: Keeper | None = None,
    wait_s: float = WAIT_S,
) -> FastAPI:
    """The workbench over one ledger.

    Args:    hosts, the names that requests may call the server by; keeper, who knows the accounts, in team mode;
             wait_s, how long a form waits, in seconds, while another program writes.
    Raises:  LedgerError, when there is no ledger at the path or it cannot be opened.
    """
    ledger = Ledger(ledger_path, create=False, wait_s=wait_s)
    desk = Desk(ledger)
    desk.catch_up(PATIENCE_S)
    # What works beside the pages, such as linking, gives way to them ten times as often as Python has it otherwise.
    sys.setswitchinterval(SWITCH_S)
    desk.warm()
    desk.warm_rules()

    @asynccontextmanager
    async def closing(_: FastAPI) -> AsyncIterator[None]:
        yield
        ledger.close()

    app = FastAPI(
        title="dateline",
        version=__version__,
        summary="The ledger of claims: who did what to whom, where, when, how many, and who says so.",
        openapi_url="/api.json",
        docs_url=None,  # FastAPI's own pages load their scripts from another host
        redoc_url=None,
        dependencies=[Depends(guarded)],
        lifespan=closing,
    )
    app.state.desk = desk
    app.state.door = Door(keeper)
    for router in ROUTERS:
        app.include_router(router)
    app.state.paths = frozenset(str(getattr(at, "path", "")) for router in ROUTERS for at in router.routes)
    refusals.register(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=4)
    app.add_middleware(Doorkeeper, door=app.state.door)
    app.add_middleware(Guarded)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    return app
