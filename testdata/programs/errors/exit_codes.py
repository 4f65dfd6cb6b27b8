import sys


def main():
    try:
        sys.exit("fatal: no input")
    finally:
        print("finally")


main()
