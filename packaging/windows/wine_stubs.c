/* Three libraries that every Windows 10 has, and Wine 8 has not or not whole. For trying the bundle under Wine; never part
   of it.

   bcryptprimitives gives random numbers. icuuc is linked by Qt for old encodings of text, of which we use none, and mscms
   tells it the colours of a screen: every question is answered with "cannot". */

#include <windows.h>
#include <ntsecapi.h>

#ifdef BCRYPTPRIMITIVES
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length)
{
    return RtlGenRandom(data, (ULONG)length);
}
#endif

#define SILENT(name) __declspec(dllexport) void *name(void) { return NULL; }

#ifdef MSCMS
SILENT(OpenColorProfileW) SILENT(WcsCreateIccProfile) SILENT(GetColorProfileFromHandle) SILENT(CloseColorProfile)
#endif

#ifdef ICUUC
#define CANNOT 4 /* U_FILE_ACCESS_ERROR */
__declspec(dllexport) void *ucnv_open(const char *name, int *error)
{
    (void)name;
    *error = CANNOT;
    return NULL;
}
SILENT(ucnv_close) SILENT(ucnv_reset) SILENT(ucnv_getMaxCharSize) SILENT(ucnv_getName) SILENT(ucnv_getToUCallBack)
SILENT(ucnv_getFromUCallBack) SILENT(ucnv_setToUCallBack) SILENT(ucnv_setFromUCallBack) SILENT(ucnv_cbToUWriteUChars)
SILENT(ucnv_toUnicode) SILENT(ucnv_cbFromUWriteUChars) SILENT(ucnv_toUCountPending) SILENT(ucnv_fromUCountPending)
SILENT(ucnv_getStandardName) SILENT(ucnv_getAvailableName) SILENT(ucnv_countAvailable) SILENT(ucnv_fromUnicode)
SILENT(UCNV_FROM_U_CALLBACK_SUBSTITUTE) SILENT(UCNV_TO_U_CALLBACK_SUBSTITUTE)
#endif
