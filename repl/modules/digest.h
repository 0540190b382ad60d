/* Digests of bytes: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4). */
#ifndef NNSH_REPL_MODULES_DIGEST_H
#define NNSH_REPL_MODULES_DIGEST_H

#include <stddef.h>

enum { DIGEST_MOST = 64 };

/* Writes the digest and returns its bytes; 0 for a name that is none of md5, sha1, sha224, sha256, sha384, sha512. */
int digest_make(const char *name, const unsigned char *bytes, size_t length, unsigned char out[DIGEST_MOST]);

#endif
