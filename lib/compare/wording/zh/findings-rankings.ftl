## What a ranking decides.

rankings-leads = { $indicator }：可比的{ $of }地中{ $first }领先（{ $value }）
rankings-level = { $indicator }：{ $first }持平（{ $value }）
rankings-undetermined = { $indicator }：{ $first }之间无法判定先后
rankings-alone = { $indicator }：只有{ $first }的{ $moment }可用，无从比较
rankings-none = { $indicator }：没有可比的{ $moment }
rankings-counts = { $indicator }：{ $moment }只列数值，不评优劣
