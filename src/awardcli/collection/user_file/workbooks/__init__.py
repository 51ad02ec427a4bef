"""Workbooks: XLSX, XLS and ODS.

workbook_file       which sheets are read, and their rows
sheet_reader        the process that reads them, within bounds
titles_of_sheets    what the sheets say of each other
"""
