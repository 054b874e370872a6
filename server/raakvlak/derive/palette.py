"""The colours and marks of the look, for what is painted without a browser.

The client has the same in theme.css and marks.ts; a test holds them together.
"""

from typing import Literal, NamedTuple

Theme = Literal["light", "dark"]

FACE = '"Schibsted Grotesk Variable", "Schibsted Grotesk", system-ui, sans-serif'


class Hue(NamedTuple):
    """What an organisation's things are painted with: its mark, the fill of its notes, their edge."""

    mark: str
    note: str
    edge: str


COLOURS: dict[Theme, dict[str, str]] = {
    "light": {
        "table": "#edebe4",
        "sheet": "#fffefb",
        "panel": "#f8f6f1",
        "raise": "#ffffff",
        "ink": "#1a2225",
        "ink2": "#4b555a",
        "ink3": "#626c71",
        "edge": "#85898a",
        "line": "#ddd9cf",
        "petrol": "#0b5f6e",
        "petrol-text": "#ffffff",
        "petrol-soft": "#dcebec",
        "gold": "#f5d77e",
        "gold-zone": "#fae8b0",
        "gold-lit": "#f5d77e",
        "gold-soft": "#fcf3d8",
        "fault": "#b3261e",
    },
    "dark": {
        "table": "#101416",
        "sheet": "#1a2023",
        "panel": "#161b1e",
        "raise": "#252d31",
        "ink": "#ece9e2",
        "ink2": "#b6bcbc",
        "ink3": "#98a1a3",
        "edge": "#748085",
        "line": "#30393d",
        "petrol": "#63c6d2",
        "petrol-text": "#0d2226",
        "petrol-soft": "#173a40",
        "gold": "#e9c964",
        "gold-zone": "#4a3e1c",
        "gold-lit": "#5e4f24",
        "gold-soft": "#332d1b",
        "fault": "#ff8a7e",
    },
}
"""By the names of the palette."""

HUES: dict[Theme, tuple[Hue, ...]] = {
    "light": (
        Hue("#355598", "#dae1ee", "#9dafd1"),
        Hue("#c06e34", "#f6e6dd", "#e5bca3"),
        Hue("#478f81", "#e0ebe9", "#abcbc3"),
        Hue("#5f0163", "#e4d4e4", "#b68eb6"),
        Hue("#825902", "#e9e1d6", "#c5b092"),
        Hue("#9d5bda", "#eee4fb", "#d1b5f1"),
        Hue("#8f1c49", "#efd9dd", "#d299a6"),
        Hue("#1b3805", "#d4dad1", "#8f9e87"),
    ),
    "dark": (
        Hue("#699ef5", "#2c3b4c", "#496b9d"),
        Hue("#f6ad4f", "#443e33", "#997445"),
        Hue("#9efceb", "#354a4a", "#689e97"),
        Hue("#b564aa", "#3a323f", "#754b73"),
        Hue("#ecec6b", "#414838", "#929654"),
        Hue("#c2c1f7", "#3b414c", "#7b7e9d"),
        Hue("#fa7587", "#47363a", "#9c565f"),
        Hue("#718a25", "#2d382c", "#4d602f"),
    ),
}
"""By an organisation's `mark`."""

MARKS = (
    "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 1 1 0-13z",
    "M2.25 2.25h11.5v11.5H2.25z",
    "M8 1.5 15.2 14.25H.8z",
    "M8 .6 15.4 8 8 15.4.6 8z",
    "M5.6 1.5h4.8v4.1h4.1v4.8h-4.1v4.1H5.6v-4.1H1.5V5.6h4.1z",
    "M8 1.25a6.75 6.75 0 1 1 0 13.5 6.75 6.75 0 1 1 0-13.5zM8 5a3 3 0 1 0 0 6 3 3 0 1 0 0-6z",
    "M1 12a7 7 0 0 1 14 0z",
    "M1.5 2.75h13v4.1h-13zM1.5 9.15h13v4.1h-13z",
)
"""SVG paths in a box of 16, filled by the even-odd rule: circle, square, triangle, diamond, and so on."""

DASHES: tuple[tuple[float, ...], ...] = (
    (),
    (8, 4),
    (2, 4),
    (10, 3, 2, 3),
    (14, 4),
    (1, 3),
    (6, 2, 2, 2),
    (12, 2),
)
"""How an organisation's line is dashed in charts, by its `mark`."""
