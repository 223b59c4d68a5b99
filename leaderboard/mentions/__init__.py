"""Find what a sentence mentions: numbers, metrics, benchmarks, names and cue words, as one string of letters.

A sentence becomes symbols, one character a mention, so that claim patterns are regexes over that string. Articles and
adverbs are dropped; coordinated numbers, benchmarks or metrics (`A, B and C`) become one symbol with several members.
"""

from leaderboard.mentions.model import Mention, Sentence
from leaderboard.mentions.sentence import read_sentence

__all__ = ["Mention", "Sentence", "read_sentence"]
