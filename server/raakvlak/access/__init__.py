"""Who gets in: invites, people, cookies, limits."""
