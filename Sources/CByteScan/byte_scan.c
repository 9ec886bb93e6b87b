// SwiftPM wants a source file in a C target; everything is in the header, to be inlined.
#include "byte_scan.h"
