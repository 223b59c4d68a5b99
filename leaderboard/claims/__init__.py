"""From a sentence's mentions to its claims: patterns over the string of symbols, one decision after another."""
