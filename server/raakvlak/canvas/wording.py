"""A template with what a facilitator calls its zones and axes."""

from msgspec.structs import replace

from raakvlak.canvas.records import Settings
from raakvlak.canvas.template import Axis, Template
from raakvlak.canvas.words import Words


def worded(template: Template, settings: Settings) -> Template:
    """The template in a facilitator's words, in both languages alike, where it lets them."""
    if not (template.editable and settings.labels):
        return template
    said = {label.key: Words(label.text, label.text) for label in settings.labels}
    zones = tuple(replace(zone, label=said.get(f"zone:{zone.id}", zone.label)) for zone in template.zones)
    return replace(template, zones=zones, axes=tuple(_axis(axis, said) for axis in template.axes))


def _axis(axis: Axis, said: dict[str, Words]) -> Axis:
    key = f"axis:{axis.id}"
    low = replace(axis.low, label=said.get(f"{key}:low", axis.low.label))
    high = replace(axis.high, label=said.get(f"{key}:high", axis.high.label))
    return replace(axis, label=said.get(key, axis.label), low=low, high=high)
