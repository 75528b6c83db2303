## Files of a chart: names of sheets and parts, speaker notes.

files-sheet-table = Table
files-sheet-data = Data
files-sheet-source = Source
files-part = Part
files-words = Source text
files-title = Title
files-subtitle = Subtitle
files-note = Note
files-source = Source
files-picture = Picture
slides-picture = Picture: { $alt }
slides-figures = Figures: { $figures }
