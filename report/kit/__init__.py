"""The starter kit: files of open data become the two YAML files of a new edition.

- `recognition`: which layout reads a file.
- `street`: what files of street-level crime hold: months, forces, areas, crime types.
- `lists`: the lists of areas, and which of them fit the offences.
- `starter`: what the new edition is made of, found or assumed.
"""
