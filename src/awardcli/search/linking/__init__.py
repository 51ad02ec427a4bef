"""Which results the lines of somebody's own list name: a line is taken apart, titles are proposed and judged."""
