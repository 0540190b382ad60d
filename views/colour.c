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
  const uint32_t *colours; /* of a ramp: its knots, the place of 0..255 above red, green and blue */
} ColourMap;

static const ColourMap maps[] = {
#define COLOUR_MAP(name, listed, count, ...) {name, listed, count, (const uint32_t[]){__VA_ARGS__}},
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

/* "viridis_r" is viridis read backwards. */
static const ColourMap *find_map(const char *name, bool *reversed) {
  size_t length = name ? strlen(name) : 0;
  *reversed = length > 2 && strcmp(name + length - 2, "_r") == 0;
  if (*reversed) length -= 2;
  for (int i = 0; name && i < MAPS; i++)
    if (strlen(maps[i].name) == length && strncmp(maps[i].name, name, length) == 0) return &maps[i];
  return NULL;
}

bool colour_map_named(const char *name) {
  bool reversed;
  return find_map(name, &reversed) != NULL;
}

int colour_map_count(const char *name) {
  bool reversed;
  const ColourMap *map = find_map(name, &reversed);
  return map == NULL ? 0 : map->listed ? map->count : 256;
}

void colour_map_entry(const char *name, int index, double rgb[3]) {
  bool reversed;
  const ColourMap *map = find_map(name, &reversed);
  if (map == NULL) map = &maps[0];
  int last = map->listed ? map->count - 1 : 255;
  index = index < 0 ? 0 : index > last ? last : index;
  if (reversed) index = last - index;
  uint32_t from, to;
  double part = 0;
  if (map->listed) {
    from = to = map->colours[index];
  } else {
    int knot = 0;
    while (knot < map->count - 2 && (int)(map->colours[knot + 1] >> 24) <= index) knot++;
    from = map->colours[knot], to = map->colours[knot + 1];
    part = (index - (double)(from >> 24)) / ((to >> 24) - (double)(from >> 24));
  }
  for (int i = 0; i < 3; i++) {
    double low = from >> (16 - 8 * i) & 255, high = to >> (16 - 8 * i) & 255;
    rgb[i] = (low + part * (high - low)) / 255;
  }
}

uint32_t colour_map_at(const char *name, double t) {
  int count = colour_map_count(name);
  if (count == 0) count = 256;
  double rgb[3];
  colour_map_entry(name, t > 0 ? t < 1 ? (int)(t * count) : count - 1 : 0, rgb);
  return (uint32_t)lround(rgb[0] * 255) << 16 | (uint32_t)lround(rgb[1] * 255) << 8 | (uint32_t)lround(rgb[2] * 255);
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
    *rgb = colour_map_at("tab10", (double)(atol(text + 1) % 10) / 10 + 0.05);
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
