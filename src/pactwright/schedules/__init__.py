"""The tables of the schedules, filled from the spec and from parameters that have a value per party, set or step."""
