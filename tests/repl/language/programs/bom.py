# comment комм
print("bom")  # 你好
#end