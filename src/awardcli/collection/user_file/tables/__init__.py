"""The rows of tables of every layout.

table_rows          a plain table: its heading, and the cells of each row below under their columns
sections            rows that name something for those below, and rows that are no results
shifted_rows        rows without the cells that are merged with those above
further_tables      another table below the first
cell_items          cells that hold several titles, with who they are by

wide_tables         several results in a row, in columns that repeat; `wide_headings` are these columns' captions
table_layouts       tables side by side, on their side, or with a line for each cell
ticks               a column for each award, with ticks
award_in_heading    one award, which only a heading names
laureates           only awards and who won them
"""
