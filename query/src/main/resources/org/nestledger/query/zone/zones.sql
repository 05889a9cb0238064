select zone as id, zone, kind, name, parent, ancestors, time_zone, designated_on, closed_through
from read.zone_at(:asOf, :knownAt)
