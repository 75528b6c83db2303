## What is printed: pictures and tables of a document.

paper-figure = 图{ $n }　{ $caption }
paper-table = 表{ $n }　{ $caption }

## The brief.

brief-header = 教育指标简报 · { $subject }
brief-need = 目标为{ $need }
brief-numbered = { $number }、{ $title }
brief-part = （{ $number }）{ $title }
brief-section-findings = 主要结论
brief-section-table = 指标一览
brief-section-watch = 需要关注
brief-part-outcomes = 与全国、国家标准和他地相比
brief-part-outcomes-pair = 两地相比
brief-part-plans = 规划目标
brief-part-plans-pair = 两地的目标
brief-nothing = 所收文件没有可以比较的数值。
brief-head-indicator = 指标
brief-head-base = 基期
brief-head-target = 目标
brief-head-outcome = 结果
brief-head-nation = 全国与标准
brief-head-judgement = 判断
brief-head-region-actual = { $region }现状
brief-head-region-target = { $region }目标
brief-nation-actual = 全国{ $value }
brief-nation-target = 全国{ $year }年目标{ $value }
brief-nation-standard = 标准{ $value }
brief-table-region = 主要指标与判断
brief-table-pair = 两地共有的主要指标与判断
brief-table-note = 全国值与基期（或结果）同年，“标准”指国家督导评估标准；“—”为所收文件未载。
brief-second-hand = *据二手资料。
brief-table-rest = 另有{ $n }项指标未列。
brief-bar-nation = { $topic }（比全国）
brief-bar-standard = { $topic }（比标准）
brief-picture-nation = 与全国和国家标准的差距：{ $n }项比较中{ $low }项偏低（{ $year }年，百分点）
brief-picture-nation-none = 与全国和国家标准的差距：{ $n }项比较均不低（{ $year }年，百分点）
brief-picture-pair = { $first }与{ $last }之差：向右为{ $first }较高，向左为{ $last }较高（{ $year }年，百分点）
brief-picture-ways = 从基期到目标（%）
brief-method = 方法：本简报依据各地公开文件所载数值编制，只比较年份、口径相同或相近的指标，未经推算；目标是承诺，不与结果相比，也不排名次。“口径相近”指定义或分母略有出入或未说明；带“以上”“以内”“约”的数值按其界限比较。
brief-how-new = 所收{ $regions }文件共{ $n }份，最新一份发布于{ $date }。
brief-national-sources = 全国数据与国家标准：
brief-ordinal-1 = 一
brief-ordinal-2 = 二
brief-ordinal-3 = 三
brief-suborder-1 = 一
brief-suborder-2 = 二
