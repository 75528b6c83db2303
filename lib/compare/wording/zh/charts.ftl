## Notes below charts of any form.

close-short = 含口径相近（定义或分母略有出入或未写明，理由见各指标图）的数值
