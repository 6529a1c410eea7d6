"""What several pages show: lists of decisions, goals, articles and acts, a goal in a plan."""
