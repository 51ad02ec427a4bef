"""Reading a user's file: its format, its heading, the role of each column, and which rows are results.

A file goes this way:

    file ──> reader ──> rows of texts ──> heading, columns ──> results
              │          (a `Line` each)   with their roles
              │                                └──> reading_report: what was taken for what

recognize the format, read it
    reader             by its content, whatever the name; opens one of those below
    refused_formats    formats that are no lists, so that the error can name them
    text_file          encoding, lines, quoted cells; `separators` finds what separates the cells
    text_rows          a text: a table, a notice, or a title in each line
    html_tables, markdown_page, json (folder), workbooks (folder)
    works_in_headings  works with their awards in the headings of a page in Markdown

rows that are not results
    table_lines        a row of any format as `Line`, its texts, and the words for: no value
    rows_set_aside     totals, signatures, notes, repeated headings
    section_names      what a row alone says of those below: an award, a category, a year

from rows to results
    columns (folder)   which row is the heading, and the role of each column
    tables (folder)    tables of every layout, row by row
    notices (folder)   texts without a table
    result_builder     a result from a row

what to tell the user
    reading_report     columns, rows set aside or refused, remarks, the options that change the reading
    doubtful_values, doubtful_makers    values that may not be what they were read as; `looks_of_values` has the signs
"""
