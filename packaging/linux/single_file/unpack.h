#ifndef UNPACK_H
#define UNPACK_H

#include <sys/types.h>

enum unpacked { UNPACKED, DAMAGED, NOT_WRITTEN /* errno says why */ };

/* A .tar.xz that lies in an open file from a place on, so many bytes long, into a folder that exists. */
enum unpacked unpack(int file, off_t from, off_t length, const char *folder);

#endif
