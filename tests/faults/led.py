"""What people do, by chance, while a session is led; and what must hold of the streams whatever they did."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from faults.author import Author
from faults.checker import Records, fold, read_back
from faults.deeds import Chance
from integration.leading import CANVAS, PLACE, own

from raakvlak.canvas.kinds import Mode
from raakvlak.log import Log, Stored

SHOWN = ("sticky", "label", "card", "connector", "score", "placement")
MODES: tuple[Mode, ...] = ("write", "write", "reveal", "discuss", "vote", "score", "cluster")


class Led(Chance):
    """Decides what somebody does next in a session that is led."""

    async def deed(self, author: Author) -> None:
        """Let the author do something, a facilitator mostly what only they may."""
        dice = self.random.random()
        if self._role(author) == "facilitator" and dice < 0.5:
            await author.ask_for(self._leading(author))
        elif dice < 0.7:
            await author.ask_for(self._private(author), own(author))
        elif dice < 0.8:
            await author.ask_for({"type": "reveal", "canvas": CANVAS, "of": "own"})
        else:
            await super().deed(author)

    def _role(self, author: Author) -> str:
        return str(author.account.streams["shared"].records[author.person]["role"])

    def _kind(self, author: Author, kind: str) -> list[dict[str, Any]]:
        records = author.account.streams["shared"].records.values()
        return [record for record in records if record["kind"] == kind]

    def _leading(self, author: Author) -> dict[str, Any]:
        steps = [step["id"] for step in self._kind(author, "step")]
        open_rounds = [each["id"] for each in self._kind(author, "round") if each.get("ended") is None]
        people = [each["id"] for each in self._kind(author, "person")]
        self._made += 1
        if len(steps) < 12 or self.random.random() < 0.1:
            mode = self.random.choice(MODES)
            plan = {"mode": mode, "title": {"en": mode}, "prompt": {}, "minutes": 1, "canvas": CANVAS}
            plan |= {"anonymous": self.random.random() < 0.3, "turns": self.random.random() < 0.3}
            return {"type": "step.add", "id": f"{author.writer}.s{self._made}", "plan": plan}
        new_round = {"type": "round.open", "id": f"{author.writer}.r{self._made}", "canvas": CANVAS, "dots": 4}
        return self.random.choice(
            (
                {"type": "step.enter", "id": self.random.choice([*steps, None]), "sure": True},
                {"type": "step.enter", "id": self.random.choice(steps), "sure": True},
                {"type": "reveal", "canvas": CANVAS, "of": "all", "sure": True},
                {"type": "reveal", "canvas": CANVAS, "of": "person", "id": self.random.choice(people)},
                {"type": "round.close", "id": self.random.choice(open_rounds)} if open_rounds else new_round,
                new_round,
            )
        )

    def _private(self, author: Author) -> dict[str, Any]:
        items = author.items()
        rounds = [each["id"] for each in self._kind(author, "round") if each.get("ended") is None]
        steps = [each["id"] for each in self._kind(author, "step") if each.get("entered") is not None]
        step = steps[0] if steps else "none"
        if rounds and items and self.random.random() < 0.6:
            item = self.random.choice(items)["id"]
            return {"type": "vote.cast", "round": rounds[0], "item": item, "dots": self.random.randint(0, 4)}
        return self.random.choice(
            (
                self._create(author),
                self._create(author),
                {"type": "ready.set", "step": step, "ready": self.random.random() < 0.7},
                {"type": "score.set", "step": step, "zone": "shared", "value": self.random.randint(1, 5)},
                {"type": "score.set", "step": step, **self.given()},
                self._card(step),
            )
        )

    def _card(self, step: str) -> dict[str, Any]:
        """Where somebody privately puts a card that everyone sees."""
        item = {"kind": "card", "id": f"{CANVAS}.card.power.{step}", "canvas": CANVAS, "card": "power", "place": PLACE}
        return {"type": "item.create", "items": [item]}


async def check_led(log: Log, workshop: str) -> Counter[str]:
    """Raise AssertionError unless everything was shown once or is still private, and every dot counts that was saved.

    How often what was to be looked at has happened.
    """
    streams = await read_back(log, workshop)
    shared, counts = _shown_once(streams["shared"])
    votes: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for name, stored in streams.items():
        if name.startswith("person:"):
            records = _own(name.removeprefix("person:"), stored, votes)
            both = [each["id"] for each in records.values() if each.get("public") in shared]
            assert not both, f"{name}: expected what is shown to be private no longer, but {both} are"
            left = [each["id"] for each in records.values() if each["kind"] == "dots" and _over(shared, each["round"])]
            assert not left, f"{name}: expected no dots of votes that are over, but {left} are there"
    for record in shared.values():
        if record["kind"] == "round" and record.get("ended") is not None:
            counts["votes"] += 1
            counted = Counter({(each["person"], each["item"]): each["dots"] for each in record.get("ballots", [])})
            alive = {item: shared[item] for _, item in votes[record["id"]]}
            cast = Counter({each: dots for each, dots in votes[record["id"]].items() if each[1] in alive})
            assert counted <= cast, f"{record['id']}: expected at most {cast}, but {counted} was counted"
            missing = {item for _, item in (cast - counted)}
            # A dot on what was deleted when the vote closed does not count.
            assert all(_was_deleted(streams["shared"], item) for item in missing), f"{record['id']}: lost {missing}"
    return counts


def _over(shared: Records, voted: str) -> bool:
    return shared[voted].get("ended") is not None


def _shown_once(stored: Sequence[Stored]) -> tuple[Records, Counter[str]]:
    records: Records = {}
    shown: Counter[str] = Counter()
    counts: Counter[str] = Counter()
    for each in stored:
        event = json.loads(each.event)
        fold(records, event)
        if event.get("revealed"):
            puts = [change["record"] for change in event["changes"] if change["do"] == "put"]
            shown.update(record["id"] for record in puts if record["kind"] in SHOWN)
            counts["reveals"] += any(record["kind"] in ("sticky", "score") for record in puts)
    twice = [record for record, times in shown.items() if times > 1]
    assert not twice, f"expected everything to be shown once, but {twice} were shown again"
    return records, counts


def _own(
    person: str, stored: Sequence[Stored], votes: defaultdict[str, Counter[tuple[str, str]]]
) -> Mapping[str, dict[str, Any]]:
    """The records at the end; dots are noted as they were when the server took them away."""
    records: Records = {}
    for each in stored:
        event = json.loads(each.event)
        if event["by"] == "server":
            for change in event["changes"]:
                gone = records[change["id"]]
                if gone["kind"] == "dots" and gone["count"]:
                    votes[gone["round"]][person, gone["item"]] = gone["count"]
        fold(records, event)
        spent: Counter[str] = Counter()
        for record in records.values():
            if record["kind"] == "dots":
                spent[record["round"]] += record["count"]
        assert all(dots <= 4 for dots in spent.values()), f"expected at most 4 dots of {person}, but got {spent}"
    return records


def _was_deleted(stored: Sequence[Stored], item: str) -> bool:
    return any(
        change["do"] == "patch" and change["id"] == item and change["set"].get("deleted")
        for each in stored
        for change in json.loads(each.event)["changes"]
    )
