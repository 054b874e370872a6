"""Decisions about a canvas's settings: the size of its centre, what its rows and columns repeat for, its labels."""

from collections.abc import Mapping
from typing import Any

from msgspec.structs import replace

from raakvlak.canvas.events import Change, Patch
from raakvlak.canvas.facilitation import Score
from raakvlak.canvas.figures import MAX_ZONES
from raakvlak.canvas.intents import SetCanvas
from raakvlak.canvas.layout import layout_of
from raakvlak.canvas.records import ITEM_KINDS, Canvas, Connector, Entry, Fields, Label, Organisation, Record, Settings
from raakvlak.canvas.refusal import Refusal
from raakvlak.canvas.template import Template
from raakvlak.canvas.values import is_seen
from raakvlak.canvas.view import Actor, View, canvas_of
from raakvlak.canvas.zones import zones_at


def _set_canvas(view: View, intent: SetCanvas, actor: Actor) -> list[Change]:
    canvas = canvas_of(view, intent.id)
    settings = well_named(view.shared.records, intent.settings)
    check_settings(view, canvas, settings)
    return [Patch(canvas.id, Fields(settings=settings))]


def well_named(records: Mapping[str, Record], settings: Settings) -> Settings:
    """The settings with partners called as the organisations that they are; `records`: the shared ones."""

    def named(entry: Entry) -> Entry:
        organisation = records.get(entry.organisation or "")
        return replace(entry, name=organisation.name) if isinstance(organisation, Organisation) else entry

    return replace(settings, partners=tuple(map(named, settings.partners)), issues=tuple(map(named, settings.issues)))


def check_settings(view: View, canvas: Canvas, settings: Settings) -> None:
    """Raise Refusal unless the canvas can have these settings from now on."""
    before, template = canvas.settings, canvas.template
    if settings == before:
        return
    moved = replace(settings, labels=before.labels) != before
    if moved and any(zone.private for zone in template.zones):
        # Notes would come to lie in or beside it without their author's doing.
        raise Refusal("private-zone", "expected a canvas without a zone that is private for good: its borders stay")
    check_fitting(view.shared.records, template, settings)
    if moved:
        _check_emptied(view, canvas, settings)


def check_fitting(records: Mapping[str, Record], template: Template, settings: Settings) -> None:
    """Raise Refusal unless these are settings that a canvas of this template can have; `records`: the shared ones."""
    _check_entries(records, template, "partners", settings.partners)
    _check_entries(records, template, "issues", settings.issues)
    _check_labels(template, settings.labels)
    zones = len(layout_of(template, settings).zones)
    if zones > MAX_ZONES:
        raise Refusal("too-many", f"expected at most {MAX_ZONES} zones, but there would be {zones}")


def _check_entries(records: Mapping[str, Record], template: Template, name: str, entries: tuple[Entry, ...]) -> None:
    text = next((each for each in template.lists if each.id == name), None)
    if entries and text is None:
        raise Refusal("invalid", f"expected a canvas that repeats something for {name}, but this one does not")
    if text is not None and len(entries) > text.most:
        raise Refusal("too-many", f"expected at most {text.most} {name}, but got {len(entries)}")
    if len({entry.id for entry in entries}) < len(entries):
        raise Refusal("exists", f"expected each of the {name} once")
    for entry in entries:
        if not is_seen(entry.name):
            raise Refusal("invalid", f"expected a name with something to see, but got {entry.name!r}")
        known = entry.organisation is None or isinstance(records.get(entry.organisation), Organisation)
        if not known:
            raise Refusal("invalid", f"expected an organisation of this workshop, but got {entry.organisation!r}")


def _check_labels(template: Template, labels: tuple[Label, ...]) -> None:
    if labels and not template.editable:
        raise Refusal("invalid", "expected the template's own labels: they are edited only where the figure is lost")
    axes = [f"axis:{axis.id}" for axis in template.axes]
    known = {f"zone:{zone.id}" for zone in template.zones}.union(
        *({axis, f"{axis}:low", f"{axis}:high"} for axis in axes)
    )
    keys = [label.key for label in labels]
    if len(set(keys)) < len(keys):
        raise Refusal("exists", "expected each label once")
    for label in labels:
        if label.key not in known or not is_seen(label.text):
            raise Refusal("invalid", f"expected words for a zone or an axis of the template, but got {label.key!r}")


def _check_emptied(view: View, canvas: Canvas, settings: Settings) -> None:
    """Raise Refusal where zones or entries would go that hold something."""
    before, after = layout_of(canvas.template, canvas.settings), layout_of(canvas.template, settings)
    gone = {zone.id for zone in before.zones}.difference(zone.id for zone in after.zones)
    frames = before.frames.keys() - after.frames.keys()
    entries = _entry_ids(canvas.settings) - _entry_ids(settings)
    if not (gone or frames or entries):
        return
    for record in view.shared.records.values():
        if isinstance(record, Score) and record.canvas == canvas.id:
            held = record.zone in gone or record.aspect in entries
        elif isinstance(record, ITEM_KINDS) and not isinstance(record, Connector) and record.canvas == canvas.id:
            lies = record.deleted is None
            held = lies and (record.place.frame in frames or not gone.isdisjoint(zones_at(before, record.place).zones))
        else:
            continue
        if held:
            raise Refusal("not-empty", "expected nothing to lie in what goes: move or delete it first")


def _entry_ids(settings: Settings) -> set[str]:
    return {entry.id for entry in (*settings.partners, *settings.issues)}


DECIDERS: dict[type, Any] = {SetCanvas: _set_canvas}
