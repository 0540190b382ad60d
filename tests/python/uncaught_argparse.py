import argparse
p = argparse.ArgumentParser(prog="train.py")
p.add_argument("--epochs", type=int)
print(p.parse_args(["--epochs", "3"]))
p.parse_args(["--epochs", "many"])
