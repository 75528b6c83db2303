## Adding regions and indicators, and reviewing what a scan proposes.

region-fact-region = 地区的拼音名：小写字母、数字和连字符，以字母开头，如 liyang
region-fact-full-name-zh = 全称，如 漓阳县
region-fact-name-zh = 简称，如 漓阳
region-fact-name-en = 英文名，如 Liyang
region-fact-level = 级别：county 县、county-city 县级市、district 区、prefecture-city 地级市、province 省
region-fact-parent = 上一级的拼音名，必填，不必已登记：县写所属的市，如 zhuzhou；市写所属的省，如 hunan；省写 china
region-fact-province = 所在省的简称，如 湖南
region-fact-adcode = 六位行政区划代码（GB/T 2260），如 430299
region-fact-aliases = 其他名称，以 | 分隔，可不填
region-explained = { $fact }：{ $explained }
region-not-right = 不合要求
region-taken = { $value } 已是{ $region }
region-not-added = 不能添加
region-code-unfit = 代码 { $code } 与级别 { $level } 不符：地级市的代码以 00 结尾，县的不是
region-several = 名为{ $full }的行政区划有多个，请给出代码：{ $divisions }
region-code-other = 官方区划表中代码 { $code } 是 { $listed }，不是{ $full }：请更正其一；更名的区划，请把原名写入其他名称
region-name-and-code = 官方区划表中该名称是 { $divisions }，代码 { $code } 是 { $listed }：请更正其一
region-name-elsewhere = 官方区划表中该名称是 { $divisions }，表中没有代码 { $code }：请更正其一
folder-name-refused = 文件夹名 { $folder } 不能用作文件名：只用小写字母、数字和连字符，以字母开头，如 liyang-14fyp；不能是 { $taken }
alignment-by-hand = 人工确认
indicator-draft = 待填：{ $missing }；见“{ $quote }”
indicator-draft-more = 待填：{ $missing }；见“{ $quote }”等{ $n }处
