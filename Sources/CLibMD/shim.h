#ifndef ONTARGET_CLIBMD_SHIM_H
#define ONTARGET_CLIBMD_SHIM_H

#include <stdint.h>
#include <sha2.h>

#endif
