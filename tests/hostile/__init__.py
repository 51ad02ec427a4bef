"""Files of strangers: hundreds of bad and hostile ones, and what must become of each."""
