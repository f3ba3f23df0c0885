"""Published risk matrices and harm scores, copied cell by cell.

LEICESTER: Leicester City Joint Partnership Strategic Assessment 2010/11, risk matrix, its 22
legible rows. Share is of crime for the first eleven and of incidents for the others, all were "C",
under control: (type, count, share in per cent, probability, harm, risk, band).

NORTH_WEST_LEICESTERSHIRE: Safer North West strategic assessment 2017/18, "Individual Harm scores":
theme -> (the scores of NWLDC, Police, Fire, Community safety and UAVA, the printed "total").
"""

LEICESTER = (
    ("Burglary Dwelling", 2697, 6.9, 11, 16, 176, "High"),
    ("Vehicle Crime", 3463, 8.8, 14, 14, 196, "High"),
    ("Robbery", 793, 2.0, 5, 18, 90, "Medium"),
    ("Sexual offences adults", 103, 0.3, 1, 15, 15, "Low"),
    ("Sexual offences children", 298, 0.8, 2, 19, 38, "Low"),
    ("Murder", 6, 0.0, 1, 15, 15, "Low"),
    ("GBH s18", 96, 0.2, 1, 16, 16, "Low"),
    ("GBH s20", 83, 0.2, 1, 16, 16, "Low"),
    ("ABH s47", 3456, 8.8, 14, 16, 224, "High"),
    ("Arson", 233, 0.6, 2, 10, 20, "Low"),
    ("Criminal damage", 6743, 17.2, 17, 18, 306, "High"),
    ("Animal problems", 215, 0.9, 2, 6, 12, "Low"),
    ("Begging and vagrancy", 177, 0.8, 2, 9, 18, "Low"),
    ("Street drinking", 135, 0.6, 2, 12, 24, "Low"),
    ("Malicious communications", 831, 3.6, 5, 11, 55, "Low"),
    ("Noise", 288, 1.2, 3, 8, 24, "Low"),
    ("Prostitution related", 184, 0.8, 2, 10, 20, "Low"),
    ("Fireworks", 116, 0.5, 1, 6, 6, "Low"),
    ("Hoax calls", 2830, 12.1, 17, 11, 187, "High"),
    ("Littering/drugs paraphernalia", 119, 0.5, 1, 13, 13, "Low"),
    ("Neighbour disputes", 1620, 6.9, 11, 15, 165, "High"),
    ("Rowdy or inconsiderate", 13976, 59.8, 17, 17, 289, "High"),
)

NORTH_WEST_LEICESTERSHIRE = {
    "Alcohol Related Violence": ((15, 13, 6, 14, 19), 11),
    "Violent Crime": ((13, 15, 6, 19, 21), 12),
    "Domestic Abuse": ((15, 13, 6, 17, 24), 13),
    "Domestic Burglary": ((11, 12, 6, 16, 13), 10),
    "Burglary Other": ((9, 9, 6, 12, 11), 8),
    "Vehicle Crime – Theft from": ((10, 11, 6, 9, 8), 7),
    "Vehicle Crime – Theft of": ((10, 11, 6, 14, 9), 8),
    "Criminal Damage (including Arson)": ((10, 8, 13, 13, 10), 9),
    "Theft - Shoplifting": ((11, 11, 6, 6, 7), 7),
    "Robbery": ((15, 17, 6, 15, 11), 11),
    "Sexual Offences": ((14, 14, 6, 21, 23), 13),
    "Anti-Social Behaviour": ((13, 12, 9, 16, 14), 11),
    "Road Safety*": ((11, 10, 17, 15, 14), 11),
    "Business Crime": ((10, 8, 6, 12, 9), 8),
    "Cybercrime": ((9, 11, 6, 13, 11), 8),
    "Rural Crime": ((9, 9, 6, 12, 12), 8),
    "Hate Crime": ((16, 8, 6, 16, 12), 10),
}
