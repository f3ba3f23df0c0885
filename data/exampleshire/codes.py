"""The offence codes that the county uses: Home Office codes with their police.uk crime types."""

from dataclasses import dataclass

ASB = "Anti-social behaviour"


@dataclass(frozen=True)
class Code:
    """An offence code. weight: its share of the crime type's offences, in no unit.

    flags: the flags that an offence of it may carry, each with how often, per thousand.
    """

    code: str
    offence: str
    crime_type: str
    weight: int
    flags: dict[str, int]


_VIOLENCE = {"domestic": 340, "alcohol": 160, "nte": 70, "hate": 12, "drugs": 8}
_ONLINE = {"domestic": 280, "cyber": 620, "hate": 25}
_HATE = {"hate": 1000, "alcohol": 120, "nte": 40}
_STREET = {"alcohol": 210, "nte": 130, "hate": 25}
_ARMED = {"knife": 240, "nte": 40, "alcohol": 40}
_QUIET = {"domestic": 12, "alcohol": 15}
_DRUGS = {"drugs": 1000, "nte": 60, "knife": 12}

_TYPES: dict[str, tuple[tuple[str, str, int, dict[str, int]], ...]] = {
    "Violence and sexual offences": (
        ("105A", "Assault without injury", 300, _VIOLENCE),
        ("8N", "Assault with injury", 230, _VIOLENCE | {"knife": 15}),
        ("8L", "Harassment", 110, _ONLINE | {"cyber": 90}),
        ("8R", "Malicious Communications", 90, _ONLINE),
        ("8Q", "Stalking", 70, _ONLINE | {"domestic": 610, "cyber": 110}),
        ("88E", "Exposure and voyeurism", 14, {"cyber": 60}),
        ("19C", "Rape of a female aged 16 and over", 26, {"domestic": 330, "alcohol": 140}),
        ("3B", "Threats to kill", 24, _ARMED | {"domestic": 370}),
        ("5D", "Assault with intent to cause serious harm", 20, _ARMED | {"domestic": 190}),
        ("104", "Assault without injury on a constable", 16, _STREET),
        ("11A", "Cruelty to children/young persons", 12, {"domestic": 420}),
        ("8S", "Assault with injury on a constable", 7, _STREET),
        ("105B", "Racially or religiously aggravated assault without injury", 5, _HATE),
        ("36", "Kidnapping", 4, {"domestic": 200}),
        ("8M", "Racially or religiously aggravated harassment", 4, _HATE),
        ("8P", "Racially or religiously aggravated assault with injury", 3, _HATE),
        ("106", "Modern slavery", 2, {"drugs": 200}),
    ),
    "Public order": (
        ("9A", "Public fear, alarm or distress", 850, _STREET),
        (
            "9B",
            "Racially or religiously aggravated public fear, alarm or distress",
            80,
            _HATE,
        ),
        ("66", "Other offences against the State or public order", 40, _STREET),
        ("62A", "Violent disorder", 6, _STREET | {"knife": 90}),
    ),
    "Criminal damage and arson": (
        ("58C", "Criminal damage to a vehicle", 380, _QUIET),
        ("58A", "Criminal damage to a dwelling", 250, _QUIET | {"domestic": 190}),
        ("58D", "Other criminal damage", 220, _QUIET | {"alcohol": 60, "hate": 8}),
        ("58B", "Criminal damage to a building other than a dwelling", 90, _QUIET),
        ("56B", "Arson not endangering life", 30, {}),
        (
            "58J",
            "Racially or religiously aggravated criminal damage",
            8,
            {"hate": 1000},
        ),
        ("56A", "Arson endangering life", 5, {}),
    ),
    "Other theft": (
        ("49", "Other theft", 600, _QUIET),
        ("49A", "Making off without payment", 180, {}),
        (
            "40",
            "Theft in a dwelling other than from an automatic machine or meter",
            120,
            {"domestic": 150},
        ),
        ("35", "Blackmail", 40, {"cyber": 800}),
        ("41", "Theft by an employee", 25, {}),
        ("43", "Dishonest use of electricity", 10, {"drugs": 400}),
    ),
    "Vehicle crime": (
        ("45", "Theft from vehicle", 480, {}),
        ("48", "Theft or unauthorised taking of motor vehicle", 340, {"domestic": 20}),
        ("126", "Interfering with a motor vehicle", 120, {}),
        ("37.2", "Aggravated vehicle taking", 40, {"alcohol": 90}),
    ),
    "Burglary": (
        ("28E", "Burglary Residential", 600, {"domestic": 15}),
        ("30C", "Burglary Business and Community", 260, {}),
        ("28F", "Attempted Burglary Residential", 90, {}),
        ("30D", "Attempted Burglary Business and Community", 50, {}),
        ("29A", "Aggravated Burglary Residential", 6, _ARMED),
    ),
    "Shoplifting": (("46", "Shoplifting", 1, {"alcohol": 30}),),
    "Drugs": (
        ("92E", "Possession of controlled drugs (Cannabis)", 600, _DRUGS),
        ("92A", "Trafficking in controlled drugs", 240, _DRUGS),
        ("92D", "Possession of controlled drugs (excl. Cannabis)", 150, _DRUGS),
        ("92C", "Other drug offences", 10, _DRUGS),
    ),
    "Other crime": (
        ("99", "Other notifiable offences", 100, {}),
        ("802", "Dangerous driving", 90, {"alcohol": 80}),
        ("86", "Obscene publications etc", 70, {"cyber": 850}),
        ("79", "Perverting the course of justice", 60, {"domestic": 150}),
        ("54", "Handling stolen goods", 60, {}),
        ("33", "Going equipped for stealing, etc", 60, {}),
        ("80", "Absconding from lawful custody", 30, {}),
    ),
    "Bicycle theft": (("44", "Theft or unauthorised taking of a pedal cycle", 1, {}),),
    "Possession of weapons": (
        ("10D", "Possession of article with blade or point", 600, {"knife": 1000, "nte": 60}),
        ("10C", "Possession of other weapons", 200, {"nte": 60}),
        ("10B", "Possession of firearms offences", 40, {}),
        ("81", "Other firearms offences", 30, {}),
    ),
    "Robbery": (
        ("34B", "Robbery of personal property", 800, _ARMED),
        ("34A", "Robbery of business property", 200, _ARMED),
    ),
    "Theft from the person": (("39", "Theft from the person", 1, {"nte": 240}),),
}

CODES = tuple(
    Code(code, offence, crime_type, weight, flags)
    for crime_type, codes in _TYPES.items()
    for code, offence, weight, flags in codes
)
