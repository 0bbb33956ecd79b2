/* Flows, packets and bytes by protocol, as a table. */
#ifndef LEAN_TOTALS_H
#define LEAN_TOTALS_H

#include "dpi.h"

enum { NAME = 64, COUNTS = 3, COLUMNS = 5, CELL = 64 };

struct total {
  uint64_t state; /* of the flows */
  char name[NAME];
  uint64_t counts[COUNTS]; /* flows, packets, bytes */
};

struct totals {
  struct total *all;
  size_t count;
};

static int by_name(const void *a, const void *b) {
  return strcmp(((const struct total *)a)->name, ((const struct total *)b)->name);
}

static struct total *total_of(struct totals *totals, uint64_t state) {
  for (size_t i = totals->count; i > 0; i--)
    if (totals->all[i - 1].state == state) return &totals->all[i - 1];
  totals->all = checked(realloc(totals->all, (totals->count + 1) * sizeof *totals->all));
  struct total *total = &totals->all[totals->count++];
  *total = (struct total){.state = state};
  return total;
}

/* Sums by what was decided; flows of the same kind mostly stand together. */
static void sum(struct totals *totals, const struct flows *flows) {
  struct total *total = NULL;
  for (uint32_t i = 0; i < flows->count; i++) {
    const struct flow *flow = flow_at(flows, i);
    if (!total || total->state != flow->state) total = total_of(totals, flow->state);
    total->counts[0]++;
    total->counts[1] += flow->packets;
    total->counts[2] += flow->bytes;
  }
}

/* Joins those of one name: a protocol found with and without a master. */
static void join(struct totals *totals) {
  size_t kept = 0;
  qsort(totals->all, totals->count, sizeof *totals->all, by_name);
  for (size_t i = 0; i < totals->count; i++) {
    if (kept > 0 && strcmp(totals->all[kept - 1].name, totals->all[i].name) == 0)
      for (int k = 0; k < COUNTS; k++) totals->all[kept - 1].counts[k] += totals->all[i].counts[k];
    else
      totals->all[kept++] = totals->all[i];
  }
  totals->count = kept;
}

static void write_cells(char cells[COLUMNS][CELL], const struct total *total, const char *verdict) {
  snprintf(cells[0], CELL, "%s", total->name);
  snprintf(cells[1], CELL, "%s", verdict);
  for (int k = 0; k < COUNTS; k++) snprintf(cells[2 + k], CELL, "%" PRIu64, total->counts[k]);
}

/* The table of "dreyfus classify --format text". */
static void print(const struct totals *totals, const char *verdict) {
  static const char *const header[COLUMNS] = {"PROTOCOL", "VERDICT", "FLOWS", "PACKETS", "BYTES"};
  char cells[COLUMNS][CELL];
  int widths[COLUMNS];
  if (totals->count == 0) {
    puts("no flows");
    return;
  }
  for (int k = 0; k < COLUMNS; k++) widths[k] = (int)strlen(header[k]);
  for (size_t i = 0; i < totals->count; i++) {
    write_cells(cells, &totals->all[i], verdict);
    for (int k = 0; k < COLUMNS; k++)
      if ((int)strlen(cells[k]) > widths[k]) widths[k] = (int)strlen(cells[k]);
  }
  for (int k = 0; k < COLUMNS; k++)
    printf("%-*s%s", k < COLUMNS - 1 ? widths[k] : 0, header[k], k < COLUMNS - 1 ? "  " : "\n");
  for (size_t i = 0; i < totals->count; i++) {
    write_cells(cells, &totals->all[i], verdict);
    printf("%-*s  %-*s  %*s  %*s  %*s\n", widths[0], cells[0], widths[1], cells[1], widths[2],
           cells[2], widths[3], cells[3], widths[4], cells[4]);
  }
}

#endif
