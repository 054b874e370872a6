"""What people do in a session, each deed by itself: writing, placing, scoring and voting privately, and in vain."""

import random
from typing import Any

from leaks.guests import Guest, Somebody
from leaks.house import STAGE
from leaks.session import KINDS, Leak, Session


async def write(session: Session, who: Somebody, canvas: str, chance: random.Random, back: bool = False) -> None:
    """Write a note of one's own, and change one's mind about it: what was typed and deleted is never shown."""
    page, ledger = session.some_page(who, chance), session.ledger
    note = f"{page.writer}.{session.name('d')}"
    record = {"kind": "sticky", "id": note, "canvas": canvas, "place": ledger.place(who.id, back), "author": "x"}
    if session.stage.private and chance.random() < 0.8:
        record["step"] = session.stage.id
    text = ledger.text(who.id) if chance.random() < 0.8 else ""
    made = await page.answer({"type": "item.create", "items": [{**record, "text": text}]}, who.stream)
    if made.event is None:
        return
    if session.canvases[canvas] == STAGE:
        await _beside(session, page, canvas, note, chance, back)
    await page.until(lambda: page.seen(who.stream) >= who.own_seq)
    older = [draft["id"] for draft in who.drafts(canvas) if draft["kind"] == "sticky"]
    for _ in range(chance.randint(0, 4)):
        if chance.random() < 0.3:
            await session.here(page, chance, note)
        if older and chance.random() < 0.3:  # what was begun in another step, perhaps with one's name to it
            note = chance.choice(older)
        intent = _other(session, page, note, chance)
        if intent is not None:
            await page.answer(intent, who.stream)
    await page.answer({"type": "ready.set", "step": session.stage.id, "ready": chance.random() < 0.7}, who.stream)


async def _beside(session: Session, page: Guest, canvas: str, note: str, chance: random.Random, back: bool) -> None:
    """What else lies and hangs there: a label, a copy of a card, a mark on the note, and arrows between all that."""
    ledger, who = session.ledger, page.who
    ends = [note, f"{canvas}.card.trust", *(each["id"] for each in who.drafts(canvas, back))]

    async def make(kind: str, **fields: Any) -> None:
        made = f"{page.writer}.{session.name('b')}"
        item = {"kind": kind, "id": made, "canvas": canvas, "place": ledger.place(who.id, back), **fields}
        if (await page.answer({"type": "item.create", "items": [item]}, who.stream)).event and kind != "connector":
            ends.append(made)

    if chance.random() < 0.4:
        await make("label", text=ledger.text(who.id))
    if chance.random() < 0.4:
        await make("card", card="trust")
    if chance.random() < 0.4:
        await page.answer({"type": "sticky.tone", "id": note, "tone": chance.choice(("well", ""))}, who.stream)
    for _ in range(chance.randint(0, 2)):
        await make("connector", start=note, end=chance.choice(ends), text=ledger.text(who.id))
    arrows = [each["id"] for each in who.own.values() if each["kind"] == "connector" and not each.get("deleted")]
    if arrows and chance.random() < 0.3:
        set_anew = {"id": chance.choice(arrows), "start": chance.choice(ends), "end": note, "strength": 2}
        await page.answer({"type": "connector.set", **set_anew}, who.stream)


def _other(session: Session, page: Guest, note: str, chance: random.Random) -> dict[str, Any] | None:
    who = page.who
    if note not in who.own:
        return None
    record, deed = who.own[note], chance.choice(("retype", "retype", "append", "move", "delete", "undo", "redo"))
    if deed == "retype":
        edit = [{"at": 0, "remove": len(record.get("text", "")), "insert": session.ledger.text(who.id)}]
    elif deed == "append":
        edit = [{"at": len(record.get("text", "")), "insert": " " + session.ledger.text(who.id)}]
    elif deed == "move":
        place = session.ledger.place(who.id, record["place"]["u"] < 0.2)
        return {"type": "item.move", "moves": [{"id": note, "place": place}], "path": [[0, 0, 0], [9, 1, 1]]}
    elif deed == "delete":
        return {"type": "item.restore" if record.get("deleted") else "item.delete", "ids": [note]}
    else:
        return {"type": deed}
    return {"type": "text.edit", "id": note, "edit": edit, "seen": page.seen(who.stream)}


async def place(session: Session, who: Somebody, canvas: str, chance: random.Random) -> None:
    """Place a token privately, one's own or a partner's, and move it."""
    page, step = session.some_page(who, chance), session.stage.id
    if chance.choice(KINDS[session.canvases[canvas]]) == "own":
        which = chance.choice(("now", "wish" if session.canvases[canvas] == STAGE else "desired"))
        token_id = ".".join(part for part in (canvas, "own", who.id, which, step) if part)
        token = {"kind": "participant-token", "id": token_id, "person": who.id, "which": which}
    elif session.canvases[canvas] == STAGE and chance.random() < 0.5:
        token = {"kind": "card", "id": f"{canvas}.card.power.{step}", "card": "power"}
    else:
        partner = f"org-{chance.randint(1, 3)}"
        token = {"kind": "partner-token", "id": f"{canvas}.partner.{partner}.{step}", "organisation": partner}
    for _ in range(chance.randint(1, 2)):
        item = {**token, "canvas": canvas, "place": session.ledger.place(who.id), "author": "x"}
        await page.answer({"type": "item.create", "items": [item]}, who.stream)
        if chance.random() < 0.3:
            await session.here(page, chance, str(token["id"]))
    await page.answer({"type": "ready.set", "step": step, "ready": True}, who.stream)


async def score(session: Session, who: Somebody, canvas: str, chance: random.Random, zones: list[str]) -> None:
    """Score a zone or two, and change it."""
    page = session.some_page(who, chance)
    for zone in chance.choices(zones, k=chance.randint(1, 3)):
        value = chance.choice((1, 2, 3, 4, 5, 5, None))
        intent = {"type": "score.set", "step": session.stage.id, "zone": zone, "value": value}
        if session.canvases[canvas] == STAGE and chance.random() < 0.6:
            scale = chance.choice(("smiley", "checkbox"))
            intent |= {"scale": scale, "value": chance.choice((1, 2, 3, 3, None))}
            if scale == "checkbox":
                intent |= {"item": f"{canvas}.card.{chance.choice(('yes', 'no'))}", "zone": zones[0]}
        await page.answer(intent, who.stream)
        if chance.random() < 0.2:
            await page.answer({"type": chance.choice(("undo", "redo"))}, who.stream)
    if chance.random() < 0.5:
        await session.here(page, chance)


async def vote(session: Session, who: Somebody, voted: str, items: list[str], chance: random.Random) -> None:
    """Put dots on items, take some away, and try to put more than one has."""
    page = session.some_page(who, chance)
    for _ in range(chance.randint(1, 4)):
        item = chance.choice(items)
        session.ledger.keep(f"dots.{voted}.{item}", "dots", who.id)
        if chance.random() < 0.4:
            await session.here(page, chance)
        intent = {"type": "vote.cast", "round": voted, "item": item, "dots": chance.randint(0, 4)}
        await page.answer(intent, who.stream)
    if (await page.answer(intent)).event:
        raise Leak("PRIV-48", "expected dots to be refused where everyone would see them")


async def memo(session: Session, who: Somebody, chance: random.Random) -> None:
    """A facilitator's note about the step, as text that is typed and replaced."""
    page = session.some_page(who, chance)
    made = await page.answer({"type": "memo.open", "step": session.stage.id}, "facilitators")
    if made.event is None:
        return
    for _ in range(chance.randint(1, 2)):
        edit = [{"at": 0, "insert": session.ledger.text(who.id, "memo", notes=True) + " "}]
        intent = {"type": "text.edit", "id": f"memo.{session.stage.id}", "edit": edit}
        await page.answer({**intent, "seen": page.seen("facilitators")}, "facilitators")


async def refused(session: Session, who: Somebody, chance: random.Random) -> None:
    """Ask for what one may not have: nobody else is told of it, and whoever asks is told nothing new."""
    if chance.random() < 0.4:
        await session.here(session.some_page(who, chance), chance)
    page, text = session.some_page(who, chance), session.ledger.text(who.id, "refused")
    other = chance.choice([each for each in session.people if each is not who])
    theirs = chance.choice([*other.own, "nothing"])
    item = {"kind": "sticky", "id": f"{page.writer}.{session.name('r')}", "canvas": "canvas-1", "author": "x"}
    there = {"frame": "figure", "u": 0.5, "v": 0.2}
    create = {"type": "item.create", "items": [{**item, "place": there, "text": text}]}
    edit = {"type": "text.edit", "id": theirs, "edit": [{"at": 0, "insert": text}], "seen": 0}
    asked: list[tuple[dict[str, Any], str]] = [
        (create, other.stream),
        (edit, other.stream),
        (edit, "shared"),
        ({"type": "item.burn", "ids": [text]}, "shared"),
        ({"type": "text.edit", "id": theirs, "edit": [{"at": -1, "insert": text}], "seen": 0}, who.stream),
        ({"type": "item.lift", "moves": [{"id": theirs, "place": there}]}, "shared"),
        ({"type": "vote.cast", "round": text, "item": theirs, "dots": 1}, "shared"),
        ({"type": "memo.open", "step": text}, who.stream),
    ]
    if who.role != "facilitator":
        asked += [
            ({"type": "memo.open", "step": session.stage.id}, "facilitators"),
            ({"type": "reveal", "canvas": "canvas-3", "of": "all", "sure": True}, "shared"),
            ({"type": "reveal", "canvas": "canvas-3", "of": "person", "id": other.id}, "shared"),
        ]
        if session.stage.mode not in ("free", "discuss") or who.role == "observer":
            asked.append((create, "shared"))
    intent, stream = chance.choice(asked)
    answer = await page.answer(intent, stream)
    assert answer.refusal, f"expected {intent} in {stream} to be refused to a {who.role} in {session.stage.mode}"
