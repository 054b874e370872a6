"""The closed sets of words that templates, records and intents share."""

from typing import Literal

Mode = Literal[
    "check-in",
    "intro",
    "write",
    "place",
    "score",
    "reveal",
    "cluster",
    "discuss",
    "vote",
    "conclude",
    "check-out",
    "freeze",
]
"""What a step is for; `rights` says what people may do in it."""
ItemKind = Literal[
    "sticky",
    "partner-token",
    "participant-token",
    "card",
    "dot-vote",
    "score",
    "smiley",
    "checkbox",
    "connector",
    "label",
]
"""Sticky, tokens, card, connector and label are items; dots, scores, smileys and ticks are what people give to them."""
Origin = Literal["workbook", "found", "reconstruction"]
"""Whose words these are: the workbook's, found elsewhere and said in our own words, or our own example."""
