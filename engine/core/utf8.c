#include "engine/core/utf8.h"

#include <string.h>
#include <utf8proc.h>

int utf8_decode(const char *bytes, size_t length, uint32_t *code_point) {
  if (length == 0) return 0;
  unsigned char first = (unsigned char)bytes[0];
  if (first < 0x80) {
    *code_point = first;
    return 1;
  }
  utf8proc_int32_t code;
  utf8proc_ssize_t taken = utf8proc_iterate((const utf8proc_uint8_t *)bytes, (utf8proc_ssize_t)length, &code);
  if (taken > 0) {
    *code_point = (uint32_t)code;
    return (int)taken;
  }
  const unsigned char *surrogate = (const unsigned char *)bytes;
  if (first != 0xED || length < 3 || surrogate[1] < 0xA0 || surrogate[1] > 0xBF || surrogate[2] >> 6 != 2) return -1;
  *code_point = 0xD000u | (surrogate[1] & 63u) << 6 | (surrogate[2] & 63u);
  return 3;
}

size_t utf8_encode(uint32_t code_point, char bytes[4]) {
  if (utf8_is_surrogate(code_point)) {
    bytes[0] = (char)0xED;
    bytes[1] = (char)(0x80 | (code_point >> 6 & 63));
    bytes[2] = (char)(0x80 | (code_point & 63));
    return 3;
  }
  if (!utf8proc_codepoint_valid((utf8proc_int32_t)code_point)) code_point = 0xFFFD;
  return (size_t)utf8proc_encode_char((utf8proc_int32_t)code_point, (utf8proc_uint8_t *)bytes);
}

size_t utf8_count(const char *bytes, size_t length) {
  size_t count = 0;
  for (size_t at = 0; at < length; count++) {
    uint32_t code;
    int taken = utf8_decode(bytes + at, length - at, &code);
    at += taken > 0 ? (size_t)taken : 1;
  }
  return count;
}

long utf8_find_broken(const char *bytes, size_t length) {
  for (size_t at = 0; at < length;) {
    uint64_t word;
    if (at + sizeof word <= length && (memcpy(&word, bytes + at, sizeof word), !(word & 0x8080808080808080u))) {
      at += sizeof word;
      continue;
    }
    uint32_t code;
    int taken = utf8_decode(bytes + at, length - at, &code);
    if (taken <= 0 || utf8_is_surrogate(code)) return (long)at;
    at += (size_t)taken;
  }
  return -1;
}

int utf8_code_width(uint32_t code_point) {
  if (code_point < 0x20 || code_point == 0x7F) return 0;
  if (code_point < 0x7F) return 1;
  return utf8proc_charwidth((utf8proc_int32_t)code_point);
}

int utf8_width(const char *bytes, size_t length) {
  int width = 0;
  for (size_t at = 0; at < length;) {
    uint32_t code;
    int taken = utf8_decode(bytes + at, length - at, &code);
    if (taken <= 0) {
      at++;
      width++;
      continue;
    }
    width += utf8_code_width(code);
    at += (size_t)taken;
  }
  return width;
}

static utf8proc_category_t category(uint32_t code_point) { return utf8proc_category((utf8proc_int32_t)code_point); }

bool utf8_is_alpha(uint32_t code_point) {
  if (code_point < 0x80) return (code_point | 0x20) >= 'a' && (code_point | 0x20) <= 'z';
  utf8proc_category_t of = category(code_point);
  return of >= UTF8PROC_CATEGORY_LU && of <= UTF8PROC_CATEGORY_LO;
}

bool utf8_is_identifier_start(uint32_t code_point) {
  return code_point == '_' || utf8_is_alpha(code_point) || category(code_point) == UTF8PROC_CATEGORY_NL;
}

bool utf8_is_identifier_part(uint32_t code_point) {
  utf8proc_category_t of = category(code_point);
  return utf8_is_identifier_start(code_point) || of == UTF8PROC_CATEGORY_MN || of == UTF8PROC_CATEGORY_MC ||
         of == UTF8PROC_CATEGORY_ND || of == UTF8PROC_CATEGORY_PC;
}

bool utf8_is_digit(uint32_t code_point) { return category(code_point) == UTF8PROC_CATEGORY_ND; }

bool utf8_is_numeric(uint32_t code_point) {
  utf8proc_category_t of = category(code_point);
  return of == UTF8PROC_CATEGORY_ND || of == UTF8PROC_CATEGORY_NL || of == UTF8PROC_CATEGORY_NO;
}

bool utf8_is_space(uint32_t code_point) {
  if (code_point < 0x80) return code_point == ' ' || (code_point >= 0x09 && code_point <= 0x0D) ||
                                (code_point >= 0x1C && code_point <= 0x1F);
  utf8proc_category_t of = category(code_point);
  return code_point == 0x85 || (of >= UTF8PROC_CATEGORY_ZS && of <= UTF8PROC_CATEGORY_ZP);
}

bool utf8_is_printable(uint32_t code_point) {
  if (code_point == ' ') return true;
  utf8proc_category_t of = category(code_point);
  return of != UTF8PROC_CATEGORY_CN && of < UTF8PROC_CATEGORY_ZS;
}

bool utf8_is_upper(uint32_t code_point) {
  if (code_point < 0x80) return code_point >= 'A' && code_point <= 'Z';
  return category(code_point) == UTF8PROC_CATEGORY_LU || utf8_is_other_upper(code_point);
}
bool utf8_is_lower(uint32_t code_point) {
  if (code_point < 0x80) return code_point >= 'a' && code_point <= 'z';
  return category(code_point) == UTF8PROC_CATEGORY_LL || utf8_is_other_lower(code_point);
}
bool utf8_is_title(uint32_t code_point) {
  return code_point >= 0x80 && category(code_point) == UTF8PROC_CATEGORY_LT;
}
bool utf8_is_case_ignorable(uint32_t code_point) {
  switch (code_point) {
    case '\'': case '.': case ':': case 0xB7: case 0x387: case 0x55F: case 0x5F4: case 0x2018: case 0x2019: case 0x2024:
    case 0x2027: case 0xFE13: case 0xFE52: case 0xFE55: case 0xFF07: case 0xFF0E: case 0xFF1A: return true;
    default: break;
  }
  utf8proc_category_t of = category(code_point);
  return of == UTF8PROC_CATEGORY_MN || of == UTF8PROC_CATEGORY_ME || of == UTF8PROC_CATEGORY_CF ||
         of == UTF8PROC_CATEGORY_LM || of == UTF8PROC_CATEGORY_SK;
}
uint32_t utf8_to_title(uint32_t code_point) { return (uint32_t)utf8proc_totitle((utf8proc_int32_t)code_point); }

uint32_t utf8_to_upper(uint32_t code_point) { return (uint32_t)utf8proc_toupper((utf8proc_int32_t)code_point); }
int utf8_fold(uint32_t code_point, uint32_t folded[UTF8_FOLDED]) {
  utf8proc_int32_t codes[UTF8_FOLDED];
  int bound = 0;
  utf8proc_ssize_t count =
      utf8proc_decompose_char((utf8proc_int32_t)code_point, codes, UTF8_FOLDED, UTF8PROC_CASEFOLD, &bound);
  if (count < 1 || count > UTF8_FOLDED) {
    folded[0] = code_point;
    return 1;
  }
  for (int i = 0; i < count; i++) folded[i] = (uint32_t)codes[i];
  return (int)count;
}
uint32_t utf8_to_lower(uint32_t code_point) { return (uint32_t)utf8proc_tolower((utf8proc_int32_t)code_point); }
