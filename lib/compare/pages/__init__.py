"""Pages that people open.

The front door, in the order in which it is made::

    drawing       every chart of the data, on all processors
    pieces        a chart as the page holds it, and its files beside the page
    vectors       its picture, as a short tree
    colours       what a colour becomes on a dark page
    chart_table   its data as people read it
    originals     figures, with the words that state them
    told          findings, and which of them a chart shows
    listed        regions, indicators and sources
    names         what things are called, in both languages
    packing       what the page carries, packed
    home          the page
    places        where it is

``review`` is the page of a document's rows that are to be confirmed.
"""
