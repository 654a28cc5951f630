"""The guide: from a few answers of an officer to a model and options that fit, or to no agreement at all."""
