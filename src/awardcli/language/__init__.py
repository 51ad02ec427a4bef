"""The language of texts: folding, readings and pinyin, numbers, names, and the tables for these."""
