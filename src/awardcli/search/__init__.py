"""Search: the query, the steps, the hits. Knows nothing of how an answer is shown.

find                the front door: where to begin reading
query               the query as plain values; `filters` are the options beside it
steps               the steps, surest first: literal, `sound`, `near`, `misspelt_pinyin`, `other_words`
near_match_check    near matches that are another word, number or place
typed_term, printed_text, alignment    the two sides of a comparison, and what agrees
ranking, weights    which hit is better; what each agreement is worth, and every cutoff
suggestions         where nothing is found
by_index (folder)   the same answers from the index of a collection file
longer_query (folder)    queries that say more than a title
linking (folder)    the other direction: which titles a line of a list names, for `match`
"""
