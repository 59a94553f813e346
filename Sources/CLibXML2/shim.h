#include <libxml/xmlversion.h>
/* Debian's libxml2 is built with ICU and its headers include ICU's, which clash with the ICU that Foundation brings.
   Nothing here uses the one struct that this changes (xmlCharEncodingHandler). */
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xpath.h>
