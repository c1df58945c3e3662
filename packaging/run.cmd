@echo off
rem Sets everything up, then opens the window on the sample workbook.
where /q py && (py -3 "%~dp0run" %* & exit /b)
where /q python && (python "%~dp0run" %* & exit /b)
echo ITA Desktop needs Python 3.11 or newer, and none was found.
exit /b 1
