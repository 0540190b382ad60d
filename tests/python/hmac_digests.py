# hmac: digests with a key.
import hmac, hashlib
print(hmac.new(b'key', b'msg', hashlib.sha256).hexdigest(), hmac.new(b'k'*100, b'm', 'md5').hexdigest(), hmac.compare_digest('a','a'), hmac.digest(b'k', b'm', 'sha1').hex(), hmac.new(b'k', b'', 'sha512').name)
try: hmac.new(b'k', b'm')
except TypeError as e: print(e)
