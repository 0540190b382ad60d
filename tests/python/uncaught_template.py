from string import Template
print(Template('$a').substitute(a=1))
Template('$a and $b').substitute(a=1)
