"""A session: a workshop at two workers, the people in it, and how each of them does something and is answered."""

import asyncio
import json
import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from integration.harness import Browser
from leaks.guests import Answer, Guest, Somebody
from leaks.house import STAGE, Logged, Worker, all_logged
from leaks.marks import Ledger

ORGANISATIONS = ("Noord", "Zuid", "Oost")
SHIPPED = ("golden-triangle", "strategic-core", "trust-vigilance")
KINDS = {
    "golden-triangle": ("partner",),
    "strategic-core": ("partner",),
    "trust-vigilance": ("own",),
    STAGE: ("partner", "own"),
}
"""Which tokens the canvases made from these templates are for."""
PRIVATE = ("write", "place", "score")


class Leak(AssertionError):
    """Somebody was told what they may not know."""

    def __init__(self, rule: str, what: str) -> None:
        super().__init__(f"[{rule}] {what}")


@dataclass(frozen=True)
class Stage:
    """A step that was entered."""

    seq: int
    id: str
    mode: str
    canvas: str
    anonymous: bool

    @property
    def private(self) -> bool:
        """Whether what people make goes to their own streams."""
        return self.mode in PRIVATE


@dataclass(frozen=True)
class Asked:
    """What a browser was answered over HTTP."""

    who: Somebody | None
    path: str
    status: int
    body: bytes
    waits: bool
    """Nobody had let them in, at that time."""
    gone: bool
    """They had been removed."""
    leads: bool
    """They were a facilitator then."""
    seq: int = 0
    """How far the shared stream was."""


class Session:
    """What is known of it from outside."""

    def __init__(self, seed: int, workers: Sequence[Worker], logged: Logged) -> None:
        self.seed = seed
        self.chance = random.Random(seed)
        self.ledger = Ledger(seed)
        self.workers = workers
        self.logged = logged
        self.made: dict[str, Any] = {}
        self.people: list[Somebody] = []
        self.canvases: dict[str, str] = {}
        """Template by canvas."""
        self.stages: list[Stage] = [Stage(0, "", "free", "", False)]
        self.notes: list[str] = []
        """Stickies that everyone sees."""
        self.anonymous: set[str] = set()
        """Public ids of what an anonymous step has shown."""
        self.asked: list[Asked] = []
        self.round = False
        """Whether a vote is under way."""
        self.rushing = False
        """A step is about to change while people work: what they say of where they are may be private or not."""
        self._unheard: set[Guest] = set()
        """Pages that may have said where they are without having been answered since."""
        self._names = 0
        self._head = 0

    # --- people ---

    async def open(self) -> None:
        """Make the workshop; eight participants, two facilitators and an observer join, some of them in two tabs."""
        templates = [*self.chance.sample(SHIPPED, 2), STAGE]
        self.canvases = {f"canvas-{number}": template for number, template in enumerate(templates, 1)}
        door = Browser(self.workers[0].address)
        self.made = await door.make(organisations=list(ORGANISATIONS), templates=templates)
        roles = ["facilitator"] * 2 + ["observer"] + ["participant"] * 8
        await asyncio.gather(*(self.join(f"p{number}", role) for number, role in enumerate(roles)))
        self.people.sort(key=lambda who: who.name)
        for who in self.people:
            await self.visit(who)
            if self.chance.random() < 0.25:
                await self.visit(who, 1 - who.page.worker)

    async def join(self, name: str, role: str) -> Somebody:
        """Somebody comes by the role's link, and becomes a person."""
        who = Somebody(name, role, self.ledger)
        browser = Browser(self.workers[0].address)
        entrance = await browser.enter(self.made, role)
        number = int(name[1:]) % len(ORGANISATIONS)
        who.organisation = None if role == "observer" else entrance["organisations"][number]["id"]
        self.people.append(who)
        body = {"name": f"Persoon {name}", "organisation": who.organisation}
        answer = await browser.request("POST", f"/w/{self.made['id']}/join", body)
        assert answer.status == 201, answer.body
        who.id = answer.json()["person"]
        who.cookies = browser.cookies
        return who

    def page_of(self, who: Somebody, worker: int | None = None) -> Guest:
        """A page of theirs at a worker, not connected yet."""
        worker = self.chance.randrange(2) if worker is None else worker
        page = Guest(who, self.workers[worker].address, self.made["id"], worker)
        who.pages.append(page)
        return page

    async def visit(self, who: Somebody, worker: int | None = None) -> Guest:
        """Load a page."""
        page = self.page_of(who, worker)
        return await page.come(self.workers[page.worker].lives)

    def open_pages(self) -> list[Guest]:
        """All that hear what goes on."""
        return [page for who in self.people for page in who.pages if page.closed is None and page.inside]

    def some_page(self, who: Somebody, chance: random.Random) -> Guest:
        """One of their pages."""
        return chance.choice([page for page in who.pages if page.closed is None])

    def with_role(self, *roles: str) -> list[Somebody]:
        """Those who take part in these roles now."""
        return [who for who in self.people if who.role in roles and who.removed is None and who.let_in is None]

    @property
    def makers(self) -> list[Somebody]:
        """Those who may make something."""
        return self.with_role("participant", "facilitator")

    # --- deeds ---

    def name(self, prefix: str) -> str:
        """A new one."""
        self._names += 1
        return f"{prefix}{self._names}"

    @property
    def stage(self) -> Stage:
        """The step under way."""
        return self.stages[-1]

    async def lead(self, intent: dict[str, Any], stream: str = "shared") -> Answer:
        """A facilitator asks for this, and it happens; `{new}` in it becomes a new id of theirs."""
        page = await self.leader()
        text = json.dumps(intent).replace("{new}", f"{page.writer}.{self.name('f')}")
        answer = await page.answer(json.loads(text), stream)
        assert answer.event, f"expected a facilitator to be able to ask for {text}, but got {answer.refusal}"
        self._head = answer.seq if stream == "shared" else self._head
        return answer

    async def leader(self) -> Guest:
        """A page of a facilitator, which knows all that was led."""
        page = self.some_page(self.chance.choice(self.with_role("facilitator")), self.chance)
        await page.reach(self._head)
        return page

    async def step(self, mode: str, canvas: str, anonymous: bool = False, **plan: Any) -> str:
        """Add a step; its id."""
        words = {"nl": mode, "en": mode}
        plan = {"mode": mode, "title": words, "prompt": words, "minutes": 0, "canvas": canvas, **plan}
        answer = await self.lead({"type": "step.add", "id": "{new}", "plan": {**plan, "anonymous": anonymous}})
        step: str = answer.record("step")["id"]
        return step

    async def enter(self, mode: str, canvas: str, anonymous: bool = False, **plan: Any) -> Stage:
        """A step of this mode is under way from now on, and all pages have heard of it."""
        step = await self.step(mode, canvas, anonymous, **plan)
        await self.still()
        answer = await self.lead({"type": "step.enter", "id": step})
        return await self.entered(answer, Stage(answer.seq, step, mode, canvas, anonymous))

    async def entered(self, answer: Answer, stage: Stage) -> Stage:
        """This step is under way from now on; wait until all pages have heard of it."""
        self.stages.append(stage)
        self.ledger.unsigned = stage.anonymous and stage.private
        await self.level(answer.seq)
        return stage

    async def level(self, seq: int) -> None:
        """Wait until all pages have heard of this event."""
        await asyncio.gather(*(page.reach(seq) for page in self.open_pages()))

    @property
    def anonymous_steps(self) -> set[str]:
        """Ids of the anonymous steps so far."""
        return {stage.id for stage in self.stages if stage.anonymous}

    def stage_at(self, seq: int) -> Stage:
        """The step under way right after this event of the shared stream."""
        return next(stage for stage in reversed(self.stages) if stage.seq <= seq)

    def person(self, person: str) -> Somebody:
        """The person with this id."""
        return next(who for who in self.people if who.id == person)

    def quiet(self) -> None:
        """Nothing is under way: what people have made up to now is as it is."""
        for who in self.people:
            who.quiet()

    async def nothing_links(self) -> None:
        """Wait until nothing that was shown is left in its author's own stream: it would link the two."""
        shown = {secret.mark for secret in self.ledger.secrets.values() if secret.kind == "public id" and secret.since}
        for page in self.open_pages():

            def forgotten(page: Guest = page) -> bool:
                return all(record.get("public") not in shown for record in page.who.own.values())

            try:
                await page.until(forgotten)
            except TimeoutError:
                what = f"expected nothing shown in {page.who.name}'s stream, but it holds {page.who.own}"
                raise Leak("PRIV-44", what) from None

    # --- presence ---

    async def here(self, page: Guest, chance: random.Random, draft: str | None = None) -> None:
        """Say where a page is: pointer, view, what it types in or drags; what of it is private goes into the ledger."""
        if self.rushing:
            return
        ledger, leads = self.ledger, page.who.role == "facilitator"
        x, y, caret = ledger.pointer(), ledger.pointer(), ledger.caret()
        view, drag = [ledger.pointer() for _ in range(4)], [ledger.pointer() for _ in range(2)]
        item = draft or (chance.choice(self.notes) if self.notes else None)
        said: dict[str, Any] = {"type": "here", "canvas": self.stage.canvas or "canvas-1", "x": x, "y": y, "view": view}
        laser = leads and chance.random() < 0.3
        if laser:
            said["laser"] = True
        if item:
            said |= {"typing": item, "caret": caret, "drag": [[item, *drag]]}
        secret: list[Any] = []
        if (draft or self.stage.private or self.round) and not laser:
            secret += [x, y]
        if draft or (self.stage.private and not leads):
            secret += [caret, *drag]
        if self.stage.anonymous and self.stage.private and not leads:
            secret += view
        for number in secret:
            ledger.keep(str(number), "presence", page.who.id)
        await page.say(said)
        self._unheard.add(page)

    async def still(self) -> None:
        """Wait until the server has taken all that was said about presence: pages are answered in turn."""
        pages = [page for page in self._unheard if page.closed is None]
        self._unheard.clear()
        await asyncio.gather(*(page.answer({"type": "item.delete", "ids": ["nothing"]}) for page in pages))

    # --- HTTP ---

    async def get(self, who: Somebody | None, path: str, method: str = "GET", cookies: Any = None) -> Asked:
        """Ask by somebody's browser for a path of the workshop, or one that begins with a slash."""
        browser = Browser(self.workers[self.chance.randrange(2)].address)
        browser.cookies = dict(who.cookies) if who else cookies or {}
        whole = path if path.startswith("/") else f"/w/{self.made['id']}/{path}"
        waits, gone = who is None or who.let_in == -1, who is not None and who.removed is not None
        leads = who is not None and who.role == "facilitator"
        body = {"language": "nl"} if path.startswith("sheet") else {"content": "{}"} if path.endswith("check") else {}
        answer = await browser.request(method, whole, body if method == "POST" else None)
        seq = max((page.seq for page in self.open_pages()), default=0)
        asked = Asked(who, path, answer.status, answer.body, waits, gone, leads, seq)
        self.asked.append(asked)
        return asked


@asynccontextmanager
async def opened(folder: Path, redis: str, seed: int) -> AsyncIterator[Session]:
    """A session with everyone in it, at two workers that stop at the end."""
    heads = (0.2, 600.0, 600.0)[seed % 3]
    workers = [Worker(folder / name, redis, heads) for name in ("one", "two")]
    with all_logged() as logged:
        await asyncio.gather(*(worker.start(logged) for worker in workers))
        session = Session(seed, workers, logged)
        try:
            await session.open()
            yield session
        finally:
            await asyncio.gather(*(page.close() for who in session.people for page in who.pages))
            await asyncio.gather(*(worker.stop() for worker in workers))
