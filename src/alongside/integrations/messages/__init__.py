"""How messages leave: by e-mail. A second way (GOV.UK Notify) is another class with the same method."""
