"""One and many: the plain plurals of English nouns, and back."""

HISSING = ("ss", "sh", "ch", "x")


def plural(word: str) -> str:
    """Give the plural of a noun that has a plain one: "beats", "parishes"; of a plural itself."""
    if word.endswith(HISSING):
        return f"{word}es"
    if word.endswith("s"):
        return word
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}s"


def singular(word: str) -> str:
    """Give the singular of a noun that has a plain one: "beat", "parish"; of a singular itself."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(tuple(f"{end}es" for end in HISSING)):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
