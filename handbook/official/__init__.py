"""The official text laid beside the rendering: what an import gave, and what the site may see of it."""
