## bullet

bullet-subtitle = base, latest outcome and target
bullet-target = target { $value }
bullet-limit = national target or standard
