"""How the program looks: tokens, fonts, icons and the one style made from them."""
