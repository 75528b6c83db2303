## Headings of columns.

heading-indicator = 指标
heading-region = 地区
heading-regions = 地区数
heading-moment = 年份与类别
heading-year = 年份
heading-value = 数值
heading-grade = 口径
heading-words = 原文
heading-where = 位置
heading-why = 说明
heading-figure = 数据编号
heading-reference = 参照
heading-reference-value = 参照值
heading-gap = 差距
heading-verdict = 比较结果
heading-code = 代码
heading-most = 最高
heading-middle = 居中
heading-least = 最低
heading-rank = 名次
heading-of = 可比范围
heading-actual = 现状
heading-target = 目标
heading-distance = 需变化
heading-pace = 年均进度
heading-benchmark = 全国、全省参照
heading-status = 状态
heading-rule = 依据
heading-remark = 说明
heading-label = 原文名称
heading-aligned = 对应指标
heading-note = 备注
heading-stage = 学段
heading-county = 县
heading-resource = 资源
heading-coefficient = 差异系数
heading-limit = 限值
heading-met = 是否达标
heading-mean = 均值
heading-schools = 学校数
heading-school = 学校
heading-reached = 达到项数
heading-enough = 至少六项
heading-remaining = 其余一项
heading-score = 得分
heading-rank-range = 名次范围
heading-share = 维持该名次的方案
heading-coverage = 覆盖
heading-method = 方法
heading-lacking = 缺的指标
heading-doubt = 疑点
heading-doubtful = 疑在何处
heading-state = 状态
heading-document = 文件
heading-quotes = 引文
heading-found = 逐字找到
heading-problems = 问题
heading-printed = 原文数值
heading-interval = 读作
heading-kind = 性质
heading-scope = 范围
heading-definition = 定义
heading-unit = 单位
heading-direction = 方向
heading-numerator = 分子
heading-denominator = 分母
heading-table = 表
heading-column = 列
heading-row = 行
heading-built = 构建时
heading-now = 现在
heading-type = 类型
heading-comment = 含义

## Titles, notes and words in cells.

table-evidence = { $n }条数值与原文
table-also = 另载
table-superseded = 以另一文件为准
table-values = 并列数值
table-gaps = 差距与比较结果
table-rankings = 所载数值的名次
table-second-hand = 据二手资料
table-kept = { $kept }
table-related = 近似指标：{ $label }
table-in-words = 只以文字表示
table-worded = 只以文字表示，不排名次：{ $names }
table-open = 高低不能确定：{ $names }
table-of = { $of }地
table-regions = { $n }地
table-absent = { $who }{ $why }
table-progress = 现状、目标与年均进度
table-linear = 年均进度按直线计算；“以上”“以内”的目标算到界限为止。
table-coverage = 指标覆盖情况
table-not-in-table = 表中没有，不等于没有公布；不适用既不是零，也不是缺报。
table-not-published = 未提及只说所收文本里没有，不等于没有公布；不适用既不是零，也不是缺报。
table-neighbours = 参与比较的地区较多时，只列前{ $near }名与名次相邻的各{ $near }地，其余{ $rest }行从略
table-excerpt = 一组多于{ $most }地的，只列前{ $ends }位、居中一位和后{ $ends }位；共{ $rows }行，全部见网页所附工作簿
table-ends = 共{ $regions }地、{ $rows }个数值，只列最高、居中和最低的；全部见网页所附工作簿
table-download-rows = 下载全部{ $regions }地的数值（XLSX）
table-sheet-rows = 全部地区
table-benchmarks = 全国、全省与标准的参照值
table-operator = “>”“超过”不含所写的数；“≥”“以上”含所写的数。
table-journey = 从文件到数据
table-printed = 年份由原文载明
table-implied = 年份由上下文推定
table-year-inferred = { $when }，推定
table-scope-region = 整个地区
table-scope-each-county = 每个县（市、区）
table-scope-each-township = 每个乡镇
table-scope-each-school = 每所学校
table-scope-each-person = 每个人
table-scope-part = 一部分
table-facts = 结果
table-proposals = { $n }条提议，疑点多的在前
table-proposals-plain = { $n }条提议
table-settled = { $n }条数据，已逐条处理
table-figures = { $n }条数据
table-own-conflicts = 同一数据表内不一致的数值
table-conflicts = 同一文件内不一致的数值
table-coefficients = 校际差异系数（{ $rule }）
table-weighted = 按学生数加权，不先四舍五入再与限值比较。
table-levels = 每校应达到的水平
table-secondary = “其余一项达到85%以上”只见于二手资料，不计入判断。
table-composite = 综合得分与名次范围
table-scored = 已计算，不报名次
table-composite-note = 名次范围来自其他权重、标准化、合成方式与区间端点；不可只引用得分。
table-definition = 指标定义
table-variants = 各种方法下的名次（含所有权重）
table-checks = 引文核对与数据检查
table-clean = data/raw 检查：没有问题
table-no-text = 文本不在手边
table-no-text-kept = 未存文本，只录名称与数值
table-code-book = 数据字典
table-same = 三种问法，答案相同
table-yes = 是
table-no = 否
table-from-to = { $lo }至{ $hi }
table-quoted = { "" }
table-curated = { "" }
table-transcribed = { "" }
table-rank = 第{ $rank }
table-rank-within = 第{ $rank }（按置信区间第{ $best }–{ $worst }）
table-between = 第{ $best }–{ $worst }（高低不能确定）
table-top = 最优或并列最优
table-strictest = 要求最严或相同
table-met = 达到
table-unmet = 未达到
table-target-met = 目标值达到
table-target-unmet = 目标值未达到
table-indication-met = 不高于标准，仅供对照
table-indication-unmet = 高于标准，仅供对照
table-none = 无
table-cells-apart = 数值出自下列自有数据表，此处不逐格列出。
table-no-pairs = 没有可以计算差距的数值：年份、类别不同，只有界限，或为不比高低的总数
table-no-pairs-of-parts = 一地是另一地的组成部分，只并列，不比较高低
table-empty = 没有变化
table-changes = 自上次构建以来的变化
table-higher = 越高越好
table-lower = 越低越好
table-neutral = 不分优劣

## Controls of searchable tables; DataTables fills in the counts.

table-search = 搜索：
table-info = 共 _TOTAL_ 行
table-info-empty = 没有行
table-info-filtered = （从 _MAX_ 行中筛选）
table-no-match = 没有符合的行

## Units of what schools have.

unit-per-student = /生
unit-per-100-students = /百名学生
unit-area-per-student = 平方米/生
unit-yuan-per-student = 元/生
unit-volumes-per-student = 册/生

## What a walk-through reports.

fact-rows = 写入的数据行
fact-undated = 没有年份而未写入
fact-replaced = 副本里被替换的文件夹
fact-region = 地区
fact-slug = 代号
fact-parent = 上级
fact-adcode = 行政区划代码
fact-problems = 检查出的问题
fact-built = 构建出的表与行数

## Ways of scoring.

way-goalposts = 固定端点
way-z-score = 标准分
way-rank = 名次分
way-arithmetic = 算术平均
way-geometric = 几何平均
way-printed = 载明的数值
way-best = 本地取最优端、他地取最差端
way-worst = 本地取最差端、他地取最优端

## Doubts and states of proposals.

doubt-year-implied = 年份由全文推定
doubt-year-carried = 年份承前文
doubt-year-unknown = 年份不明
doubt-kind-implied = 现状或目标由上下文推定
doubt-kind-guessed = 现状或目标不明
doubt-in-words = 以文字表示
doubt-label-short = 名称过短
doubt-label-unsure = 名称不明
doubt-no-unit = 没有单位
doubt-labels-and-values = 名称与数值按顺序配对
doubt-milestone = 带年份的事项
doubt-chinese-numeral = 中文数字
doubt-in-quotation-marks = 在引号内
doubt-table-without-year = 表格没有年份
doubt-period-unsure = 时期不明
doubt-control = 控制性指标
doubt-proposed = 待确认
doubt-confirmed = 已确认
doubt-rejected = 已拒绝

## Tables to act on.

heading-base = 基数
heading-need = 自基数至目标
heading-yearly = 年均
heading-nation = 全国、全省参照
heading-outcome = 现状
heading-against = 与全国、全省、标准比较
heading-planned = 目标
heading-of-kind = 类别
heading-comparison = 比较结果
heading-what = 类别
heading-finding = 结论
heading-cautions = 说明
heading-indicators = 指标
table-needs = 目标与变化幅度
table-need-raise = { $least }{ $counted ->
    [yes] 增加
   *[no] 提高
}{ $size }
table-need-lower = { $least }{ $counted ->
    [yes] 减少
   *[no] 下降
}{ $size }
table-need-raise-more = { $counted ->
    [yes] 增加
   *[no] 提高
}超过{ $size }
table-need-lower-more = { $counted ->
    [yes] 减少
   *[no] 下降
}超过{ $size }
table-need-least = 至少
table-need-at-least = 不低于基数
table-need-at-most = 不高于基数
table-asked = 待核实
table-need-keep = 保持
table-need-moved = 推迟到{ $year }年
table-need-floor-kept = 保持在下限以上（下限比基数低{ $size }）
table-need-ceiling-kept = 保持在上限以内（上限比基数高{ $size }）
table-need-floor-below = 下限比基数低{ $size }
table-need-ceiling-above = 上限比基数高{ $size }
table-no-base = 未载明
table-no-bases = 所列目标均未载明同名的基数。
table-reworded = 同一目标两处表述不同（如“70%”与“70%以上”）的，取与基数同表的一处。
table-standings = 各地数值，与全国、全省、标准比较
table-pair-apart = 不比较
table-pair-target = 目标{ $value }
table-pair = 两地都载明的指标
table-more = 其余{ $n }条
table-findings = 其他结论{ $n }条
table-findings-none = 其他结论
table-lacking = 表中没有的指标
table-not-stated = 未提及的指标
table-other-figures = 未归入共同指标的数据{ $n }条
table-other-figures-none = 未归入共同指标的数据
table-quotes = 其他有关数据的原文
table-references = 参考文献
kind-versus-region = 与他地比较
kind-attainment = 目标完成情况
kind-revision = 目标调整
kind-versus-reference = 与全国、全省、标准比较
kind-own-target = 自身目标
kind-promise = 目标比较
kind-pace = 年均进度
kind-change = 历年变化
kind-timing = 时间
kind-inconsistency = 待核实
kind-not-stated = 未提及

## What was promised, and what came.

heading-promised = 曾提出
heading-came = 实际
heading-result = 结论
heading-margin = 与目标相差
table-attainment = 目标与完成情况
table-attainment-none-else = 除推迟的以外，均未载明
table-attainment-no-targets = 没有目标
table-attainment-none = 均未载明
table-attainment-moved = 推迟：{ $targets }
table-attainment-moved-one = { $region }{ $topic }，由{ $old }年推迟到{ $year }年
table-attainment-lacking = 已到期而数据表中没有完成情况的目标有：{ $targets }
table-attainment-unknown = 已到期的目标（可比指标）中，所收文件未载完成情况的有：{ $targets }
table-attainment-lacking-in-year = { $year }年到期而数据表中没有完成情况的目标有：{ $targets }
table-attainment-unknown-in-year = { $year }年到期的目标（可比指标）中，所收文件未载完成情况的有：{ $targets }
table-attainment-coming = 尚未到期、也未载中途数值的目标有：{ $targets }
table-targets-of-region = { $region }{ $year }年{ $n }项
table-unrounded = 四舍五入之前是否达到不能确定
table-as-printed = 按所载数值：{ $verdict }
table-margin-level = 恰好达到
table-margin-edge = 恰等于界限，等于不算达到
table-margin-spare-least = 至少超出{ $margin }
table-margin-lack-least = 至少差{ $margin }
table-margin-lack-most = 至多差{ $margin }
table-margin-spare = 超出{ $margin }
table-margin-lack = 差{ $margin }
table-margin-early = 提前{ $n }年
table-margin-at-once = 提前{ $n }年，在文件印发当年
table-margin-late = 晚{ $n }年
table-line-met = 达到
table-line-missed = 未达到
table-line-not-decided = 不能确定
table-line-above = 高于（标准按县评估）
table-line-below = 低于（标准按县评估）
table-line-level = 相同（标准按县评估）
table-targets-of-many = { $regions }地{ $n }项
nation = 全国
heading-sign = 界限
table-target-years = 各地、全省、全国的目标
table-target-years-many = 地区较多，逐项目标见所附表格
table-target-came = 实际{ $outcome }，{ $verdict }
table-target-years-lacking = 只列目标的，未到期或表中没有完成情况。
table-target-years-note = 只列目标的，未到期或所收文件未载完成情况。
table-sheet-all = 全部目标
table-download = 下载全部目标（XLSX）
attainment-of-targets = 目标完成情况

## Sources of a region.

heading-issued = 日期
heading-source = 文件
heading-states = 载明
table-own-sources = 所用数据表
table-sources = 所据文件，按日期先后
table-sources-rule = 同一指标、年份、类别有几个数值的，以新近文件为准；原数值标“以另一文件为准”，仍列出。
table-source-states = { $years }{ $kind }{ $n }条
table-undated = 未载日期

heading-count = 数量
heading-account = 对象
heading-became = 去向
table-accounts = 表中各行、各格的去向
account-rows = 行
account-cells = 数据格
account-columns = 列
account-file = 文件
account-flags = 标记
account-sheets = 工作表
account-limits = 界限
account-taken-from-the-title-or-a-name = 取自标题、工作表名或文件名
account-read-as-another-spelling = 按同一地区的另一写法读取
account-with-values-of-some-years-only = 仅部分年份有数值
account-regions = 地区
account-with-hidden-rows-or-columns-that-are-read = 含隐藏的行或列，已读取
account-kinds = 数据性质
account-read-as = 按 { $encoding } 编码读取
account-read-as-targets = 按目标值读取
account-codes = 代码
account-names = 名称
account-years = 年份
account-directions = 指标方向
account-units = 单位
account-per-cent-from-the-name = 仅从名称看是%
account-outside-0-to-100-per-cent = 在0—100%之外
account-title = 表题
account-head = 表头
account-blank = 空行
account-note = 注释
account-total = 合计
account-part = 其中项
account-region = 地区
account-whole = 汇总地区，不参与排名
account-missing = 缺失
account-withheld = 不公开
account-of-wholes = 汇总地区的数值，不参与排名
account-bounds-and-ranges = 上下限、约数或区间
account-estimates-with-limits = 有置信区间的估计值
account-values = 数值
account-not-read = 未读取
account-not-used = 不属于任何估计值，未采用
account-footnote-marks = 带脚注标记的数值
account-read-with-their-leading-zeros = 缺开头的0，补上后读取
account-named-by-the-last-year-of-a-period = 时段以最后一年计
account-hidden = 已隐藏，未读取
account-without-a-table = 没有表格，未读取
account-break-in-the-series = 序列中断
account-confidential = 保密
account-definition-differs = 口径不同
account-estimated = 估计值
account-forecast = 预测值
account-imputed = 插补值
account-not-significant = 数值过小，近于零
account-provisional = 初步值
account-revised = 修订值
account-estimated-by-Eurostat = 欧盟统计局估计值
account-of-low-reliability = 可靠性低
account-not-applicable = 不适用
account-left-out = 未选取
account-told-otherwise-than-the-name-suggests = 与名称提示的方向相反
table-change = { $bound ->
    [least] 至少{ $size }
    [more] 超过{ $size }
   *[no] { $size }
}
