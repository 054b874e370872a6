"""How fast Raakvlak is, measured beside two other servers: `./run bench`. See RESULTS.md for the last figures."""
