def toofar(): pass
try:
  from .... import z
except ImportError as e: print("far", e)
