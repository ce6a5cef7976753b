"""One deed (`actions`) or one view of the truth (`queries`). Called by every entrance; calls only downwards."""
