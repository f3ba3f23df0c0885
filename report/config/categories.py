"""The keys of categories.yaml: how offences and incidents are grouped."""

from report.config.model import Heads, Polarity, Strict, key


class CategoryKeys(Strict):
    """A grouping of offences or incidents."""

    label: str = key("everyday name in tables and brackets")
    unit: str = key(
        "what is counted: offences, incidents, searches, fires, complaints, clients",
        default="offences",
    )
    polarity: Polarity = key(
        "which direction is good; ambiguous where more reports may mean more confidence",
        default="lower is better",
    )
    parts: tuple[str, ...] = key("categories that add up to this one", default=())
    codes: tuple[str, ...] = key(
        "Home Office offence codes that are counted in it, in quotes; each stands in one category, "
        "which has no parts",
        default=(),
    )
    aliases: tuple[str, ...] = key("other names for it in files and brackets", default=())
    denominator: Heads = key(
        "what its rate is per 1,000 of, where a source has it; residents where none does",
        default="residents",
    )
    sensitive: bool = key("by area it never leaves the partnership", default=False)


class CategoriesKeys(Strict):
    """Everything in categories.yaml."""

    categories: dict[str, CategoryKeys] = key("the categories, by id")
