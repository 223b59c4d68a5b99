"""Speed, memory and scale: where the README's figures come from. See `python -m benchmarks --help`."""
