#ifndef ONTARGET_CXLSXWRITER_SHIM_H
#define ONTARGET_CXLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
