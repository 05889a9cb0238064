select head, "position", recorded_at, type, record
from log.source(?, ?, ?, ?)
