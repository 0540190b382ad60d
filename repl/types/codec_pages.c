#include "repl/types/codec_pages.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>

#include "repl/types/bytes.h"
#include "repl/types/codec_error.h"
#include "repl/types/exception.h"
#include "repl/types/str.h"
#include "repl/types/str_reader.h"

const CodecPage codec_pages[] = {
    {"cp037|037|csibm037|ebcdic-cp-ca|ebcdic-cp-nl|ebcdic-cp-us|ebcdic-cp-wt|ibm037|ibm039", "CP037", PAGE_BYTE},
    {"cp1125|1125|ibm1125|cp866u|ruscii", "CP1125", PAGE_BYTE},
    {"cp1140|1140|ibm1140", "CP1140", PAGE_BYTE},
    {"cp1256|1256|windows-1256", "CP1256", PAGE_BYTE},
    {"cp1257|1257|windows-1257", "CP1257", PAGE_BYTE},
    {"cp500|500|csibm500|ebcdic-cp-be|ebcdic-cp-ch|ibm500", "CP500", PAGE_BYTE},
    {"cp737", "CP737", PAGE_BYTE},
    {"cp775|775|cspc775baltic|ibm775", "CP775", PAGE_BYTE},
    {"cp852|852|cspcp852|ibm852", "CP852", PAGE_BYTE},
    {"cp855|855|csibm855|ibm855", "CP855", PAGE_BYTE},
    {"cp857|857|csibm857|ibm857", "CP857", PAGE_BYTE},
    {"cp858|858|csibm858|ibm858", "CP858", PAGE_BYTE},
    {"cp860|860|csibm860|ibm860", "CP860", PAGE_BYTE},
    {"cp861|861|cp-is|csibm861|ibm861", "CP861", PAGE_BYTE},
    {"cp862|862|cspc862latinhebrew|ibm862", "CP862", PAGE_BYTE},
    {"cp863|863|csibm863|ibm863", "CP863", PAGE_BYTE},
    {"cp864|864|csibm864|ibm864", "CP864", PAGE_BYTE},
    {"cp865|865|csibm865|ibm865", "CP865", PAGE_BYTE},
    {"cp869|869|cp-gr|csibm869|ibm869", "CP869", PAGE_BYTE},
    {"cp874", "CP874", PAGE_BYTE},
    {"hp-roman8|roman8|r8|cshproman8|cp1051|ibm1051", "HP-ROMAN8", PAGE_BYTE},
    {"iso8859-3|csisolatin3|iso-8859-3|iso-8859-3-1988|iso-ir-109|l3|latin3|latin-3", "ISO-8859-3", PAGE_BYTE},
    {"iso8859-4|csisolatin4|iso-8859-4|iso-8859-4-1988|iso-ir-110|l4|latin4|latin-4", "ISO-8859-4", PAGE_BYTE},
    {"iso8859-6|arabic|asmo-708|csisolatinarabic|ecma-114|iso-8859-6|iso-8859-6-1987|iso-ir-127", "ISO-8859-6",
     PAGE_BYTE},
    {"iso8859-8|csisolatinhebrew|hebrew|iso-8859-8|iso-8859-8-1988|iso-ir-138", "ISO-8859-8", PAGE_BYTE},
    {"iso8859-10|csisolatin6|iso-8859-10|iso-8859-10-1992|iso-ir-157|l6|latin6|latin-6", "ISO-8859-10", PAGE_BYTE},
    {"iso8859-11|thai|iso-8859-11|iso-8859-11-2001", "ISO-8859-11", PAGE_BYTE},
    {"iso8859-13|iso-8859-13|l7|latin7|latin-7", "ISO-8859-13", PAGE_BYTE},
    {"iso8859-14|iso-8859-14|iso-8859-14-1998|iso-celtic|iso-ir-199|l8|latin8|latin-8", "ISO-8859-14", PAGE_BYTE},
    {"iso8859-16|iso-8859-16|iso-8859-16-2001|iso-ir-226|l10|latin10|latin-10", "ISO-8859-16", PAGE_BYTE},
    {"koi8-t", "KOI8-T", PAGE_BYTE},
    {"koi8-u", "KOI8-U", PAGE_BYTE},
    {"kz1048|kz-1048|rk1048|strk1048-2002", "RK1048", PAGE_BYTE},
    {"mac-latin2|maccentraleurope|mac-centeuro|maclatin2", "MAC-CENTRALEUROPE", PAGE_BYTE},
    {"shift_jis|shift-jis|csshiftjis|shiftjis|sjis|s-jis|x-mac-japanese", "SJIS", PAGE_MANY},
    {"cp932|932|ms932|mskanji|ms-kanji", "CP932", PAGE_MANY},
    {"euc_jp|euc-jp|eucjp|ujis|u-jis", "EUC-JP", PAGE_MANY},
    {"gb2312|chinese|csiso58gb231280|euc-cn|euccn|eucgb2312-cn|gb2312-1980|gb2312-80|iso-ir-58|x-mac-simp-chinese",
     "EUC-CN", PAGE_MANY},
    {"gbk|936|cp936|ms936", "GBK", PAGE_MANY},
    {"gb18030|gb18030-2000", "GB18030", PAGE_MANY},
    {"big5|big5-tw|csbig5|x-mac-trad-chinese", "BIG5", PAGE_MANY},
    {"cp950|950|ms950", "CP950", PAGE_MANY},
    {"euc_kr|euc-kr|euckr|korean|ksc5601|ks-c-5601|ks-c-5601-1987|ksx1001|ks-x-1001|x-mac-korean", "EUC-KR", PAGE_MANY},
    {"cp949|949|ms949|uhc", "UHC", PAGE_MANY},
    {"johab|cp1361|ms1361", "JOHAB", PAGE_MANY},
    {"iso2022_jp|iso2022-jp|csiso2022jp|iso2022jp|iso-2022-jp", "ISO-2022-JP", PAGE_SHIFTED},
    {"iso2022_kr|iso2022-kr|csiso2022kr|iso2022kr|iso-2022-kr", "ISO-2022-KR", PAGE_SHIFTED},
    {NULL, NULL, PAGE_BYTE},
};

enum { PAGES = sizeof codec_pages / sizeof *codec_pages, NONE = -1 };
static const iconv_t nothing = (iconv_t)-1;

static iconv_t converter(const char *to, const char *from, const char *encoding) {
  iconv_t made = iconv_open(to, from);
  if (made == nothing) py_raise(&py_LookupError, "unknown encoding: %s", encoding);
  return made;
}

static uint32_t little(const unsigned char *at) {
  return (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
}

const uint16_t *codec_page_table(const CodecPage *page, const char *encoding) {
  static uint16_t tables[PAGES][256];
  static bool made[PAGES];
  size_t place = (size_t)(page - codec_pages);
  if (made[place]) return tables[place];
  iconv_t library = converter("UTF-32LE", page->library, encoding);
  if (library == nothing) return NULL;
  for (int byte = 0; byte < 256; byte++) {
    char one = (char)byte, *from = &one;
    unsigned char code[8];
    char *to = (char *)code;
    size_t left = 1, room = sizeof code;
    iconv(library, NULL, NULL, NULL, NULL);
    if (iconv(library, &from, &left, &to, &room) == 0 && room == sizeof code - 4)
      tables[place][byte] = (uint16_t)little(code);
  }
  iconv_close(library);
  made[place] = true;
  return tables[place];
}

/* What the library has and CPython's tables have not. */
static bool is_refused(const CodecPage *page, uint32_t code) {
  if (code >= 0x80 && code < 0xA0) return true;
  if (strcmp(page->library, "GBK") == 0) return code == 0x20AC;
  return strcmp(page->library, "SJIS") == 0 && code >= 0xFFE0 && code <= 0xFFE2;
}

/* A character's bytes in `out`; how many, or NONE. */
static int encode_one(iconv_t library, const CodecPage *page, uint32_t code, char out[16]) {
  if (code < 0x80 && page->kind == PAGE_MANY) {
    out[0] = (char)code;
    return 1;
  }
  if (is_refused(page, code)) return NONE;
  char units[4] = {(char)code, (char)(code >> 8), (char)(code >> 16), 0}, *from = units, *to = out;
  size_t left = sizeof units, room = 16;
  return iconv(library, &from, &left, &to, &room) == 0 ? 16 - (int)room : NONE;
}

Value codec_page_encode(const CodecPage *page, Value value, const char *shown, const char *errors) {
  iconv_t library = converter(page->library, "UTF-32LE", shown);
  if (library == nothing) return PY_ERROR;
  const String *string = py_as_string(value);
  Text text = {0};
  Reader from = reader(string);
  uint32_t code;
  char out[16];
  bool good = true;
  for (int64_t at = 0; good && read_code(&from, &code); at++) {
    int made = encode_one(library, page, code, out);
    if (made != NONE) {
      text_add_bytes(&text, out, (size_t)made);
      continue;
    }
    CodecError error = {.encoding = shown, .reason = "illegal multibyte sequence", .errors = errors, .width = 1,
                        .text = value, .start = at, .end = at + 1};
    Text answer = {0};
    bool raw;
    int64_t next = codec_refuse_text(&error, &answer, &raw);
    good = next >= 0;
    if (good && raw) text_add_bytes(&text, text_string(&answer), answer.length);
    Reader more = {text_string(&answer), text_string(&answer) + answer.length};
    while (good && !raw && read_code(&more, &code)) {
      made = encode_one(library, page, code, out);
      good = made != NONE || codec_raise(&error) >= 0;
      if (good) text_add_bytes(&text, out, (size_t)made);
    }
    text_free(&answer);
    if (!good) break;
    from.at = string->data + str_offset(string, next);
    at = next - 1;
  }
  if (good) { /* back to the set of characters that a text begins in */
    char *to = out;
    size_t room = sizeof out;
    iconv(library, NULL, NULL, &to, &room);
    text_add_bytes(&text, out, sizeof out - room);
  }
  iconv_close(library);
  Value made = !good         ? PY_ERROR
               : text.failed ? py_raise(&py_MemoryError, "Unable to allocate bytes")
                             : py_bytes(text_string(&text), text.length);
  text_free(&text);
  return made;
}

/* The bytes from `at` on as one character. How many were read (more than 0) with the character, or UINT32_MAX where
 * they only say which set of characters comes; else the error's reason and end. */
static int64_t decode_one(iconv_t library, const CodecPage *page, const char *at, const char *end, uint32_t *code,
                          CodecError *error) {
  unsigned char first = (unsigned char)*at;
  *code = first;
  if (first < 0x80 && page->kind == PAGE_MANY) return 1;
  error->reason = "illegal multibyte sequence";
  error->end = error->start + 1;
  if (first == 0x80) return 0;
  unsigned char unit[4];
  char *from = (char *)(uintptr_t)at, *to = (char *)unit; /* iconv does not write to what it reads */
  size_t left = (size_t)(end - at), room = sizeof unit;
  size_t answer = iconv(library, &from, &left, &to, &room);
  int why = answer == (size_t)-1 ? errno : 0;
  if (room == 0) {
    *code = little(unit);
    return is_refused(page, *code) && *code != 0x20AC ? 0 : from - at;
  }
  if (why == 0 || from > at) {
    *code = UINT32_MAX;
    return from - at;
  }
  if (why == EINVAL) {
    error->reason = "incomplete multibyte sequence";
    error->end = error->count;
  }
  return 0;
}

Value codec_page_decode(const CodecPage *page, const char *data, int64_t count, const char *shown, const char *errors) {
  iconv_t library = converter("UTF-32LE", page->library, shown);
  if (library == nothing) return PY_ERROR;
  Text text = {0};
  bool good = true;
  for (const char *at = data, *end = data + count; good && at < end;) {
    uint32_t code;
    CodecError error = {.encoding = shown, .errors = errors, .width = 1, .data = data, .count = count,
                        .start = at - data};
    int64_t taken = decode_one(library, page, at, end, &code, &error);
    if (taken > 0) {
      if (code != UINT32_MAX) text_add_code(&text, code);
      at += taken;
      continue;
    }
    int64_t next = codec_refuse_bytes(&error, &text);
    good = next >= 0;
    at = data + (good ? next : 0);
  }
  iconv_close(library);
  if (good) return py_text_take(&text);
  text_free(&text);
  return PY_ERROR;
}
