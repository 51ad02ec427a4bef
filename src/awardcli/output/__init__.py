"""Hand an answer over: formats, streams, the one writer and the one sanitiser."""
