"""The agenda that templates suggest: their steps, as steps of a workshop."""

from raakvlak.canvas.facilitation import Said, Step
from raakvlak.canvas.kinds import Mode
from raakvlak.canvas.records import Canvas

MAX_STEPS = 200
"""Steps in one workshop, removed ones included."""

TITLES: dict[Mode, Said] = {
    "check-in": Said("Binnenkomen", "Check-in"),
    "intro": Said("Uitleg", "Introduction"),
    "write": Said("Schrijven", "Writing"),
    "place": Said("Plaatsen", "Placing"),
    "score": Said("Scoren", "Scoring"),
    "reveal": Said("Onthullen", "Reveal"),
    "cluster": Said("Schuiven", "Clustering"),
    "discuss": Said("Gesprek", "Conversation"),
    "vote": Said("Stippen zetten", "Voting with dots"),
    "conclude": Said("Conclusie", "Conclusion"),
    "check-out": Said("Afronden", "Check-out"),
    "freeze": Said("Stilgezet", "Frozen"),
}
"""What a step of each mode is called, until a facilitator calls it something else."""


def suggested_steps(canvas: Canvas, first: int) -> tuple[Step, ...]:
    """The steps that the canvas's template suggests; the first has this place in the agenda."""
    return tuple(
        Step(
            id=f"{canvas.id}.step-{number + 1}",
            mode=step.mode,
            title=TITLES[step.mode],
            prompt=Said(step.text.nl, step.text.en),
            minutes=step.minutes,
            order=first + number,
            canvas=canvas.id,
        )
        for number, step in enumerate(canvas.template.steps)
    )
