print("%d items" % 3, "%s and %s" % ("a", 1), "%.2f%%" % (0.98765 * 100), "%5d|%-5d|%05d" % (42, 42, 42))
print("%x %X %o %e %g %r" % (255, 255, 8, 12345.678, 0.0001, "a"), "%c%c" % ("a", 98))
print("%(name)s is %(age)d" % {"name": "Bob", "age": 5}, "%10.3f|%-10s|%+d" % (3.14159, "ab", 5))
print("Loss: %.3f, Accuracy: %.3f%%" % (0.25, 98.7654), "%s" % [1, 2], "%s" % (None,), "%%")
print("%i %5.1f %.0f" % (3.99, 2.25, 0.5), "%*d" % (6, 42), "%#x" % 255, "% d" % 7)
print("epoch %d/%d" % (1, 10), "%s" % 1e-7, "%.3s" % "abcdef", "%.2e" % 0.000123)
try:
    "%d %d" % (1,)
except TypeError as e:
    print(e)
try:
    "%d" % "a"
except TypeError as e:
    print(e)
