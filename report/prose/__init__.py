"""Read sentences: the numbers, names and claims in them."""
