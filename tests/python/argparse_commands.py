import argparse
p = argparse.ArgumentParser(prog="tool")
p.add_argument("--level", default=1, type=int)
s = p.add_subparsers(dest="command", help="what to do")
a = s.add_parser("add", help="adds a file"); a.add_argument("file"); a.set_defaults(func=len)
c = s.add_parser("commit", help="commits"); c.add_argument("-m", "--message", required=True)
args = p.parse_args(["--level", "5", "add", "x.txt"])
print(args.command, args.file, args.level, args.func("abc"), p.parse_args(["commit", "-m", "text"]), p.parse_args([]))
p.print_help(); c.print_usage()
for words in [["foo"], ["commit"], ["add", "a", "b"], ["--level", "x"]]:
    try: p.parse_args(words)
    except SystemExit as error: print(words, error.code)
def positive(text):
    value = int(text)
    if value <= 0: raise argparse.ArgumentTypeError("%s is not positive" % text)
    return value
r = argparse.ArgumentParser(prog="r", exit_on_error=False); r.add_argument("-n", type=positive)
print(r.parse_args(["-n", "4"]).n)
for words in [["-n", "-1"], ["-n", "x"], ["-n"]]:
    try: r.parse_args(words)
    except argparse.ArgumentError as error: print(error)
