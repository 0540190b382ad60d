import re
print(re.sub("a", "b", "cat"))
re.compile("(unclosed")
