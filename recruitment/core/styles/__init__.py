"""The look: Sass and script sources, and the press that turns them into what the portal serves."""
