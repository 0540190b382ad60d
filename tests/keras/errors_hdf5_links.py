# Files of weights whose values lie elsewhere: links, external and virtual datasets. Keras names what it refuses.
import base64
import os
import tempfile
import zlib

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras

FILES = {
    'SoftLink':
        'eNrr9HBx4+WS4mLm4GCAgf9QwAIVMoCKx2nqdfh7uAQxKfg95clGxhVMQsgaYYCLiYGRgYFNkAFIseUkVqYWFR+GWeLMQA1gsbHFkRwn'
        'CYCcxJqSmlecGsYINcuFKi5iuHg7iJscJ/GDnMRSllhU/BLmIlfquIjhSWOiGTlO4gE5idGwhgliDJs0kM/ByGggwqAPiU19cAjqgxyt'
        'b8igSYKTDnasfAZ2EtACRhEGBiZGIIDKwWhmEQZGQQV5BhYwT4FBnINBvB7IYgW6jpmLA+hyFkYGaBplgRm8gWHIgdi1jpEMo2AUjIJR'
        'MAAAAAjUjOs=',
    'ExternalLink':
        'eNrr9HBx4+WS4mLm4GCAgf9QwAIVMoCKx2nqdfh7uAQxKfg95clGxhVMQsgaYYCLiYGRgYFNkAFIseUkVqYWFR+GWeLMQA1gsbHFkRwn'
        'CYCcxJqSmlecGsYINcuFKi5iuHg7iJscJ/GDnMRSllhU/BLmIlfquIjhSWOiGTlO4gE5idGwhgliDJsIkM/hwGjAy8CQX5KRWqSXYcqg'
        'X4FIICSADf8eJoOdBLSAEWguEyMQQOVgNLMIA6OggjwDC5inwCDOwSBeD2SxAl3HzMUBdDkLIwM0jbLADWYYciB2rWMkwygYBaNgFAwA'
        'AACULomJ',
    'external Dataset':
        'eNrr9HBx4+WS4mLm4GCAgf9QwAIVMoCKx2nqdfh7uAQxKfg95clGxhVMQsgaYYCLiYGRgYFNkAFIseUkVqYWFR+GWeLMQA1gsbHFkRwn'
        'CYCcxJqSmlecGsYINcuFKi5iuHg7iJscJ/GDnMRSllhU/BLmIlfquIjhSWOiGTlO4gE5idGwhgliDJRv0MEMC33ynbTYcgoz2ElAAxlF'
        'GBiYGIEAKgejmUUYGAUV5BlYwDwFBnEOBvF6IIsV6DpmLg6gy1kYGaBplAVm8AaGIQdi1zpGwsNCBRgWwMBgQgsLJpLChl2DARyaQAMZ'
        'pkCDhgPNVhgfEo6wmIerKhmYsJh2P5rRw9UxAMSWQPPzFhZUtfqpJcn6GfnFJXmJuakMo2AUjAJyAABKh5mL',
    'virtual Dataset':
        'eNrr9HBx4+WS4mLm4GCAgf9QwCIB4RtAxdfMMZPx93AJYlLwe8qTjYwrmISQNcIAFxMDIwMDmyADkGLLSaxMLSo+DLPEmYEawGJjiyM5'
        'ThIAOYk1JTWvODWMEWqWC1VcxHDxdhA3OU7iBzmJpSyxqPglzEWu1HERw5PGRDNynMQDchKjYQ0TxBgo36CDGRb65DtpseUUZrCTgAYy'
        'ijAwMDECAVQORjOLMDAKKsgzsIB5CgziHAzi9UAWK9B1zFwcQJezMDJAky0LzOANDEMOxK51jASHhSJ69ADDRgUYNsDAYUILGyZSwoqb'
        'gw8YQswsHEh6lgyNsMkzOcLNMApGwSigGXB39vcBlwkCqGUKvHiHCeSXZKQW6WWYMlQwMCMJg8sfNH7nH05BGHsF/2gYj4JRMApGwSgY'
        'BaNgFIyCUTAKRsEoGAUDDQAH3JgM',
}

model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, name='d')])
before = [w.tolist() for w in model.get_weights()]
with tempfile.TemporaryDirectory() as folder:
    for what, text in FILES.items():
        path = os.path.join(folder, 'x.weights.h5')
        with open(path, 'wb') as file:
            file.write(zlib.decompress(base64.b64decode(text)))
        try:
            model.load_weights(path)
        except Exception as error:
            print(what, type(error).__name__, f'Not allowed: H5 file with {what}' in str(error))
print(before[1])
