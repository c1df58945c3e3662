/* The program for Linux as one file: this, then the archive of the program, then a line that says what it is.

   The first start unpacks it into a folder of the person's cache, named after the archive's own sum; every later start
   goes straight there. Nothing is mounted, nothing needs an administrator, and /tmp is not used.

       ITA-Desktop-VERSION-x86_64.run [ARGUMENTS]     starts the program
       ITA-Desktop-VERSION-x86_64.run --install       puts a copy of this file into the person's menu
       ITA-Desktop-VERSION-x86_64.run --remove        takes it and what was unpacked away again */

#define _GNU_SOURCE
#include "unpack.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <inttypes.h>
#include <pwd.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define STOPPED 3 /* as the program itself says it: a file cannot be read or written */
#define LINE 128  /* bytes of the last line, which `single_file.py` writes */
#define PROGRAM "ITA Desktop"
#define SAFE "ข้อมูลงานไม่เสียหาย"

struct archive {
    int file;
    off_t from, length;
    uint64_t megabytes; /* that it takes unpacked */
    char sum[65];
};

static char own_path[4096], cache[4096], folder[4200], part[4300];
static int by_a_click; /* on it or on a workbook, as far as one can tell: no script waits for it */

/* A sentence for whoever started it: in the terminal, or else in a window if the desktop can show one. */
static _Noreturn void stop(const char *sentence, ...)
{
    char *told;
    va_list facts;
    va_start(facts, sentence);
    if (vasprintf(&told, sentence, facts) < 0)
        exit(STOPPED);
    va_end(facts);
    fprintf(stderr, "%s\n", told);
    if (by_a_click && (getenv("DISPLAY") || getenv("WAYLAND_DISPLAY"))) {
        char *zenity[] = {"zenity", "--error", "--no-markup", "--title", PROGRAM, "--text", told, NULL};
        char *kdialog[] = {"kdialog", "--title", PROGRAM, "--error", told, NULL};
        pid_t shown;
        if (!posix_spawnp(&shown, *zenity, NULL, NULL, zenity, environ) ||
            !posix_spawnp(&shown, *kdialog, NULL, NULL, kdialog, environ))
            waitpid(shown, NULL, 0);
    }
    exit(STOPPED);
}

static _Noreturn void stop_damaged(void)
{
    stop("เปิดโปรแกรมไม่ได้ เพราะไฟล์ของโปรแกรมเสียหาย หรือคัดลอกมาไม่ครบ: %s\n" SAFE " โปรดคัดลอกไฟล์ของโปรแกรมมาใหม่จากต้นฉบับ", own_path);
}

static _Noreturn void stop_unwritten(const char *where, uint64_t megabytes)
{
    if (errno == ENOSPC || errno == EDQUOT)
        stop("เตรียมโปรแกรมไม่ได้ เพราะที่ว่างไม่พอ ต้องใช้ %" PRIu64 " MB ใน %s\n" SAFE " โปรดเพิ่มที่ว่างแล้วเปิดใหม่", megabytes, where);
    stop("เตรียมโปรแกรมไม่ได้ เพราะเขียนใน %s ไม่ได้ (%s)\n" SAFE " โปรดให้ผู้ดูแลเครื่องกำหนดโฟลเดอร์ที่เขียนได้ไว้ใน XDG_CACHE_HOME", where, strerror(errno));
}

static void join(char *into, size_t length, const char *first, const char *second, const char *third)
{
    int written = snprintf(into, length, "%s%s%s", first, second, third);
    if (written < 0 || (size_t)written >= length) {
        errno = ENAMETOOLONG;
        stop_unwritten(first, 0);
    }
}

/* /proc is not everywhere; the kernel also tells every program by which path it was started. */
static struct archive open_archive(void)
{
    struct archive archive = {.file = open("/proc/self/exe", O_RDONLY | O_CLOEXEC)};
    const char *started = (const char *)getauxval(AT_EXECFN);
    if (!started || !realpath(started, own_path))
        join(own_path, sizeof own_path, "/proc/self/exe", "", "");
    if (archive.file < 0)
        archive.file = open(own_path, O_RDONLY | O_CLOEXEC);
    char line[LINE + 1] = "";
    off_t end = lseek(archive.file, 0, SEEK_END);
    if (end < LINE || pread(archive.file, line, LINE, end - LINE) != LINE ||
        sscanf(line, "ITA Desktop, archive of %ld bytes, %" SCNu64 " MB, SHA-256 %64[0-9a-f]\n", &archive.length,
               &archive.megabytes, archive.sum) != 3 ||
        strlen(archive.sum) != 64 || archive.length > end - LINE)
        stop_damaged();
    archive.from = end - LINE - archive.length;
    return archive;
}

/* Of the system's own list only: what asks other places would have to be linked dynamically. */
static const char *home(void)
{
    const char *told = getenv("HOME");
    if (told && told[0] == '/')
        return told;
    FILE *listed = fopen("/etc/passwd", "re");
    for (struct passwd *person; listed && (person = fgetpwent(listed));)
        if (person->pw_uid == getuid())
            return person->pw_dir;
    stop("เปิดโปรแกรมไม่ได้ เพราะไม่ทราบโฟลเดอร์ของผู้ใช้ (HOME)\n" SAFE);
}

static void make_folder(const char *path)
{
    if (mkdir(path, 0700) && errno != EEXIST)
        stop_unwritten(path, 0);
}

/* What lies here is run, so nobody else may be able to put anything into it. */
static void find_cache(void)
{
    const char *told = getenv("XDG_CACHE_HOME");
    struct stat facts;
    if (told && told[0] == '/') {
        make_folder(told);
        join(cache, sizeof cache, told, "/ita-desktop", "");
    } else {
        const char *own = home();
        join(cache, sizeof cache, own, "/.cache", "");
        make_folder(cache);
        join(cache, sizeof cache, own, "/.cache/ita-desktop", "");
    }
    make_folder(cache);
    if (lstat(cache, &facts) || !S_ISDIR(facts.st_mode) || facts.st_uid != getuid() || facts.st_mode & (S_IWGRP | S_IWOTH))
        stop("เปิดโปรแกรมไม่ได้ เพราะผู้อื่นเขียนในโฟลเดอร์ %s ได้\n" SAFE " โปรดลบโฟลเดอร์นั้นแล้วเปิดใหม่", cache);
}

static int removed(const char *path, const struct stat *facts, int kind, struct FTW *place)
{
    (void)facts, (void)kind, (void)place;
    return remove(path);
}

static void remove_folder(const char *path)
{
    nftw(path, removed, 16, FTW_DEPTH | FTW_PHYS);
}

/* Every file of the program's own list is there; a cache is a place from which people and tools take things away. */
static int is_whole(void)
{
    char line[4096], path[9000];
    join(path, sizeof path, folder, "/" PROGRAM "/", "files.sha256");
    FILE *list = fopen(path, "re");
    int whole = 0;
    while (list && fgets(line, sizeof line, list)) {
        line[strcspn(line, "\n")] = 0;
        const char *name = strchr(line, '*');
        join(path, sizeof path, folder, "/" PROGRAM "/", name ? name + 1 : "");
        whole = access(path, F_OK) == 0;
        if (!whole)
            break;
    }
    if (list)
        fclose(list);
    return whole;
}

static void make_ready(const struct archive *archive)
{
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "กำลังเตรียมโปรแกรมสำหรับการเปิดครั้งแรก โปรดรอสักครู่\n");
    remove_folder(part); /* of a start that was cut short */
    remove_folder(folder);
    if (mkdir(part, 0700))
        stop_unwritten(cache, archive->megabytes);
    enum unpacked result = unpack(archive->file, archive->from, archive->length, part);
    if (result == UNPACKED) {
        int there = open(part, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (syncfs(there) || rename(part, folder)) /* whole on the disk first: a power cut leaves all of it or nothing */
            result = NOT_WRITTEN;
        close(there);
    }
    int why = errno;
    if (result != UNPACKED)
        remove_folder(part);
    errno = why;
    if (result == DAMAGED)
        stop_damaged();
    if (result == NOT_WRITTEN)
        stop_unwritten(cache, archive->megabytes);
}

/* Whoever runs a version holds its folder, also beyond exec; what nobody holds may go. Some disks of networks know no
   locks: there it goes without. */
static int hold(const char *path, int how)
{
    int held = open(path, O_RDONLY | O_DIRECTORY);
    if (held >= 0 && flock(held, how)) {
        int why = errno;
        close(held);
        errno = why;
        held = -1;
    }
    return held;
}

static void remove_other_versions(void)
{
    DIR *all = opendir(cache);
    for (struct dirent *each; all && (each = readdir(all));) {
        char path[4400];
        join(path, sizeof path, cache, "/", each->d_name);
        if (each->d_name[0] == '.' || strcmp(path, folder) == 0)
            continue;
        int held = hold(path, LOCK_EX | LOCK_NB);
        if (held >= 0) {
            remove_folder(path);
            close(held);
        }
    }
    if (all)
        closedir(all);
}

int main(int count, char **arguments)
{
    by_a_click = count <= 2 && !isatty(STDERR_FILENO);
    struct archive archive = open_archive();
    char path[8192], name[24];
    find_cache();
    snprintf(name, sizeof name, "/%.16s", archive.sum);
    join(folder, sizeof folder, cache, name, "");
    join(part, sizeof part, folder, ".part", "");

    int one_at_a_time = hold(cache, LOCK_EX);
    if (!is_whole()) {
        make_ready(&archive);
        remove_other_versions();
    }
    int removing = count == 2 && strcmp(arguments[1], "--remove") == 0;
    if (removing) {
        if (hold(folder, LOCK_EX | LOCK_NB) < 0 && errno == EWOULDBLOCK)
            stop("ถอนไม่ได้ เพราะโปรแกรมเปิดอยู่\n" SAFE " โปรดปิดโปรแกรมแล้วลองใหม่");
    } else
        hold(folder, LOCK_SH);
    close(one_at_a_time);

    if (removing || (count == 2 && strcmp(arguments[1], "--install") == 0)) {
        setenv("HOME", home(), 1);
        setenv("ITA_DESKTOP_FILE", own_path, 1);
        setenv("ITA_DESKTOP_UNPACKED", cache, 1);
        join(path, sizeof path, folder, "/" PROGRAM "/", "install");
        execl(path, path, removing ? arguments[1] : NULL, NULL);
    } else {
        join(path, sizeof path, folder, "/" PROGRAM "/", "ita-desktop");
        arguments[0] = path;
        execv(path, arguments);
    }
    if (errno == EACCES)
        stop("เปิดโปรแกรมไม่ได้ เพราะเครื่องนี้ไม่ให้เปิดโปรแกรมจากโฟลเดอร์ %s\n" SAFE " โปรดให้ผู้ดูแลเครื่องกำหนดโฟลเดอร์อื่นไว้ใน XDG_CACHE_HOME", cache);
    stop("เปิดโปรแกรมไม่ได้ (%s)\n" SAFE, strerror(errno));
}
