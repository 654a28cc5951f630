"""pactwright drafts fair partnership agreements for smart-city projects."""

__version__ = "0.1.0"
