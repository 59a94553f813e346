#include <libxml/xmlversion.h>
/* Debian's libxml2 is built with ICU and its headers include ICU's, which clash with the ICU that Foundation brings.
   Nothing here uses the one struct that this changes (xmlCharEncodingHandler). */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/encoding.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlIO.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
