x = 1
if x:
	print("tab and crlf")
	if x:
		print("""a
b""")
print("done")