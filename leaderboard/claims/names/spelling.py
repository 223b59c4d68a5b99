"""Where a text has a name, and where that ends: before its genitive and marks, behind the word of size that is its."""

from __future__ import annotations

from leaderboard.claims.noun_phrase import short_form
from leaderboard.mentions import Mention
from leaderboard.words import shape, words


def spelled(mention: Mention, text: str, start: int) -> Mention:
    """The name at a mention, of a sentence that starts at `start`: each of its members likewise."""
    if mention.members:
        members = tuple(spelled(m, text, start) for m in mention.members)
        return Mention("S", members[0].start, members[-1].end, members=members)
    begin, end = mention.start, mention.end
    tail = shape("name-tail").search(text, begin, end)
    if tail and tail.start() > begin:
        end = tail.start()
    kind = shape("kind-of-name").match(text, end)
    if kind:
        end = kind.end()
    elif shape("named-adjective").search(text, begin, end):
        end = _with_noun(text, end)
    size = shape("size").match(text, end)
    if size:
        end = size.end()
    # The word that opens a sentence is a plain word to the lexer: `Kite Sonnet reaches` begins with it.
    head = shape("capitals-before").search(text, start, begin)
    if (
        head
        and head.start() == start
        and head[0].split()[0].lower() not in words("openers")
        and len(head[0].split()) < 3
        and not head[0].split()[0].endswith("ing")
    ):
        begin = head.start()
    return short_form(text, Mention("S", begin, end))


def _with_noun(text: str, end: int) -> int:
    """Where the noun ends that an adjective is said of: `KITE-enhanced [graph network]`."""
    noun = shape("noun-next").match(text, end)
    if noun is None:
        return end
    head = shape("noun-next").match(text, noun.end())
    named = head is not None and head[1] in words("techniques") | words("makes")
    return head.end() if head is not None and named else noun.end()


def find_word(name: str, text: str) -> int:
    """Where a text has a name that is no part of a longer word; -1 where it has not."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not _in_word(text, start - 1) and not _in_word(text, end):
            return start
        start = text.find(name, end)
    return -1


def _in_word(text: str, place: int) -> bool:
    return 0 <= place < len(text) and (text[place].isalnum() or text[place] == "_")
