import sys, time
t = time.time()
p = time.perf_counter()
time.sleep(0.01)
print(t > 1.6e9, time.time() - t >= 0.01, time.perf_counter() - p > 0, type(time.time()))
print(sys.version_info[0], sys.version_info >= (3, 6), sys.maxsize, len(sys.argv), sys.platform)
print(sys.version_info.major, sys.version[:2], type(sys.path), isinstance(sys.modules, dict), sys.byteorder)
sys.path.append(".")
print("." in sys.path)
start = time.time()
elapsed = time.time() - start
print("%.1f" % elapsed, f"{elapsed:.0f}s", time.strftime("%Y") >= "2020", len(time.strftime("%H:%M:%S")))
if __name__ == "__main__":
    print("main", __name__)
from time import time as now, perf_counter
print(now() > 0, perf_counter() >= 0)
