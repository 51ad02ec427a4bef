"""JSON and JSON lines: where their records are, and the rows of these.

json_file             read a document, an array or lines, one record at a time
records_in_document   find the records in a document; those in one object: `records_in_object`
records_at_path       the records that `--records` names
json_keys             what a key says: a year, an award, a title
json_values           what a value is: plain, words, objects, an array of cells
json_rows             the rows: of objects, arrays, words or winners
json_sections         records that are no results: sections, totals
nested_objects        the cells of a record: objects in it as columns, arrays
nominees_in_arrays    a result for each word of an array of nominees
"""
