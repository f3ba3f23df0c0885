"""Contrast of two colours, and the nearest colour that has enough of it.

Source: Web Content Accessibility Guidelines 2.2, relative luminance and contrast ratio; 1.4.3 asks
for 4.5 between text and paper, 1.4.11 for 3 between a mark and what is beside it.
"""

from colorsys import hls_to_rgb, rgb_to_hls

TEXT, MARK = 4.5, 3.0

# Of black to white, the two ends of luminance.
WHITE = 1.0

# Steps of lightness that are tried, out of 100.
STEPS = 100


def luminance(colour: str) -> float:
    """Give the relative luminance of #RRGGBB, from 0 for black to 1 for white."""
    red, green, blue = (_linear(value) for value in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: float, other: float) -> float:
    """Give the contrast ratio of two luminances, from 1 to 21."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def darker(colour: str, than: float, ratio: float) -> str:
    """Give the colour, or the nearest darker one of its hue with this contrast to a luminance."""
    hue, light, saturation = rgb_to_hls(*_parts(colour))
    for step in range(STEPS + 1):
        found = _text(hls_to_rgb(hue, light * (1 - step / STEPS), saturation)) if step else colour
        if contrast(luminance(found), than) >= ratio and luminance(found) < than:
            break
    return found


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def _text(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{int(value * 255):02X}" for value in parts)
