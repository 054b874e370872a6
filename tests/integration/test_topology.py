"""Two workers on one Redis behind Caddy with the Caddyfile of the project, as docker-compose.yml has them."""

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from integration.harness import Browser, Page
from integration.programs import ROOT, SERVE, Program, answers, free_port, running_program
from integration.redis_server import RedisServer

WORKSHOPS = [f"workshop{number}" for number in range(24)]


class Topology:
    """The whole, and what Caddy says about who answered."""

    def __init__(self, address: str, workers: dict[str, Program], caddy: Program) -> None:
        self.address = address
        self.workers = workers
        self.caddy = caddy

    def served_by(self, workshop: str) -> list[str]:
        """The workers that answered requests for this workshop, in turn."""
        said = [json.loads(line) for line in self.caddy.output.splitlines() if '"upstream roundtrip"' in line]
        return [line["upstream"] for line in said if line["request"]["uri"].startswith(f"/w/{workshop}/")]


@pytest.fixture
def topology(tmp_path: Path, redis_server: RedisServer) -> Iterator[Topology]:
    """Two workers and Caddy, all answering."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    shared = {"RAAKVLAK_REDIS": redis_server.url, "RAAKVLAK_SECRET": "of these tests", "RAAKVLAK_PUBLIC_URL": address}
    with contextlib.ExitStack() as started:
        workers = {}
        for number in (1, 2):
            own = free_port()
            settings = {**shared, "RAAKVLAK_PORT": str(own), "RAAKVLAK_DATA": str(tmp_path / f"worker-{number}")}
            output = tmp_path / f"worker-{number}.log"
            workers[f"127.0.0.1:{own}"] = started.enter_context(running_program(SERVE, output, settings))
        for dial, worker in workers.items():
            worker.until(lambda dial=dial: answers(f"http://{dial}/healthz"))  # type: ignore[misc]
        settings = {
            "RAAKVLAK_SITE": address,
            "RAAKVLAK_WORKERS": " ".join(workers),
            "CADDY_GLOBAL_OPTIONS": "debug",  # makes it say which worker answered
            "HOME": str(tmp_path),
        }
        command = ("caddy", "run", "--config", ROOT / "Caddyfile", "--adapter", "caddyfile")
        caddy = started.enter_context(running_program(command, tmp_path / "caddy.log", settings))
        caddy.until(lambda: answers(f"{address}/healthz"))
        yield Topology(address, workers, caddy)


async def test_a_workshop_stays_on_one_worker(topology: Topology) -> None:
    """[RUN-20] All requests for one workshop, its websockets included, reach the same worker."""
    browser = Browser(topology.address)
    made = await browser.make()
    for _ in range(8):
        await browser.request("GET", f"/w/{made['id']}/")
    person = await browser.join(made, "Noor")
    page = await Page(browser, made["id"], person).open()
    await page.load()
    await page.close()
    served = topology.served_by(made["id"])
    assert len(served) >= 11
    assert len(set(served)) == 1


async def test_workshops_spread(topology: Topology) -> None:
    """[RUN-21] Different workshops are served by different workers."""
    browser = Browser(topology.address)
    for workshop in WORKSHOPS:
        await browser.request("GET", f"/w/{workshop}/links")
    served = [topology.served_by(workshop)[0] for workshop in WORKSHOPS]
    assert set(served) == set(topology.workers)


async def test_a_header_of_the_asker_does_not_choose_the_worker(topology: Topology) -> None:
    """[RUN-22] The header by which Caddy keeps a workshop on its worker is not taken from the request."""
    browser = Browser(topology.address)
    for workshop in WORKSHOPS:
        await browser.request("GET", "/w/one/links", headers={"X-Raakvlak-Workshop": workshop})
    served = topology.served_by("one")
    assert len(served) == len(WORKSHOPS)
    assert len(set(served)) == 1


async def test_the_other_worker_takes_over(topology: Topology) -> None:
    """[RUN-23] When a worker dies, its workshops go on at the other, with all that was saved and the same cookies."""
    browser = Browser(topology.address)
    made = await browser.make()
    person = await browser.join(made, "Noor")
    before = await Page(browser, made["id"], person).open()
    item = await before.note("Bewaard")
    first = topology.served_by(made["id"])[0]
    topology.workers[first].kill()
    await before.until_closed()
    await before.close()

    after = await Page(browser, made["id"], person).open()
    records = (await after.load())["snapshot"]
    await after.close()
    assert [record["text"] for record in records if record["id"] == item] == ["Bewaard"]
    answer = await browser.request("GET", f"/w/{made['id']}/events?stream=shared&after=0")
    assert answer.status == 200
    assert topology.served_by(made["id"])[-1] != first


async def test_a_worker_that_comes_back_is_used_again(
    topology: Topology, tmp_path: Path, redis_server: RedisServer
) -> None:
    """[RUN-24] A workshop returns to its worker when that one answers again."""
    browser = Browser(topology.address)
    await browser.request("GET", "/w/one/links")
    first = topology.served_by("one")[0]
    topology.workers[first].kill()
    await browser.request("GET", "/w/one/links")
    assert topology.served_by("one")[-1] != first

    settings = {
        "RAAKVLAK_REDIS": redis_server.url,
        "RAAKVLAK_SECRET": "of these tests",
        "RAAKVLAK_PUBLIC_URL": topology.address,
        "RAAKVLAK_PORT": first.rpartition(":")[2],
        "RAAKVLAK_DATA": str(tmp_path / "again"),
    }
    with running_program(SERVE, tmp_path / "again.log", settings) as again:
        again.until(lambda: answers(f"http://{first}/healthz"))

        def back() -> bool:
            answers(f"{topology.address}/w/one/links")
            return topology.served_by("one")[-1] == first

        again.until(back)
