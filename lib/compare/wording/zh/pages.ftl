## What is printed: pictures and tables of a document.

paper-figure = 图{ $n }　{ $caption }
paper-table = 表{ $n }　{ $caption }

## The brief.

brief-header = 教育指标简报 · { $subject }
brief-watch-twins = ；{ $names }，也是如此
brief-watch-twin = { $region }的目标{ $value }
brief-day-of = { $date }（{ $region }）
brief-up-to = 资料截至{ $date }
brief-byline-join = {"　"}
brief-day = { $year }年{ $month }月{ $day }日
brief-need = 目标为{ $need }
brief-need-keep = 目标为保持
brief-need-kept = 目标为{ $kept }
brief-not-by = 到{ $year }年底未实现（推断），{ $later }年情况未载
brief-date-also = （另一处为{ $years }年）
brief-date-was = （原定{ $years }年）
brief-numbered = { $number }、{ $title }
brief-part = （{ $number }）{ $title }
brief-section-findings = 主要结论
brief-section-table = 指标一览
brief-section-watch = 需要关注
brief-part-news = 规划执行情况
brief-part-news-pair = 规划执行情况
brief-part-each-some = 低于{ $references }的部分指标
brief-part-each = 低于{ $references }的指标
brief-part-outcomes = 与{ $references }相比
brief-part-outcomes-pair = 两地相比
brief-part-changes = 变化情况
brief-part-plans = 规划目标
brief-part-plans-pair = 两地的目标与进展
brief-table-nothing = 数据表中没有可以比较的数值。
brief-nothing = 所收文件没有可以比较的数值。
brief-head-indicator = 指标
brief-head-base = 基期
brief-head-target = 目标
brief-head-outcome = 结果
brief-head-nation = 全国与标准
brief-head-nation-province = 全国、{ $province }与标准
brief-head-judgement = 判断
brief-head-latest = 实际
brief-head-way =
    { $region }
    { $base }
    →{ $target }
brief-way = { $base }→{ $target }
brief-way-apart = { $base }；目标{ $target }
brief-break = 口径或有变
brief-due = { $plan }{ $also }{ $deed }，完成情况未载
brief-due-title = 完成情况未载
brief-due-short = 完成情况未载
brief-inferred = 依据：{ $reason }
brief-count-added-up = 累计
brief-count-whole = 全市{ $n }个县市区
brief-count-no-whole = 全市总数未载
brief-table-inferred = †文件未写明年份，按规划起止年推定。
brief-outcome-unknown = 完成情况未载
brief-need-break = 口径或有变，不与{ $year }年比较
brief-nation-actual = 全国{ $value }
brief-nation-actual-province = { $province }{ $value }
brief-nation-target = 全国{ $year }年目标{ $value }
brief-nation-target-province = { $province }{ $year }年目标{ $value }
brief-nation-standard = 标准{ $value }
brief-nation-standard-province = { $province }标准{ $value }
brief-against-nation = 全国
brief-against-standard = 国家标准
brief-against-standard-province = { $province }标准
brief-against-others = 他地
brief-against = { $names }和{ $last }
brief-against-region = { $names }及{ $last }
brief-reference-actual = 全国
brief-reference-actual-province = { $province }
brief-reference-target = 全国{ $year }年目标
brief-reference-target-province = { $province }{ $year }年目标
brief-reference-standard = 标准
brief-reference-standard-province = { $province }标准
brief-bar = { $topic }（比{ $reference }）
brief-bar-of-year = { $topic }（比{ $reference }，{ $year }年）
brief-table-region = 主要指标与判断
brief-table-pair = 两地主要指标与判断
brief-table-note = 对照数值与基期（或结果）同年，“标准”指国家督导评估标准；“—”为所收文件未载。
brief-table-nation = 全国值与基期（或结果）同年，“标准”指国家督导评估标准。
brief-unit-long = 个百分点
brief-unit-short = 个百分点
brief-table-units = {""}
brief-table-dash = “—”为{ $meaning }。
brief-table-or = ，或
brief-table-absent = 表中没有数值
brief-table-unreferenced = 没有可对照的全国值或标准
brief-table-unjudged = 未作判断
brief-table-source = 数值均取自数据表。
brief-second-hand = *据二手资料。
brief-table-rest-pair = 本表每项指标一行{ $targets ->
    [yes] （可含几个目标）
   *[no] {""}
 }，另有{ $n }项两地都载有的指标未列。
brief-table-rest = 本表每项指标一行{ $targets ->
    [yes] （可含几个目标）
   *[no] {""}
 }，另有{ $n }项指标未列。
brief-picture-nation = 与{ $references }的差距：所列{ $n }项比较中{ $low }项偏低（{ $year }年，百分点）
brief-picture-nation-low = 与{ $references }的差距：所列{ $n }项比较均偏低（{ $year }年，百分点）
brief-picture-nation-all = 与{ $references }的差距：所列{ $n }项比较均较高（{ $year }年，百分点）
brief-picture-nation-none = 与{ $references }的差距：所列{ $n }项比较均不低（{ $year }年，百分点）
brief-picture-pair = { $first }与{ $last }之差：所列{ $n }项中{ $up }项{ $first }较高（向右）、{ $down }项{ $last }较高（向左）（{ $year }年，{ $unit }）
brief-picture-pair-one-side = 所列{ $n }项{ $high }均高于{ $low }（{ $year }年，{ $first }减{ $last }，{ $unit }）
brief-picture-profile = { $region }在表中各地的位置（{ $year }年，右侧为优，0为该行最优值）
brief-picture-points = 百分点
brief-picture-units = 各单位分列
brief-bar-lower = 越低越好
brief-picture-ways = 从基期到目标（%）
brief-method = 方法：本简报依据各地公开文件所载数值编制，只比较年份、口径相同或相近的数值，差值和年均值由所载数值算出，除注明推断、推定的以外未作推算。目标是否完成，只按同一口径的实际结果判断；各地目标并列，不代表实际高低。“口径相近”指定义或分母略有出入或未说明；带“以上”“超过”“以内”的数值按其界限比较，带“约”的按约数比较。
brief-in-year = { $year }年{ $said }
brief-how-many = 所收文件{ $each }。
brief-how-many-of = { $region }{ $n }份
brief-how-new = 所收{ $region }文件共{ $n }份，最新一份日期为{ $date }。
brief-table-title = 《{ $title }》
brief-file-title = 数据文件{ $title }
brief-method-table = 方法：本简报依据{ $tables }编制，只比较指标、年份相同的数值，差值和年均值由表中数值算出，此外未作推算；带“以上”“超过”“以内”的数值按其界限比较，带“约”的按约数比较。
brief-method-estimates = 有置信区间的，按估计值排名，高低能否确定以区间为准。
brief-method-targets = 目标是否完成，只按同一指标的实际结果判断；各地目标并列，不代表实际高低。
brief-method-same = 与全国、国家标准的比较，限于表的说明写明是同一指标、同一单位的。
brief-method-both = 方法：本简报依据{ $tables }和各地公开文件所载数值编制，表中指标与文件相同的以表的说明为准；只比较年份、口径相同或相近的数值，差值和年均值由所载数值算出，除注明推断、推定的以外未作推算。目标是否完成，只按同一口径的实际结果判断；各地目标并列，不代表实际高低。“口径相近”指定义或分母略有出入或未说明；带“以上”“超过”“以内”的数值按其界限比较，带“约”的按约数比较。
brief-ordinal-1 = 一
brief-ordinal-2 = 二
brief-ordinal-3 = 三
brief-suborder-1 = 一
brief-suborder-2 = 二
brief-suborder-3 = 三
brief-suborder-4 = 四
