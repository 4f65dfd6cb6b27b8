"""Shows the tree of a file."""

from ast import main

if __name__ == "__main__":
    main()
