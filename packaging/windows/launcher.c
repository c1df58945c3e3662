/* The program as Windows sees it: one file with our name, icon and version.

   It runs Python inside itself, so that the task bar and the task manager know the window by this file. Compiled twice:
   for the window, and with CONSOLE for the command line. The arguments go through as Windows has them, in UTF-16. */

#define WIN32_LEAN_AND_MEAN
#include <windows.h>
#include <shellapi.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768
#define STOPPED 3 /* as the program itself says it: a file cannot be read */

typedef int (*python_main)(int, wchar_t **);
typedef void (*python_name)(const wchar_t *);

static wchar_t root[LONGEST], path[LONGEST];

/* A path inside the folder in which this file lies. */
static const wchar_t *inside(const wchar_t *name)
{
    size_t length = wcslen(root);
    wmemcpy(path, root, length);
    wcsncpy(path + length, name, LONGEST - length - 1);
    return path;
}

static int find_root(void)
{
    DWORD length = GetModuleFileNameW(NULL, root, LONGEST);
    wchar_t *end = wcsrchr(root, L'\\');
    if (length == 0 || length == LONGEST || !end)
        return 0;
    end[1] = 0;
    return 1;
}

static int stop(void)
{
    const wchar_t *sentence =
        L"เปิดโปรแกรมไม่ได้ เพราะไฟล์ของโปรแกรมไม่ครบ\n\n"
        L"ข้อมูลงานไม่เสียหาย โปรดติดตั้งโปรแกรมใหม่ หากใช้แบบพกพา ให้แตกไฟล์ zip ทั้งหมดลงในโฟลเดอร์ก่อนแล้วจึงเปิด";
#ifdef CONSOLE
    DWORD written;
    WriteConsoleW(GetStdHandle(STD_ERROR_HANDLE), sentence, (DWORD)wcslen(sentence), &written, NULL);
#else
    MessageBoxW(NULL, sentence, L"ITA Desktop", MB_ICONERROR);
#endif
    return STOPPED;
}

static int run(void)
{
    int count, place = 0, i;
    wchar_t **given = CommandLineToArgvW(GetCommandLineW(), &count), **arguments, *program;
    HMODULE python;
    python_main start;
    python_name name;

    if (!given || !find_root())
        return stop();
    /* A library that lies beside the officer's workbook is never taken for one of ours. */
    SetDllDirectoryW(L"");
    AddDllDirectory(inside(L"runtime"));
    python = LoadLibraryExW(inside(L"runtime\\python313.dll"), NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (!python)
        return stop();
    start = (python_main)(void *)GetProcAddress(python, "Py_Main");
    name = (python_name)(void *)GetProcAddress(python, "Py_SetProgramName");
    program = _wcsdup(inside(L"runtime\\pythonw.exe"));
    arguments = calloc(count + 5, sizeof *arguments);
    if (!start || !name || !program || !arguments)
        return stop();
    name(program); /* what reads a foreign sheet is a second process, of Python itself */
    arguments[place++] = program;
    arguments[place++] = L"-X";
    arguments[place++] = L"utf8";
    arguments[place++] = L"-m";
    arguments[place++] = L"ita_desktop";
    for (i = 1; i < count; i++)
        arguments[place++] = given[i];
    return start(place, arguments);
}

#ifdef CONSOLE
int wmain(void)
{
    return run();
}
#else
int WINAPI wWinMain(HINSTANCE instance, HINSTANCE none, PWSTR line, int show)
{
    (void)instance, (void)none, (void)line, (void)show;
    return run();
}
#endif
