## Adding regions and indicators, and reviewing what a scan proposes.

region-fact-region = slug in pinyin: lower-case letters, digits and hyphens, beginning with a letter, e.g. liyang
region-fact-full-name-zh = full Chinese name, e.g. 漓阳县
region-fact-name-zh = short Chinese name, e.g. 漓阳
region-fact-name-en = English name, e.g. Liyang
region-fact-level = level, in one of these English words
region-fact-parent = slug of the division that contains it, needed, registered or not: zhuzhou for a county of 株洲市, hunan for a city of 湖南省, china for a province
region-fact-province = Chinese name of the province, e.g. 湖南
region-fact-adcode = six digits of GB/T 2260, e.g. 430299
region-fact-aliases = other names, separated by |, or nothing
region-explained = { $fact }: { $explained }
region-not-right = is not right
region-taken = { $value } is already { $region }
region-not-added = the region cannot be added:
region-code-unfit = adcode { $code } does not fit the level { $level }: codes of prefecture cities end with 00, those of counties do not
region-several = { $full } is the name of several divisions; give its adcode: { $divisions }
region-code-other = adcode { $code } is { $listed } in the official list, not { $full }; correct one of them, or name the former name of a renamed division among the aliases
region-name-and-code = the name is that of { $divisions }, the code { $code } that of { $listed } in the official list; correct one of them
region-name-elsewhere = the name is that of { $divisions } in the official list, which does not have { $code }; correct one of them
folder-name-refused = the folder's name { $folder } becomes the document's: lower-case letters, digits and hyphens, beginning with a letter, e.g. data/raw/liyang-14fyp; not { $taken }
alignment-by-hand = Confirmed by hand
indicator-draft = to be filled in: { $missing }; see “{ $quote }”
indicator-draft-more = to be filled in: { $missing }; see “{ $quote }” and other places, { $n } in all
