"""Where each published table is found in the finished documents, and what may differ and why."""

from collections.abc import Callable
from dataclasses import dataclass, field

from tests.published_risk import NORTH_WEST_LEICESTERSHIRE as THEMES

# Marks the second printing of an exhibit.
AGAIN = " (repeated)"

NWL, CHARNWOOD = "north-west-leicestershire/2011-12", "charnwood/2023-24"
SUMMARY, PLAN = "north-west-leicestershire/2017-18", "north-west-leicestershire/2024-26"
Record = dict[str, str]


@dataclass(frozen=True)
class Walk:
    """How one published table is found in a finished document.

    row: the seed's columns that name a row. by: our columns that name it.
    cells: from a record of the seed to {the seed's column: our column}.
    names: a published name -> the name printed here.
    """

    file: str
    edition: str
    exhibit: str
    row: tuple[str, ...]
    by: tuple[str, ...]
    cells: Callable[[Record], dict[str, str]]
    names: dict[str, str] = field(default_factory=dict)
    keep: Callable[[Record], bool] = lambda record: True


def fixed(**columns: str) -> Callable[[Record], dict[str, str]]:
    """Give the same columns for every record."""
    return lambda record: columns


TOP = fixed(
    rank="rank",
    district="district",
    lsoa_name="area",
    count_published="count",
    rate_per_1000_published="rate",
    comparison_against_leicestershire="label",
)


def top(file: str, exhibit: str) -> Walk:
    """Walk one of the top-10 tables."""
    return Walk(file, NWL, exhibit, ("lsoa_name",), ("area",), TOP)


def profile(file: str, exhibit: str) -> Walk:
    """Walk a panel of the offender dashboard."""
    cells = fixed(n_published="c0", pct_published="c1", arrow_vs_county="c2")
    names = {"urban/rural": "Urban or rural", "OAC": "Area classification"}
    return Walk(file, NWL, exhibit, ("category",), ("row",), cells, names)


YEARS = {f"FY {2007 + n}": f"y{n}" for n in range(6)}
BEAT_YEARS = {f"{2018 + n}/{19 + n}": f"y{n}" for n in range(6)}
YOUTH = {
    ("all_young_offenders", "Leicestershire"): "c0",
    ("all_young_offenders", "NW Leicestershire"): "c1",
    ("first_time_entrants", "Leicestershire"): "c2",
    ("first_time_entrants", "NW Leicestershire"): "c3",
}
OVERVIEW = fixed(
    pct_change_published="change",
    count_prev_published="previous",
    count_curr_published="count",
    diff_published="difference",
    msg_position_published="position",
    msg_arrow="movement",
)
SHORT = fixed(
    pct_change_published="change", count_prev_published="previous", count_curr_published="count"
)
CRIMES = {
    "Theft of Motor Vehicle": "Theft of Vehicles",
    "Theft from Motor Vehicle": "Theft from Vehicles",
    "Bicycle Theft": "Cycle Theft",
    "Violence Against The Pers..": "Violence Against the Person",
    "Grand Total": "All Crime",
    "Violence Against persons": "Violence Against the Person",
    "Burglary Domestic": "Burglary – Residential",
    "ASB (All)": "Anti-Social Behaviour",
}
AGENCIES = ("NWLDC", "Police", "Fire", "Community safety", "UAVA")
SCORES = {name: f"s{n}" for n, name in enumerate(AGENCIES)} | {"total": "together"}
AREAS = "table.{}.{}-by-lsoa"

# One name for each area of the plan, which spells some in several ways.
PLAN_AREAS = {
    "District average": "North West Leicestershire",
    "Coalville Central": "Coalville Centre",
    "Central Coalville": "Coalville Centre",
    "Hugglescote Central": "Hugglescote Centre",
    "Snibson East": "Snibston East",
    "Mesham Central": "Measham Centre",
    "Ashby Hollywell East": "Ashby Holywell East",
    "Ashby Holyway East": "Ashby Holywell East",
    "Ellistown and Battleflats": "Ellistown & Battleflat",
    "Diseworth, Belton, Grace Dieu": "Diseworth, Belton & Gracedieu",
    "Diseworth, Belton and Grace Dieu": "Diseworth, Belton & Gracedieu",
    "Castle Donington East and Hemmington": "Castle Donington North East & Hemington",
    "Long Whatton and Kegworth South West": "Long Whatton & Kegworth South West",
}


def rates(file: str, section: str, label: str) -> Walk:
    """Walk one of the plan's tables of rates."""
    cells = fixed(row_rank="rank", area_as_published="area", rate_per_1000_published="rate")
    exhibit = f"table.{section}.{label}-rate-by-lsoa"
    return Walk(file, PLAN, exhibit, ("area_as_published",), ("area",), cells, PLAN_AREAS)


WALKS: tuple[Walk, ...] = (
    Walk(
        "003_t00_document_details",
        NWL,
        "table.document-details.document-details",
        ("field",),
        ("field",),
        fixed(value="value"),
    ),
    Walk(
        "003_t01_chart1_crime_trends",
        NWL,
        "table.total-crime.crime-by-year",
        ("category",),
        ("category",),
        lambda r: {"count_published": YEARS[r["year_label"]]},
        CRIMES,
    ),
    top("003_t02_table1_top10_total_crime", AREAS.format("total-crime-areas", "all-crime")),
    top(
        "003_t03_table2_top10_violent_crime",
        AREAS.format("violent-crime", "violence-against-the-person"),
    ),
    top(
        "003_t04_table3_top10_serious_acquisitive",
        AREAS.format("serious-acquisitive", "serious-acquisitive-crime"),
    ),
    top(
        "003_t05_table4_top10_other_acquisitive",
        AREAS.format("other-acquisitive", "other-acquisitive-crime"),
    ),
    top(
        "003_t06_table5_top10_criminal_damage",
        AREAS.format("criminal-damage-areas", "criminal-damage"),
    ),
    top("003_t07_table6_top10_asb", AREAS.format("asb-areas", "anti-social-behaviour")),
    top("003_t08_table7_top10_deliberate_fires", AREAS.format("fires", "deliberate-fires")),
    Walk(
        "003_t09_table8_youth_offences",
        NWL,
        "table.youth-offending.youth-offences",
        ("offence",),
        ("row",),
        lambda r: {"pct_published": YOUTH[r["offender_group"], r["geography"]]},
    ),
    top(
        "003_t10_table9_top10_domestic",
        AREAS.format("domestic-abuse", "domestic-crime-and-incidents"),
    ),
    top("003_t11_table10_top10_hate", AREAS.format("hate-crime", "hate-crime-and-incidents")),
    top(
        "003_t12_table11_top10_alcohol_related",
        AREAS.format("alcohol", "alcohol-related-crime-and-incidents"),
    ),
    top(
        "003_t13_table13_top10_drug_related",
        AREAS.format("drugs", "drug-related-crime-and-incidents"),
    ),
    Walk(
        "003_t14_table13dup_treatment_clients",
        NWL,
        "table.treatment.clients-in-treatment",
        ("client_group",),
        ("category",),
        fixed(
            q4_2011_12_published="previous",
            q1_2012_13_published="count",
            pct_change_published="change",
        ),
    ),
    Walk(
        "003_a01_reoffending_rates",
        NWL,
        "table.reoffending-rates.reoffending-rates",
        ("area",),
        ("row",),
        fixed(offenders_published="c0", reoffenders_published="c1", reoffending_pct_published="c2"),
    ),
    profile(
        "003_a02_all_offenders_demographics",
        "table.offenders-by-characteristic.offenders-by-characteristic",
    ),
    profile(
        "003_a03_reoffenders_demographics",
        "table.reoffenders-by-characteristic.reoffenders-by-characteristic",
    ),
    profile(
        "003_a04_all_offenders_residence", "table.offenders-by-area-type.offenders-by-type-of-area"
    ),
    profile(
        "003_a05_reoffenders_residence",
        "table.reoffenders-by-area-type.reoffenders-by-type-of-area",
    ),
    Walk(
        "001_t01_table1_exec_summary",
        CHARNWOOD,
        "table.overview.overview",
        ("crime_type",),
        ("category",),
        OVERVIEW,
    ),
    Walk(
        "001_t02_table1_scanning",
        CHARNWOOD,
        "table.overview.overview" + AGAIN,
        ("crime_type",),
        ("category",),
        OVERVIEW,
    ),
    Walk(
        "001_t03_msfg_positions",
        CHARNWOOD,
        "table.positions.positions",
        ("crime_type",),
        ("category",),
        lambda r: {"position_published": "d0" if r["as_at"] == "2022-10-31" else "d1"},
        CRIMES,
    ),
    Walk(
        "001_t04_table2_all_crime_by_beat",
        CHARNWOOD,
        "table.all-crime-by-beat.all-crime-by-beat",
        ("beat",),
        ("area",),
        lambda r: {"count_published": BEAT_YEARS[r["year"]]},
    ),
    Walk(
        "001_t04_table2_performance_to_date",
        CHARNWOOD,
        "table.all-crime-by-beat.all-crime-by-beat",
        ("beat",),
        ("area",),
        fixed(pct_change_published="change"),
    ),
    Walk(
        "001_t05_table2dup_violence_with_injury",
        CHARNWOOD,
        "table.violent-crime.violent-crime",
        ("crime_type",),
        ("category",),
        SHORT,
    ),
    Walk(
        "001_t06_table3_oaq",
        CHARNWOOD,
        "table.other-acquisitive-crime.other-acquisitive-crime",
        ("crime_type",),
        ("category",),
        SHORT,
        CRIMES,
    ),
    Walk(
        "001_t07_asb_incidents_ytd",
        CHARNWOOD,
        "table.asb.asb-complaints",
        ("measure",),
        ("category",),
        fixed(
            count_2022_23_published="previous",
            count_2023_24_published="count",
            pct_change_published="change",
        ),
        {"asb_complaints_sentinel": "ASB Complaints"},
    ),
    Walk(
        "001_t08_document_details",
        CHARNWOOD,
        "table.front.document-details",
        ("field",),
        ("field",),
        fixed(value="value"),
    ),
    Walk(
        "001_t09_prior_recommendations",
        CHARNWOOD,
        "table.last-year.last-year-s-recommendations",
        ("rec_no",),
        ("number",),
        fixed(recommendation="recommendation", update="update", status="status"),
    ),
    Walk(
        "001_t10_appendix_b_beats",
        CHARNWOOD,
        "table.beat-definitions.area-definitions",
        ("beat",),
        ("area",),
        fixed(areas_covered="covers"),
    ),
    Walk(
        "001_t11_msfg_members",
        CHARNWOOD,
        "list:peer group",
        ("csp",),
        ("csp",),
        fixed(force_area="force_area", csp="csp"),
        {"Maidston": "Maidstone"},
    ),
    Walk(
        "001_t12_recommendations",
        CHARNWOOD,
        "boxes",
        ("place", "rec_no"),
        ("place", "number"),
        fixed(text="text"),
    ),
    Walk(
        "004_t01_crime_profile",
        SUMMARY,
        "table.profile.crime-profile",
        ("crime_type",),
        ("category",),
        fixed(
            count_2014_15_published="previous",
            count_2015_16_published="count",
            pct_change_published="change",
        ),
        CRIMES,
    ),
    Walk(
        "004_t02_harm_factors",
        SUMMARY,
        "table.method.six-factors-of-harm",
        ("factor",),
        ("c0",),
        fixed(factor="c0", question="c1"),
    ),
    Walk(
        "004_t03_individual_harm_scores",
        SUMMARY,
        "table.harm.harm-scores",
        ("crime_type",),
        ("theme",),
        lambda r: {"value_published": SCORES[r["agency"]]},
        {"Road Safety*": "Road Safety"},
    ),
    rates("000_t01_all_crime_rate", "all-crime-rates", "all-crime"),
    rates("000_t02_violence_against_person_rate", "violence-rates", "violence-against-the-person"),
    rates("000_t03_burglary_domestic_rate", "burglary-rates", "burglary-residential"),
    rates(
        "000_t04_burglary_business_community_rate", "business-burglary-rates", "burglary-business"
    ),
    rates("000_t05_theft_from_motor_vehicle_rate", "theft-from-rates", "theft-from-vehicles"),
    rates("000_t06_theft_of_motor_vehicle_rate", "theft-of-rates", "theft-of-vehicles"),
    rates("000_t07_drug_offences_rate", "drug-rates", "drug-offences"),
    Walk(
        "000_t08_meeting_structure",
        PLAN,
        "table.meetings.meetings",
        ("meeting",),
        ("meeting",),
        fixed(frequency="frequency", topics="topics", chair="chair"),
    ),
)

EDITIONS = tuple(dict.fromkeys(each.edition for each in WALKS))

OWN = "the published sentence is not ours: written anew"

# Cells that hold sentences, which are not ours to print, or that are set out in another way.
REWORDED: dict[tuple[str, str], str] = {
    ("003_t00_document_details", "Description"): OWN,
    ("003_t00_document_details", "Geographical coverage"): "the area's full name",
    ("003_t00_document_details", "Time period"): "the period's label",
    ("003_t00_document_details", "Status"): "status and date of publication stand in two rows",
    ("001_t08_document_details", "Title"): "without the comma",
    ("001_t08_document_details", "Description"): OWN,
    ("001_t08_document_details", "Geographical coverage"): "the area's name",
    ("001_t08_document_details", "Time period"): "the period's label",
    ("001_t09_prior_recommendations", "recommendation"): OWN,
    ("001_t09_prior_recommendations", "update"): OWN,
    ("001_t10_appendix_b_beats", "areas_covered"): "the same places, spelt and set out anew",
    ("001_t12_recommendations", "text"): OWN,
    ("004_t02_harm_factors", "question"): OWN,
    ("000_t08_meeting_structure", "topics"): "the same topics, spelt and set out anew",
}

TRUNCATED = "cut off, not rounded, in the source (E001-10, E001-11)"
ARROW = "the arrow contradicts the source's own positions of both dates (E001-02 to E001-04)"
COLOUR = "a colour in the source, which its text does not carry"
SIXTHS = "the source divides the sum of five scores by six; here it is the mean of the five"
UNDEFINED = "0 of 0 offenders is no percentage"
OVERVIEWS = ("001_t01_table1_exec_summary", "001_t02_table1_scanning")

# Published cells that do not follow from published figures: what is wrong, and where it is shown.
CORRECTED: dict[tuple[str, str, str], str] = {
    **{(t, "All Crime", "pct_change_published"): TRUNCATED for t in OVERVIEWS},
    **{(t, "Violence with Injury", "pct_change_published"): TRUNCATED for t in OVERVIEWS},
    **{(t, "Violence with Injury", "msg_arrow"): ARROW for t in OVERVIEWS},
    **{(t, "Burglary – Business", "msg_arrow"): ARROW for t in OVERVIEWS},
    **{(t, "Theft from Vehicles", "msg_arrow"): ARROW for t in OVERVIEWS},
    ("001_t04_table2_performance_to_date", "Beat 60", "pct_change_published"): (
        "86 of 440 is 19.545%, which rounds to 19.5% (E001-12)"
    ),
    (
        "001_t05_table2dup_violence_with_injury",
        "Violence with Injury",
        "pct_change_published",
    ): TRUNCATED,
    **{("001_t09_prior_recommendations", str(n), "status"): COLOUR for n in range(1, 10)},
    ("001_t11_msfg_members", "Maidston", "csp"): "a misprint for Maidstone",
    ("004_t01_crime_profile", "Theft from Motor Vehicle", "pct_change_published"): (
        "41 fewer than 537 is -7.6%; the source prints a rise"
    ),
    **{
        ("004_t03_individual_harm_scores", f"{theme} / total", "value_published"): SIXTHS
        for theme in THEMES
    },
    ("003_a05_reoffenders_residence", "City Living", "pct_published"): UNDEFINED,
    ("003_a05_reoffenders_residence", "Multicultural", "pct_published"): UNDEFINED,
}
