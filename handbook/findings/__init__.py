"""What is wrong, and where: findings, their codes, and how they are printed."""
