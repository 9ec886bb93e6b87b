#ifndef ONTARGET_CEXPAT_SHIM_H
#define ONTARGET_CEXPAT_SHIM_H

#include <expat.h>

#if XML_MAJOR_VERSION < 2
#error "expat 2 or later is needed"
#endif

#endif
