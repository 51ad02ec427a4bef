"""Longer queries: those that say more than a title, such as a question, or a title with other words around it.

last_steps                the steps in their order
title_among_words         a title with other words around it
title_and_organization    a title and its organization typed as one word
questions                 questions about a work, its maker or its award
works_of_makers           the works of a maker
contradicted_answer       whether the other words contradict the answer
"""
