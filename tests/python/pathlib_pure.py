from pathlib import Path, PurePath
p = Path("data") / "mnist" / "train.tar.gz"
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, list(p.parents))
print(p.with_suffix(".zip"), p.with_name("x"), p.with_stem("y"), p.parent.parent / "z", "top" / Path("a"), Path("/a/b").relative_to("/a"), p.is_absolute())
print(Path("a//b/./c/"), Path(), Path("/"), Path("a", "b", "/c"), Path("/").parent, Path("a/../b"), Path("a") == Path("a/"), Path("b") < Path("c"), Path("/a/b").root)
print(sorted([Path("b"), Path("a/z"), Path("a")]), Path("x.py").match("*.py"), Path("a/b").joinpath("c", "d"), str(Path("q")), f"{Path('q')}", {Path("a"): 1}[Path("a")], PurePath("a/b").as_posix(), repr(PurePath("q")))
print(isinstance(p, PurePath), type(p).__name__, len(p.parents), p.parents[1], Path("a/b").is_relative_to("a"), Path(".hidden").suffix, Path("a.").stem)
for bad in [lambda: Path("a").with_suffix("x"), lambda: Path("/").with_name("x"), lambda: Path("a").relative_to("b"), lambda: Path("a") / 5, lambda: Path(5), lambda: Path("a") + "b"]:
    try: bad()
    except (ValueError, TypeError) as error: print(type(error).__name__, error)
