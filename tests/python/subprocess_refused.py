# What a program tells of the machine, and the classes of errors that the network and other programs raise.
import getpass
import platform
import subprocess
import sys
import time
import urllib.error
import urllib.request

error = subprocess.CalledProcessError(3, ["ls", "-l"], output=b"out")
print(error, error.returncode, error.cmd, error.output)
print(platform.system() == "Linux", platform.python_version_tuple()[0])
print(len(platform.architecture()), platform.release() != "", platform.version() != "", isinstance(platform.processor(), str), isinstance(platform.python_implementation(), str))
print(platform.uname().system == platform.system(), len(platform.uname()), len(platform.python_build()),
      isinstance(platform.python_compiler(), str), len(platform.libc_ver()), "Linux" in platform.platform())
error = urllib.error.HTTPError("http://x.y/z", 404, "Not Found", {}, None)
print(error, error.code, error.reason, error.url)
print(urllib.error.ContentTooShortError("short", b"ab"), urllib.error.URLError("no route"))
request = urllib.request.Request("http://example.org/a?b=1", data=b"x=1", headers={"User-Agent": "me"})
request.add_header("accept", "text/plain")
print(request.get_method(), request.get_full_url(), request.host, sorted(request.headers.items()), request.selector,
      request.has_header("Accept"), request.get_header("User-agent"), len(request.header_items()))
print(urllib.request.Request("http://example.org").get_method(), urllib.request.pathname2url("/a b/c"))
opener = urllib.request.build_opener()
opener.addheaders = [("User-agent", "Mozilla/5.0")]
urllib.request.install_opener(opener)
urllib.request.urlcleanup()
print(sys.getsizeof([]) > 0, sys.getrefcount([]) >= 1)
print(time.process_time_ns() >= 0, time.thread_time() >= 0, time.tzset())
