## Around a report.

report-code = Show code
report-contents = Contents
report-made = Made by compare-regions { $package }
report-related = Related pages
report-version = Data version
report-stale = data/raw has changed since this build
report-notebook = Notebook
report-parameters = Parameters
report-none = —
report-home = Home
report-chart-page = Copy, data and sources
