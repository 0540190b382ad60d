import os
print(os.environ.get("NNSH_NO_SUCH"))
os.environ["NNSH_NO_SUCH"]
