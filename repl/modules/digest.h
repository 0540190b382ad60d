/* Digests of bytes: MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4), SHA-3 (FIPS 202), BLAKE2 (RFC 7693). */
#ifndef NNSH_REPL_MODULES_DIGEST_H
#define NNSH_REPL_MODULES_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { DIGEST_MOST = 64 };

/* Writes the digest and returns its bytes; 0 for a name that is none of md5, sha1, sha224, sha256, sha384, sha512. */
int digest_make(const char *name, const unsigned char *bytes, size_t length, unsigned char out[DIGEST_MOST]);

/* What SHA-512 starts from; SHA-256 from the upper halves. BLAKE2 too. */
extern const uint64_t digest_first[8];

/* SHA-3 and SHAKE: `rate` bytes of the state take part, `suffix` are the bits after the data (0x06, 0x1F). */
void digest_sponge(size_t rate, unsigned char suffix, const unsigned char *bytes, size_t length, unsigned char *out,
                   size_t size);

/* BLAKE2b (wide) or BLAKE2s with its block of parameters (64 or 32 bytes); a key is the first block of the data. The
 * whole state is written, of which a digest is the beginning. */
void digest_blake(bool wide, const unsigned char *parameters, bool last_node, const unsigned char *bytes, size_t length,
                  unsigned char out[DIGEST_MOST]);

#endif
