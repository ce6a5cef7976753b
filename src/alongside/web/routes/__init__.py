"""The doors of each area, one module per area, joined in `web/urls.py`."""
