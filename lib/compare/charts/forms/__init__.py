"""The forms of charts, one module each: a frame in, a chart out."""
