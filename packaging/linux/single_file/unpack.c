/* Unpacks what `packaging/linux/build` packs (ustar in xz): files, folders and links, and nothing else.

   xz carries the SHA-256 of what was packed and compares it at the end: what is damaged is never called unpacked. */

#define _GNU_SOURCE
#include "unpack.h"

#include <errno.h>
#include <fcntl.h>
#include <lzma.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK 512 /* tar counts in these */

struct header {
    char name[100], mode[8], uid[8], gid[8], size[12], mtime[12], sum[8], kind, target[100], magic[6], version[2],
        user[32], group[32], major[8], minor[8], prefix[155], unused[12];
};

struct packed {
    int file;
    off_t at, end;
    lzma_stream xz;
    int finished;
    unsigned char read[1 << 16];
};

_Static_assert(sizeof(struct header) == BLOCK, "a header is one block");

/* The next bytes of what was packed: as many as there are, up to `length`. -1 if it is damaged. */
static ssize_t next(struct packed *packed, void *into, size_t length)
{
    lzma_stream *xz = &packed->xz;
    xz->next_out = into;
    xz->avail_out = length;
    while (xz->avail_out > 0 && !packed->finished) {
        if (xz->avail_in == 0 && packed->at < packed->end) {
            off_t left = packed->end - packed->at;
            size_t wanted = left < (off_t)sizeof packed->read ? (size_t)left : sizeof packed->read;
            ssize_t got = pread(packed->file, packed->read, wanted, packed->at);
            if (got <= 0)
                return -1;
            packed->at += got;
            xz->next_in = packed->read;
            xz->avail_in = (size_t)got;
        }
        lzma_ret told = lzma_code(xz, packed->at < packed->end ? LZMA_RUN : LZMA_FINISH);
        if (told == LZMA_STREAM_END)
            packed->finished = 1;
        else if (told != LZMA_OK)
            return -1;
    }
    return (ssize_t)(length - xz->avail_out);
}

static int whole(struct packed *packed, void *into, size_t length)
{
    return next(packed, into, length) == (ssize_t)length;
}

static uint64_t octal(const char *field, size_t length)
{
    uint64_t number = 0;
    for (size_t i = 0; i < length && field[i] >= '0' && field[i] <= '7'; i++)
        number = number * 8 + (uint64_t)(field[i] - '0');
    return number;
}

static int sum_is_right(const struct header *header)
{
    const unsigned char *bytes = (const unsigned char *)header;
    const size_t start = offsetof(struct header, sum), end = start + sizeof header->sum;
    uint64_t sum = 0;
    for (size_t i = 0; i < BLOCK; i++)
        sum += i >= start && i < end ? ' ' : bytes[i];
    return sum == octal(header->sum, sizeof header->sum);
}

/* Where it goes. Nothing damaged leads out of the folder. */
static int place(const struct header *header, const char *folder, char *path, size_t length)
{
    const char *between = header->prefix[0] ? "/" : "";
    int written = snprintf(path, length, "%s/%.155s%s%.100s", folder, header->prefix, between, header->name);
    return written > 0 && (size_t)written < length && !strstr(path + strlen(folder), "/..");
}

static enum unpacked file(struct packed *packed, const char *path, uint64_t size, mode_t mode)
{
    unsigned char some[1 << 16];
    int into = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (into < 0)
        return NOT_WRITTEN;
    enum unpacked result = UNPACKED;
    for (uint64_t left = size; left > 0 && result == UNPACKED;) {
        size_t now = left < sizeof some ? (size_t)left : sizeof some;
        if (!whole(packed, some, now))
            result = DAMAGED;
        for (size_t done = 0; done < now && result == UNPACKED;) {
            ssize_t written = write(into, some + done, now - done);
            if (written >= 0)
                done += (size_t)written;
            else if (errno != EINTR)
                result = NOT_WRITTEN;
        }
        left -= now;
    }
    int why = errno;
    if (close(into) && result == UNPACKED)
        return NOT_WRITTEN;
    errno = why;
    unsigned char rest[BLOCK];
    if (result == UNPACKED && size % BLOCK && !whole(packed, rest, BLOCK - size % BLOCK))
        return DAMAGED;
    return result;
}

static enum unpacked entry(struct packed *packed, const struct header *header, const char *folder)
{
    char path[4096], target[sizeof header->target + 1] = "";
    mode_t mode = octal(header->mode, sizeof header->mode) & 0777;
    if (!sum_is_right(header) || !place(header, folder, path, sizeof path))
        return DAMAGED;
    switch (header->kind) {
    case '0':
        return file(packed, path, octal(header->size, sizeof header->size), mode);
    case '2':
        memcpy(target, header->target, sizeof header->target);
        return symlink(target, path) ? NOT_WRITTEN : UNPACKED;
    case '5':
        return mkdir(path, mode) ? NOT_WRITTEN : UNPACKED;
    default:
        return DAMAGED;
    }
}

static enum unpacked entries(struct packed *packed, const char *folder)
{
    struct header header;
    for (;;) {
        if (!whole(packed, &header, BLOCK))
            return DAMAGED;
        if (!header.name[0]) /* the end of the archive */
            break;
        enum unpacked result = entry(packed, &header, folder);
        if (result != UNPACKED)
            return result;
    }
    ssize_t got;
    while ((got = next(packed, &header, BLOCK)) > 0)
        continue;
    return got == 0 && packed->finished ? UNPACKED : DAMAGED; /* only now the sum was compared */
}

enum unpacked unpack(int file, off_t from, off_t length, const char *folder)
{
    struct packed *packed = calloc(1, sizeof *packed);
    if (!packed)
        return NOT_WRITTEN;
    packed->file = file;
    packed->at = from;
    packed->end = from + length;
    enum unpacked result = NOT_WRITTEN;
    errno = ENOMEM;
    if (lzma_stream_decoder(&packed->xz, UINT64_MAX, 0) == LZMA_OK)
        result = entries(packed, folder);
    int why = errno;
    lzma_end(&packed->xz);
    free(packed);
    errno = why;
    return result;
}
