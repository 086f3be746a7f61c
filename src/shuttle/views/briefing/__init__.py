"""The sections of a brief, a module for each group of them; `shuttle.views.brief` puts them in order."""
