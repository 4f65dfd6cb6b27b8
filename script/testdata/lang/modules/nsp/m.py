v = "nsv"
