/* The lower bound: reader, decoder, flow table and libndpi 4.2 with nothing around them.

   lean [--no-ndpi] CAPTURE
   lean --version

   Prints flows, packets and bytes by protocol, as "dreyfus classify --flows ndpi --format text" does with the
   classifier ndpi, and with --no-ndpi as it does with allow-all.
   --version prints that of libndpi.
   Build: cc -O3 -march=native -o lean lean.c -lndpi */
#include "lean/totals.h"

static void read_flows(const char *name, struct flows *flows, struct dpi *dpi) {
  struct capture capture;
  struct frame frame;
  struct packet packet;
  open_capture(&capture, name);
  while (next_frame(&capture, &frame)) {
    if (!decode(capture.link_type, &frame, &packet)) continue;
    struct flow *flow = flow_of(flows, packet.key);
    flow->packets++;
    flow->bytes += frame.length;
    if (dpi && !(flow->state & DECIDED)) inspect(dpi, flow, &packet, frame.milliseconds);
  }
}

int main(int count, char **arguments) {
  if (count == 2 && strcmp(arguments[1], "--version") == 0) return puts(ndpi_revision()) < 0;
  bool no_ndpi = count == 3 && strcmp(arguments[1], "--no-ndpi") == 0;
  if (count != 2 && !no_ndpi) fail(USAGE, "use: lean [--no-ndpi] CAPTURE");
  struct flows flows = {0};
  struct totals totals = {0};
  struct dpi dpi;
  make_index(&flows, FIRST_INDEX);
  if (!no_ndpi) open_dpi(&dpi);
  read_flows(arguments[count - 1], &flows, no_ndpi ? NULL : &dpi);
  if (!no_ndpi) conclude(&dpi, &flows);
  sum(&totals, &flows);
  for (size_t i = 0; i < totals.count; i++) {
    struct total *total = &totals.all[i];
    if (no_ndpi)
      snprintf(total->name, NAME, "Unknown");
    else
      protocol_name(&dpi, total->state, total->name, NAME);
  }
  join(&totals);
  print(&totals, no_ndpi ? "allow" : "identified");
  return fflush(stdout) == 0 ? 0 : FAILED;
}
