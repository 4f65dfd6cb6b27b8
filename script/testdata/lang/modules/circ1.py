import circ2; y = 1
