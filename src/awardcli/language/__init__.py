"""What a text says, however it is written: its fold, its readings, its numbers, the names in it."""
