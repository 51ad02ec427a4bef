"""Which row is the heading, and which column has which role.

heading_row               the row of the first twenty that names the most columns, and a heading of two rows
heading_words             the words of headings, and the role that a heading has by them
headings_without_roles    headings that number rows or only end in a known word
column_roles              the role of each column by its heading, and by the options
columns_by_letter         columns without a heading: A, B, C
roles_by_cells            where the cells say otherwise than the heading; `column_cells` looks at them
title_column              the likeliest titles where no heading names them, and what is doubtful of titles
names_of_people           columns of people, and of parts of their names
"""
