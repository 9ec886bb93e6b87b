#ifndef ONTARGET_CZLIB_SHIM_H
#define ONTARGET_CZLIB_SHIM_H

#include <zlib.h>

// inflateInit2 is a macro that Swift cannot see. 15 + 32: the largest window, gzip or zlib header.
static inline int ontarget_inflate_init(z_stream *stream) { return inflateInit2(stream, 15 + 32); }

#endif
