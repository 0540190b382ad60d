import warnings
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("careful")
    warnings.warn("old", DeprecationWarning, stacklevel=2)
    print(len(caught), caught[0].message, caught[0].category.__name__, caught[1].category, caught[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try: warnings.warn("boom", RuntimeWarning)
    except RuntimeWarning as error: print(type(error).__name__, error)
warnings.simplefilter("default")
warnings.filterwarnings("ignore", message="quiet.*")
with warnings.catch_warnings(record=True) as caught:
    warnings.warn("quiet please"); warnings.warn(UserWarning("loud")); print([str(w.message) for w in caught])
warnings.filterwarnings("error", category=FutureWarning); warnings.filterwarnings("ignore", category=UserWarning)
try: warnings.warn("soon", FutureWarning)
except FutureWarning as error: print(error)
print(warnings.warn("nothing"), warnings.formatwarning("m", UserWarning, "f.py", 3))
for bad in [lambda: warnings.warn("x", int), lambda: warnings.simplefilter("foo")]:
    try: bad()
    except (TypeError, AssertionError) as error: print(type(error).__name__, error)
