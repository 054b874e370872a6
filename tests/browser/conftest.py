"""Real browsers on real servers."""

import contextlib
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browser.people import Someone
from integration.programs import SERVE, Program, answers, free_port, running_program
from integration.redis_server import RedisServer
from playwright.sync_api import Browser, expect, sync_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


BY_TURNS = "test_together"
"""Tests of what stands on one person's screen, whatever the store: each on one store and in one language."""

expect.set_options(timeout=15_000)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The first by name on one store, the next on the other, and so on; a soak tries what is left out."""
    found = [item for item in items if isinstance(item, pytest.Function) and item.path.stem == BY_TURNS]
    names = sorted({item.originalname for item in found})
    for item in found:
        store = str(item.callspec.params["setting"]).partition("-")[0]
        if store != ("sqlite", "redis")[names.index(item.originalname) % 2]:
            item.add_marker(pytest.mark.soak)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        yield browser
        browser.close()


class Servers:
    """One worker on SQLite, or two on one Redis; each at its own port."""

    def __init__(self, folder: Path, redis: str | None) -> None:
        self.folder = folder
        self.redis = redis
        self.ports = [free_port() for _ in range(2 if redis else 1)]
        self.programs: list[Program] = []
        self._running = contextlib.ExitStack()

    @property
    def addresses(self) -> tuple[str, str]:
        """Where the first and the second person go."""
        return f"http://127.0.0.1:{self.ports[0]}", f"http://127.0.0.1:{self.ports[-1]}"

    def start(self) -> None:
        """Start all workers and wait for them."""
        for number, port in enumerate(self.ports):
            command = [*SERVE, "--port", str(port), "--data", str(self.folder / f"data-{number}")]
            if self.redis:
                command += ["--redis", self.redis]
            secret = {"RAAKVLAK_SECRET": "secret-for-tests"}
            output = self.folder / f"worker-{number}.log"
            self.programs.append(self._running.enter_context(running_program(command, output, secret)))
        for program, port in zip(self.programs, self.ports, strict=True):
            program.until(lambda port=port: answers(f"http://127.0.0.1:{port}/healthz"))  # type: ignore[misc]

    def stop(self) -> None:
        """Kill all workers, as by kill -9."""
        self._running.close()
        self.programs.clear()

    def at_second(self, link: str) -> str:
        """The same link at the other worker's port."""
        path = link.split("/w/", 1)[1]
        return f"{self.addresses[1]}/w/{path}"


@pytest.fixture(params=["sqlite-nl", "redis-en"])
def setting(request: pytest.FixtureRequest) -> tuple[str, str]:
    """A store and a language: between them both of each."""
    store, _, language = str(request.param).partition("-")
    return store, language


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Servers]]:
    """Running servers on a store, which all tests share that leave them running."""
    running: dict[str, Servers] = {}
    with contextlib.ExitStack() as stack:

        def get(store: str) -> Servers:
            if store not in running:
                running[store] = stack.enter_context(started(store, tmp_path_factory.mktemp(store)))
            return running[store]

        yield get


@contextlib.contextmanager
def started(store: str, folder: Path) -> Iterator[Servers]:
    """Servers on a store, running until the end."""
    with contextlib.ExitStack() as stack:
        address = None
        if store == "redis":
            redis = RedisServer(folder / "redis")
            stack.callback(redis.kill)
            redis.start()
            address = redis.url
        servers = Servers(folder, address)
        stack.callback(servers.stop)
        servers.start()
        yield servers


@pytest.fixture
def servers(setting: tuple[str, str], stores: Callable[[str], Servers]) -> Servers:
    """Running servers on the setting's store, with workshops of other tests on them."""
    return stores(setting[0])


@pytest.fixture
def own_servers(setting: tuple[str, str], tmp_path: Path) -> Iterator[Servers]:
    """Running servers on the setting's store that this test may stop."""
    with started(setting[0], tmp_path) as servers:
        yield servers


@pytest.fixture
def language(setting: tuple[str, str]) -> str:
    """The setting's language."""
    return setting[1]


@pytest.fixture
def someone(chromium: Browser) -> Iterator[Callable[..., Someone]]:
    """Makes people; when the test is over, none of their browsers has had any trouble."""
    people: list[Someone] = []

    def make(language: str = "nl", motion: bool = False) -> Someone:
        person = Someone(chromium, language, motion=motion)
        people.append(person)
        return person

    yield make
    troubles = [trouble for person in people for trouble in person.troubles]
    for person in people:
        person.context.close()
    assert troubles == []
