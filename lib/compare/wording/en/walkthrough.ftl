## Adding a region, walked through.

step-add = Register the region (one that is registered is not written twice):
step-scan = Scan the document into a folder:
step-source = Open data/raw/{ $document }/source.yml and fill in from the original what is empty (issuer, number, issued; a number or date that the original does not have stays empty):
step-source-complete = Open data/raw/{ $document }/source.yml and fill in from the original what is empty (issuer, number, issued; a number or date that the original does not have stays empty).
step-list = List the rows to be confirmed, the doubtful ones first:
step-settle = Read each against its sentence and do one of the three, with its own id: accept, correct (the column, and what it should hold) or reject:
step-rest = Once the rest has been read and is right, accept it all at once:
step-check = Check, and build once there is no problem:
step-show = Make the page of charts and all reports anew; the new region is in them:
told-title = its title (标题): fill in the parameter source = { "{" }"title": "…"{ "}" }
told-issuer = who issued it (发文机关): fill in the parameter source = { "{" }"issuer": "…"{ "}" }
told-period = the years that it is about (年份): fill in the parameter period = "…"
told-again = the text does not state{ $lines }
    Then run again from the top (从头运行).
