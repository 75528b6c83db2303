## What pages about one figure open with.

finding-figure = { $region }{ $moment }：{ $label }{ $value }
finding-figure-alone = 没有他地、全国参照或自身目标可与这个数值比较
finding-unaligned = 这个数值没有对应的共同指标，不与任何地区比较
finding-proxy = 口径仅为近似（{ $why }），不计算差距，也不排名次
finding-no-cautions = 本页没有比较，没有需要提示的限制。
finding-stop = ；
finding-join = ，

## A composite.

finding-composite = 各地载明的指标不同，综合指数受指标覆盖影响，只能与名次范围一起使用
finding-composite-open = 换一种权重、算法，或者区间值取另一端，先后可能改变，因此不报综合名次；比较请看各项指标
finding-composite-of = { $names }按{ $moment }的{ $n }项指标计算
finding-refused-regions = 不予计算：{ $names }

## School data.

finding-join-place = {""}
stage-primary = 小学
stage-junior = 初中
finding-balance-lead-met = 校际差异系数：各学段均达到{ $rule }的要求
finding-balance-lead-unmet = 校际差异系数：{ $places }未达到{ $rule }的要求
finding-balance = { $stage }{ $n }项差异系数{ $verdict }
finding-all-met = 均不超过限值
finding-some-unmet = 中{ $k }项超过限值（{ $names }）
finding-mean-met = 的平均值不超过限值
finding-mean-unmet = 的平均值超过限值
finding-made-up = 这是虚构的示例学校，不是任何地区的数据

## The evidence itself, and a scan.

finding-evidence-found = 数据核对：{ $quotes }条引文与原文逐字一致
finding-evidence-lost = 数据核对：{ $quotes }条引文中{ $lost }条在原文中没有找到
finding-evidence-unquoted = 数据核对：引文未与原文核对
finding-evidence-counted = 共{ $figures }条数据，对应到共同指标的数值{ $observations }条
finding-evidence-clean = 数据检查没有发现问题
finding-evidence-problems = 数据检查发现{ $n }个问题
finding-evidence-conflicts = { $n }组数值互不一致，均已列出
finding-no-texts = { $documents }份文件的文本不在手边，其{ $n }条引文未核对
finding-scan = 《{ $title }》：找到{ $n }处数量表述，{ $sure }处把握较大，{ $aligned }处可对应共同指标
finding-scan-nothing = 提议不是数据：未经确认的一条也不会进入构建
finding-no-text-kept = { $documents }份文件未存文本：其{ $n }条引文只有名称与数值，此处无法核对

## What places are.

place-prefecture-city = { $names }为{ $province }的地级市
place-county = { $names }为{ $province }的县
place-county-city = { $names }为{ $province }的县级市
place-district = { $names }为{ $province }的市辖区
place-part-county = { $names }为{ $whole }所辖县
place-part-county-city = { $names }为{ $whole }所辖县级市
place-part-district = { $names }为{ $whole }的市辖区
