import warnings
warnings.simplefilter("error")
print("before")
warnings.warn("this is an error now", RuntimeWarning)
