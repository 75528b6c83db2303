"""Pages that people open.

The gallery, in the order in which it is made::

    command       the charts of the data, asked for from the command line
    gallery       write_gallery(): charts and evidence in, one page out
    cards         a chart as the page shows it
    chart_table   its data as people read it
    search        what it is found and filtered by
    originals     the figures behind it, with the words that state them
    payloads      its files inside the page
    page          the template, filled in
    names         what things are called, in both languages
"""
