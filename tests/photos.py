"""Pictures for tests, made when they are needed."""

from pathlib import Path

from PIL import Image
from PIL.ExifTags import Base

SIZE = (1200, 800)

# What a camera would write: that the picture stands on its left side, and who took it.
TURNED, AUTHOR = 6, "zqphotographer"


def photo(path: Path, size: tuple[int, int] = SIZE, kind: str = "JPEG", mode: str = "RGB") -> Path:
    """Write a picture of two colours with a camera's notes in it, and give its path."""
    picture = Image.new(mode, size, 60)
    picture.paste(200, (0, 0, size[0] // 2, size[1]))
    notes = Image.Exif()
    notes[Base.Orientation], notes[Base.Artist] = TURNED, AUTHOR
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.save(path, kind, exif=notes)
    return path
