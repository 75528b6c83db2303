## Notes below charts of any form.

close-short = with values that are only close (definition or denominator differs a little or is not stated; each indicator's own chart gives the reason)
