"""Papers out of files: `read` gives each as it stands in its file, `merge` makes one of those that are the same."""

from leaderboard.sources.known import KnownPapers, SourceError, title_key
from leaderboard.sources.known import load as load_known
from leaderboard.sources.merge import merge
from leaderboard.sources.reading import Reading, read
from leaderboard.sources.record import FIELDS
from leaderboard.sources.records import from_records
from leaderboard.sources.skips import Fault, Skipped

__all__ = [
    "FIELDS",
    "Fault",
    "KnownPapers",
    "Reading",
    "Skipped",
    "SourceError",
    "from_records",
    "load_known",
    "merge",
    "read",
    "title_key",
]
