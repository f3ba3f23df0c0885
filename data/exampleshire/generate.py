"""Make the made-up county of Exampleshire: the only way to change what lies in this folder.

    python -m data.exampleshire.generate

The same bytes come out on every machine and with every Python. An archive is written only where
what it holds has changed, since how tightly it is packed is left to the machine's zlib.
"""

import io
import zipfile
from pathlib import Path

from data.exampleshire.lookups import lookups, populations
from data.exampleshire.peers import peers
from data.exampleshire.published import extract_files, offence_codes, street_files
from data.exampleshire.shapes import districts_geojson, lsoas_geojson

HERE = Path(__file__).parent
PACKED = (2025, 6, 1, 0, 0, 0)  # of every file in an archive


def archives() -> dict[str, dict[str, str]]:
    """Give the archives by name: the files in each with their texts."""
    return {"street.zip": street_files(), "extract.zip": extract_files()}


def texts() -> dict[str, str]:
    """Give every other file by its path."""
    folders = {
        "lookups": lookups() | {"offence-codes.csv": offence_codes()},
        "population": populations(),
        "peers": peers(),
        "boundaries": {
            "lsoa21.geojson": lsoas_geojson(),
            "districts.geojson": districts_geojson(),
        },
    }
    return {f"{folder}/{name}": text for folder, f in folders.items() for name, text in f.items()}


def packed(files: dict[str, str]) -> bytes:
    """Pack an archive, with nothing in it of the day or of the machine."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, PACKED)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)
    return made.getvalue()


def unpacked(path: Path) -> dict[str, str]:
    """Give the texts of an archive in its order; nothing where there is none."""
    if not path.exists():
        return {}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def write(folder: Path) -> None:
    """Write the whole county into a folder."""
    for name, text in texts().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    for name, files in archives().items():
        if list(unpacked(folder / name).items()) != list(files.items()):
            (folder / name).write_bytes(packed(files))


if __name__ == "__main__":
    write(HERE)
