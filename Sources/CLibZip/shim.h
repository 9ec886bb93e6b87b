#ifndef ONTARGET_CLIBZIP_SHIM_H
#define ONTARGET_CLIBZIP_SHIM_H

#include <zip.h>

#if LIBZIP_VERSION_MAJOR < 1
#error "libzip 1.0 or later is needed; another zip.h seems to be on the include path"
#endif

// A mask of shifted constants, which Swift does not import: what a source that can be read anywhere answers.
static inline zip_int64_t ontarget_zip_seekable(void) { return ZIP_SOURCE_SUPPORTS_SEEKABLE; }

#endif
