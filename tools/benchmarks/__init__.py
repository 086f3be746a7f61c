"""Public sets, and how the reader is scored on each: one module a kind of set; `tools.bench_reading` runs them."""
