"""The clause library: issues, options, terms, models, jurisdictions, laid over each other in layers."""
