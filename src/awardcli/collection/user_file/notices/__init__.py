"""Notices: texts without a table, whose lines name awards, and titles with who they are by.

    notice                  recognize a notice, and how its lines are written; begins with an example
    notice_results          each title with what the captions above it name
    notice_rows             the results as rows, and the remarks on how the notice was read

what a line is
    notice_lines            by itself: an item, a preface, a note
    item_lines              by the lines around it: marks, numbers, or a layout that most share
    captions                what it names for the titles below or behind it; `captions_in_context` by the other lines
    joined_lines            a line with those below that go on with it
    couplets, japanese, work_and_person    lines of a kind or language of their own

what an item says
    titles_in_line          its titles, each with who it is by, its year and award
    lists_of_awards         several awards in a line
    layouts                 what separates titles without marks from who they are by
    marked_titles           which 《》 are of works
    names, labels           people and bodies; words before a colon: 导演：
    lists_of_people         whether the names are of people who won, and not of works

what a sentence says
    notice_sentences        its clauses: who won, and which awards; `notice_winners` makes their results

    doubtful_lines          what may be misread, line by line
"""
