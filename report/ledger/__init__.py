"""To what each number of the finished documents belongs."""
