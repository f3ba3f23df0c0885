"""A made-up partnership, small enough to read: Exampleshire's district of Middlemarch.

`project(folder)` lays out a whole project with two editions. Tests change one file of it and look
at what happens.
"""

import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent

PARTNERSHIP = """\
name: Middlemarch Community Safety Partnership
short_name: Middlemarch CSP
area: {code: E99000001, name: Middlemarch, kind: district}
areas:
  - {code: beat-1, name: Lowick, kind: beat, covers: Lowick and Freshitt}
  - {code: beat-2, name: Tipton, kind: beat, covers: Tipton and Stone Court}
  - {code: beat-3, name: Frick, kind: beat, covers: Frick}
responsible_authorities: [Middlemarch District Council, Exampleshire Police]
other_partners: [Middlemarch Infirmary]
peer_group: {size: 3, members: [Barchester, Cranford], version: "2023"}
contacts:
  - {title: Community Safety Team, details: {telephone: 01632 960001}}
glossary: {ASB: anti-social behaviour, CSP: Community Safety Partnership}
meetings:
  - {Meeting: Joint Action Group, Frequency: Monthly}
structure:
  - Strategic Group:
      - Joint Action Group
"""

EDITION = """\
period: {first: 2023-04-01, last: 2023-12-05, basis: year to date}
history: 1
published: 2024-01-31
status: final
document: {title: Middlemarch strategic assessment, description: A made-up assessment.}
sources:
  counts: {audience: public, file: counts.csv, layout: counts, title: Offences, publisher: Exampleshire Police}
  peers: {audience: public, file: peers.csv, layout: peers, title: Positions, publisher: Home Office, origin: given}
  population: {file: population.csv, layout: population, title: Residents}
  who: {file: who.csv, layout: profile, title: Who offends}
  before: {file: tracker.csv, layout: tracker, title: Recommendations of 2022/23}
  recommendations: {file: recommendations.csv, layout: recommendations, title: Recommendations}
  visits: {file: visits.csv, layout: table, title: Visits to the drop-in}
sections:
  - {kind: front, id: front}
  - kind: overview
    id: overview
    title: Overview
    audience: public
    categories: [all-crime, robbery, shoplifting]
    whole: all-crime
    chart: true
    key_findings:
      - {text: "All crime [All Crime change].", audience: public}
  - kind: text
    id: analysis
    title: Analysis
    chapter: analysis.md
    tables: [visits]
    parts:
      - {kind: places, id: beats, title: By beat, category: all-crime, areas: beat}
      - kind: theme
        id: shoplifting
        title: Shoplifting
        category: shoplifting
        trend: true
        top:
          areas: beat
          number: 2
          labels: [{label: High, from_count: 60}, {label: Usual, from_count: 0}]
      - {kind: profile, id: who, title: Who offends, source: who, name: who offends,
         columns: [{of: all, show: count, label: n}, {of: all, show: share, label: "%", bar: 100}]}
  - {kind: peers, id: peers, title: Peers, categories: [all-crime, robbery, shoplifting]}
  - {kind: tracker, id: tracker, title: Last year, name: tracker}
  - {kind: recommendations, id: recommendations, title: Recommendations}
  - kind: threats
    id: threats
    title: Emerging threats
    threats: [{title: Retail, text: "Shoplifting [Shoplifting short change]."}]
  - {kind: evidence, id: evidence, title: Evidence, areas: beat, categories: [all-crime, shoplifting]}
  - {kind: areas, id: areas, title: "Appendix A: Beats", numbered: false, areas: beat}
  - {kind: structure, id: structure, title: Delivery structure}
  - {kind: methods, id: methods, title: Sources and methods}
  - {kind: glossary, id: glossary, title: Glossary}
  - {kind: contacts, id: contacts, title: Contacts}
priorities:
  - {id: retail, title: Retail crime, text: Work with shops., audience: public}
headlines: [All Crime change, Robbery position change]
quoted:
  - {label: visits a day, printed: 50 to 60, source: "The drop-in, November 2023"}
"""

CHAPTER = """\
The CSP counted [All Crime count], which [All Crime short change].
In [table: all crime by beat] is where.

[table: All Crime by beat]

[chart: All Crime by beat]

## Shops

Tipton has [Shoplifting count in Tipton]. The [number of responsible authorities] authorities met.
There were [quote: visits a day] visits a day.

- ASB is not counted here.

[box: Good practice]
Shops share a radio.
[/box]

[recommendation 1]

[part: shoplifting]

[table: visits.csv]

[part: who]
"""

FILES = {
    "config/middlemarch/partnership.yaml": PARTNERSHIP,
    "config/middlemarch/2023-24.yaml": EDITION,
    "config/middlemarch/2023-24/analysis.md": CHAPTER,
    "data/middlemarch/2023-24/counts.csv": """\
category,area,first,last,count
All Crime,Middlemarch,2023-04-01,2023-12-05,920
All Crime,Middlemarch,2022-04-01,2022-12-05,1000
Robbery,Middlemarch,2023-04-01,2023-12-05,12
Robbery,Middlemarch,2022-04-01,2022-12-05,20
Shoplifting,Middlemarch,2023-04-01,2023-12-05,130
Shoplifting,Middlemarch,2022-04-01,2022-12-05,100
All Crime,Lowick,2023-04-01,2023-12-05,300
All Crime,Lowick,2022-04-01,2022-12-05,310
All Crime,Tipton,2023-04-01,2023-12-05,400
All Crime,Tipton,2022-04-01,2022-12-05,390
All Crime,Frick,2023-04-01,2023-12-05,200
All Crime,Frick,2022-04-01,2022-12-05,250
Shoplifting,Lowick,2023-04-01,2023-12-05,30
Shoplifting,Tipton,2023-04-01,2023-12-05,70
Shoplifting,Frick,2023-04-01,2023-12-05,30
""",
    "data/middlemarch/2023-24/peers.csv": """\
category,as_at,position,group_size
all-crime,2022-10-31,2,3
all-crime,2023-10-31,2,3
robbery,2022-10-31,3,3
robbery,2023-10-31,1,3
shoplifting,2022-10-31,1,3
shoplifting,2023-10-31,2,3
""",
    "data/middlemarch/2023-24/population.csv": """\
area,year,population
Lowick,2022,3000
Tipton,2022,2000
Frick,2022,1000
""",
    "data/middlemarch/2023-24/who.csv": """\
group,row,column,count,base,pct,mark
gender,female,all,25,179,,
gender,male,all,154,179,,
""",
    "data/middlemarch/2023-24/tracker.csv": """\
number,recommendation,update,status
1,Set up a strategic group.,It met in June.,complete
2,Review the plan.,,not published
""",
    "data/middlemarch/2023-24/recommendations.csv": """\
number,id,text,owner,due,evidence,because,continues,audience
1,retail-plan,Write a plan for shops.,Joint Action Group,June 2024,Shoplifting change,Shops ask for it.,,public
2,strategic-group,Keep the strategic group.,,,,The plan has no owner.,,partner
""",
    "data/middlemarch/2023-24/visits.csv": "Service,Visits a day\nDrop-in,50 to 60\n",
}


def project(folder: Path) -> Path:
    """Lay out the made-up project in a folder, and give the path of its edition."""
    for name in ("templates", "config/layouts", "config/schemes"):
        shutil.copytree(ROOT / name, folder / name)
    for path in (ROOT / "config").glob("*.yaml"):
        shutil.copy(path, folder / "config")
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "config" / "middlemarch" / "2023-24.yaml"


def altered(folder: Path, name: str, old: str, new: str) -> None:
    """Replace a text in one of the project's files; it must be there."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {name}"
    path.write_text(text.replace(old, new), encoding="utf-8")
