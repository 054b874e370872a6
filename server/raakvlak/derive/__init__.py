"""What is made from streams afterwards."""
