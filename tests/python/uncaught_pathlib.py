from pathlib import Path
print(Path("a") / "b")
Path("missing/file.txt").read_text()
