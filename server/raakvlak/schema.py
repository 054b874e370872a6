"""Prints the JSON Schema of everything that passes between server and client, from which the client's types are made.

`python -m raakvlak.schema | node client/tools/types.mjs` writes client/src/generated/protocol.ts; with `--check`
after it, it says whether that file is current. Unions get names here, since msgspec's schema names only structs.
"""

import json
import sys
from typing import Any, get_args

import msgspec

from raakvlak import bodies, protocol
from raakvlak.canvas import (
    checking,
    events,
    facilitation,
    field_parts,
    figures,
    intents,
    kinds,
    layout_parts,
    leading,
    measures,
    records,
    refusal,
    rights,
    shapes,
    template,
    values,
    words,
)
from raakvlak.derive import measuring_results, report

NAMED: dict[str, Any] = {
    "Role": values.Role,
    "Language": values.Language,
    "Item": records.Item,
    "Record": records.Record,
    "Mode": kinds.Mode,
    "Situation": rights.Situation,
    "ItemKind": kinds.ItemKind,
    "Figure": figures.Figure,
    "Change": events.Change,
    "Intent": intents.Intent,
    "Area": layout_parts.Area,
    "Coordinates": layout_parts.Coordinates,
    "Colour": shapes.Colour,
    "Shape": shapes.Shape,
    "RefusalCode": refusal.RefusalCode,
    "NoticeCode": protocol.NoticeCode,
    "ClientMessage": protocol.ClientMessage,
    "ServerMessage": protocol.ServerMessage,
}
"""Unions by the name the client knows them under."""

ROOTS: tuple[Any, ...] = (
    bodies.NewWorkshop,
    bodies.MadeWorkshop,
    bodies.Gallery,
    bodies.CheckTemplate,
    bodies.CheckedTemplate,
    bodies.Entrance,
    bodies.Join,
    bodies.Joined,
    bodies.AskedSheet,
    bodies.History,
    bodies.Problem,
    events.Event,
    layout_parts.Layout,
    layout_parts.Whereabouts,
    template.Template,
    report.Report,
    protocol.Snapshot,
)
"""Structs that no message holds, or only as bytes."""

MODULES = (
    *(bodies, protocol, events, intents, leading, facilitation, records, values),
    *(layout_parts, shapes, template, figures, field_parts, measures, words),
    *(report, measuring_results),
)

RAW: dict[tuple[str, str], dict[str, Any]] = {
    ("History", "events"): {"type": "array", "items": {"$ref": "#/$defs/Event"}},
    ("Load", "events"): {"anyOf": [{"type": "array", "items": {"$ref": "#/$defs/Event"}}, {"type": "null"}]},
    ("Events", "events"): {"type": "array", "items": {"$ref": "#/$defs/Event"}},
    ("PersonHere", "here"): {"anyOf": [{"$ref": "#/$defs/Here"}, {"type": "null"}]},
}
"""What stands in fields that the server passes on as bytes (msgspec.Raw)."""

CONSTANTS: dict[str, Any] = {
    "VERSION": protocol.VERSION,
    "MAX_TEXT": values.MAX_TEXT,
    "MAX_TEMPLATE": checking.MAX_TEMPLATE,
    "MAX_NAME": values.MAX_NAME,
    "MAX_SENTENCE": values.MAX_SENTENCE,
    "MAX_DOTS": facilitation.MAX_DOTS,
    "MAX_ITEMS": intents.MAX_ITEMS,
    "MAX_PATH": events.MAX_PATH,
    "BUILT_KINDS": records.BUILT_KINDS,
    "PARTICIPANT_RIGHTS": {
        intent: {"shared": list(right.shared), "own": list(right.own), "back": list(right.back)}
        for intent, right in rights.PARTICIPANTS.items()
    },
    "OWN_ONLY": rights.OWN_ONLY,
    "AS_EVERYONE": rights.AS_EVERYONE,
    "FACILITATORS_STREAM": rights.FACILITATORS_STREAM,
    "PRIVATE_MODES": rights.PRIVATE,
    "RECORD_FIELDS": {
        str(kind.__struct_config__.tag): list(kind.__struct_fields__) for kind in get_args(records.Record)
    },
    "RECORD_DEFAULTS": {
        str(kind.__struct_config__.tag): {
            field.name: msgspec.to_builtins(field.default)
            for field in msgspec.structs.fields(kind)
            if field.default is not msgspec.NODEFAULT
        }
        for kind in get_args(records.Record)
    },
    "CLOSE": {name: code for name, code in vars(protocol.Close).items() if name.isupper()},
}
"""Numbers and names both sides go by."""


def schema() -> dict[str, Any]:
    """The schema: `$defs` by name, and `constants`."""
    types = [*NAMED.values(), *ROOTS]
    found, components = msgspec.json.schema_components(types, ref_template="#/$defs/{name}")
    unions = dict(zip(NAMED, found, strict=False))
    for (struct, field), held in RAW.items():
        components[struct]["properties"][field] = held
    for name, component in components.items():
        struct = next(vars(module)[name] for module in MODULES if name in vars(module))
        if "prefixItems" in component:
            component["prefixItems"] = [
                {"title": title, **item}
                for title, item in zip(struct.__struct_fields__, component["prefixItems"], strict=True)
            ]
        elif not struct.__struct_config__.omit_defaults:
            component["required"] = list(component["properties"])  # those with a default are written too
    names = {_key(union): name for name, union in unions.items()}
    definitions = {name: _with_names(component, names) for name, component in components.items()}
    for name, union in unions.items():
        others = {key: other for key, other in names.items() if other != name}
        definitions[name] = _with_names(union, others)
    return {"$defs": dict(sorted(definitions.items())), "constants": CONSTANTS}


def _key(part: Any) -> str:
    return json.dumps(part, sort_keys=True)


def _with_names(part: Any, names: dict[str, str]) -> Any:
    """The part of a schema with a reference wherever a named union stands written out, also as part of a union."""
    if isinstance(part, list):
        return [_with_names(inner, names) for inner in part]
    if not isinstance(part, dict):
        return part
    plain = {key: value for key, value in part.items() if key != "default"}
    if name := names.get(_key(plain)):
        kept = {"default": part["default"]} if "default" in part else {}
        return {"$ref": f"#/$defs/{name}", **kept}
    return {key: _with_names(value, names) for key, value in part.items()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(schema(), ensure_ascii=False, indent=1) + "\n")
