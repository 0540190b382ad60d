/* Colour maps and colour names (declared in figure.h); the tables come from matplotlib. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "views/colour_tables.h"
#include "views/figure.h"

typedef struct ColourMap {
  const char *name;
  bool listed; /* a list of colours, not a ramp */
  int count;
  uint32_t colours[COLOUR_POINTS];
} ColourMap;

static const ColourMap maps[] = {
#define COLOUR_MAP(name, listed, count, ...) {name, listed, count, {__VA_ARGS__}},
    COLOUR_MAP_ROWS(COLOUR_MAP)
#undef COLOUR_MAP
};
enum { MAPS = sizeof maps / sizeof *maps };

const char *const colour_map_names[] = {
#define COLOUR_MAP_NAME(name, listed, count, ...) name,
    COLOUR_MAP_ROWS(COLOUR_MAP_NAME)
#undef COLOUR_MAP_NAME
        NULL};

static const struct {
  const char *name;
  uint32_t rgb;
} names[] = {
#define COLOUR_NAME(name, rgb) {name, rgb},
    COLOUR_NAME_ROWS(COLOUR_NAME)
#undef COLOUR_NAME
};

static const ColourMap *find_map(const char *name) {
  for (int i = 0; name && i < MAPS; i++)
    if (strcmp(maps[i].name, name) == 0) return &maps[i];
  return NULL;
}

bool colour_map_named(const char *name) { return find_map(name) != NULL; }

/* matplotlib looks a value up in a table of 256 colours; of a ramp every eighth is kept here, and the last. */
uint32_t colour_map_at(const char *name, double t) {
  const ColourMap *map = find_map(name);
  if (!map) map = &maps[0];
  if (!(t > 0)) t = 0;
  if (t > 1) t = 1;
  if (map->listed) {
    int index = (int)(t * map->count);
    return map->colours[index < map->count ? index : map->count - 1];
  }
  int index = (int)(t * 256) < 255 ? (int)(t * 256) : 255, point = index / 8;
  if (point > COLOUR_POINTS - 2) point = COLOUR_POINTS - 2;
  double part = (index - 8 * point) / (point == COLOUR_POINTS - 2 ? 7.0 : 8.0);
  uint32_t rgb = 0;
  for (int shift = 16; shift >= 0; shift -= 8) {
    double from = map->colours[point] >> shift & 255, to = map->colours[point + 1] >> shift & 255;
    rgb |= (uint32_t)lround(from + part * (to - from)) << shift;
  }
  return rgb;
}

static bool parse_hex(const char *digits, uint32_t *rgb) {
  size_t length = strlen(digits);
  if (length != strspn(digits, "0123456789abcdefABCDEF")) return false;
  uint32_t value = (uint32_t)strtoul(digits, NULL, 16);
  if (length == 4) value >>= 4, length = 3;    /* the last digit is opacity */
  if (length == 8) value >>= 8, length = 6;
  if (length == 3) value = (value >> 8) * 0x110000u + (value >> 4 & 15) * 0x1100u + (value & 15) * 0x11u;
  *rgb = value;
  return length == 3 || length == 6;
}

bool colour_parse(const char *text, uint32_t *rgb) {
  if (text[0] == '#') return parse_hex(text + 1, rgb);
  if (text[0] == 'C' && text[1] && strlen(text) < 10 && strspn(text + 1, "0123456789") == strlen(text + 1)) {
    const ColourMap *cycle = find_map("tab10");
    *rgb = cycle->colours[atol(text + 1) % cycle->count];
    return true;
  }
  for (size_t i = 0; i < sizeof names / sizeof *names; i++)
    if (text[0] && text[1] ? strcasecmp(names[i].name, text) == 0 : strcmp(names[i].name, text) == 0) {
      *rgb = names[i].rgb;
      return true;
    }
  /* A grey between "0" and "1". */
  if (!*text || strspn(text, "0123456789.eE+-") != strlen(text)) return false;
  char *end;
  double grey = strtod(text, &end);
  if (*end || !(grey >= 0 && grey <= 1)) return false;
  *rgb = (uint32_t)lround(grey * 255) * 0x010101u;
  return true;
}
