# packaging.version: versions, their parts and their order.
from packaging import version
from packaging.version import InvalidVersion, Version, parse

v = parse("2.16.1")
print(v, repr(v), v.release, v.major, v.minor, v.micro, v.is_prerelease)
print(version.parse("2.0") >= version.parse("1.13.9"), parse("1.10") > parse("1.9"), parse("1.0") == parse("1"))
texts = ["1.0", "1.0.dev1", "1.0rc1", "1.0a2", "1.0.post1", "1.0+local.2", "1.0b1.dev3", "1!0.1", "0.9"]
print([str(x) for x in sorted(map(Version, texts))])
for text in ("1.0-Alpha_3", "v1.2.3.POST4", "1.0c1", "1.0-1", "1.2.dev", "1.0+Ubuntu-1", "2!3.4"):
    x = Version(text)
    print(x, x.epoch, x.pre, x.post, x.dev, x.local, x.base_version, x.public, x.is_postrelease, x.is_devrelease)
print(len({Version("1.0"), Version("1"), Version("1.0.0")}), max(map(parse, ["1.9", "1.10rc1"])), parse("3").minor, parse("3").micro)
for text in ("french toast", "", "1..0"):
    try:
        parse(text)
    except InvalidVersion as error:
        print(type(error).__name__, error, isinstance(error, ValueError))
try:
    parse("1.0") < "2.0"
except TypeError as error:
    print(error)
