"""What the report of each canvas says once it was filled as `filling` does it: worked out by hand, measure by measure.

In each zone lies one note of Noor's, called n- and the zone; one more, "private", was shown in a canvas's reveal, and
lies in the first zone that takes notes. Scores are 1 to 5 in turn, zone by zone in the template's order; with one
person a mean is what she gave, a spread 0, a count 1. In a vote each zone that takes dots got one, on its note, so all
of them rank first. Cards are called by their ids in the template; what somebody wrote or is called by these words.
"""

from collections.abc import Iterable

Row = tuple[float | None, ...]
Rows = dict[str, Row]


def each(names: Iterable[str], row: Row) -> Rows:
    """The same for all of them."""
    return dict.fromkeys(names, row)


def dots(*zones: str) -> Rows:
    """A dot on the note of each zone."""
    return each((f"n-{zone}" for zone in zones), (1, 1))


def scored(*names: str, ranks: tuple[int, ...] = ()) -> Rows:
    """1 to 5 in turn."""
    return {name: (1 + number % 5, 0, 1, *((ranks[number],) if ranks else ())) for number, name in enumerate(names)}


DOMAINS = ("ambition", "interests", "relationship", "organisation", "process")
TRIANGLE = ("organisational", "individual", "collective", "shared")
PROBLEMS = [f"problem-{number}" for number in range(1, 10)]
BEHAVIOUR = ("evasion", "refusal-to-adapt", "violation", "forced-renegotiation")
CAUSES = ("information-asymmetry", "lack-of-transparency", "lock-in")
CAPABLE = ("vision", "leadership", "people", "structure", "tools", "culture", "learning")
COMPLEX = ("power-centre", "interdependence", "new-reality", "heterogeneity", "context")
MOTIVES = ("market", "cost", "knowledge", "pressure")
STRATEGIES = ("exploratory", "entrepreneurial", "functional", "transactional")
TECHNIQUES = (
    "visioning", "convening", "reflective-intervention", "process-managing",
    "problem-structuring", "brokering", "conflict-handling", "institutional-entrepreneurship",
)  # fmt: skip
EMOTIONAL = ("leadership", "loyalties", "vigilance", "trust", "group-process", "connecting-qualities")
THEMES, PHASES = DOMAINS[:4], ("explore", "share", "agree", "shape")
UNSCORED_FITS = ("cultural-fit", "organisational-fit", "operational-fit")
CELLS = [f"{theme}--{phase}" for theme in THEMES for phase in PHASES]
SIGNATURES = (
    "relationship-builder", "thorough-designer", "driven-champion", "inventive-shaper", "authoritative-negotiator",
)  # fmt: skip
LOOP = ("expectations", "take-risk", "modest-outcome", "reinforced-trust")
SIDES = ("risks", "opportunities")
RING = (1.0, 1.0, 0.0, 2.0)
"""An arrow from it and one to it, each one-sided: the arrows go round."""
ALONE = (0.0, 0.0, 0.0, 0.0)
TICKED = (1, 0, 0, 100)

EXPECTED: dict[str, list[Rows]] = {
    # Six notes, two of them in the first zone.
    "archetypal-problems": [
        # Cards change places two by two: the second in the first zone is given 1, and so on; the last zone has none.
        {
            "card:problem-06": (5, 0, 1, 1),
            "card:problem-03": (4, 0, 1, 2),
            "card:problem-04": (3, 0, 1, 3),
            "card:problem-07": (3, 0, 1, 3),
            "card:problem-01": (2, 0, 1, 5),
            "card:problem-08": (2, 0, 1, 5),
            "card:problem-02": (1, 0, 1, 7),
            "card:problem-05": (1, 0, 1, 7),
            "problem-9": (None, None, 0, None),
        },
        each(PROBLEMS, (1, 1)),
        # Ten notes in nine zones.
        {**each(PROBLEMS, (1, 10)), "problem-1": (2, 20)},
    ],
    # The first statement of each domain was scored. One organisation: nothing differs; one session: nothing before it.
    "collaboration-assessment": [
        scored(*(f"card:assess-{domain}-01" for domain in DOMAINS)),
        scored(*DOMAINS),
        {},
        {},
    ],
    # 1 2 3 4 5 1 2: the fifth first, two ones last.
    "collaboration-capable-organisation": [
        scored(*CAPABLE, ranks=(6, 4, 3, 2, 1, 6, 4)),
        {},
        each(CAPABLE, (1, 1)),
    ],
    # One card in each column, without dots, which are on notes; of three notes two in the first column.
    "collaboration-is-not-self-evident": [
        each(("holds-back", "brings-value"), (1, 0)),
        dots("holds-back", "brings-value"),
        {"holds-back": (2, 200 / 3), "brings-value": (1, 100 / 3)},
    ],
    # Notes are marked in turn as going well and as needing attention; the private one is not marked.
    "collaboration-lens": [
        {
            "ambition": (1, 0),
            "interests": (0, 1),
            "relationship": (1, 0),
            "organisation": (0, 1),
            "process": (1, 0),
        },
        dots("interests", "organisation"),
    ],
    # Only one's own notes are somebody's; of the twenty cards nobody voted for any.
    "collaboration-motives": [
        dots(*MOTIVES),
        each(MOTIVES, (1, 1)),
        {
            **each((f"n-{motive}" for motive in MOTIVES), (1,)),
            **each((f"card:market-0{number}" for number in range(1, 7)), (0,)),
            **each((f"card:cost-0{number}" for number in range(1, 6)), (0,)),
            **each((f"card:knowledge-0{number}" for number in range(1, 7)), (0,)),
            **each((f"card:pressure-0{number}" for number in range(1, 4)), (0,)),
        },
    ],
    # Three notes in the inventories, two of them in the first; four in the cells.
    "collaboration-strategy": [
        {"share-inventory": (2, 200 / 3), "exchange-inventory": (1, 100 / 3)},
        each(STRATEGIES, (1, 25)),
        each(STRATEGIES, (1, 1)),
    ],
    # 1 to 5; six notes in five zones.
    "complexity-characteristics": [
        scored(*COMPLEX, ranks=(5, 4, 3, 2, 1)),
        each(COMPLEX, (1, 1)),
        {**each(COMPLEX, (1, 100 / 6)), "power-centre": (2, 200 / 6)},
    ],
    # The first statement was given 1. Of what lies behind the curtain one note and the copy of one card were taken
    # out; what a step revealed was not lifted.
    "directors-matter": [
        scored("card:statement-01"),
        {"lifted": (2,)},
        {"on-stage": (1,)},
    ],
    # Ten dots; the five rows have a dot on each risk, and 1 to 5.
    "domain-risks-opportunities": [
        dots(*(f"{domain}--{side}" for domain in DOMAINS for side in SIDES)),
        scored(*(f"{domain}--attention" for domain in DOMAINS)),
        {domain: (1, score) for score, domain in enumerate(DOMAINS, 1)},
    ],
    # Two partners, two issues: Noord brings 1 + 2 and takes 5 + 1, Zuid brings 3 + 4 and takes 2 + 3.
    "give-and-take": [
        {"partners.org-1": (3, 2, 3, 6, 100 / 3), "partners.org-2": (2, 2, 7, 5, 700 / 12)},
        dots("packages"),
    ],
    # Five notes, of which the one in the centre is covered; of three organisations two have none there.
    "golden-triangle": [
        {**each(TRIANGLE, (1, 20)), "organisational": (2, 40)},
        {"covered": (5, 1, 20)},
        {"shared": (1, 2)},
        dots("shared"),
    ],
    # What is needed is one more than how we work; after 5 comes 1.
    "hierarchy-network-logic": [
        {f"row-{n}": (now, 0, 1, now % 5 + 1, 0, 1) for n, now in enumerate((1, 2, 3, 4, 5, 1, 2), 1)},
        {
            f"row-{n}": (now, 0, 1, now % 5 + 1, 0, 1, -4 if now == 5 else 1)
            for n, now in enumerate((1, 2, 3, 4, 5, 1, 2), 1)
        },
        {},
    ],
    # Arrows go round the eight petals' notes; the three columns' notes have none.
    "interventions": [
        each(TECHNIQUES, (1, 1)),
        dots(*TECHNIQUES),
        each(("now", "later", "not"), (1, 0)),
        {**each((f"n-{one}" for one in TECHNIQUES), RING), **each(("n-now", "n-later", "n-not"), ALONE)},
    ],
    # Five notes in the four fields, two of them in the first; that in the centre is in none of them, though they lie
    # beneath it. Only Noord wrote: in each field one organisation has nothing, and Zuid starts nowhere.
    "issue-solution-opportunity-form": [
        {**each(("solution", "opportunity", "form"), (1, 20)), "issue": (2, 40)},
        {**each(("solution", "opportunity", "form"), (1, 1)), "issue": (2, 1)},
        {"Noord": (2, 1, 1, 1), "Zuid": (0, 0, 0, 0)},
        dots("confusions"),
    ],
    # Now in the middle of the last third (5/6), desired in that of the first (1/6). Each third has a note, and a
    # reason beneath it; the first the private one too: 3, 2 and 2 of 7.
    "market-hierarchy-spectrum": [
        {"x": (500 / 6, 0, 1, 100 / 6, 0, 1, -400 / 6)},
        {"low": (3, 300 / 7), "middle": (2, 200 / 7), "high": (2, 200 / 7)},
    ],
    # Expected in the middle of the quarter at the top right (75, 75), desired in that at the lower left (25, 25).
    "negotiation-outcomes": [
        each(("x", "y"), (75, 0, 1, 25, 0, 1)),
        {**each(("win-lose", "compromise"), ALONE), "win-win": (1, 100, 0, 0), "lose-lose": (0, 0, 1, 100)},
        dots("what-is-needed"),
    ],
    # Three cards were taken from the pile; the first that is left was given 1. A dot lies on the adopted card.
    "network-ground-rules": [
        {"card:rule-04": (1, 0, 1, 1)},
        {"adopt": (1, 1), "adapt": (1, 0), "not-for-us": (1, 0)},
        dots("own-rules"),
    ],
    # Arrows go round the notes, not the two tokens.
    "network-map": [each(("Noord", "Zuid"), ALONE), {"field": (2, 2)}],
    # Twelve cells with a dot; the first has two notes.
    "opportunistic-behaviour": [
        each((f"risk.{row}.{cause}" for row in BEHAVIOUR for cause in CAUSES), (1, 1)),
        each(BEHAVIOUR, (3, 1)),
        each(CAUSES, (4, 1)),
        {**each(BEHAVIOUR, (3, 1)), "evasion": (4, 1)},
    ],
    # 1 to 4; five notes in four zones.
    "organising-boundaries": [
        scored("authority", "task", "political", "identity"),
        {**each(("task", "political", "identity"), (1, 20)), "authority": (2, 40)},
        {"minimum": (1, 100)},
    ],
    # Every partner has something of everything; the third too.
    "partners-interests-ambition": [
        each((f"partners.org-{n}" for n in (1, 2, 3)), (100,)),
        each((f"partners.org-{n}" for n in (1, 2, 3)), (1, 1, 50)),
        dots("shared-ambition"),
    ],
    # A card from elsewhere was dragged into each column and each cell above; the dots lie on notes. The first card in
    # each column was scored, n for Noord and n + 1 for Zuid: of the first its own strategic-08, for seven were
    # dragged away; of the others the strategic card that came there. A score counts where its card belongs: 1 to 4,
    # and 2 to 5, are all of the strategic fit, with a variance of (2 * 1.5² + 2 * 0.5²) / 4 = 1.25, and the others
    # were not scored.
    "partner-fit": [
        each((f"decisive.{column}" for column in ("strategic", "cultural", "organisational", "operational")), (1, 0)),
        {
            "card:strategic-08": (1, 0, 1, 2, 0, 1),
            "card:strategic-01": (2, 0, 1, 3, 0, 1),
            "card:strategic-02": (3, 0, 1, 4, 0, 1),
            "card:strategic-03": (4, 0, 1, 5, 0, 1),
            **each(UNSCORED_FITS, (None, None, 0, None, None, 0)),
        },
        {
            "strategic-fit": (2.5, 1.25**0.5, 4, 3.5, 1.25**0.5, 4),
            **each(UNSCORED_FITS, (None, None, 0, None, None, 0)),
        },
    ],
    # One box in each cell: four of each row and column, and one that lies in no row. Behind, before the last column:
    # of 5 + 4 + 5 + 2, 4 + 3 + 4 + 3, 3 + 2 + 5 + 4 and 2 + 2 + 6 + 4 boxes all but four.
    "phase-activities": [
        {**each(PHASES, (4, 0, 0, 100)), "execute": TICKED},
        each(THEMES, (4, 0, 0, 100)),
        each((*CELLS, "all-themes--execute"), TICKED),
        each((f"card:act-{cell.replace('--', '-')}-01" for cell in (*CELLS, "all-themes--execute")), TICKED),
        {"explore": (12, 16), "share": (10, 14), "agree": (10, 14), "shape": (10, 14)},
    ],
    # Each token has one zone: now in its middle, desired three quarters to the right and down, where y is a quarter.
    # Notes are put as far to the upper left as is free, in the plane too; that beside it is led to from one in the
    # plane.
    "place-the-collaboration": [
        {"x": (50, 0, 1, 75, 0, 1), "y": (50, 0, 1, 25, 0, 1)},
        {"x": (50, 0, 1, 75, 0, 1)},
        {**each(("high-high", "low-low", "high-low"), (0, 0)), "low-high": (3, 100)},
    ],
    # Arrows go round: position 1, 2, 3, interest 1, 2, 3. The first and the last position touch an interest, the second
    # and the private note do not. There is no step to vote.
    "positions-and-interests": [
        {
            "position.partners.org-1": (1, 2),
            "position.partners.org-2": (1, 1),
            "position.partners.org-3": (0, 1),
        },
        each((*(f"n-interest.partners.org-{n}" for n in (1, 2, 3)), "n-shared"), (1,)),
        {},
    ],
    # The token ends in the middle of the last phase: five of them, each with a point of 0.16 of its width that
    # reaches into the next, are 5.16 wide together, and the middle of the last lies at 4.58.
    "process-phases": [
        {"x": (458 / 5.16, 0, 1)},
        each((f"skipped.{phase}" for phase in (*PHASES, "execute")), (1, 20)),
        dots(*(f"skipped.{phase}" for phase in (*PHASES, "execute"))),
    ],
    # A glad face in each; the first zone to see has the private note too.
    "see-and-feel": [
        each(EMOTIONAL, (1, 0, 0, 0)),
        {**each(EMOTIONAL, (1, 1)), "leadership": (2, 1)},
    ],
    # Only the centre is scored, and takes dots. Arrows go round the four petals' notes, the overlap's and the
    # centre's: of the petals the last leads to the overlap and the first is led to from the centre. The private one
    # has no arrow.
    "shared-ambition": [
        scored("shared"),
        dots("shared"),
        {
            "own-ambition.org-1": (1, 2),
            "own-ambition.org-2": (1, 1),
            "own-ambition.org-3": (1, 1),
            "own-ambition.org-4": (0, 1),
        },
    ],
    # One of seven is ticked; the principles come second and so are given 2, the first that is still there.
    "self-organising-network": [
        {"whole": (1, 7)},
        {"card:characteristic-01": TICKED},
        {"card:principle-03": (2, 0, 1, 1)},
        dots("principles"),
    ],
    # One of each row, in turn: one for each signature. The token ends with the last.
    "signatures": [
        {"Noor": (1, 1, 1, 1, 1)},
        each(SIGNATURES, (1, 20)),
        {**each(SIGNATURES[:4], (0, 0)), SIGNATURES[4]: (1, 100)},
    ],
    # The token ends in the middle of the right ellipse, from 680 to 1940 in a figure from 60 to 1940: at 1250 of 1880.
    # Arrows go round the three notes; the token and the private note have none. There is no step to vote.
    "split-loyalties": [
        {"x": (66.5, 0, 1)},
        {},
        {**each(("n-own-organisation", "n-in-between", "n-collaboration"), RING), **each(("Noor", "private"), ALONE)},
    ],
    "strategic-core": [
        # Nobody placed a token privately, so nobody agreed.
        each(("Noord", "Zuid", "Oost", "West"), (0, 0, 0, 0, 0, None)),
        # From the tray one into each.
        each(("core", "complementary", "free-space"), (1,)),
    ],
    # The token went round and ends with the last.
    "trust-building-loop": [
        {**each(LOOP, (0, 0)), "more-ambition": (1, 100)},
        dots("next-small-win"),
    ],
    # 1 + 2 + 3 + 4.
    "trust-for-dialogue": [
        scored("self-awareness", "sincere-interest", "transparency", "reliability", ranks=(4, 3, 2, 1)),
        {"total": (10,)},
        dots("building-trust"),
    ],
    # The area of 1, 2 and 3 against three fives: (1 * 2 + 2 * 3 + 3 * 1) / 75.
    "trust-paradox": [
        scored("time", "interaction", "affection", ranks=(3, 2, 1)),
        {"total": (1100 / 75,)},
    ],
    # A cell with what lies around it is 580 of 1040 wide: its middle is 230 from the figure's side. High is to the left
    # and at the top: now ends at the lower right, low in both, desired at the upper left, high in both.
    "trust-vigilance": [
        each(("x", "y"), (22.1, 0, 1, 77.9, 0, 1)),
        each(("x", "y"), (22.1, 0, 1, 77.9, 0, 1, 55.8)),
        {
            **each(("unhindered-collaboration", "watchful-contracting"), ALONE),
            "exploratory-exchange": (1, 100, 0, 0),
            "calculating-connection": (0, 0, 1, 100),
        },
    ],
}
